"""Trades keep all sums, and make every table with these sums as likely as any other."""

from collections import Counter
from itertools import combinations, product
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chisquare

from coordgraph.network.backbone.curveball import traded


@given(st.lists(st.sets(st.integers(0, 8)), max_size=6), st.integers(0, 1000))
def test_sums_of_rows_and_columns_are_kept(rows: list[set[int]], seed: int) -> None:
    before = [set(row) for row in rows]
    found = traded(rows, Random(seed))
    assert rows == before
    assert [len(row) for row in found] == [len(row) for row in rows]
    assert Counter(place for row in found for place in row) == Counter(
        place for row in rows for place in row
    )
    assert traded(rows, Random(seed)) == found


def test_every_table_is_as_likely_as_any_other() -> None:
    rows = [{0, 1}, {1, 2}, {2, 3}, {0}]
    sums = Counter(place for row in rows for place in row)
    choices = [list(combinations(range(4), len(row))) for row in rows]
    tables = [
        table
        for table in product(*choices)
        if Counter(place for row in table for place in row) == sums
    ]
    numbers = Random(3)
    drawn = Counter(
        tuple(tuple(sorted(row)) for row in traded(rows, numbers, trades=20))
        for _ in range(2000)
    )
    assert set(drawn) == set(tables)
    assert chisquare([drawn[table] for table in tables]).pvalue > 0.01
