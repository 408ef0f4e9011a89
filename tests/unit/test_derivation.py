"""What columns derive is what the rules construct, statement by statement."""

import pytest
from hypothesis import given
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store

from coordgraph import derivation
from coordgraph.derivation import DERIVED, blocks, is_plain
from coordgraph.infer import derive
from coordgraph.ingest.dataset import load
from coordgraph.namespace import CG, graph, term
from coordgraph.network.incidence import Taking
from coordgraph.queries import rules
from coordgraph.store import EmbeddedStore, placed
from tests.examples import examples
from tests.properties.strategies import takings

DERIVED_GRAPH = graph("derived")


def by_rules(store: EmbeddedStore) -> set[Quad]:
    return {
        placed(triple, DERIVED_GRAPH)
        for name, rule in rules().items()
        if name in DERIVED
        for triple in store.construct(rule.sparql)
    }


def by_columns(store: EmbeddedStore) -> set[Quad]:
    found = Store()
    for block in blocks(store):
        found.load(block, format=RdfFormat.N_TRIPLES, to_graph=DERIVED_GRAPH)
    return set(found)


def store_of(rows: set[Taking]) -> EmbeddedStore:
    store = EmbeddedStore(Store())
    for row in rows:
        mechanism, part = NamedNode(row.mechanism), NamedNode(f"{row.mechanism}/{row.actor}")
        store.oxigraph.add(Quad(mechanism, term("participation"), part))
        store.oxigraph.add(Quad(part, term("actor"), NamedNode(row.actor)))
        if row.level:
            store.oxigraph.add(Quad(mechanism, term("level"), NamedNode(row.level)))
    return store


def test_the_shipped_dataset_is_derived_alike() -> None:
    store = load(derived=False)
    assert by_columns(store) == by_rules(store)


@given(takings())
def test_any_graph_is_derived_alike(rows: set[Taking]) -> None:
    store = store_of(rows)
    assert is_plain(store)
    assert by_columns(store) == by_rules(store)


@given(takings())
@examples(40)
def test_the_size_of_a_block_changes_nothing(rows: set[Taking]) -> None:
    store = store_of(rows)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(derivation, "_BLOCK", 3)
        assert by_columns(store) == by_rules(store)


def test_a_mechanism_of_many_is_weighed_to_the_last_decimal() -> None:
    rows = {
        Taking(f"urn:a{actor:02}", f"urn:m{size}", "")
        for size in range(2, 40)
        for actor in range(size)
    }
    store = store_of(rows)
    assert by_columns(store) == by_rules(store)


@pytest.mark.parametrize("odd", ["actor", "mechanism", "level"])
def test_what_is_not_named_by_an_iri_is_left_to_the_rules(odd: str) -> None:
    store = store_of({Taking("urn:a", "urn:m", ""), Taking("urn:b", "urn:m", "")})
    blank, part = BlankNode("x"), NamedNode("urn:p")
    mechanism = blank if odd == "mechanism" else NamedNode("urn:m")
    store.oxigraph.add(Quad(mechanism, term("participation"), part))
    store.oxigraph.add(
        Quad(part, term("actor"), blank if odd == "actor" else NamedNode("urn:c"))
    )
    if odd == "level":
        store.oxigraph.add(Quad(mechanism, term("level"), Literal("policy")))
    assert not is_plain(store)
    expected = by_rules(store)
    derive(store)
    assert set(store.oxigraph.quads_for_pattern(None, None, None, DERIVED_GRAPH)) == expected


def test_a_mechanism_without_actors_adds_nothing() -> None:
    store = store_of({Taking("urn:a", "urn:m", ""), Taking("urn:b", "urn:m", "")})
    empty = NamedNode("urn:n")
    store.oxigraph.add(Quad(empty, term("participation"), NamedNode("urn:q")))
    store.oxigraph.add(Quad(empty, term("level"), NamedNode("urn:level")))
    assert by_columns(store) == by_rules(store)


def test_a_level_of_ones_own_is_told_of_ties_and_has_no_property() -> None:
    store = EmbeddedStore(Store())
    store.oxigraph.load(
        f"""PREFIX cg: <{CG}>
        <urn:m> cg:level <urn:high> ; cg:participation <urn:m/a> , <urn:m/b> .
        <urn:m/a> cg:actor <urn:a> . <urn:m/b> cg:actor <urn:b> .""",
        format=RdfFormat.TURTLE,
    )
    found = by_columns(store)
    assert found == by_rules(store)
    assert {quad.predicate.value for quad in found if "coordinates" in str(quad)} == {
        f"{CG}coordinatesWith"
    }
