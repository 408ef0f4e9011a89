"""Chains are actor, mechanism, broker, mechanism, actor, with no mechanism of both ends."""

from itertools import permutations, product

import networkx as nx
import numpy as np
from hypothesis import example, given

import coordgraph as cg
from coordgraph.network.brokerage import brokerage
from coordgraph.network.brokerage_twomode import chains
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.parts import Parts
from coordgraph.store import Store
from coordgraph.ties import Floats
from tests.examples import examples
from tests.properties.strategies import takings
from tests.unit.network.brokers import role

TWICE = {Taking(actor, mechanism, "") for actor in "ab" for mechanism in "mn"} | {
    Taking(actor, "o", "") for actor in "bc"
}
"""Two meet twice, and one of them meets a third."""


def of_parts(incidence: Incidence, many: int) -> Parts:
    size = len(incidence.actors)
    names = tuple("abc"[:many])
    return Parts(names, np.arange(size) % many, np.ones(size, dtype=np.bool_))


def walked(rows: set[Taking], incidence: Incidence, parts: Parts) -> Floats:
    """Follow every chain from its start to its end."""
    taken = {
        actor: {row.mechanism for row in rows if row.actor == actor}
        for actor in incidence.actors
    }
    found = np.zeros((len(taken), 7))
    part = dict(zip(taken, parts.place.tolist(), strict=True))
    place = {actor: number for number, actor in enumerate(taken)}
    for one, broker, other in permutations(taken, 3):
        if taken[one] & taken[other]:
            continue
        met = list(product(taken[one] & taken[broker], taken[broker] & taken[other]))
        which = role(part[one], part[broker], part[other])
        found[place[broker]][[which, 5]] += len(met)
        found[place[broker], 6] += bool(met)
    return found


@given(takings())
@example(TWICE)
@examples(30)
def test_chains_are_those_of_a_walk(rows: set[Taking]) -> None:
    incidence = Incidence.of(rows)
    parts = of_parts(incidence, 3)
    assert chains(incidence, parts).tolist() == walked(rows, incidence, parts).tolist()


def test_women_who_met_at_no_event_are_connected_by_many() -> None:
    graph = nx.davis_southern_women_graph()
    women = graph.graph["top"]
    rows = {Taking(woman, event, "") for woman in women for event in graph[woman]}
    incidence = Incidence.of(rows)
    pairs = chains(incidence, of_parts(incidence, 1))[:, -1]
    apart = 2 * (153 - 139)
    assert 0 < pairs.max() <= apart


def test_actors_of_an_unknown_part_make_no_chain(dataset: Store) -> None:
    network = cg.project(dataset, network="practices", tied=False)
    rows = brokerage(network, "sector", two_mode=True).to_pylist()
    assert [row["pairs"] for row in rows if not row["part"]] == [None] * 4
    assert all(row["pairs"] <= row["total"] for row in rows if row["part"])
    whole = brokerage(network, "sector", two_mode=True, of="network")
    assert whole.column_names == ["role", "count"]
    assert whole.column("count").to_pylist()[-1] == sum(row["total"] or 0 for row in rows)
