"""Measures are taken by name, and told before they are taken."""

import pytest

import coordgraph as cg
from coordgraph.errors import UnknownMeasure
from coordgraph.network.centrality import TWO_MODE, two_mode_centrality
from coordgraph.network.projection import Network


def test_a_measure_of_another_name_is_refused(network: Network) -> None:
    with pytest.raises(UnknownMeasure) as told:
        cg.centrality(network, measures=["degree", "fame"])
    assert "fame" in str(told.value)


def test_what_is_measured_next_is_told_before(network: Network) -> None:
    told: list[str] = []
    table = cg.centrality(
        network, measures=["degree", "katz", "degree", "strength"], tick=told.append
    )
    assert told == ["degree, strength", "katz"]
    assert table.column_names[4:7] == ["degree", "katz", "strength"]
    cg.centrality(network, measures=["katz"], tick=told.append)
    assert told[2:] == ["katz"]


def test_actors_are_measured_among_their_mechanisms(network: Network) -> None:
    rows = two_mode_centrality(network, measures=TWO_MODE[:1]).to_pylist()
    assert {row["actor"] for row in rows} == set(network.actors)
