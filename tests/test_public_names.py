"""What a module offers is there, and what the package offers is what its stub says."""

import ast
import importlib
import pkgutil
from pathlib import Path
from types import ModuleType

import pytest

import coordgraph

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(coordgraph.__path__, "coordgraph.")
    if not module.name.endswith("__main__")
)


@pytest.mark.parametrize("name", MODULES)
def test_every_public_name_of_a_module_is_there(name: str) -> None:
    module = importlib.import_module(name)
    offered = getattr(module, "__all__", [])
    assert [public for public in offered if not hasattr(module, public)] == []


def test_the_package_offers_what_its_stub_says() -> None:
    stub = Path(coordgraph.__file__).with_name("__init__.pyi").read_text(encoding="utf-8")
    assigned = next(node for node in ast.parse(stub).body if isinstance(node, ast.Assign))
    assert coordgraph.__all__ == ast.literal_eval(assigned.value)
    for name in coordgraph.__all__:
        assert not isinstance(getattr(coordgraph, name), ModuleType)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = coordgraph.nonsense  # type: ignore[attr-defined]
