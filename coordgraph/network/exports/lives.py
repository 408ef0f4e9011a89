"""
Since when and until when each actor takes part in each mechanism, by what is known.

A mechanism binds an actor from when both have begun until the first of them ends.  Bounds are
read as `coordgraph.network.instruments` reads them: one known to the year or month counts from
its first possible day, or up to its last; what is only signed begins with its signature; the
entry into force of a successor ends what it replaces.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

import numpy as np

from coordgraph.dates import PartialDate
from coordgraph.errors import DataError, InvalidDate
from coordgraph.namespace import ID
from coordgraph.network.directed import Projected
from coordgraph.network.exports.relations import acting, keys_of, places
from coordgraph.network.incidence import Incidence
from coordgraph.network.instruments import Instrument, instruments
from coordgraph.network.takings import NOBODY, Named, read_takings
from coordgraph.store import Store
from coordgraph.ties import Ints

__all__ = ["ALWAYS", "NEVER", "UNKNOWN", "Lives", "read_lives"]

ALWAYS = date.max.toordinal() + 1
"""The day on which nothing ends that goes on."""

NEVER = 0
"""The day before all days, since when nothing has begun."""

UNKNOWN = -1
"""The place of a bound that nothing tells."""

_NOT_IN_FORCE = f"{ID}agreement-status/signed-not-in-force"


class _Bound(NamedTuple):
    day: int
    text: str
    by: str


@dataclass(frozen=True, slots=True, eq=False)
class Lives:
    """
    How long each actor takes part in each mechanism; several rows if it left and came back.

    Attributes
    ----------
    key
        The actor and the mechanism, as `keys_of` numbers them; sorted.
    start, end
        The first day, and the first day after, as `date.toordinal` counts; `NEVER` and
        `ALWAYS` where nothing tells.  An end at or before its start: on no day.
    first, last
        Places in ``bounds`` of what these days are of; `UNKNOWN` where nothing tells.
    bounds
        Dates as precisely as known, and what they are of: ``participation``, ``in-force``,
        ``signature``, ``end`` or ``successor``.
    """

    key: Ints
    start: Ints
    end: Ints
    first: Ints
    last: Ints
    bounds: tuple[tuple[str, str], ...]

    def rows(self, keys: Ints) -> tuple[Ints, Ints]:
        """Return the first row of each key, and how many there are."""
        low = np.searchsorted(self.key, keys, side="left")
        return low, np.searchsorted(self.key, keys, side="right") - low


def read_lives(store: Store, network: Projected) -> Lives:
    """
    Return how long the actors of a network take part in its mechanisms.

    Raises
    ------
    DataError
        If a date is none; the error names the mechanism.
    """
    takings = read_takings(store, dated=True)
    incidence = network.incidence
    at = places(acting(store, network, takings.actor), incidence.actors)
    keys = keys_of(network, at, places(takings.mechanism, incidence.mechanisms))
    dated = np.column_stack([keys, takings.start.place, takings.end.place])
    rows = np.unique(dated[keys != NOBODY], axis=0)
    return _bounded(rows, (takings.start, takings.end), incidence, instruments(store))


def _bounded(
    rows: Ints,
    dates: tuple[Named, Named],
    incidence: Incidence,
    known: Mapping[str, Instrument],
) -> Lives:
    of = rows[:, 0] % max(len(incidence.mechanisms), 1)
    lives = [_life(name, known.get(name, Instrument())) for name in incidence.mechanisms]
    table = _Bounds()
    begun = [table.column((life[0] for life in lives), NEVER)]
    ended = [table.column((life[1] for life in lives), ALWAYS)]
    begun.append(table.column(map(_start, dates[0].names.to_pylist()), NEVER))
    ended.append(table.column(map(_end, dates[1].names.to_pylist()), ALWAYS))
    start, first = _picked(begun, (of, rows[:, 1]), np.argmax)
    end, last = _picked(ended, (of, rows[:, 2]), np.argmin)
    bounds, place = table.sorted()
    return Lives(rows[:, 0], start, end, place[first], place[last], bounds)


class _Bounds:
    """Collects dates and what they are of, and gives days and places."""

    def __init__(self) -> None:
        self.bounds: list[tuple[str, str]] = []

    def column(self, found: Iterable[_Bound | None], otherwise: int) -> tuple[Ints, Ints]:
        """Return the day and place of each bound, and, last, those of an unknown one."""
        days, places = [], []
        for bound in found:
            days.append(otherwise if bound is None else bound.day)
            if bound is None or not bound.text:
                places.append(UNKNOWN)
                continue
            places.append(len(self.bounds))
            self.bounds.append((bound.text, bound.by))
        return np.array([*days, otherwise]), np.array([*places, UNKNOWN])

    def sorted(self) -> tuple[tuple[tuple[str, str], ...], Ints]:
        """Return the different bounds in order, and where each collected one is of these."""
        different = sorted(set(self.bounds))
        where = {bound: place for place, bound in enumerate(different)}
        places = [*(where[bound] for bound in self.bounds), UNKNOWN]
        return tuple(different), np.array(places)


def _picked(
    columns: list[tuple[Ints, Ints]],
    rows: tuple[Ints, Ints],
    which: Callable[..., Ints],
) -> tuple[Ints, Ints]:
    """Return of two bounds a row the one that binds: the later start, the earlier end."""
    days = np.stack([days[at] for (days, _), at in zip(columns, rows, strict=True)])
    places = np.stack([places[at] for (_, places), at in zip(columns, rows, strict=True)])
    # The mechanism's own bound stands first and is taken where both are of one day.
    chosen = which(days, axis=0)
    across = np.arange(days.shape[1])
    return days[chosen, across], places[chosen, across]


_parsed = cache(PartialDate.parse)


def _life(name: str, known: Instrument) -> tuple[_Bound | None, _Bound | None]:
    """Return the bounds of a mechanism."""
    try:
        starts = [_start(text, "in-force") for text in known.starts]
        starts = starts or [_start(text, "signature") for text in known.signed]
        ends = [_end(text, "end") for text in known.ends]
        after = [_successor(text) for text in known.successors]
    except InvalidDate as error:
        raise DataError(f"{name}: {error}") from None
    begin = min(filter(None, starts), default=None)
    if _NOT_IN_FORCE in known.statuses:
        return begin, _Bound(begin.day if begin else NEVER, "", "")
    return begin, max(filter(None, ends), default=None) or min(after, default=None)


def _start(text: str, by: str = "participation") -> _Bound:
    return _Bound(_parsed(text).earliest.toordinal(), text, by)


def _end(text: str, by: str = "participation") -> _Bound:
    bound = _parsed(text)
    after = 0 if bound.earliest == bound.latest else 1
    return _Bound(bound.latest.toordinal() + after, text, by)


def _successor(text: str) -> _Bound:
    return _Bound(_parsed(text).latest.toordinal(), text, "successor")
