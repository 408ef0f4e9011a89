"""What holds of brokers in every network, however it is parted or its actors are named."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from coordgraph.engines.arrays import adjacency
from coordgraph.network.brokerage import brokers
from coordgraph.network.brokerage_roles import ROLES, role_counts
from coordgraph.ties import Floats, Ints, Ties
from tests.examples import examples
from tests.properties.strategies import merged_ties


@st.composite
def parted(draw: st.DrawFn) -> tuple[Ties, Ints]:
    """Ties, and a part of each actor."""
    ties = draw(merged_ties())
    size = len(ties.actors)
    return ties, np.array(draw(st.lists(st.integers(0, 3), min_size=size, max_size=size)))


def counts(ties: Ties, parts: Ints) -> dict[str, Floats]:
    found = role_counts(adjacency(ties, weighted=False), parts)
    return dict(zip(ROLES, found.T, strict=True))


@given(parted())
@examples(50)
def test_parts_tell_roles_apart_and_leave_the_total(case: tuple[Ties, Ints]) -> None:
    ties, parts = case
    found = counts(ties, parts)
    assert np.array_equal(np.sum([found[role] for role in ROLES[:-1]], 0), found["total"])
    together = counts(ties, np.zeros_like(parts))
    assert (together["total"] == found["total"]).all()
    assert (together["coordinator"] == together["total"]).all()
    apart = counts(ties, np.arange(len(parts)))
    assert (apart["liaison"] == found["total"]).all()
    assert (found["representative"] == found["gatekeeper"]).all()


@given(parted(), st.integers(0, 99))
@examples(50)
def test_other_names_of_actors_and_parts_change_nothing(
    case: tuple[Ties, Ints], seed: int
) -> None:
    ties, parts = case
    order = np.random.default_rng(seed).permutation(len(parts))
    matrix = adjacency(ties, weighted=False)
    before = brokers(matrix, parts)
    renamed = np.array([2, 0, 3, 1])[parts]
    after = brokers(matrix[order][:, order], renamed[order])
    assert (after.counts == before.counts[order]).all()
    assert np.allclose(after.z(), before.z()[order], equal_nan=True)
    assert np.allclose(after.whole_z(), before.whole_z(), equal_nan=True)


@given(parted())
@examples(50)
def test_arcs_turned_around_make_representatives_gatekeepers(case: tuple[Ties, Ints]) -> None:
    ties, parts = case
    arcs = np.triu(adjacency(ties, weighted=False).toarray())
    there, back = (role_counts(sparse.csr_array(one), parts) for one in (arcs, arcs.T))
    assert (there == back[:, [0, 1, 3, 2, 4, 5]]).all()
