"""Members of a group meet once each, the lower one first."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from coordgraph.meetings import meetings

memberships = st.sets(st.tuples(st.integers(0, 4), st.integers(0, 6)))


@given(memberships, st.sets(st.integers(0, 6)))
def test_they_are_all_pairs_of_each_group(rows: set[tuple[int, int]], wanted: set[int]) -> None:
    ordered = sorted(rows)
    group, member = (np.array([row[end] for row in ordered], int) for end in (0, 1))
    expected = [
        (one, other)
        for one, other in combinations(range(len(ordered)), 2)
        if ordered[one][0] == ordered[other][0]
    ]
    found = list(zip(*(rows.tolist() for rows in meetings(group, member)), strict=True))
    assert found == expected
    some = meetings(group, member, wanted=np.array(sorted(wanted), int))
    assert list(zip(*(rows.tolist() for rows in some), strict=True)) == [
        pair for pair in expected if ordered[pair[0]][1] in wanted
    ]
