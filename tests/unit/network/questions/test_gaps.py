"""Gaps are the differences of two sets of pairs."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import coordgraph as cg
from coordgraph.errors import CallError, UnknownLevel
from coordgraph.namespace import LEVELS
from coordgraph.network.projection import Network
from coordgraph.network.questions.gaps import assess_gaps
from coordgraph.store import Store
from tests.examples import examples
from tests.properties.strategies import networks

two_levels = st.permutations(LEVELS).map(lambda levels: levels[:2])


def met(network: Network) -> dict[tuple[str, str, str], set[str]]:
    """Return the mechanisms in which each pair meets at each level."""
    incidence = network.incidence
    names = (*incidence.levels, "")
    rows = [
        (incidence.actors[actor], incidence.mechanisms[mechanism], names[level])
        for actor, mechanism, level in zip(
            incidence.actor, incidence.mechanism, incidence.level, strict=True
        )
    ]
    found: dict[tuple[str, str, str], set[str]] = {}
    for (one, through, level), (other, *same) in combinations(rows, 2):
        if one != other and same == [through, level]:
            found.setdefault((min(one, other), max(one, other), level), set()).add(through)
    return found


@given(networks(), two_levels)
@examples(25)
def test_they_are_differences_of_sets(network: Network, levels: list[str]) -> None:
    found, meetings = assess_gaps(network, levels=levels), met(network)
    pairs = [{(one, other) for one, other, at in meetings if at == level} for level in levels]
    assert found.tied == (len(pairs[0]), len(pairs[1]))
    assert found.both == len(pairs[0] & pairs[1])
    (one, other), (at_one, at_other) = levels, pairs
    expected = [
        *((*pair, one, other) for pair in sorted(at_one - at_other)),
        *((*pair, other, one) for pair in sorted(at_other - at_one)),
    ]
    rows = found.table.to_pylist()
    keys = ("source", "target", "level", "missing")
    assert [tuple(row[key] for key in keys) for row in rows] == expected
    for row in rows:
        pair = (row["source"], row["target"])
        assert set(row["mechanisms"]) == meetings[(*pair, row["level"])]
        assert row["unstated"] == len(meetings.get((*pair, ""), ()))
        others = [level for level in LEVELS if level not in levels]
        assert row["also_at"] == [level for level in others if (*pair, level) in meetings]


def test_policy_agreed_and_not_acted_on_is_found(network: Network) -> None:
    found = cg.assess_gaps(network)
    assert (found.tied, found.both) == ((21, 9), 3)
    first = found.table.to_pylist()[0]
    assert first["source"].endswith("/afip")
    assert first["target"].endswith("/mteyss")
    assert [name.rpartition("/")[2] for name in first["also_at"]] == ["operational"]


def test_levels_are_named_by_slug_or_iri(network: Network) -> None:
    by_slug = assess_gaps(network, levels=("policy", "operational"))
    assert by_slug.table == assess_gaps(network, levels=LEVELS[:2]).table
    with pytest.raises(UnknownLevel, match="'street'"):
        assess_gaps(network, levels=("policy", "street"))


def test_one_level_has_no_gap_to_itself(network: Network, dataset: Store) -> None:
    with pytest.raises(CallError, match="two different"):
        assess_gaps(network, levels=("policy", "policy"))
    with pytest.raises(CallError, match="select none"):
        assess_gaps(cg.project(dataset, level="policy"))
