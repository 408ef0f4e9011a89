"""A network has the ties, the actors and the words that were asked for."""

import re
from typing import Any

import pytest
from pyoxigraph import RdfFormat, Store

from coordgraph.actors import Unread
from coordgraph.errors import TooLarge, UnknownWeight
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.projection import Network, graph_keys, project, tie
from coordgraph.network.takings import read_takings
from coordgraph.store import EmbeddedStore
from coordgraph.ties import NO_LEVEL

DATA = """
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@base <https://w3id.org/coordgraph/id/> .

<m/plan> cg:level <level/policy>, <level/operational> ;
    cg:participation [ cg:actor <actor/a> ], [ cg:actor <actor/b> ], [ cg:actor <actor/c> ] .
<m/talk> cg:participation [ cg:actor <actor/b> ], [ cg:actor <actor/c> ] .
<m/visit> cg:level <level/policy> ;
    cg:participation [ cg:actor <actor/b> ], [ cg:actor <actor/c> ] .
<actor/a> a cg:ActorGroup ; skos:prefLabel "Office"@en, "Oficina"@es ;
    cg:actorKind <actor-kind/ministry> ; cg:country <place/bra> .
"""
A, B, C = (f"https://w3id.org/coordgraph/id/actor/{name}" for name in "abc")
POLICY, OPERATIONAL = (
    f"https://w3id.org/coordgraph/id/level/{name}" for name in ("policy", "operational")
)
PLAN, TALK, VISIT = (
    f"https://w3id.org/coordgraph/id/m/{name}" for name in ("plan", "talk", "visit")
)


def store() -> EmbeddedStore:
    found = EmbeddedStore(Store())
    found.oxigraph.load(DATA, format=RdfFormat.TURTLE)
    return found


def network(**choices: Any) -> Network:
    return project(store(), **choices)


def test_ties_are_in_order_of_source_target_and_level_none_last() -> None:
    found = network()
    assert graph_keys(found.ties) == [
        (A, B, POLICY), (A, B, OPERATIONAL), (A, C, POLICY), (A, C, OPERATIONAL),
        (B, C, POLICY), (B, C, OPERATIONAL), (B, C, ""),
    ]  # fmt: skip
    assert found.ties.weight.tolist() == [1, 1, 1, 1, 2, 1, 1]


def test_ties_are_the_same_in_however_many_blocks_they_are_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = network().ties
    monkeypatch.setattr("coordgraph.network.projection._MEETINGS", 1)
    found = network().ties
    assert graph_keys(found) == graph_keys(whole)
    assert found.weight.tolist() == whole.weight.tolist()


def test_the_weight_is_the_one_asked_for_and_merges_as_it_needs() -> None:
    assert network().merged().weight.tolist() == [2, 2, 4]
    assert network(weight="newman").ties.weight.tolist() == [0.5, 0.5, 0.5, 0.5, 1.5, 0.5, 1]
    assert network(weight="newman").merged().weight.tolist() == [1, 1, 3]
    assert network(weight="jaccard").merged().weight.tolist() == pytest.approx(
        [1 / 3, 1 / 3, 1]
    )
    with pytest.raises(UnknownWeight):
        network(weight="heavy")


def test_the_mechanisms_behind_ties_are_told() -> None:
    found = network()
    assert [found.mechanisms(place) for place in (0, 4, 6)] == [[PLAN], [PLAN, VISIT], [TALK]]
    assert found.behind(found.ties).to_pylist()[4:] == [[PLAN, VISIT], [PLAN], [TALK]]


def test_networkx_gets_all_that_is_known() -> None:
    graph = network().to_networkx()
    assert graph.nodes[A] == {
        "label": "Office", "kind": "ministry", "country": "BRA", "group": True
    }  # fmt: skip
    assert graph.nodes[B]["group"] is False
    assert graph.edges[B, C, POLICY] == {
        "level": POLICY, "weight": 2.0, "mechanisms": [PLAN, VISIT]
    }  # fmt: skip
    assert graph.edges[B, C, ""]["mechanisms"] == [TALK]
    assert graph.number_of_edges() == 7


def test_a_network_tells_its_size_by_level() -> None:
    assert repr(network(weight="newman")) == (
        "Network of 3 actors, 7 ties (3 at policy, 3 at operational, 1 at no stated level), "
        "weight newman"
    )
    assert repr(network(tied=False)) == "Network of 3 actors, 0 ties, weight count"


def test_a_notebook_shows_the_strongest_first() -> None:
    html = network()._repr_html_()
    assert f"<caption>{network()!r}</caption>" in html
    rows = [re.findall(r"<t[hd][^>]*>([^<]*)<", row) for row in html.split("<tr>")[1:]]
    assert rows == [
        ["label", "kind", "country", "degree", "strength"],
        ["b", "", "", "2", "6"],
        ["c", "", "", "2", "6"],
        ["Office", "ministry", "BRA", "2", "4"],
    ]


def test_more_ties_than_are_allowed_are_not_made() -> None:
    incidence = Incidence.of({Taking(actor, "m", "") for actor in "abc"})
    assert len(tie(incidence, max_ties=3)) == 3
    with pytest.raises(TooLarge):
        tie(incidence, max_ties=2)
    with pytest.raises(TooLarge):
        network(max_ties=2)


def test_without_ties_there_are_actors_alone() -> None:
    found = network(tied=False)
    ties = found.ties
    assert (ties.actors, ties.levels) == ((A, B, C), (POLICY, OPERATIONAL))
    assert found.incidence.mechanisms == (PLAN, TALK, VISIT)
    columns = (ties.source, ties.target, ties.level, ties.weight)
    assert [column.dtype.kind for column in columns] == ["i", "i", "i", "f"]
    assert [len(column) for column in columns] == [0, 0, 0, 0]


def test_labels_are_in_the_language_asked_for_english_by_default() -> None:
    assert network().actors[A].label == "Office"
    assert network(lang="es").actors[A].label == "Oficina"


def test_actors_may_be_read_when_they_are_asked_for() -> None:
    assert not isinstance(network().actors, Unread)
    late = network(described=False, lang="es").actors
    assert isinstance(late, Unread)
    assert late[A].label == "Oficina"


def test_what_was_read_before_is_not_read_again() -> None:
    before = read_takings(store(), dated=False, roles=False)
    fewer = before.where(before.level.place != NO_LEVEL)
    assert len(network(takings=fewer).ties) == 6
