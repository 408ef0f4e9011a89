"""Things without names are told apart by what is said of them."""

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from coordgraph.changes import trees
from coordgraph.changes.trees import names_in_boxes, names_in_rounds

P = NamedNode("urn:p")


def test_those_in_each_other_are_named_from_the_innermost_on() -> None:
    def named(word: str) -> set[str]:
        outer, inner = BlankNode(), BlankNode()
        quads = [Quad(outer, P, inner), Quad(inner, P, Literal(word))]
        return set((names_in_boxes(quads) or {}).values())

    assert len(named("a")) == 2
    assert named("a") == named("a")
    assert not named("a") & named("b")


def test_twins_in_one_are_the_first_and_the_second() -> None:
    outer, one, other = BlankNode(), BlankNode(), BlankNode()
    found = names_in_boxes([Quad(outer, P, one), Quad(outer, P, other)])
    assert found is not None
    assert len(set(found.values())) == 3


def test_what_two_hold_stands_in_no_box() -> None:
    one, other, held = BlankNode(), BlankNode(), BlankNode()
    assert names_in_boxes([Quad(one, P, held), Quad(other, P, held)]) is None
    assert names_in_boxes([Quad(P, P, Triple(one, P, P))]) is None


def test_rounds_leave_alike_what_nothing_tells_apart() -> None:
    one, other = BlankNode(), BlankNode()
    circle = [Quad(one, P, other), Quad(other, P, one)]
    assert len(set((names_in_rounds(circle) or {}).values())) == 1
    marked = [*circle, Quad(one, P, Literal("a"))]
    assert len(set((names_in_rounds(marked) or {}).values())) == 2


def test_what_is_said_of_statements_tells_things_apart_too() -> None:
    one, other = BlankNode(), BlankNode()
    said = [
        Quad(P, P, Triple(P, P, one)),
        Quad(P, P, Triple(P, P, other)),
        Quad(one, P, Literal("a")),
    ]
    assert len(set((names_in_rounds(said) or {}).values())) == 2


def test_too_much_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trees, "_MOST_STEPS", 1)
    one, other = BlankNode(), BlankNode()
    assert names_in_rounds([Quad(one, P, other), Quad(other, P, one)]) is None


def test_where_all_have_names_none_is_given() -> None:
    assert names_in_boxes([Quad(P, P, P)]) == {}
