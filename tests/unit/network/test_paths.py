"""A shortest path is as short as NetworkX's, and each step of it is a tie."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordgraph.errors import UnknownActor
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.paths import shortest_path
from coordgraph.network.projection import Network, tie


def network(pairs: set[tuple[int, int]]) -> Network:
    """A network in which the actors of each pair meet in a mechanism of their own."""
    takings = {
        Taking(f"urn:{actor}", f"urn:m:{one}-{other}", "urn:level" if one % 2 else "")
        for one, other in pairs
        for actor in (one, other)
    }
    incidence = Incidence.of(takings)
    return Network(incidence, tie(incidence), {}, "count")


@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1))
def test_a_path_is_as_short_as_networkx_finds(pairs: set[tuple[int, int]]) -> None:
    found = network(pairs)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(found.ties.actors)
    graph.add_edges_from((f"urn:{one}", f"urn:{other}") for one, other in pairs)
    for source in found.ties.actors:
        for target in found.ties.actors:
            path = shortest_path(found, source, target)
            if not nx.has_path(graph, source, target):
                assert path is None
                continue
            assert path is not None
            wanted = min(nx.all_shortest_paths(graph, source, target))
            assert [source, *(step.target for step in path)] == wanted


def test_a_step_tells_its_levels_and_mechanisms() -> None:
    (step,) = shortest_path(network({(1, 2), (2, 1)}), "urn:2", "urn:1") or []
    assert step.levels == [("urn:level", ["urn:m:1-2"]), ("", ["urn:m:2-1"])]


def test_who_is_not_in_the_network_is_told() -> None:
    with pytest.raises(UnknownActor):
        shortest_path(network({(1, 2)}), "urn:1", "urn:9")
