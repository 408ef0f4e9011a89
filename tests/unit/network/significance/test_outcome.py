"""Draws say how rare a number is, and never that it cannot be."""

import numpy as np
import pytest

from coordgraph.network.significance.outcome import outcome, outcomes_table


def test_the_number_itself_counts_as_one_of_the_draws() -> None:
    found = outcome("n", 9.0, np.arange(4.0))
    assert (found.p_low, found.p_high, found.p_both) == (1.0, 0.2, 0.4)
    assert (found.expected, found.draws) == (1.5, 4)


def test_draws_that_differ_by_rounding_are_equal() -> None:
    found = outcome("n", 0.1 + 0.2, np.array([0.3, 0.3, 0.3]))
    assert found.p_low == found.p_high == 1.0


def test_draws_without_a_value_do_not_count() -> None:
    found = outcome("n", 1.0, np.array([np.nan, 2.0]))
    assert (found.draws, found.p_low) == (1, 0.5)


@pytest.mark.parametrize(("observed", "drawn"), [(np.nan, [1.0]), (1.0, [np.nan])])
def test_of_what_is_not_defined_nothing_is_said(observed: float, drawn: list[float]) -> None:
    row = outcomes_table([outcome("n", observed, np.array(drawn))]).to_pylist()[0]
    assert row["p_low"] is row["p_high"] is row["p_both"] is row["expected"] is None
