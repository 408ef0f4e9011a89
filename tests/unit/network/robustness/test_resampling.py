"""Mechanisms are drawn with replacement, their actors with them."""

import numpy as np
import pytest
from hypothesis import given

import coordgraph as cg
from coordgraph.errors import CallError, TooSmall
from coordgraph.network.projection import Network, tie
from coordgraph.network.robustness.resampling import bootstrap, resampled
from coordgraph.store import Store
from tests.examples import examples
from tests.properties.strategies import networks


@given(networks())
@examples(25)
def test_each_mechanism_drawn_once_is_the_network_itself(network: Network) -> None:
    size = len(network.incidence.mechanisms)
    again = resampled(network.incidence, np.arange(size))
    assert tie(again, weight=network.weight).to_arrow() == network.ties.to_arrow()


@given(networks())
@examples(25)
def test_each_mechanism_drawn_twice_doubles_every_weight(network: Network) -> None:
    places = np.repeat(np.arange(len(network.incidence.mechanisms)), 2)
    ties = tie(resampled(network.incidence, places), weight=network.weight)
    assert ties.source.tolist() == network.ties.source.tolist()
    assert ties.weight == pytest.approx(2 * network.ties.weight)


def test_strength_is_expected_to_be_what_it_is_and_degree_to_be_lower(dataset: Store) -> None:
    network = cg.project(dataset, network="practices")
    strength = bootstrap(network, "strength", draws=400).to_pylist()
    total = sum(row["value"] for row in strength)
    assert sum(row["expected"] for row in strength) == pytest.approx(total, rel=0.05)
    degree = bootstrap(network, "degree", draws=99).to_pylist()
    assert sum(row["expected"] for row in degree) < sum(row["value"] for row in degree)
    assert all(row["value_low"] <= row["value_high"] for row in degree)


def test_the_same_seed_gives_the_same_table(dataset: Store) -> None:
    network = cg.project(dataset, network="practices")
    one, two, other = (bootstrap(network, draws=20, seed=seed) for seed in (1, 1, 2))
    assert one == two != other


def test_what_is_too_small_or_no_share_is_refused(dataset: Store) -> None:
    store = dataset
    network = cg.project(store, network="practices", level="operational")
    with pytest.raises(TooSmall, match="too few to resample"):
        bootstrap(network)
    with pytest.raises(CallError, match="no confidence"):
        bootstrap(cg.project(store), confidence=1)
