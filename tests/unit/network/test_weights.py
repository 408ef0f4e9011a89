"""A weight is what its definition says of the mechanisms of two actors."""

import pytest

import coordgraph as cg
from coordgraph.errors import UnknownWeight
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.projection import Network, tie
from coordgraph.network.weights import WEIGHTS, Weight
from coordgraph.store import Store

POLICY, STREET = "urn:policy", "urn:street"
ROWS = {
    *(Taking("urn:a", f"urn:{number}", POLICY) for number in range(4)),
    *(Taking("urn:b", f"urn:{number}", POLICY) for number in range(3, 5)),
    Taking("urn:a", "urn:7", STREET),
    Taking("urn:b", "urn:7", STREET),
    Taking("urn:c", "urn:7", STREET),
}


def network(weight: Weight) -> Network:
    incidence = Incidence.of(ROWS)
    return Network(incidence, tie(incidence, weight=weight), {}, weight)


@pytest.mark.parametrize(
    ("weight", "expected"),
    [
        ("count", [1, 1, 1, 1]),
        ("newman", [1, 1 / 2, 1 / 2, 1 / 2]),
        ("jaccard", [1 / 5, 1, 1, 1]),
        ("cosine", [1 / 8**0.5, 1, 1, 1]),
        ("overlap", [1 / 2, 1, 1, 1]),
    ],
)
def test_shares_are_of_what_each_takes_part_in_at_the_level(
    weight: Weight, expected: list[float]
) -> None:
    assert network(weight).ties.weight.tolist() == pytest.approx(expected)


@pytest.mark.parametrize(
    ("weight", "expected"),
    [
        ("count", [2, 1, 1]),
        ("newman", [3 / 2, 1 / 2, 1 / 2]),
        ("jaccard", [2 / 6, 1 / 5, 1 / 3]),
        ("cosine", [2 / 15**0.5, 1 / 5**0.5, 1 / 3**0.5]),
        ("overlap", [2 / 3, 1, 1]),
    ],
)
def test_of_several_levels_shares_are_of_all_mechanisms_together(
    weight: Weight, expected: list[float]
) -> None:
    assert network(weight).merged().weight.tolist() == pytest.approx(expected)


def test_measures_take_shares_of_all_levels_together(dataset: Store) -> None:
    found = cg.project(dataset, practice="inter-harvest", weight="jaccard")
    merged = found.merged()
    strength = dict.fromkeys(merged.actors, 0.0)
    for one, other, share in zip(merged.source, merged.target, merged.weight, strict=True):
        strength[merged.actors[one]] += share
        strength[merged.actors[other]] += share
    table = cg.centrality(found, measures=["strength"]).to_pydict()
    assert dict(zip(table["actor"], table["strength"], strict=True)) == pytest.approx(strength)
    assert merged.weight.max() <= 1 < found.ties.merged().weight.max()


def test_a_network_without_ties_stays_so_when_merged(dataset: Store) -> None:
    found = cg.project(dataset, practice="siaci", weight="cosine", tied=False)
    assert len(found.merged()) == 0


def test_a_weight_of_another_name_is_refused(dataset: Store) -> None:
    with pytest.raises(UnknownWeight, match="Did you mean 'jaccard'"):
        cg.project(dataset, weight="jacard")  # type: ignore[arg-type]
    with pytest.raises(UnknownWeight, match=f"Known are: {', '.join(WEIGHTS)}"):
        tie(Incidence.of(ROWS), weight="heavy")  # type: ignore[arg-type]
