"""How much of a projection is cliques, counted pair by pair."""

import math
from collections import defaultdict
from itertools import combinations

import pytest
from hypothesis import given

from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.projection import tie
from coordgraph.network.structure.cliques import cliques
from tests.examples import examples
from tests.properties.strategies import takings


@given(rows=takings())
@examples(40)
def test_it_is_what_counting_pairs_gives(rows: set[Taking]) -> None:
    members: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        members[row.mechanism].add(row.actor)
    pairs = {pair for some in members.values() for pair in combinations(sorted(some), 2)}
    alone = {tuple(sorted(some)) for some in members.values() if len(some) == 2}
    incidence = Incidence.of(rows)
    found = cliques(incidence, len(tie(incidence).merged()))
    assert found["mechanisms"] == len(members)
    assert found["participations"] == sum(map(len, members.values()))
    assert found["largest_mechanism"] == max(map(len, members.values()), default=0)
    if pairs:
        largest = found["largest_mechanism"]
        assert found["clique_share"] == pytest.approx(1 - len(alone) / len(pairs))
        assert found["largest_share"] == pytest.approx(largest * (largest - 1) / 2 / len(pairs))
    else:
        assert math.isnan(found["clique_share"])
