"""Blank nodes are named by what is said of them."""

from itertools import pairwise

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from coordgraph.changes.blank_nodes import has_blank_nodes, named_by_content
from coordgraph.errors import TooLarge

P, S = NamedNode("urn:p"), NamedNode("urn:s")


def chain(*words: str) -> list[Quad]:
    nodes = [BlankNode() for _ in words]
    links = [Quad(one, P, other) for one, other in pairwise(nodes)]
    said = [Quad(node, P, Literal(word)) for node, word in zip(nodes, words, strict=True)]
    return [Quad(S, P, nodes[0]), *links, *said]


def test_names_of_blank_nodes_do_not_matter() -> None:
    assert named_by_content(chain("a", "b")) == named_by_content(reversed(chain("a", "b")))


def test_a_change_renames_only_what_it_touches() -> None:
    old = named_by_content([*chain("a", "b"), *chain("c")])
    new = named_by_content([*chain("a", "x"), *chain("c")])
    assert old & new == named_by_content(chain("c"))


def test_twins_are_kept_apart_and_counted() -> None:
    two = named_by_content([*chain("a"), *chain("a")])
    three = named_by_content([*chain("a"), *chain("a"), *chain("a")])
    assert (len(two), len(three - two)) == (4, 2)


def test_graphs_and_quoted_statements_may_be_blank() -> None:
    def quads() -> list[Quad]:
        node = BlankNode()
        return [Quad(S, P, Triple(S, P, node), node), Quad(S, P, S, BlankNode())]

    assert all(map(has_blank_nodes, quads()))
    assert named_by_content(quads()) == named_by_content(quads())


def test_what_has_a_name_keeps_it() -> None:
    quads = [Quad(S, P, S), Quad(S, P, Literal("_:b"))]
    assert named_by_content(quads) == frozenset(quads)


def test_a_long_chain_is_named_in_no_time() -> None:
    words = ["same"] * 2_000
    one, other = named_by_content(chain(*words)), named_by_content(chain(*words))
    assert one == other
    assert len(one) == 4_000
    assert one != named_by_content(chain(*words[1:], "other"))


def test_many_of_which_the_same_is_said_in_one_are_kept_apart() -> None:
    def held(number: int) -> frozenset[Quad]:
        whole = BlankNode()
        inner = [BlankNode() for _ in range(number)]
        quads = [Quad(whole, P, node) for node in inner]
        return named_by_content([*quads, *(Quad(node, P, Literal("a")) for node in inner)])

    assert len(held(30)) == 60
    assert held(30) == held(30)
    assert held(30) != held(31)


def circle(number: int, *words: str) -> list[Quad]:
    nodes = [BlankNode() for _ in range(number)]
    links = [Quad(one, P, other) for one, other in pairwise([*nodes, nodes[0]])]
    said = [Quad(node, P, Literal(word)) for node, word in zip(nodes, words, strict=False)]
    return [*links, *said]


def test_those_in_a_circle_are_told_apart_by_what_is_said_of_one() -> None:
    assert named_by_content(circle(50, "a")) == named_by_content(reversed(circle(50, "a")))
    assert named_by_content(circle(50, "a")) != named_by_content(circle(50, "b"))
    assert named_by_content(circle(4)) == named_by_content(reversed(circle(4)))


def test_many_that_nothing_tells_apart_are_refused() -> None:
    nodes = [BlankNode() for _ in range(30)]
    quads = [Quad(one, P, other) for one in nodes for other in nodes]
    with pytest.raises(TooLarge, match=r"30 blank nodes .* cannot be told apart"):
        named_by_content(quads)
