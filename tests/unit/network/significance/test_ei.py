"""Ties lead out of parts or stay inside, and chance deals the parts anew."""

from dataclasses import replace

import numpy as np
import pytest

import coordgraph as cg
from coordgraph.errors import TooSmall
from coordgraph.network.projection import Network
from coordgraph.network.significance.ei import ei, ei_index
from coordgraph.store import Store


def test_the_practices_keep_inside_their_countries(network: Network) -> None:
    (row,) = ei(network, draws=199).to_pylist()
    assert (row["internal"], row["external"]) == (57, 6)
    assert row["ei"] == pytest.approx((6 - 57) / 63)
    assert row["p_low"] == 0.005
    assert row["p_high"] == 1


def test_what_is_expected_is_the_share_of_pairs_between_parts(network: Network) -> None:
    (row,) = ei(network, draws=499).to_pylist()
    parts = [actor.country for actor in network.actors.values() if actor.country]
    sizes = np.unique(parts, return_counts=True)[1]
    within = (sizes * (sizes - 1)).sum() / (len(parts) * (len(parts) - 1))
    assert row["expected"] == pytest.approx(1 - 2 * within, abs=4 * row["sd"] / 499**0.5)


def test_parts_and_actors_add_up_to_the_network(network: Network) -> None:
    (whole,) = ei_index(network).to_pylist()
    parts = ei_index(network, of="parts").to_pylist()
    actors = ei_index(network, of="actors").to_pylist()
    assert sum(row["internal"] for row in parts) == whole["internal"]
    assert sum(row["external"] for row in parts) == 2 * whole["external"]
    for name in ("internal", "external"):
        assert sum(row[name] or 0 for row in actors) == 2 * whole[name]
    assert [row["ei"] for row in actors if not row["part"]] == [None, None]
    assert len(actors) == len(network.actors)


def test_parts_are_tested_each(network: Network) -> None:
    rows = ei(network, of="parts", draws=199).to_pylist()
    assert [row["part"] for row in rows] == ["ARG", "BRA", "MEX", "PRY", "URY"]
    assert {row["p_low"] for row in rows if row["part"] in {"ARG", "BRA"}} == {0.005}
    alone = next(row for row in rows if row["part"] == "PRY")
    assert (alone["ei"], alone["p_high"]) == (1, 1)
    assert alone["draws"] < 199
    assert ei(network, of="parts", draws=199).to_pylist() == rows


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ("none", "all of one part"),
        ("one", "fewer than 100"),
    ],
)
def test_parts_that_leave_chance_no_room_are_refused(
    network: Network, by: str, said: str
) -> None:
    parts = dict.fromkeys(network.actors, "a")
    if by == "one":
        parts[next(iter(parts))] = "b"
    with pytest.raises(TooSmall, match=said):
        ei(network, parts)


def test_few_actors_are_refused_but_have_an_index(dataset: Store) -> None:
    small = cg.project(dataset, practice="siaci")
    with pytest.raises(TooSmall, match=r"^4 actors: too small to test"):
        ei(small)
    assert ei_index(small).to_pylist() == [
        {"actors": 4, "internal": 0, "external": 6, "ei": 1.0}
    ]


def test_without_ties_there_is_nothing_to_test(network: Network) -> None:
    untied = replace(network, ties=network.ties.part(network.ties.weight < 0))
    with pytest.raises(TooSmall, match="without a tie: nothing to test"):
        ei(untied, draws=9)
