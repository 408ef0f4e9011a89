"""Communities are worth their name, the same twice, and compared over the seeds."""

import math
from dataclasses import replace

import networkx as nx
import numpy as np
import pytest

import coordgraph as cg
from coordgraph.engines.partitions import METHODS, Method
from coordgraph.errors import CallError, MissingEngine, UnknownMethod
from coordgraph.network.communities import finding
from coordgraph.network.communities.finding import communities
from coordgraph.network.projection import Network
from coordgraph.store import Store
from coordgraph.ties import Ints, Ties
from tests.unit.network.measures.graphs import nothing, ties_of


def network(ties: Ties, whole: Network) -> Network:
    """Return a network of these ties, whose actors are nobody in particular."""
    somebody = next(iter(whole.actors.values()))
    actors = {iri: replace(somebody, iri=iri, label=iri) for iri in ties.actors}
    return replace(whole, ties=ties, actors=actors)


@pytest.fixture(scope="module")
def siaci(dataset: Store) -> Network:
    return cg.project(dataset, practice="siaci")


def cavemen() -> Ties:
    return ties_of(nx.connected_caveman_graph(4, 6))


@pytest.mark.parametrize("method", METHODS)
def test_cavemen_keep_to_their_caves(method: Method, siaci: Network) -> None:
    found = communities(network(cavemen(), siaci), method=method, seeds=6)
    assert found.sizes.column("size").to_pylist() == [6, 6, 6, 6]
    groups = [set(range(first, first + 6)) for first in range(0, 24, 6)]
    graph = nx.connected_caveman_graph(4, 6)
    assert found.modularity == pytest.approx(nx.community.modularity(graph, groups))
    assert found.ari == found.nmi == 1
    assert set(found.table.column("together").to_pylist()) == {1.0}
    assert set(found.table.column("stability").to_pylist()) == {1.0}


@pytest.mark.parametrize("method", METHODS)
def test_the_same_seed_gives_the_same(method: Method, dataset: Store) -> None:
    whole = cg.project(dataset, network="agreements", between="states")
    one, two = (communities(whole, method=method, seeds=3, seed=7) for _ in range(2))
    assert one.table.equals(two.table)
    assert one.sizes.equals(two.sizes)


def test_runs_that_differ_are_counted(siaci: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[Ints] = [np.array([0, 0, 1, 1]), np.array([0, 0, 0, 1])]
    monkeypatch.setattr(finding, "drawn", lambda *_, **__: runs)
    ties = ties_of(nx.Graph([(0, 1), (2, 3)]))
    rows = communities(network(ties, siaci), method="louvain", seeds=2).table.to_pylist()
    assert [row["community"] for row in rows] == [1, 1, 2, 2]
    assert [row["together"] for row in rows] == [1, 1, 0, 0]
    assert [row["stability"] for row in rows] == pytest.approx([2 / 3, 2 / 3, 1 / 4, 1 / 2])


def test_who_is_alone_has_no_fellows(siaci: Network) -> None:
    found = communities(network(nothing(3), siaci), seeds=2)
    assert found.sizes.column("size").to_pylist() == [1, 1, 1]
    assert math.isnan(found.modularity)
    assert found.table.column("together").to_pylist() == [None] * 3
    assert found.sizes.column("within").to_pylist() == [None] * 3


def test_one_run_has_nothing_to_be_compared_with(siaci: Network) -> None:
    found = communities(siaci, seeds=1)
    assert math.isnan(found.ari)
    assert set(found.table.column("stability").to_pylist()) == {None}


def test_nobody_makes_no_community(siaci: Network) -> None:
    found = communities(network(nothing(0), siaci), seeds=2)
    assert found.table.num_rows == found.sizes.num_rows == 0


def test_a_finer_resolution_makes_smaller_ones(siaci: Network) -> None:
    ties = ties_of(nx.ring_of_cliques(12, 4))
    coarse, fine = (
        communities(network(ties, siaci), resolution=resolution, seeds=3)
        for resolution in (0.3, 3)
    )
    assert coarse.sizes.num_rows < fine.sizes.num_rows


def test_what_cannot_be_done_is_refused(
    siaci: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CallError, match="greater than 0"):
        communities(siaci, resolution=0)
    with pytest.raises(UnknownMethod, match="'louvain'"):
        communities(siaci, method="louvin")  # type: ignore[arg-type]
    monkeypatch.setattr("coordgraph.engines.partitions.find_spec", lambda _: None)
    with pytest.raises(MissingEngine, match="The method louvain does without it"):
        communities(siaci)
    assert communities(siaci, method="louvain", seeds=2).sizes.num_rows == 2


def test_actors_and_their_communities_are_a_data_frame_of_pandas(network: Network) -> None:
    found = communities(network, seeds=2)
    frame = found.to_pandas()
    assert frame["actor"].tolist() == found.table.column("actor").to_pylist()
