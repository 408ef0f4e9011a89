"""The rule picks by size, a user may overrule it, and both are told what was done."""

import networkit as nk
import networkx as nx
import numpy as np
import pytest

from coordgraph.engines import choice, igraph, networkit
from coordgraph.engines import networkx as reference
from coordgraph.engines.base import MEASURES
from coordgraph.engines.choice import Choice, measured
from coordgraph.errors import CallError, MissingEngine
from coordgraph.ties import NO_LEVEL, Ties


def network(actors: int, each: int) -> Ties:
    graph = nx.barabasi_albert_graph(actors, each, seed=5)
    graph.add_node(actors)
    pairs = np.array(sorted(sorted(pair) for pair in graph.edges))
    names = tuple(f"urn:{place:06}" for place in range(len(graph)))
    level, weight = np.full(len(pairs), NO_LEVEL), np.ones(len(pairs))
    return Ties(names, (), pairs[:, 0], pairs[:, 1], level, weight)


SMALL, LARGE = network(100, 2), network(1_100, 2)


def test_measures_are_the_same_in_name_and_order_before_those_by_name() -> None:
    assert tuple(reference.MEASURES)[: len(MEASURES)] == MEASURES
    assert set(reference.MEASURES) - set(MEASURES) == {"articulation"}


def test_a_small_network_is_measured_by_the_reference_without_a_word() -> None:
    found = measured(SMALL, ["degree", "core"])
    assert found.engines == {"degree": "networkx", "core": "networkx"}
    assert found.notes == []


def test_a_large_network_is_measured_by_igraph_and_that_is_said() -> None:
    found = measured(LARGE, ["degree", "community"])
    assert found.engines == {"degree": "igraph", "community": "igraph"}
    assert "measured by igraph" in found.notes[0]
    assert "Louvain" in found.notes[1]


def test_an_engine_may_be_forced() -> None:
    assert measured(LARGE, ["core"], choice=Choice("networkx")).engines == {"core": "networkx"}
    assert measured(SMALL, ["core"], choice=Choice("igraph")).engines == {"core": "igraph"}


def test_what_a_forced_engine_lacks_the_reference_measures_and_that_is_said() -> None:
    found = measured(SMALL, ["core", "pagerank"], choice=Choice("networkit"))
    assert found.engines == {"core": "networkit", "pagerank": "networkx"}
    assert found.notes == ["networkit lacks pagerank: NetworkX measures it."]


def test_without_igraph_the_reference_measures_and_a_faster_way_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(choice, "find_spec", lambda _: None)
    found = measured(LARGE, ["degree"])
    assert found.engines == {"degree": "networkx"}
    assert "pip install 'coordgraph[fast]'" in found.notes[0]
    with pytest.raises(MissingEngine, match=r"igraph is not installed.*coordgraph\[fast\]"):
        measured(SMALL, ["degree"], choice=Choice("igraph"))
    with pytest.raises(MissingEngine, match="networkit is not installed"):
        measured(SMALL, ["betweenness"], choice=Choice(approximate=0.1))


def test_too_many_paths_are_sampled_and_the_error_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(choice, "PATHS", 1000)
    found = measured(LARGE, ["betweenness", "degree"])
    assert found.engines == {"betweenness": "networkit", "degree": "igraph"}
    assert found.bounds == {
        "betweenness": "each value within 0.005 of the exact one, with probability 0.9"
    }
    assert any("betweenness is estimated by networkit" in note for note in found.notes)
    exact = measured(LARGE, ["betweenness"], choice=Choice(approximate=0))
    assert exact.bounds == {}
    assert exact.values["betweenness"] == pytest.approx(found.values["betweenness"], abs=0.005)


def test_weighted_paths_are_never_sampled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "PATHS", 0)
    assert measured(SMALL, ["betweenness"], weighted=True).bounds == {}
    with pytest.raises(CallError, match="paths are by weight"):
        measured(SMALL, ["closeness"], weighted=True, choice=Choice(approximate=0.3))
    with pytest.raises(CallError, match="NetworkX takes no samples"):
        measured(SMALL, ["closeness"], choice=Choice("networkx", 0.3))


@pytest.mark.parametrize(
    "error", [*(pytest.param(error, marks=pytest.mark.long) for error in (0.01, 0.02)), 0.05]
)
def test_sampled_betweenness_is_within_its_error_as_often_as_promised(error: float) -> None:
    exact = igraph.measured(LARGE, ["betweenness"], weighted=False)["betweenness"]
    off = [
        np.abs(
            networkit.sampled_betweenness(LARGE, error, confidence=0.9, seed=seed) - exact
        ).max()
        for seed in range(20)
    ]
    assert np.mean(np.array(off) <= error) >= 0.9


def test_the_same_seed_draws_the_same_paths_on_any_number_of_processors() -> None:
    before = nk.getMaxNumberOfThreads()
    drawn = set()
    try:
        for processors in (1, 2, 2, 2, 3):
            nk.setNumberOfThreads(processors)
            found = networkit.sampled_betweenness(LARGE, 0.005, confidence=0.9)
            drawn.add(found.tobytes())
            assert nk.getMaxNumberOfThreads() == processors
    finally:
        nk.setNumberOfThreads(before)
    assert len(drawn) == 1


def test_sampled_distances_are_within_their_error() -> None:
    found = measured(LARGE, ["closeness", "harmonic"], choice=Choice(approximate=0.1))
    assert set(found.bounds) == {"closeness", "harmonic"}
    exact = igraph.measured(LARGE, ["closeness", "harmonic"], weighted=False)
    others = len(LARGE.actors) - 1
    assert np.abs(found.values["harmonic"] - exact["harmonic"]).max() / others <= 0.1
    reached = exact["closeness"] > 0
    scale = ((others - 1) ** 2 / (others - 1)) / others
    means = [scale / values["closeness"][reached] for values in (found.values, exact)]
    pairs = zip(LARGE.source.tolist(), LARGE.target.tolist(), strict=True)
    longest = nx.diameter(nx.Graph(pairs))
    assert np.abs(means[0] - means[1]).max() <= 0.1 * longest
    assert found.values["closeness"][-1] == found.values["harmonic"][-1] == 0


def test_a_sample_of_all_is_exact_and_said_to_be() -> None:
    found = measured(SMALL, ["closeness"], choice=Choice(approximate=0.01))
    assert found.bounds == {}
    expected = reference.measured(SMALL, ["closeness"], weighted=False)["closeness"]
    np.testing.assert_allclose(found.values["closeness"], expected, rtol=1e-9)


@pytest.mark.parametrize("name", ["closeness", "harmonic"])
def test_distances_to_all_are_the_measure_itself(name: str) -> None:
    found = igraph.sampled_distances(SMALL, name, 1000)
    expected = reference.measured(SMALL, [name], weighted=False)[name]
    np.testing.assert_allclose(found, expected, rtol=1e-9)
