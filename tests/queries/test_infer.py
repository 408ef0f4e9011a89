"""What the rules derive is what the tie rule says, however often and in whatever order."""

from itertools import permutations

import pytest
from hypothesis import given
from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from coordgraph.infer import derive
from coordgraph.namespace import graph, term
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.projection import tie
from coordgraph.queries import rules
from coordgraph.store import EmbeddedStore, placed, text
from tests.examples import examples
from tests.properties.strategies import takings

SMALL = """
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<urn:plan> a cg:Agreement ; cg:level <https://w3id.org/coordgraph/id/level/policy> ;
    cg:participation <urn:1>, <urn:2>, <urn:3>, <urn:4> .
<urn:1> cg:actor <urn:a> . <urn:2> cg:actor <urn:b> . <urn:3> cg:actor <urn:c> .
<urn:4> cg:actor <urn:a> .
<urn:talk> cg:participation <urn:5>, <urn:6> .
<urn:5> cg:actor <urn:a> . <urn:6> cg:actor <urn:b> .
cg:Agreement rdfs:subClassOf cg:Mechanism .
"""


def small() -> EmbeddedStore:
    store = EmbeddedStore(Store())
    store.oxigraph.load(SMALL, format=RdfFormat.TURTLE)
    return store


def derived(store: EmbeddedStore) -> set[Quad]:
    return set(store.oxigraph.quads_for_pattern(None, None, None, graph("derived")))


def test_deriving_twice_changes_nothing() -> None:
    store = small()
    count = derive(store)
    first = derived(store)
    assert derive(store) == count == len(first)
    assert derived(store) == first


def test_the_order_of_rules_does_not_matter() -> None:
    expected = small()
    derive(expected)
    for order in list(permutations(rules().values()))[::600]:
        store = small()
        for rule in order:
            triples = list(store.construct(rule.sparql))
            store.oxigraph.extend(placed(triple, graph("derived")) for triple in triples)
        assert derived(store) == derived(expected)


def test_coordination_is_symmetric_and_never_with_oneself() -> None:
    store = small()
    derive(store)
    for name in ("coordinatesWith", "coordinatesAtPolicyLevelWith"):
        pairs = {
            (quad.subject, quad.object)
            for quad in store.oxigraph.quads_for_pattern(None, term(name), None)
        }
        assert pairs
        assert pairs == {(other, one) for one, other in pairs}
        assert not any(one == other for one, other in pairs)
    assert not list(
        store.oxigraph.quads_for_pattern(None, term("coordinatesAtOperationalLevelWith"), None)
    )


def test_a_subclass_is_of_its_superclass() -> None:
    store = small()
    derive(store)
    rdf_type = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    assert any(
        store.oxigraph.quads_for_pattern(NamedNode("urn:plan"), rdf_type, term("Mechanism"))
    )


TIES = """PREFIX cg: <https://w3id.org/coordgraph/ns#>
SELECT ?tie ?one ?other ?level ?count ?newman {
  ?tie a cg:Tie ; cg:between ?one, ?other ; cg:weightCount ?count ; cg:weightNewman ?newman .
  FILTER(STR(?one) < STR(?other))
  OPTIONAL { ?tie cg:level ?level }
}"""
Found = dict[tuple[str, str, str], tuple[float, float]]


def ties_of(store: EmbeddedStore) -> Found:
    return {
        (text(row["one"]), text(row["other"]), text(row.get("level"))): (
            float(text(row["count"])),
            float(text(row["newman"])),
        )
        for row in store.select(TIES)
    }


def test_ties_are_weighed_by_hand() -> None:
    store = small()
    derive(store)
    policy = "https://w3id.org/coordgraph/id/level/policy"
    assert ties_of(store) == {
        ("urn:a", "urn:b", policy): (1, 0.5),
        ("urn:a", "urn:c", policy): (1, 0.5),
        ("urn:b", "urn:c", policy): (1, 0.5),
        ("urn:a", "urn:b", ""): (1, 1),
    }


def store_of(rows: set[Taking]) -> EmbeddedStore:
    store = EmbeddedStore(Store())
    for row in rows:
        participation = NamedNode(f"{row.mechanism}/{row.actor}")
        mechanism = NamedNode(row.mechanism)
        store.oxigraph.add(Quad(mechanism, term("participation"), participation))
        store.oxigraph.add(Quad(participation, term("actor"), NamedNode(row.actor)))
        if row.level:
            store.oxigraph.add(Quad(mechanism, term("level"), NamedNode(row.level)))
    return store


@given(takings())
@examples(50)
def test_rules_and_projection_agree(rows: set[Taking]) -> None:
    store = store_of(rows)
    derive(store)
    projected: dict[tuple[str, str, str], list[float]] = {}
    for weight in ("count", "newman"):
        ties = tie(Incidence.of(rows), weight=weight)
        levels = (*ties.levels, "")
        for place in range(len(ties)):
            ends = (ties.actors[ties.source[place]], ties.actors[ties.target[place]])
            key = (*ends, levels[ties.level[place]])
            projected.setdefault(key, []).append(float(ties.weight[place]))
    found = ties_of(store)
    assert found.keys() == projected.keys()
    for key, weights in projected.items():
        assert found[key] == pytest.approx(tuple(weights))
