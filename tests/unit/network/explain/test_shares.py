"""The shares of a measure sum to its value, on networks of every make."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordgraph.engines.base import MEASURES
from coordgraph.engines.networkx import measured
from coordgraph.network.explain.shares import EXPLAINED, Asked, Shares, shares
from coordgraph.network.measures.by_name import BY_NAME
from coordgraph.ties import NO_LEVEL, Floats, Ties
from tests.examples import examples
from tests.properties.strategies import merged_ties

SUMS = [name for name in EXPLAINED if name not in {"core", "community"}]
OF_PATHS = ["betweenness", "closeness", "harmonic"]


def ties_of(*pairs: tuple[int, int], size: int) -> Ties:
    source, target = (np.array([pair[end] for pair in pairs], dtype=np.int64) for end in (0, 1))
    return Ties(
        tuple(f"urn:{place}" for place in range(size)),
        (),
        source,
        target,
        np.full(len(pairs), NO_LEVEL),
        np.ones(len(pairs)),
    )


def of_all(ties: Ties, measure: str, *, weighted: bool) -> Floats:
    if measure in BY_NAME:
        return BY_NAME[measure](ties, weighted=weighted)
    return measured(ties, [measure], weighted=weighted)[measure]


def found(ties: Ties, measure: str, place: int, *, weighted: bool = False) -> Shares:
    values = of_all(ties, measure, weighted=weighted)
    return shares(measure, Asked(ties, place, values, weighted))


def test_every_measure_of_the_table_is_explained() -> None:
    assert tuple(EXPLAINED)[: len(MEASURES)] == MEASURES
    assert set(EXPLAINED) <= {*MEASURES, *BY_NAME}


@pytest.mark.parametrize("measure", SUMS)
@given(ties=merged_ties(), weighted=st.booleans())
@examples(60)
def test_ties_and_base_sum_to_the_value(measure: str, *, ties: Ties, weighted: bool) -> None:
    values = of_all(ties, measure, weighted=weighted)
    for place, value in enumerate(values.tolist()):
        shared = shares(measure, Asked(ties, place, values, weighted))
        if np.isnan(value):
            assert not len(shared.given)
        else:
            assert shared.given.sum() + shared.base == pytest.approx(value, abs=1e-9)


@pytest.mark.parametrize("measure", OF_PATHS)
@given(ties=merged_ties(), weighted=st.booleans())
@examples(60)
def test_actors_or_pairs_sum_to_the_value(measure: str, *, ties: Ties, weighted: bool) -> None:
    values = measured(ties, [measure], weighted=weighted)[measure]
    for place, value in enumerate(values.tolist()):
        shared = shares(measure, Asked(ties, place, values, weighted))
        if shared.parts is not None:
            assert shared.parts.given.sum() == pytest.approx(value, abs=1e-9)


def test_the_middle_of_a_path_is_between_all_pairs() -> None:
    shared = found(ties_of((0, 1), (1, 2), size=3), "betweenness", 1)
    assert shared.given.tolist() == [0.5, 0.5]
    assert shared.parts is not None
    assert (shared.parts.one.tolist(), shared.parts.share.tolist()) == ([0], [1])  # type: ignore[union-attr]


def test_a_pair_with_two_shortest_paths_counts_half() -> None:
    square = ties_of((0, 1), (0, 3), (1, 2), (2, 3), size=4)
    shared = found(square, "betweenness", 1)
    assert shared.parts is not None
    assert shared.parts.share is not None
    assert shared.parts.share.tolist() == [0.5]


def test_an_actor_far_away_lowers_closeness() -> None:
    path = ties_of((0, 1), (1, 2), (2, 3), (0, 4), (0, 5), (0, 6), (0, 7), size=8)
    shared = found(path, "closeness", 0)
    assert shared.parts is not None
    given = dict(zip(shared.parts.one.tolist(), shared.parts.given.tolist(), strict=True))
    assert given[4] > given[2] > given[3]


def test_what_no_tie_gives_is_the_base_of_pagerank() -> None:
    pair_and_isolate = ties_of((0, 1), size=3)
    tied, alone = (found(pair_and_isolate, "pagerank", place) for place in (0, 2))
    assert tied.base == pytest.approx(alone.base)
    assert len(alone.given) == 0
    assert tied.given.sum() > 0


def test_members_of_the_core_and_of_the_community_count() -> None:
    triangle_with_tail = ties_of((0, 1), (0, 2), (1, 2), (2, 3), size=4)
    core = found(triangle_with_tail, "core", 2)
    assert dict(zip(core.counterpart.tolist(), core.counts.tolist(), strict=True)) == {
        0: True,
        1: True,
        3: False,
    }
    assert np.isnan(core.given).all()
    triangles = ties_of((0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (3, 5), (4, 5), size=6)
    community = found(triangles, "community", 2)
    assert community.counterpart[community.counts].tolist() == [0, 1]


def test_a_walk_of_no_step_is_worth_the_same_to_all() -> None:
    kite = ties_of((0, 1), (0, 2), (1, 2), (2, 3), size=4)
    bases = [found(kite, "katz", place).base for place in range(4)]
    assert bases == pytest.approx([bases[0]] * 4)
    assert bases[0] > 0
