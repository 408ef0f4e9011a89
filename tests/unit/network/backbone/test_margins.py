"""The most random table has the sums that are asked for, in the mean."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from coordgraph.errors import DataError
from coordgraph.network.backbone import margins as module
from coordgraph.network.backbone.margins import margins


@given(arrays.arrays(bool, st.tuples(st.integers(1, 7), st.integers(1, 9))))
def test_rows_and_columns_have_their_sums_in_the_mean(
    table: np.ndarray[tuple[int, int], np.dtype[np.bool_]],
) -> None:
    by_actor, by_mechanism = table.sum(axis=1), table.sum(axis=0)
    found = margins(by_actor, by_mechanism)
    assert np.all((found.chance >= 0) & (found.chance <= 1))
    assert np.allclose(found.chance @ found.counts, found.rows, atol=1e-6)
    alike = np.bincount(found.row, minlength=len(found.rows))
    assert np.allclose(alike @ found.chance, found.columns, atol=1e-6)


def test_equal_sums_leave_equal_chances() -> None:
    found = margins(np.array([2, 2, 2]), np.array([3, 2, 1]))
    assert found.chance.shape == (1, 3)
    assert found.chance[0] == pytest.approx([1 / 3, 2 / 3, 1.0])


def test_sums_that_are_not_reached_lead_to_another_model(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_ROUNDS", 1)
    with pytest.raises(DataError, match="the model fdsm"):
        margins(np.array([3, 2, 1]), np.array([2, 2, 1, 1]))
