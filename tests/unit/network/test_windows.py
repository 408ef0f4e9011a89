"""Windows move over time, and each shows the network of its days."""

from datetime import date
from typing import Any

import pytest

import coordgraph as cg
from coordgraph.errors import CallError, InvalidDate, InvalidWindow
from coordgraph.network.windows import moving, windows
from coordgraph.store import Store

TREATIES: dict[str, Any] = {"network": "agreements", "between": "states", "undated": "drop"}


def test_windows_follow_each_other_unless_a_step_is_given() -> None:
    assert [str(window) for window in moving("1990", "2004", width=5)] == [
        "1990-01-01/1994-12-31",
        "1995-01-01/1999-12-31",
        "2000-01-01/2004-12-31",
    ]
    overlapping = moving("1990", "2004", width=10, step=5)
    assert [str(window) for window in overlapping] == [
        "1990-01-01/1999-12-31",
        "1995-01-01/2004-12-31",
    ]


def test_windows_may_leave_years_out() -> None:
    found = moving("1990", "1999-06-30", width=1, step=4)
    assert [window.first.year for window in found] == [1990, 1994, 1998]


def test_a_leap_day_is_followed_by_the_day_after_it() -> None:
    assert [window.first for window in moving("2000-02-29", "2003", width=2)] == [
        date(2000, 2, 29),
        date(2002, 3, 1),
    ]


def test_no_window_goes_beyond_the_calendar() -> None:
    assert moving("9990", "9999", width=100)[-1].last == date(9999, 12, 31)


def test_each_window_has_the_network_of_its_days(dataset: Store) -> None:
    found = list(windows(dataset, "1980", "1999", width=10, **TREATIES))
    assert len(found) == 2
    for window, network in found:
        asked = cg.project(dataset, during=str(window), **TREATIES)
        assert network.selection.during == str(window)
        assert network.ties.to_arrow().equals(asked.ties.to_arrow())


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        ({"start": "1990", "end": "1980"}, InvalidWindow, "TO comes no earlier"),
        ({"start": "then", "end": "1980"}, InvalidDate, "'then' is no date"),
        ({"start": "1990", "end": "1999", "width": 0}, CallError, "a year at least: not 0"),
        ({"start": "1990", "end": "1999", "step": -1}, CallError, "a year at least: not -1"),
        ({"start": "1990", "end": "1999", "as_of": "1995"}, CallError, "leave out as_of"),
    ],
)
def test_what_is_no_window_is_refused_at_once(
    dataset: Store, call: dict[str, str | int], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        cg.windows(dataset, **call)  # type: ignore[arg-type]
