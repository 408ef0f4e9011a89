"""The load is the product that its page says, by plain sets and shares."""

from collections import defaultdict

import pytest
from hypothesis import given

import coordgraph as cg
from coordgraph.network.projection import Network, graph_keys
from coordgraph.network.questions.load import assess_load
from coordgraph.store import Store
from tests.examples import examples
from tests.properties.strategies import networks


def effective(shares: dict[str, float]) -> float | None:
    """Return the reciprocal of the sum of squared shares."""
    whole = sum(shares.values())
    return 1 / sum((one / whole) ** 2 for one in shares.values()) if whole else None


def met(network: Network, actor: str) -> list[tuple[str, str, float]]:
    """Return counterpart, level and weight of each tie of an actor."""
    keys = zip(graph_keys(network.ties), network.ties.weight.tolist(), strict=True)
    return [
        (target if source == actor else source, level, weight)
        for (source, target, level), weight in keys
        if actor in (source, target)
    ]


def effective_countries(network: Network, actor: str) -> float | None:
    home = network.actors[actor].country.split()
    by_country: defaultdict[str, float] = defaultdict(float)
    for other, _, weight in met(network, actor):
        known = network.actors[other].country.split()
        for country in known:
            by_country[country] += weight / len(known)
    abroad = {name: weight for name, weight in by_country.items() if name not in home}
    if not home:
        return effective(abroad)
    whole = sum(by_country.values())
    share = sum(abroad.values()) / whole if whole else 0
    return 1 + share * (effective(abroad) or 0)


def plain(network: Network, actor: str) -> dict[str, float | None]:
    ties = met(network, actor)
    others = {other for other, _, _ in ties}
    countries = {
        country for one in {actor, *others} for country in network.actors[one].country.split()
    }
    by_level: defaultdict[str, float] = defaultdict(float)
    for _, level, weight in ties:
        if level:
            by_level[level] += weight
    strength = sum(weight for _, _, weight in ties)
    even = [effective(by_level), effective_countries(network, actor)]
    return {
        "counterparts": len(others),
        "levels": len(by_level),
        "countries": len(countries),
        "load": len(others) * max(len(by_level), 1) * max(len(countries), 1),
        "strength": strength,
        "effective_levels": even[0],
        "effective_countries": even[1],
        "weighted_load": strength * (even[0] or 1) * (even[1] or 1),
    }


@given(networks())
@examples(25)
def test_it_is_the_product_of_its_factors(network: Network) -> None:
    for row in assess_load(network).to_pylist():
        expected = plain(network, row["actor"])
        assert {name: row[name] for name in expected} == pytest.approx(expected)


@given(networks())
@examples(25)
def test_even_spread_is_the_most_that_counts(network: Network) -> None:
    for row in assess_load(network).to_pylist():
        for whole, even in (
            ("levels", "effective_levels"),
            ("countries", "effective_countries"),
        ):
            if row[whole]:
                assert 1 - 1e-9 <= row[even] <= row[whole] + 1e-9
            else:
                assert row[even] is None


def test_the_states_of_siaci_carry_four_countries_at_two_levels(dataset: Store) -> None:
    table = cg.assess_load(cg.project(dataset, network="practices")).to_pylist()
    rows = {row["actor"].rpartition("/")[2]: row for row in table}
    argentina = rows["state-arg"]
    assert [argentina[name] for name in ("counterparts", "levels", "countries", "load")] == [
        4, 2, 4, 32
    ]  # fmt: skip
    assert rows["oiss"]["countries"] == 4
    assert rows["mteyss"]["load"] == 7 * 3 * 1
    assert table[0]["load"] == max(row["load"] for row in table)
