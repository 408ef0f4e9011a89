"""Who acts towards whom is what plain loops over roles say; its measures are NetworkX's."""

from collections import defaultdict
from itertools import permutations

import networkx as nx
import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordgraph.actors import Actor
from coordgraph.arrow import texts
from coordgraph.network.directed import Directed, acting, arcs
from coordgraph.network.directed_centrality import directed_centrality
from coordgraph.network.incidence import Incidence
from coordgraph.network.selection import Selection
from coordgraph.network.takings import Named, Takings
from coordgraph.network.weights import Weight
from tests.examples import examples
from tests.properties.strategies import Holding, holdings

TOWARDS = {("urn:role:a", "urn:role:b"), ("urn:role:b", "urn:role:c")}

Arcs = dict[tuple[str, str, str], float]


def network_of(rows: set[Holding], weight: Weight = "count") -> Directed:
    columns = {name: column([getattr(row, name) for row in rows]) for name in Holding._fields}
    nothing = column([""] * len(rows))
    takings = Takings(
        columns["actor"],
        columns["mechanism"],
        columns["level"],
        nothing,
        nothing,
        columns["role"],
    )
    incidence = Incidence.of_columns(takings.actor, takings.mechanism, takings.level)
    acts = acting(incidence, takings, TOWARDS)
    known = {iri: Actor(iri, "", "", "", frozenset()) for iri in incidence.actors}
    ties = arcs(incidence, acts, weight=weight)
    return Directed(incidence, acts, ties, known, weight, None, None, Selection())


def column(values: list[str]) -> Named:
    return Named.of(pa.chunked_array([texts(values).dictionary_encode()]))


def plain(rows: set[Holding], weight: Weight) -> Arcs:
    roles: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    levels: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        roles[row.mechanism][row.actor].add(row.role)
        levels[row.mechanism].add(row.level)
    found: defaultdict[tuple[str, str, str], float] = defaultdict(float)
    for mechanism, actors in roles.items():
        for one, other in permutations(sorted(actors), 2):
            if any((a, b) in TOWARDS for a in actors[one] for b in actors[other]):
                for level in levels[mechanism]:
                    found[one, other, level] += (
                        1 if weight == "count" else 1 / (len(actors) - 1)
                    )
    return dict(found)


def as_arcs(network: Directed) -> Arcs:
    edges = network.to_networkx().edges(keys=True, data=True)
    return {(one, other, level): tie["weight"] for one, other, level, tie in edges}


@given(holdings(), st.sampled_from(["count", "newman"]))
@examples(60)
def test_it_equals_loops_over_roles(rows: set[Holding], weight: Weight) -> None:
    network = network_of(rows, weight)
    assert as_arcs(network) == pytest.approx(plain(rows, weight))
    assert set(network.actors) == {row.actor for row in rows}


@given(holdings())
@examples(60)
def test_the_mechanisms_behind_an_arc_count_to_its_weight(rows: set[Holding]) -> None:
    network = network_of(rows)
    behind = network.behind(network.ties).to_pylist()
    assert [len(names) for names in behind] == network.ties.weight.tolist()
    for place in range(len(network.ties)):
        some = network.behind(network.ties.part(slice(place, place + 1))).to_pylist()
        assert some == [behind[place]]
        assert behind[place] == sorted(behind[place])


@given(holdings())
@examples(60)
def test_other_names_change_nothing(rows: set[Holding]) -> None:
    renamed = {row._replace(actor=row.actor.swapcase()) for row in rows}
    found = {
        (one.swapcase(), other.swapcase(), level): weight
        for (one, other, level), weight in as_arcs(network_of(renamed)).items()
    }
    assert found == as_arcs(network_of(rows))


@given(holdings())
@examples(50)
def test_measures_are_networkx_on_the_merged_arcs(rows: set[Holding]) -> None:
    network = network_of(rows, "newman")
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(network.actors)
    for (one, other, _), weight in as_arcs(network).items():
        before = graph.get_edge_data(one, other, {"weight": 0.0})["weight"]
        graph.add_edge(one, other, weight=before + weight)
    table = directed_centrality(network).to_pydict()
    expected = {
        "in_degree": dict(graph.in_degree()),
        "out_degree": dict(graph.out_degree()),
        "in_strength": dict(graph.in_degree(weight="weight")),
        "out_strength": dict(graph.out_degree(weight="weight")),
        "pagerank": nx.pagerank(graph, tol=1e-14, max_iter=10_000) if graph else {},
    }
    for name, values in expected.items():
        found = dict(zip(table["actor"], table[name], strict=True))
        assert found == pytest.approx(values, abs=1e-9)


@given(holdings())
@examples(50)
def test_hubs_and_authorities_are_leading_eigenvectors(rows: set[Holding]) -> None:
    network = network_of(rows)
    merged, size = network.merged(), len(network.actors)
    weights = np.zeros((size, size))
    weights[merged.source, merged.target] = merged.weight
    table = directed_centrality(network, measures=["hub", "authority"]).sort_by("actor")
    if not len(merged):
        assert table.column("hub").null_count == size
        return
    for name, square in (("hub", weights @ weights.T), ("authority", weights.T @ weights)):
        found = np.array(table.column(name).to_pylist())
        largest = np.linalg.eigvalsh(square)[-1]
        assert found.sum() == pytest.approx(1)
        assert square @ found == pytest.approx(largest * found, abs=1e-6)
