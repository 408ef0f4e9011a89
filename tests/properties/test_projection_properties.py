"""The projection is what a plain double loop makes of the same mechanisms."""

import math
from collections import defaultdict
from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordgraph.engines.networkx import MEASURES, measure, simple
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.projection import Network, tie
from coordgraph.network.weights import WEIGHTS, Weight, is_summed
from coordgraph.ties import Ties
from tests.examples import examples
from tests.properties.strategies import takings

Pairs = dict[tuple[str, str, str], float]
weights = st.sampled_from(WEIGHTS)
summed = st.sampled_from([weight for weight in WEIGHTS if is_summed(weight)])


def plain(rows: set[Taking], weight: Weight) -> Pairs:
    taken: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    members: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        taken[row.actor, row.level].add(row.mechanism)
        members[row.mechanism].add(row.actor)
    found = {}
    for (one, level), (other, its_level) in combinations(sorted(taken), 2):
        shared = taken[one, level] & taken[other, its_level]
        if one == other or level != its_level or not shared:
            continue
        either = taken[one, level] | taken[other, level]
        sizes = [len(taken[one, level]), len(taken[other, level])]
        found[one, other, level] = {
            "count": float(len(shared)),
            "newman": sum(1 / (len(members[name]) - 1) for name in shared),
            "jaccard": len(shared) / len(either),
            "cosine": len(shared) / math.sqrt(math.prod(sizes)),
            "overlap": len(shared) / min(sizes),
        }[weight]
    return found


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


@given(takings(), summed)
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


@given(takings(), weights)
def test_a_network_merges_levels_as_its_weight_needs(rows: set[Taking], weight: Weight) -> None:
    incidence = Incidence.of(rows)
    network = Network(incidence, tie(incidence, weight=weight), {}, weight)
    flat = {row._replace(level="") for row in rows}
    expected: defaultdict[tuple[str, str, str], float] = defaultdict(float)
    for (one, other, level), value in plain(
        rows if is_summed(weight) else flat, weight
    ).items():
        del level
        expected[one, other, ""] += value
    assert as_pairs(network.merged()) == pytest.approx(dict(expected))


@given(takings(), st.sampled_from(["jaccard", "cosine", "overlap"]))
def test_shares_are_above_0_and_at_most_1(rows: set[Taking], weight: Weight) -> None:
    shares = tie(Incidence.of(rows), weight=weight).weight
    assert ((shares > 0) & (shares <= 1)).all()


@given(rows=takings(), name=st.sampled_from(sorted(MEASURES)), weighted=st.booleans())
@examples(60)
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
