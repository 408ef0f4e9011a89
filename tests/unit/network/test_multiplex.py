"""Measures of layers are what sets of counterparts say."""

from collections import defaultdict
from collections.abc import Set as AbstractSet
from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from coordgraph.namespace import LEVELS
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.multiplex import Multiplex, Unstated
from coordgraph.network.projection import tie
from tests.examples import examples
from tests.properties.strategies import takings

unstated = st.sampled_from(["drop", "keep"])


def multiplex(rows: set[Taking], how: Unstated = "drop") -> Multiplex:
    return Multiplex.of(tie(Incidence.of(rows)), unstated=how)


def counterparts(rows: set[Taking], how: Unstated) -> dict[str, dict[str, set[str]]]:
    """Return the counterparts of each actor at each layer, by a plain loop."""
    found: dict[str, dict[str, set[str]]] = {row.actor: defaultdict(set) for row in rows}
    for one in rows:
        for other in rows:
            together = one.mechanism == other.mechanism and one.level == other.level
            if together and one.actor != other.actor and (one.level or how == "keep"):
                found[one.actor][one.level].add(other.actor)
    return found


@given(takings(), unstated)
@examples(25)
def test_neighbourhoods_are_sets_of_counterparts(rows: set[Taking], how: Unstated) -> None:
    found, expected = multiplex(rows, how), counterparts(rows, how)
    for place, actor in enumerate(found.ties.actors):
        by_layer = [expected[actor][layer] for layer in found.layers]
        everyone = set().union(*by_layer)
        alone = [
            own - set().union(*(other for other in by_layer if other is not own))
            for own in by_layer
        ]
        assert found.degree[:, place].tolist() == list(map(len, by_layer))
        assert found.exclusive[:, place].tolist() == list(map(len, alone))
        assert found.neighbours[place] == len(everyone)
        assert found.levels[place] == len(list(filter(None, by_layer)))
        shares = [len(own) / len(everyone) if everyone else np.nan for own in by_layer]
        assert found.relevance[:, place] == pytest.approx(shares, nan_ok=True)


@given(takings(), unstated)
@examples(25)
def test_participation_is_battistons(rows: set[Taking], how: Unstated) -> None:
    found = multiplex(rows, how)
    count = len(found.layers)
    for place in range(len(found.ties.actors)):
        degrees = found.degree[:, place].tolist()
        whole = sum(degrees)
        if whole == 0 or count < 2:
            assert np.isnan(found.participation[place])
            continue
        spread = count / (count - 1) * (1 - sum((one / whole) ** 2 for one in degrees))
        assert found.participation[place] == pytest.approx(spread)
        assert -1e-12 < spread < 1 + 1e-12


def test_even_ties_participate_fully_and_ties_at_one_level_do_not() -> None:
    rows = {
        *(Taking(actor, "m", level) for actor in "ab" for level in LEVELS),
        *(Taking(actor, "n", LEVELS[0]) for actor in "cd"),
    }
    assert multiplex(rows).participation.tolist() == pytest.approx([1, 1, 0, 0])


def parts(rows: set[Taking], how: Unstated) -> dict[str, set[frozenset[str]]]:
    """Return the connected components of each layer."""
    found = {}
    for layer in {row.level for row in rows if row.level or how == "keep"}:
        graph: nx.Graph[str] = nx.Graph()
        for one, other in combinations([row for row in rows if row.level == layer], 2):
            if one.mechanism == other.mechanism and one.actor != other.actor:
                graph.add_edge(one.actor, other.actor)
        found[layer] = {frozenset(part) for part in nx.connected_components(graph)}
    return found


def joined(rows: set[Taking], how: Unstated, *, without: AbstractSet[str] = frozenset()) -> int:
    """Return how many pairs of parts are joined by actors, some left out."""
    graph: nx.Graph[object] = nx.Graph()
    for layer, components in parts(rows, how).items():
        for part in components:
            graph.add_node((layer, part))
            graph.add_edges_from(((layer, part), actor) for actor in part - without)
    sizes = [
        sum(isinstance(node, tuple) for node in piece)
        for piece in nx.connected_components(graph)
    ]
    return sum(size * (size - 1) // 2 for size in sizes)


@given(takings(), unstated)
@examples(25)
def test_bridges_are_the_pairs_of_parts_that_nobody_else_joins(
    rows: set[Taking], how: Unstated
) -> None:
    found = multiplex(rows, how)
    whole = joined(rows, how)
    for actor, bridges in zip(found.ties.actors, found.bridges.tolist(), strict=True):
        assert bridges == whole - joined(rows, how, without={actor})


def test_who_alone_works_at_two_levels_bridges_them() -> None:
    rows = {
        *(Taking(actor, "m", LEVELS[0]) for actor in "ab"),
        *(Taking(actor, "n", LEVELS[2]) for actor in "bc"),
    }
    assert multiplex(rows).bridges.tolist() == [0, 1, 0]
    rows |= {Taking("a", "n", LEVELS[2])}
    assert multiplex(rows).bridges.tolist() == [0, 0, 0]


@given(takings(), unstated)
@examples(25)
def test_pairs_of_layers_are_compared_as_sets(rows: set[Taking], how: Unstated) -> None:
    found = multiplex(rows, how)
    expected = counterparts(rows, how)
    tied = {
        layer: {
            frozenset({actor, other}) for actor in expected for other in expected[actor][layer]
        }
        for layer in found.layers
    }
    active = {layer: set().union(*tied[layer]) for layer in found.layers}
    for pair in found.pairs():
        one, other = found.layers[pair.one], found.layers[pair.other]
        both = tied[one] & tied[other]
        shared = sorted(active[one] & active[other])
        assert (pair.actors, pair.ties) == (len(shared), len(both))
        if tied[one] and tied[other]:
            assert pair.jaccard_ties == len(both) / len(tied[one] | tied[other])
            assert pair.jaccard_actors == len(shared) / len(active[one] | active[other])
            assert pair.overlap == len(both) / len(tied[one])
            assert pair.overlap_other == len(both) / len(tied[other])
        degrees = [[len(expected[actor][layer]) for actor in shared] for layer in (one, other)]
        if len(shared) < 3 or any(len(set(row)) == 1 for row in degrees):
            assert np.isnan(pair.degree_correlation)
            assert np.isnan(pair.rank_correlation)
        else:
            assert pair.degree_correlation == pytest.approx(stats.pearsonr(*degrees).statistic)
            assert pair.rank_correlation == pytest.approx(stats.spearmanr(*degrees).statistic)


def test_three_actors_at_two_layers_are_enough_for_a_correlation() -> None:
    low = {Taking(actor, name, LEVELS[0]) for name in ("ab", "bc") for actor in name}
    high = {Taking(actor, f"{name}2", LEVELS[2]) for name in ("ac", "bc") for actor in name}
    (pair,) = multiplex({*low, *high}).pairs()
    assert pair.actors == 3
    assert pair.degree_correlation == pytest.approx(-0.5)


@given(takings())
@examples(25)
def test_exclusive_ties_and_shared_ones_are_all(rows: set[Taking]) -> None:
    found = multiplex(rows, "keep")
    assert found.alone_at().sum() <= len(found.ties.merged())
    assert found.exclusive.sum() == 2 * found.alone_at().sum()
    assert found.overlapping.sum() == 2 * len(found.ties)
    assert found.strength.sum() == pytest.approx(2 * found.ties.weight.sum())


def test_no_stated_level_is_no_layer_unless_asked_for() -> None:
    rows = {Taking("a", "m", ""), Taking("b", "m", "")}
    assert Multiplex.of(tie(Incidence.of(rows))).layers == ()
    assert multiplex(rows).layers == ()
    assert multiplex(rows).neighbours.tolist() == [0, 0]
    assert multiplex(rows).bridges.tolist() == [0, 0]
    assert multiplex(rows, "keep").layers == multiplex(rows, "keep").ties.levels == ("",)
    assert multiplex(rows, "keep").degree.tolist() == [[1, 1]]
