"""A small timeline: a mark for each moment, stacked where they stand too close."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coordgraph.publish.site.life import Moment
from coordgraph.store import text

__all__ = ["Mark", "Timeline", "timeline"]

_WIDTH, _LEFT, _RIGHT = 740.0, 24.0, 716.0
_APART, _RISE = 11.0, 11.0
_NAMED, _MOST = 6, 250
_LINE = 17.0
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
_MOST_TICKS = 9


@dataclass(frozen=True, slots=True)
class Mark:
    """
    A moment on the line.

    Attributes
    ----------
    moment
        What happened.
    x, y
        Where its mark stands.
    label
        The height of its label, or None if the moments are too many for labels.
    """

    moment: Moment
    x: float
    y: float
    label: float | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """
    A drawing of moments along a line of years.

    Attributes
    ----------
    marks
        The moments, in order.
    ticks
        Years and their places.
    base
        The height of the line.
    width, height
        How large the drawing is.
    """

    marks: tuple[Mark, ...]
    ticks: tuple[tuple[int, float], ...]
    base: float
    width: float
    height: float

    @property
    def first(self) -> str:
        """The first date."""
        return text(self.marks[0].moment.date)

    @property
    def last(self) -> str:
        """The last date."""
        return text(self.marks[-1].moment.date)


def timeline(moments: Sequence[Moment]) -> Timeline | None:
    """
    Return the drawing of the moments whose dates are known.

    None, if there are no two of different dates, or too many for marks to be told apart.
    """
    dated = [(year, moment) for moment in moments if (year := _year(moment)) is not None]
    if len({year for year, _ in dated}) < 2 or len(dated) > _MOST:
        return None
    ticks = _ticks([year for year, _ in dated])
    start, end = ticks[0], ticks[-1]
    scale = (_RIGHT - _LEFT) / (end - start)
    places = [_LEFT + scale * (year - start) for year, _ in dated]
    heights = _stacked(places)
    labels = [_LINE * (row + 1) for row, _ in enumerate(dated)] if len(dated) <= _NAMED else []
    base = (labels[-1] if labels else 0) + _RISE * max(heights) + 24
    marks = tuple(
        Mark(moment, place, base - 8 - _RISE * height, labels[row] if labels else None)
        for row, ((_, moment), place, height) in enumerate(
            zip(dated, places, heights, strict=True)
        )
    )
    shown = tuple((year, _LEFT + scale * (year - start)) for year in ticks)
    return Timeline(marks, shown, base, _WIDTH, base + 28)


def _year(moment: Moment) -> float | None:
    """Return the date as a number of years; where only a year is known, its beginning."""
    found = _DATE.match(text(moment.date))
    if found is None:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    return year + (month - 1) / 12 + (day - 1) / 366


def _ticks(years: Sequence[float]) -> range:
    """Return round years from before the first to after the last, not too many."""
    for step in _STEPS:
        first = int(min(years) // step) * step
        last = int(-(-max(years) // step)) * step
        if (last - first) / step <= _MOST_TICKS - 1 or step == _STEPS[-1]:
            return range(first, max(last, first + step) + 1, step)
    raise AssertionError("the last step always fits")


def _stacked(places: Sequence[float]) -> list[int]:
    """Return how high each mark stands, so that none covers an earlier one."""
    tops: list[float] = []
    heights = []
    for place in places:
        free = next((row for row, end in enumerate(tops) if place - end >= _APART), len(tops))
        if free == len(tops):
            tops.append(place)
        else:
            tops[free] = place
        heights.append(free)
    return heights
