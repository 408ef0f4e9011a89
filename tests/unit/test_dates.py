"""Dates are as precise as they are known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordgraph.dates import PartialDate, in_force
from coordgraph.errors import InvalidDate


@given(st.dates())
def test_a_day_means_itself(day: date) -> None:
    assert PartialDate.parse(day.isoformat()) == PartialDate(day, day)


@given(st.dates())
def test_a_day_lies_within_its_month_and_year(day: date) -> None:
    for text in (day.isoformat()[:7], day.isoformat()[:4]):
        partial = PartialDate.parse(text)
        assert partial.earliest <= day <= partial.latest


@pytest.mark.parametrize(
    "text", ["", "97", "1997-13", "1997-00-00", "1997-02-30", "1997-1-1", "15.12.1997", "1997-"]
)
def test_what_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(InvalidDate, match="Write YYYY-MM-DD, YYYY-MM or YYYY"):
        PartialDate.parse(text)


DAY = date(1997, 6, 15)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (None, None, True),
        ("1997-06-15", None, True),
        ("1997-06-16", None, False),
        ("1997", None, True),
        ("1998", None, False),
        (None, "1997-06-15", False),
        (None, "1997-06-16", True),
        (None, "1997-06", True),
        (None, "1997", True),
        (None, "1996", False),
        ("1990", "2000", True),
    ],
)
def test_what_holds_on_a_day(start: str | None, end: str | None, *, expected: bool) -> None:
    assert in_force(DAY, start, end) is expected
