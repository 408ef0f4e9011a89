"""The projection is what a plain double loop makes of the same mechanisms."""

from collections import defaultdict
from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coordgraph.engines.networkx import MEASURES, measure, simple
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.projection import Weight, tie
from coordgraph.ties import Ties
from tests.properties.strategies import takings

Pairs = dict[tuple[str, str, str], float]
weights = st.sampled_from(["count", "newman"])


def plain(rows: set[Taking], weight: Weight) -> Pairs:
    members: defaultdict[str, set[str]] = defaultdict(set)
    levels: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        members[row.mechanism].add(row.actor)
        levels[row.mechanism].add(row.level)
    pairs: defaultdict[tuple[str, str, str], float] = defaultdict(float)
    for mechanism, actors in members.items():
        for one, other in combinations(sorted(actors), 2):
            for level in levels[mechanism]:
                pairs[one, other, level] += 1 if weight == "count" else 1 / (len(actors) - 1)
    return dict(pairs)


def fast(rows: set[Taking], weight: Weight) -> Pairs:
    return as_pairs(tie(Incidence.of(rows), weight=weight))


def as_pairs(ties: Ties) -> Pairs:
    levels = (*ties.levels, "")
    return {
        (ties.actors[source], ties.actors[target], levels[level]): weight
        for source, target, level, weight in zip(
            ties.source, ties.target, ties.level, ties.weight, strict=True
        )
    }


@given(takings(), weights)
def test_it_equals_a_double_loop(rows: set[Taking], weight: Weight) -> None:
    assert fast(rows, weight) == pytest.approx(plain(rows, weight))


@given(takings(), weights)
def test_the_mechanisms_of_a_tie_explain_its_weight(rows: set[Taking], weight: Weight) -> None:
    incidence = Incidence.of(rows)
    ties = tie(incidence, weight=weight)
    sizes = dict(zip(incidence.mechanisms, incidence.sizes(), strict=True))
    for place in range(len(ties)):
        columns = (ties.source, ties.target, ties.level)
        shared = incidence.shared(*(int(column[place]) for column in columns))
        worth = [1 if weight == "count" else 1 / (sizes[name] - 1) for name in shared]
        assert ties.weight[place] == pytest.approx(sum(worth))


@given(takings())
def test_newman_strength_counts_mechanisms_shared_with_somebody(rows: set[Taking]) -> None:
    flat = {row._replace(level="") for row in rows}
    ties = tie(Incidence.of(flat), weight="newman")
    strength = dict(simple(ties).degree(weight="weight"))
    together = {row.mechanism for row in flat if _size(flat, row.mechanism) > 1}
    for actor in ties.actors:
        own = {row.mechanism for row in flat if row.actor == actor} & together
        assert strength[actor] == pytest.approx(len(own))


def _size(rows: set[Taking], mechanism: str) -> int:
    return len({row.actor for row in rows if row.mechanism == mechanism})


@given(takings(), weights)
def test_other_names_change_nothing(rows: set[Taking], weight: Weight) -> None:
    renamed = {row._replace(actor=row.actor.swapcase()) for row in rows}
    found = {
        (a.swapcase(), b.swapcase(), c): w for (a, b, c), w in fast(renamed, weight).items()
    }
    turned = {(min(a, b), max(a, b), c): w for (a, b, c), w in found.items()}
    assert turned == pytest.approx(fast(rows, weight))


@given(takings())
def test_merging_levels_sums_weights(rows: set[Taking]) -> None:
    ties = tie(Incidence.of(rows))
    merged = as_pairs(ties.merged())
    assert sum(merged.values()) == pytest.approx(ties.weight.sum())
    assert {(a, b) for a, b, _ in merged} == {(a, b) for a, b, _ in as_pairs(ties)}


@given(rows=takings(), name=st.sampled_from(sorted(MEASURES)), weighted=st.booleans())
@settings(max_examples=60, deadline=None)
def test_measures_are_networkx_on_the_plain_graph(
    *, rows: set[Taking], name: str, weighted: bool
) -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted({row.actor for row in rows}))
    for (one, other, _), weight in plain(rows, "count").items():
        before = graph.get_edge_data(one, other, {"weight": 0.0})["weight"]
        graph.add_edge(one, other, weight=before + weight, distance=1 / (before + weight))
    ours = simple(tie(Incidence.of(rows)).merged())
    expected = measure(graph, name, weighted=weighted)
    found = measure(ours, name, weighted=weighted)
    assert np.allclose(found, expected, rtol=1e-9, atol=1e-12, equal_nan=True)
