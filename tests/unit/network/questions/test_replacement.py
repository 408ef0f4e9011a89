"""A successor has what its predecessor had, once."""

import pytest
from hypothesis import assume, given
from rdflib import ORG, Graph, URIRef

import coordgraph as cg
from coordgraph.errors import CallError, EmptyData, UnknownActor
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.projection import Network, tie
from coordgraph.network.questions.replacement import (
    assess_replacement,
    replaced,
    successors,
)
from coordgraph.store import Store, as_store
from tests.examples import examples
from tests.properties.strategies import networks

CG = "https://w3id.org/coordgraph/ns#"
ID = "https://w3id.org/coordgraph/id/"


def naming(*iris: str) -> Graph:
    """Return a graph that knows some actors by IRI."""
    graph = Graph()
    for place, iri in enumerate(iris):
        graph.add((URIRef(f"urn:p{place}"), URIRef(f"{CG}actor"), URIRef(iri)))
    return graph


def rows_of(network: Network) -> set[Taking]:
    incidence = network.incidence
    names = (*incidence.levels, "")
    return {
        Taking(incidence.actors[actor], incidence.mechanisms[mechanism], names[level])
        for actor, mechanism, level in zip(
            incidence.actor, incidence.mechanism, incidence.level, strict=True
        )
    }


def counterparts(rows: set[Taking], actor: str) -> set[tuple[str, str]]:
    own = {(row.mechanism, row.level) for row in rows if row.actor == actor}
    return {
        (row.actor, row.level)
        for row in rows
        if row.actor != actor and (row.mechanism, row.level) in own
    }


@given(networks())
@examples(25)
def test_outcomes_are_what_sets_of_counterparts_say(network: Network) -> None:
    assume(len(network.actors) > 1)
    gone, new = list(network.actors)[:2]
    found = replaced(network, gone, {new: ""}, known={})
    rows = rows_of(network)
    old, had = counterparts(rows, gone), counterparts(rows, new)
    outcomes = {
        (row["counterpart"], row["level"] or ""): row["outcome"]
        for row in found.table.to_pylist()
    }
    assert outcomes == {
        pair: "lost" if pair[0] == new else "doubled" if pair in had else "kept" for pair in old
    }


@given(networks())
@examples(25)
def test_the_network_after_is_that_of_renamed_rows(network: Network) -> None:
    assume(len(network.actors) > 1)
    gone, new = list(network.actors)[:2]
    found = replaced(network, gone, {new: ""}, known={})
    renamed = {
        row._replace(actor=new) if row.actor == gone else row for row in rows_of(network)
    }
    expected = tie(Incidence.of(renamed), weight=network.weight)
    assert found.after[new].ties.to_arrow() == expected.to_arrow()
    assert list(found.after[new].actors) == list(expected.actors)


@given(networks())
@examples(25)
def test_without_a_successor_all_is_lost(network: Network) -> None:
    assume(network.actors)
    gone = next(iter(network.actors))
    found = replaced(network, gone, {}, known={})
    assert set(found.table["outcome"].to_pylist()) <= {"lost"}
    assert found.table["successor"].null_count == found.table.num_rows
    assert rows_of(found.after[""]) == {row for row in rows_of(network) if row.actor != gone}


def test_the_successor_that_an_event_names_takes_over(dataset: Store, network: Network) -> None:
    found = cg.assess_replacement(network, "AFIP", store=dataset)
    rows = found.table.to_pylist()
    assert {row["outcome"] for row in rows} == {"kept"}
    assert {row["event"] for row in rows} == {f"{ID}event/ev-02"}
    assert list(found.after) == [f"{ID}actor/arca"]


def test_a_ministry_doubles_ties_of_its_secretariat(dataset: Store, network: Network) -> None:
    found = cg.assess_replacement(network, "mteyss", store=dataset, successor="sss-ar")
    doubled = [row for row in found.table.to_pylist() if row["outcome"] == "doubled"]
    assert {row["counterpart"] for row in doubled} == {f"{ID}actor/afip"}
    assert [(row["weight"], row["weight_after"]) for row in doubled] == [(2, 3), (1, 2)]


def test_who_results_from_itself_is_no_successor(dataset: Store) -> None:
    assert successors(dataset, f"{ID}actor/sit-br") == {}


def test_several_successors_each_take_over_all() -> None:
    rows = {Taking("urn:a", "m", ""), Taking("urn:b", "m", "")}
    graph = naming("urn:a", "urn:b", "urn:c", "urn:d")
    for new in ("urn:d", "urn:c"):
        graph.add((URIRef("urn:event"), ORG.originalOrganization, URIRef("urn:a")))
        graph.add((URIRef("urn:event"), ORG.resultingOrganization, URIRef(new)))
    network = cg.project(as_store(graph_of(rows, graph)))
    found = assess_replacement(network, "urn:a", store=graph)
    assert found.table["successor"].to_pylist() == ["urn:c", "urn:d"]
    assert found.table["event"].to_pylist() == ["urn:event", "urn:event"]


def graph_of(rows: set[Taking], graph: Graph) -> Graph:
    for place, row in enumerate(sorted(rows)):
        taking = URIRef(f"urn:taking{place}")
        graph.add((URIRef(f"urn:{row.mechanism}"), URIRef(f"{CG}participation"), taking))
        graph.add((taking, URIRef(f"{CG}actor"), URIRef(row.actor)))
    return graph


def test_a_wrong_call_is_said(dataset: Store, network: Network) -> None:
    with pytest.raises(CallError, match="itself"):
        assess_replacement(network, "afip", store=dataset, successor="AFIP")
    with pytest.raises(EmptyData, match="takes part in no mechanism"):
        assess_replacement(network, "arca", store=dataset)
    with pytest.raises(UnknownActor, match="nobody-at-all"):
        assess_replacement(network, "nobody-at-all", store=dataset)
