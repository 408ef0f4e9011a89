"""The correlation is that of all pairs, and its draws are those of all orders."""

from itertools import permutations

import numpy as np
import pytest

import coordgraph as cg
from coordgraph.errors import CallError, TooSmall
from coordgraph.network.projection import Network
from coordgraph.network.significance.qap import qap, qap_of
from coordgraph.store import Store
from coordgraph.ties import Floats
from tests.unit.network.significance.networks import pairs, random


def correlation(one: Floats, other: Floats) -> float:
    apart = ~np.eye(len(one), dtype=np.bool_)
    return float(np.corrcoef(one[apart], other[apart])[0, 1])


@pytest.mark.parametrize("directed", [True, False])
def test_it_is_the_correlation_of_all_pairs(*, directed: bool) -> None:
    one, other = (random(seed, 12, directed=directed) * seed for seed in (2, 3))
    other[0, 1] += 4
    other = other if directed else other + other.T
    found = qap_of(pairs(one, directed=directed), pairs(other, directed=directed), draws=9)
    assert found.observed == pytest.approx(correlation(one, other), abs=1e-12)


def test_p_values_are_those_of_every_order() -> None:
    one, other = random(5, 8, density=0.4), random(6, 8, density=0.4)
    seen = correlation(one, other)
    every = np.array([
        correlation(one[np.ix_(order, order)], other)
        for order in list(permutations(range(8)))[::40]
    ])  # fmt: skip
    found = qap_of(pairs(one), pairs(other), draws=1999, seed=1)
    for p, exact in (
        (found.p_low, (every <= seen + 1e-9).mean()),
        (found.p_high, (every >= seen - 1e-9).mean()),
    ):
        assert p == pytest.approx(exact, abs=4 * (0.25 / 1999) ** 0.5)
    assert found.expected == pytest.approx(every.mean(), abs=0.03)


def test_a_network_is_like_itself_and_the_order_of_the_two_does_not_matter() -> None:
    one, other = pairs(random(7, 15)), pairs(random(8, 15))
    assert qap_of(one, one, draws=99).observed == pytest.approx(1)
    assert qap_of(one, one, draws=99).p_high == 0.01
    assert qap_of(one, other, draws=9).observed == qap_of(other, one, draws=9).observed


@pytest.fixture(scope="module")
def levels(dataset: Store) -> dict[str, Network]:
    names = ("policy", "operational", "service-delivery")
    return {name: cg.project(dataset, level=name) for name in names}


def test_the_same_seed_gives_the_same_table(levels: dict[str, Network]) -> None:
    two = levels["policy"], levels["operational"]
    first = qap(*two, draws=99, seed=4)
    assert first.equals(qap(*two, draws=99, seed=4))
    assert not first.equals(qap(*two, draws=99, seed=5))
    assert first.column_names[-2:] == ["draws", "actors"]


def test_actors_are_those_of_one_network_or_of_both(levels: dict[str, Network]) -> None:
    policy, operational = (levels[name] for name in ("policy", "operational"))
    either = qap(policy, operational, draws=99).to_pylist()[0]["actors"]
    both = qap(policy, operational, actors="both", draws=99).to_pylist()[0]["actors"]
    assert either == len({*policy.actors, *operational.actors})
    assert both == len({*policy.actors} & {*operational.actors}) < either
    with pytest.raises(TooSmall, match=r"^3 actors"):
        qap(operational, levels["service-delivery"], actors="both")


@pytest.mark.parametrize(("full", "said"), [(0, "not tied at all"), (1, "all tied alike")])
def test_pairs_that_are_all_the_same_are_like_nothing(full: int, said: str) -> None:
    with pytest.raises(TooSmall, match=said):
        qap_of(pairs(np.full((9, 9), float(full))), pairs(random(1, 9)))


def test_two_networks_must_be_of_the_same_actors() -> None:
    with pytest.raises(CallError, match="same actors"):
        qap_of(pairs(random(1, 9)), pairs(random(1, 10)))
