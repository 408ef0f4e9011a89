"""Dates as precisely as they are known, never padded, and windows of time."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from coordgraph.errors import InvalidDate, InvalidWindow

__all__ = ["PartialDate", "Window", "in_force"]

_SHAPE = re.compile(r"(?P<year>\d{4})(-(?P<month>\d{2})(-(?P<day>\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """The first and the last day that a date of known precision may mean."""

    earliest: date
    latest: date

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """
        Read ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``.

        Raises
        ------
        InvalidDate
            If the text has another shape, or no calendar has that day.

        Examples
        --------
        >>> PartialDate.parse("1996-02").latest
        datetime.date(1996, 2, 29)
        """
        found = _SHAPE.fullmatch(text)
        if not found:
            raise InvalidDate(text)
        year, month, day = (int(part) if part else None for part in found.group(1, 3, 5))
        assert year is not None
        try:
            return cls(date(year, month or 1, day or 1), _last(year, month, day))
        except (ValueError, calendar.IllegalMonthError):
            raise InvalidDate(text) from None


def _last(year: int, month: int | None, day: int | None) -> date:
    if month is None:
        return date(year, 12, 31)
    return date(year, month, day or calendar.monthrange(year, month)[1])


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """The days from a first to a last one, both of them in it; open ends are very far."""

    first: date = date.min
    last: date = date.max

    @classmethod
    def parse(cls, text: str) -> "Window":
        """
        Read ``FROM/TO``, each as precisely as known, either left out where it is open.

        FROM counts from the first day that it may mean, TO up to the last.

        Raises
        ------
        InvalidWindow
            If the text has another shape, or TO comes before FROM.

        Examples
        --------
        >>> str(Window.parse("1990/1994-06"))
        '1990-01-01/1994-06-30'
        >>> str(Window.parse("1990/"))
        '1990-01-01/'
        """
        start, slash, end = text.partition("/")
        try:
            found = cls(
                PartialDate.parse(start).earliest if start else date.min,
                PartialDate.parse(end).latest if end else date.max,
            )
        except InvalidDate:
            raise InvalidWindow(text) from None
        if not slash or not (start or end) or found.last < found.first:
            raise InvalidWindow(text)
        return found

    def __str__(self) -> str:
        """Write it as it is read; an open end is empty."""
        first = "" if self.first == date.min else self.first.isoformat()
        last = "" if self.last == date.max else self.last.isoformat()
        return f"{first}/{last}"

    def __contains__(self, day: date) -> bool:
        """Say whether a day is in it."""
        return self.first <= day <= self.last


def in_force(day: date, start: str | None, end: str | None) -> bool:
    """
    Say whether something that starts and ends on partly known dates may hold on a day.

    An unknown bound is open.  A bound known to the year or month counts from its first
    possible day, or up to its last; what ends on a day no longer holds on it.

    >>> in_force(date(1997, 6, 1), "1997", None)
    True
    >>> in_force(date(1997, 6, 1), "1990", "1997-06-01")
    False
    """
    if start is not None and PartialDate.parse(start).earliest > day:
        return False
    if end is None:
        return True
    bound = PartialDate.parse(end)
    precise = bound.earliest == bound.latest
    return day < bound.latest if precise else day <= bound.latest
