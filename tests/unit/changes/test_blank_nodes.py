"""Blank nodes are named by what is said of them."""

from itertools import pairwise

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from coordgraph.changes.blank_nodes import has_blank_nodes, named_by_content

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
