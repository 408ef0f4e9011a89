"""Every engine gives what NetworkX gives, on networks of every make."""

from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordgraph.engines import igraph, networkit
from coordgraph.engines import networkx as reference
from coordgraph.engines.base import ASKED_FOR, MEASURES, Engine
from coordgraph.ties import NO_LEVEL, Ties
from tests.examples import examples
from tests.properties.strategies import merged_ties

ENGINES: list[Engine] = [reference, igraph, networkit]
engines = pytest.mark.parametrize("engine", ENGINES[1:], ids=lambda engine: engine.NAME)


def nothing(*actors: str) -> Ties:
    none = np.array([], dtype=np.int64)
    return Ties(actors, (), none, none, none, np.array([], dtype=np.float64))


def network(graph: "nx.Graph[int]", *, seed: int) -> Ties:
    """Return a graph as ties with whole weights from 1 to 9."""
    pairs = np.array(sorted(sorted(pair) for pair in graph.edges))
    weight = np.random.default_rng(seed).integers(1, 10, len(pairs)).astype(np.float64)
    level = np.full(len(pairs), NO_LEVEL)
    actors = tuple(f"urn:{place:05}" for place in range(len(graph)))
    return Ties(actors, (), pairs[:, 0], pairs[:, 1], level, weight)


def compare(engine: Engine, ties: Ties, *, weighted: bool) -> None:
    names = [
        name
        for name in (*MEASURES, *ASKED_FOR)
        if engine.offers(name, weighted=weighted) and name != "community"
    ]
    expected = reference.measured(ties, names, weighted=weighted)
    found = engine.measured(ties, names, weighted=weighted)
    assert list(found) == names
    for name in names:
        np.testing.assert_allclose(
            found[name], expected[name], rtol=1e-9, atol=1e-12, err_msg=name
        )


@pytest.mark.long
@engines
@given(ties=merged_ties(), weighted=st.booleans())
@examples(150)
def test_it_equals_the_reference(engine: Engine, *, ties: Ties, weighted: bool) -> None:
    compare(engine, ties, weighted=weighted)


@engines
@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize(
    "graph",
    [
        nx.barabasi_albert_graph(150, 3, seed=1),
        nx.disjoint_union(nx.cycle_graph(30), nx.star_graph(20)),
        nx.disjoint_union(nx.complete_graph(12), nx.empty_graph(5)),
        nx.path_graph(40),
    ],
    ids=["heavy tail", "two parts", "isolates", "a path"],
)
def test_it_equals_the_reference_on_larger_ones(
    engine: Engine, graph: "nx.Graph[int]", *, weighted: bool
) -> None:
    compare(engine, network(graph, seed=2), weighted=weighted)


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.NAME)
@pytest.mark.parametrize("ties", [nothing(), nothing("urn:a"), nothing("urn:a", "urn:b")])
def test_a_network_without_ties_is_measured(engine: Engine, ties: Ties) -> None:
    names = [name for name in (*MEASURES, *ASKED_FOR) if engine.offers(name, weighted=False)]
    found = engine.measured(ties, names, weighted=False)
    assert {len(values) for values in found.values()} == {len(ties.actors)}


@pytest.mark.parametrize("engine", [reference, igraph], ids=lambda engine: engine.NAME)
def test_communities_are_the_same_twice_and_worth_their_name(engine: Engine) -> None:
    graph = nx.relaxed_caveman_graph(8, 12, 0.1, seed=3)
    ties = network(graph, seed=4)
    one, two = (
        engine.measured(ties, ["community"], weighted=False)["community"] for _ in range(2)
    )
    assert one.tolist() == two.tolist()
    groups = [set(np.flatnonzero(one == place).tolist()) for place in np.unique(one)]
    assert [len(group) for group in groups] == sorted(map(len, groups), reverse=True)
    assert nx.community.modularity(graph, groups) > 0.6


def test_effective_size_by_weight_is_as_burt_defines_it() -> None:
    """By hand: 0 is tied to 1 (weight 1) and 2 (weight 2), and 1 to 2 (weight 4)."""
    ends = np.array([0, 0, 1]), np.array([1, 2, 2])
    ties = Ties(("a", "b", "c"), (), *ends, np.full(3, NO_LEVEL), np.array([1.0, 2.0, 4.0]))
    of_a = 2 - (2 / 3 * 4 / 4 + 1 / 3 * 4 / 4)
    for engine in (reference, igraph):
        found = engine.measured(ties, ["effective_size"], weighted=True)["effective_size"]
        assert found[0] == pytest.approx(of_a)


@given(ties=merged_ties())
@examples(60)
def test_effective_size_by_weight_is_networkx_s_node_by_node(ties: Ties) -> None:
    named: nx.Graph[Any] = reference.simple(ties)
    graph = nx.convert_node_labels_to_integers(named)
    one_by_one = nx.effective_size(graph, nodes=list(graph), weight="weight")
    found = reference.measured(ties, ["effective_size"], weighted=True)["effective_size"]
    expected = [one_by_one[node] for node in graph]
    np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-12)
