"""The core is the one that fits best, as trying all of them shows."""

import math
from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given

from coordgraph.network.structure.core_periphery import core_periphery
from coordgraph.ties import Ties
from tests.examples import examples
from tests.properties.strategies import merged_ties
from tests.unit.network.measures.graphs import graph_of, nothing, ties_of


def fit(ties: Ties, inside: set[int]) -> float:
    """Return the correlation of ties and picture, as it is defined."""
    matrix = nx.to_numpy_array(graph_of(ties), weight="")
    core = np.isin(np.arange(len(matrix)), list(inside))
    upper = np.triu_indices(len(matrix), 1)
    picture = (core[:, np.newaxis] | core[np.newaxis, :])[upper]
    tied = np.sign(matrix)[upper]
    if tied.std() == 0 or picture.std() == 0:
        return -math.inf
    return float(np.corrcoef(tied, picture)[0, 1])


def best(ties: Ties) -> float:
    actors = range(len(ties.actors))
    return max(
        fit(ties, set(inside))
        for many in range(1, len(ties.actors))
        for inside in combinations(actors, many)
    )


@given(ties=merged_ties())
@examples(30)
def test_no_core_fits_better(ties: Ties) -> None:
    found = core_periphery(ties)
    pairs = len(ties.actors) * (len(ties.actors) - 1) / 2
    if 0 < len(ties) < pairs and len(ties.actors) < 8:
        assert found.correlation == pytest.approx(best(ties))
        assert fit(ties, set(np.flatnonzero(found.inside))) == pytest.approx(found.correlation)


def test_an_ideal_picture_is_found() -> None:
    graph = nx.complete_graph(3)
    graph.add_edges_from((one, other) for one in range(3) for other in range(3, 9))
    found = core_periphery(ties_of(graph))
    assert np.flatnonzero(found.inside).tolist() == [0, 1, 2]
    assert found.correlation == pytest.approx(1)


def test_no_single_change_betters_a_larger_core() -> None:
    ties = ties_of(nx.karate_club_graph())
    found = core_periphery(ties)
    inside = set(np.flatnonzero(found.inside).tolist())
    others = set(range(34)) - inside
    changed = [
        *(inside | {one} for one in others),
        *(inside - {one} for one in inside),
        *((inside - {one}) | {other} for one in inside for other in others),
    ]
    assert max(fit(ties, core) for core in changed) <= found.correlation + 1e-9


def test_where_all_or_none_are_tied_there_is_no_core() -> None:
    for ties in (nothing(0), nothing(3), ties_of(nx.complete_graph(4))):
        found = core_periphery(ties)
        assert not found.inside.any()
        assert math.isnan(found.correlation)
