"""Pairs of a matrix or a projection are those of its ties, wherever actors are moved."""

import numpy as np
import pytest
from scipy import sparse

import coordgraph as cg
from coordgraph.errors import CallError
from coordgraph.network.directed import directed
from coordgraph.network.dyads import dyads_of, dyads_of_network
from coordgraph.store import Store
from tests.unit.network.significance.networks import pairs, random


@pytest.mark.parametrize("directed", [True, False])
def test_a_matrix_comes_back_and_moves_with_its_actors(*, directed: bool) -> None:
    matrix = random(1, 9, directed=directed) * 2.5
    dyads = pairs(matrix, directed=directed)
    assert (dyads.matrix().toarray() == matrix).all()
    order = np.random.default_rng(2).permutation(9)
    moved = dyads.moved(order).matrix().toarray()
    assert (moved[np.ix_(order, order)] == matrix).all()
    assert dyads.sums()[0].tolist() == matrix.sum(axis=1).tolist()
    assert dyads.pairs() == (72 if directed else 36)


def test_a_symmetric_matrix_has_no_directions_unless_told() -> None:
    symmetric, other = (sparse.csr_array(random(3, 5, directed=way)) for way in (False, True))
    assert not dyads_of(symmetric).directed
    assert dyads_of(symmetric, directed=True).directed
    assert dyads_of(other).directed
    told = r"^The matrix is not symmetric: ties have a direction\.$"
    with pytest.raises(CallError, match=told):
        dyads_of(other, directed=False)
    told = r"^A network is a square matrix; this one is 2 x 3\.$"
    with pytest.raises(CallError, match=told):
        dyads_of(sparse.csr_array((2, 3)))


@pytest.mark.parametrize("directed", [True, False])
def test_neither_the_diagonal_nor_a_tie_of_no_strength_counts(*, directed: bool) -> None:
    entries = ([5, 0, 0, 3, 3, 7], ([0, 0, 1, 1, 2, 2], [0, 1, 0, 2, 1, 2]))
    found = dyads_of(sparse.csr_array(entries, shape=(3, 3)), directed=directed)
    assert found.keys.tolist() == ([5, 7] if directed else [5])
    assert set(found.values.tolist()) == {3}


def test_how_many_ties_are_returned_and_how_many_pairs_there_are_are_whole_numbers() -> None:
    matrix = sparse.csr_array(np.array([[0, 1, 1], [2, 0, 0], [0, 4, 0]]))
    found = dyads_of(matrix)
    assert (found.returned(), found.pairs()) == (2, 6)
    one_way = sparse.csr_array(np.array([[0, 1, 0], [1, 0, 0], [1, 0, 0]]))
    assert dyads_of(one_way).returned() == 2
    assert isinstance(dyads_of(matrix + matrix.T).pairs(), int)


def test_actors_of_another_network_have_no_ties_here(dataset: Store) -> None:
    store = dataset
    policy, street = (cg.project(store, level=one) for one in ("policy", "service-delivery"))
    among = tuple(sorted({*policy.actors, *street.actors}))
    found = dyads_of_network(policy, among)
    assert found.size == len(among) > len(policy.actors)
    ends = {among[place] for end in found.ends() for place in end}
    assert ends <= set(policy.actors)
    assert len(found.keys) == len(policy.merged())
    assert dyads_of_network(policy, weighted=True).values.sum() == policy.merged().weight.sum()
    fewer = dyads_of_network(policy, policy.ties.actors[:5])
    assert fewer.size == 5
    assert (np.diff(fewer.keys) > 0).all()


def test_arcs_of_a_network_have_directions(dataset: Store) -> None:
    arcs = directed(dataset, practice="joint-responsibility")
    found = dyads_of_network(arcs)
    assert found.directed
    assert len(found.keys) == len(arcs.merged())
    assert found.matrix().sum() == len(found.keys)
