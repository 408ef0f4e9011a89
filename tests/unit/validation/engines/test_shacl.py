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
    shapes = ":X a sh:NodeShape ; sh:targetSubjectsOf :p ; sh:nodeKind sh:IRI ." + more
    found = checked(by_shacl, data, shapes)
    assert {one.shape for one in found} == {"urn:X"}
    assert [(one.focus, one.value, one.words) for one in found] == [
        (label, label, label) for label in ("_:c", "_:d", "_:e")
    ]


def test_things_that_statements_about_statements_name_first_keep_their_labels() -> None:
    data = "_:r :says <<( _:q :s <<( _:u :s _:t )>> )>> . _:t :p 1 . _:q :p 2 . _:d :p 3 ."
    shapes = """:S a sh:NodeShape ; sh:targetSubjectsOf :p ; sh:property :P .
    :P sh:path :p ; sh:nodeKind sh:IRI ."""
    found = checked(by_shacl, data, shapes)
    assert [(one.focus, one.words) for one in found] == [
        ("_:d", "3"), ("_:q", "2"), ("_:t", "1"),
    ]  # fmt: skip


def test_words_that_look_like_a_label_stay_words() -> None:
    shapes = ":S a sh:NodeShape ; sh:targetObjectsOf :p ; sh:nodeKind sh:IRI ."
    found = checked(by_shacl, ':x :p "_:0_b0", "_:0_bogus", _:c .', shapes)
    assert [one.focus for one in found] == ["_:0_b0", "_:0_bogus", "_:c"]


def test_messages_name_things_by_the_labels_of_the_data() -> None:
    shapes = """_:s a sh:NodeShape ; sh:targetSubjectsOf :p ; sh:sparql [
        sh:message "{$this} {?value} {$x}" ;
        sh:select "SELECT $this ?value ?x { $this <urn:p> ?value ; <urn:q> ?x }" ] ."""
    (found,) = checked(by_shacl, '_:c :r _:e . _:e :p "_:0_b9" ; :q _:d .', shapes)
    assert found.messages == ("_:e _:0_b9 _:d",)


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
