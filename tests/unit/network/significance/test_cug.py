"""Networks are drawn evenly from all that have in common what is given."""

from collections import Counter
from math import comb

import numpy as np
import pytest

import coordgraph as cg
from coordgraph.errors import CallError, TooLarge, TooSmall, UnknownStatistic
from coordgraph.network.significance import cug as module
from coordgraph.network.significance.cug import Given, cug, cug_of, random_dyads
from coordgraph.store import Store
from tests.unit.network.significance.networks import pairs, random


@pytest.mark.parametrize(
    ("given", "directed", "size", "different"),
    [
        ("edges", False, 4, comb(6, 3)),
        ("edges", False, 5, comb(10, 2)),
        ("edges", True, 3, comb(6, 2)),
        ("size", False, 3, 2**3),
        ("dyads", True, 3, comb(3, 1) * comb(2, 1) * 2),
    ],
)
def test_each_network_is_as_likely_as_any_other(
    given: Given, size: int, different: int, *, directed: bool
) -> None:
    ties = np.zeros((size, size))
    ties[0, 1] = 1
    if given == "dyads":
        ties[1, 0] = ties[1, 2] = 1
    elif directed or size == 5:
        ties[1, 2] = 1
    else:
        ties[1, 2] = ties[2, 0] = 1
    like = pairs(ties if directed else np.minimum(ties + ties.T, 1), directed=directed)
    numbers = np.random.default_rng(1)
    times = 100 * different
    found = Counter(random_dyads(numbers, like, given).keys.tobytes() for _ in range(times))
    assert len(found) == different
    chi = sum((seen - 100) ** 2 / 100 for seen in found.values())
    assert chi < different + 5 * (2 * different) ** 0.5


def test_as_many_ties_or_pairs_tied_alike_as_in_the_network() -> None:
    like = pairs(random(2, 11, directed=True), directed=True)
    numbers = np.random.default_rng(3)
    for _ in range(20):
        edges, dyads = (random_dyads(numbers, like, given) for given in ("edges", "dyads"))
        assert len(edges.keys) == len(dyads.keys) == len(like.keys)
        assert dyads.returned() == like.returned()
        for one in (edges, dyads):
            source, target = one.ends()
            assert (source != target).all()
            assert (np.diff(one.keys) > 0).all()


def test_a_clique_with_an_isolate_or_two_is_more_transitive_than_chance() -> None:
    ties = np.zeros((12, 12))
    ties[:5, :5] = 1
    found = {one.name: one for one in cug_of(pairs(ties), draws=99)}
    assert found["transitivity"].observed == 1
    assert found["transitivity"].p_high == 0.01
    assert found["components"].observed == 8
    assert list(found) == ["transitivity", "centralization", "components"]


def test_the_same_seed_gives_the_same_table(dataset: Store) -> None:
    network = cg.project(dataset, network="practices")
    first = cug(network, ["transitivity"], draws=29)
    assert first.equals(cug(network, ["transitivity"], draws=29))
    assert first.to_pylist()[0]["actors"] == 42
    sized = cug(network, given="size", draws=9)
    assert sized.column("statistic").to_pylist()[0] == "density"


def test_what_is_given_cannot_be_tested() -> None:
    one = pairs(random(1, 9))
    for statistic, given in (("density", "edges"), ("reciprocity", "size")):
        with pytest.raises(CallError, match=f"The {statistic} is settled by"):
            cug_of(one, [statistic], given=given)  # type: ignore[arg-type]
    with pytest.raises(UnknownStatistic, match="'transitivity'"):
        cug_of(one, ["transitivty"])


def test_too_small_and_too_large_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TooSmall, match=r"^7 actors"):
        cug_of(pairs(random(1, 7)))
    with pytest.raises(TooSmall, match="fewer than 100 different networks"):
        cug_of(pairs(np.ones((9, 9))))
    monkeypatch.setattr(module, "_MOST_ACTORS", 8)
    with pytest.raises(TooLarge, match="9 actors"):
        cug_of(pairs(random(1, 9)), given="size")


@pytest.mark.parametrize("directed", [True, False])
def test_pairs_tied_alike_may_have_directions_or_not(*, directed: bool) -> None:
    ties = pairs(random(4, 12, directed=directed), directed=directed)
    (found,) = cug_of(ties, ["transitivity"], given="dyads", draws=19)
    assert found.draws == 19
    few = pairs(np.eye(12, k=1), directed=True)
    kept = cug_of(few, ["transitivity"], given="dyads", draws=9)
    assert kept[0].observed == 0 or np.isnan(kept[0].observed)
