"""What the door to NetworkX has is what its stub says."""

import ast
from pathlib import Path

import pytest

from coordgraph.engines import graphs, networkx


def test_every_name_of_the_stub_is_that_of_the_engine() -> None:
    stub = Path(graphs.__file__).with_suffix(".pyi").read_text(encoding="utf-8")
    listed = ast.parse(stub).body[-1]
    assert isinstance(listed, ast.Assign)
    names = ast.literal_eval(listed.value)
    assert names == sorted(names)
    assert all(getattr(graphs, name) is getattr(networkx, name) for name in names)


def test_there_is_no_other_name() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        graphs.nothing  # type: ignore[attr-defined]  # noqa: B018 - it is asked for
