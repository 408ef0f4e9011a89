"""Two versions side by side."""

from pyoxigraph import RdfFormat

from coordgraph.changes.versions import Version, node, pair
from coordgraph.namespace import PREFIXES
from coordgraph.store import to_rdflib
from tests.unit.changes.graphs import BASE, ID, A, M, store


def version(turtle: str) -> Version:
    return pair(store(turtle), store(turtle)).new


def test_graphs_count_where_both_have_them() -> None:
    both = pair(store("<urn:g> { <urn:a> a <urn:c> }"), store("<urn:h> { <urn:a> a <urn:c> }"))
    assert (len(both.added), len(both.removed), both.flat) == (1, 1, False)


def test_graphs_are_left_aside_where_one_has_none() -> None:
    both = pair(store("<urn:g> { <urn:a> a <urn:c> }"), store("<urn:a> a <urn:c> ."))
    assert (len(both.added), len(both.removed), both.flat) == (0, 0, True)


def test_graphs_of_imports_are_left_aside() -> None:
    one, other = (
        store(f"<https://w3id.org/coordgraph/graph/import/{name}> {{ <urn:a> a <urn:c> }}")
        for name in ("may", "june")
    )
    both = pair(one, other)
    assert (len(both.added), len(both.removed), both.flat) == (0, 0, True)


def test_stores_are_not_altered() -> None:
    old, new = store("<urn:g> { [] a <urn:c> }"), store("[] a <urn:c> .")
    before = [str(quad) for side in (old, new) for quad in side.quads()]
    pair(old, new)
    assert before == [str(quad) for side in (old, new) for quad in side.quads()]


def test_an_rdflib_graph_is_a_version_too() -> None:
    both = pair(to_rdflib(store(BASE)), store(BASE, form=RdfFormat.TURTLE))
    assert not (both.added | both.removed)


def test_who_takes_part_is_an_actor_and_what_has_participations_a_mechanism() -> None:
    found = version("<urn:m> cg:participation [ cg:actor <urn:a> ] .")
    assert found.actors == {node("urn:a")}
    assert found.mechanisms == {node("urn:m")}


def test_a_class_goes_without_its_superclass() -> None:
    found = version("actor:a a cg:Institution , cg:Actor , foaf:Agent . actor:b a cg:Actor .")
    types = [[one.value for one in found.types(node(f"{ID}actor/{name}"))] for name in "ab"]
    assert types == [[f"{PREFIXES['cg']}Institution"], [f"{PREFIXES['cg']}Actor"]]


def test_participations_are_found_by_mechanism_and_actor() -> None:
    found = version(BASE).participations
    assert found[node(M), node(A)] == (node(f"{ID}participation/a"),)
