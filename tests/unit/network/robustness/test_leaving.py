"""Leaving something out gives the ranks of the network without it."""

import pytest

import coordgraph as cg
from coordgraph.errors import CallError, TooSmall, UnknownMeasure
from coordgraph.network.projection import Network
from coordgraph.network.robustness.leaving import robustness
from coordgraph.store import Store


def test_values_without_a_practice_are_those_of_the_other_mechanisms(
    dataset: Store, network: Network
) -> None:
    found = robustness(network, "strength", store=dataset, leave="practice")
    rows = {row["actor"]: row for row in found.actors.to_pylist()}
    own = {
        part: cg.centrality(cg.project(dataset, practice=part), measures=["strength"])
        for part in found.left_out["left_out"].to_pylist()
    }
    lost: dict[str, float] = {}
    for table in own.values():
        for row in table.to_pylist():
            lost[row["actor"]] = max(lost.get(row["actor"], 0), row["strength"])
    for actor, row in rows.items():
        assert row["value_least"] == row["value"] - lost[actor]
        assert row["rank_least"] <= row["rank"] <= row["rank_greatest"]


def test_nobody_rises_because_a_group_is_gone(dataset: Store, network: Network) -> None:
    found = robustness(network, store=dataset, leave="group")
    assert found.left_out["tau"].null_count == 0
    first = found.actors.to_pylist()[0]
    assert first["rank"] == first["rank_least"] == 1


def test_what_moves_an_actor_most_is_told_of_both(dataset: Store, network: Network) -> None:
    found = robustness(network, store=dataset, leave="mechanism")
    most = max(found.left_out.to_pylist(), key=lambda row: abs(row["shift"]))
    row = next(row for row in found.actors.to_pylist() if row["actor"] == most["actor"])
    assert abs(row["shift"]) == abs(most["shift"])
    assert row["rank"] + row["shift"] in (row["rank_least"], row["rank_greatest"])


def test_what_is_too_small_is_refused(dataset: Store, network: Network) -> None:
    with pytest.raises(TooSmall, match="1 to leave out"):
        robustness(network, store=dataset, leave="source")
    with pytest.raises(TooSmall, match="6 actors"):
        robustness(cg.project(dataset, practice="siaci"), store=dataset, leave="mechanism")


def test_a_wrong_call_is_said(dataset: Store, network: Network) -> None:
    with pytest.raises(UnknownMeasure):
        robustness(network, "fame", store=dataset)
    with pytest.raises(CallError, match="cannot be left out"):
        robustness(network, store=dataset, leave="actor")  # type: ignore[arg-type]


def test_how_many_are_left_out_is_told(dataset: Store, network: Network) -> None:
    told: list[int] = []
    found = robustness(network, store=dataset, leave="group", measure="katz", tick=told.append)
    assert told == [*range(1, len(found.left_out) + 1)]
