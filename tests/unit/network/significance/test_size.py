"""What is too small to test is refused with the number of its actors."""

import networkx as nx
import numpy as np
import pytest

from coordgraph.errors import TooSmall
from coordgraph.network.significance import size
from tests.unit.network.significance.networks import pairs, random


def of(graph: "nx.Graph[int]") -> "np.typing.NDArray[np.float64]":
    found: np.typing.NDArray[np.float64] = nx.to_numpy_array(graph)
    return found


def test_seven_actors_are_too_few() -> None:
    with pytest.raises(TooSmall, match=r"^7 actors: too small to test"):
        size.hold_arrangements(pairs(random(1, 7)))
    size.hold_arrangements(pairs(random(1, 8)))


@pytest.mark.parametrize("graph", [nx.star_graph(20), nx.complete_bipartite_graph(3, 5)])
def test_a_network_that_moving_hardly_changes_is_too_alike(graph: "nx.Graph[int]") -> None:
    with pytest.raises(TooSmall, match="fewer than 100 different networks"):
        size.hold_arrangements(pairs(of(graph)))


@pytest.mark.parametrize("graph", [nx.cycle_graph(8), nx.petersen_graph(), nx.star_graph(150)])
def test_a_network_of_like_actors_may_have_arrangements_enough(graph: "nx.Graph[int]") -> None:
    size.hold_arrangements(pairs(of(graph)))


def test_parts_are_dealt_in_so_many_ways() -> None:
    assert round(size.ways_to_part(np.array([5, 5]))) == 252
    assert size.ways_to_part(np.array([4000, 4000])) > 1e9
    size.hold_ways(size.ways_to_part(np.array([5, 5])), 10)
    with pytest.raises(TooSmall, match="10 actors"):
        size.hold_ways(size.ways_to_part(np.array([9, 1])), 10)
