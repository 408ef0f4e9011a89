"""Dates as precisely as they are known: a day, a month or a year, never padded."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from coordgraph.errors import InvalidDate

__all__ = ["PartialDate", "in_force"]

_SHAPE = re.compile(r"^(?P<year>\d{4})(-(?P<month>\d{2})(-(?P<day>\d{2}))?)?$")


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
        found = _SHAPE.match(text)
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
