"""The fast engine says what the reference says, by the names that data and shapes have."""

import sys
from types import SimpleNamespace

import pytest

from coordgraph.errors import InvalidMapping
from coordgraph.validation.engines.shacl import by_shacl, is_installed
from tests.unit.validation.engines.checked import DATA, EXPECTED, SHAPES, checked


def test_it_is_installed_where_tests_run() -> None:
    assert is_installed()


def test_a_result_has_thing_path_value_shape_component_and_messages() -> None:
    assert checked(by_shacl, DATA, SHAPES) == EXPECTED


@pytest.mark.parametrize("more", ["", "[] :is [ :of [] ] ."])
def test_things_without_a_name_have_the_labels_of_the_data_whatever_the_shapes_have(
    more: str,
) -> None:
    data = "_:c :q _:e . _:d :p _:e . _:e :p _:c . _:c :p _:f ."
    shapes = ":S a sh:NodeShape ; sh:targetSubjectsOf :p ; sh:nodeKind sh:IRI ." + more
    found = checked(by_shacl, data, shapes)
    assert [(one.focus, one.value, one.words) for one in found] == [
        (label, label, label) for label in ("_:c", "_:d", "_:e")
    ]


def test_why_shapes_cannot_be_used_is_said_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(shapes: str, **how: str) -> None:
        assert shapes
        assert how == {"format": "ntriples"}
        raise ValueError("No,\n  " + "x" * 600)

    fake = SimpleNamespace(Shapes=SimpleNamespace(from_text=refuse))
    monkeypatch.setitem(sys.modules, "shacl", fake)
    with pytest.raises(InvalidMapping) as error:
        checked(by_shacl, DATA, SHAPES)
    assert str(error.value) == f"These shapes cannot be used: No, {'x' * 496}"
