"""The incidence says who meets whom in what, one pair or all pairs at once."""

import numpy as np
from hypothesis import given

from coordgraph.namespace import LEVELS
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.projection import tie
from tests.properties.strategies import takings


@given(takings())
def test_all_ties_at_once_rest_on_what_each_rests_on(rows: set[Taking]) -> None:
    incidence = Incidence.of(rows)
    ties = tie(incidence)
    columns = zip(ties.source.tolist(), ties.target.tolist(), ties.level.tolist(), strict=True)
    assert incidence.behind(ties).to_pylist() == [incidence.shared(*row) for row in columns]


@given(takings())
def test_some_ties_rest_on_what_they_rest_on_among_all(rows: set[Taking]) -> None:
    incidence = Incidence.of(rows)
    ties = tie(incidence)
    every_other = np.arange(len(ties)) % 2 == 0
    found = incidence.behind(ties.part(every_other)).to_pylist()
    assert found == incidence.behind(ties).to_pylist()[::2]


@given(takings())
def test_rows_are_kept_each_once_in_order(rows: set[Taking]) -> None:
    incidence = Incidence.of(rows)
    levels = (*incidence.levels, "")
    found = [
        Taking(incidence.actors[a], incidence.mechanisms[m], levels[level])
        for a, m, level in zip(
            incidence.actor, incidence.mechanism, incidence.level, strict=True
        )
    ]
    assert set(found) == rows
    assert len(found) == len(rows)
    assert [row[:2] for row in found] == sorted(row[:2] for row in found)


def test_levels_go_from_policy_to_street_others_last() -> None:
    rows = {Taking("urn:a", "urn:m", level) for level in ("urn:own", *reversed(LEVELS), "")}
    assert Incidence.of(rows).levels == (*LEVELS, "urn:own")
