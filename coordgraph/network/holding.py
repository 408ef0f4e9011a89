"""Who took part in what on some day of a window of time, as far as the known dates tell."""

from collections.abc import Iterable
from datetime import date, timedelta

import numpy as np

from coordgraph.dates import PartialDate, Window, in_force
from coordgraph.network.instruments import Instrument, instruments, undated_parties
from coordgraph.network.takings import Takings
from coordgraph.store import Store
from coordgraph.ties import Floats

__all__ = ["held_within"]

_NOTHING = Instrument()
_DAY = timedelta(days=1)

_Row = tuple[str | None, str | None, str | None, str | None]


def held_within(store: Store, takings: Takings, window: Window) -> Floats:
    """
    Say of each row whether an actor took part in a mechanism on some day of a window.

    Parameters
    ----------
    store
        What knows the dates of mechanisms.
    takings
        Rows with the dates of the participations themselves.
    window
        A single day, or more.

    Returns
    -------
    Floats
        1 where it did, 0 where it did not, NaN where what is known does not tell.
    """
    known, unbound = instruments(store), undated_parties(store)

    def answer(row: _Row) -> float:
        mechanism, actor, start, end = row
        life = known.get(str(mechanism), _NOTHING)
        found: set[bool | None] = set()
        for day in _days(window, [*life.bounds(), start, end]):
            held = in_force(day, start, end) and life.held(day, since=start)
            found.add(None if held and (mechanism, actor) in unbound else held)
        return 1.0 if True in found else float("nan") if None in found else 0.0

    answers = {row: answer(row) for row in set(_rows(takings))}
    return np.array([answers[row] for row in _rows(takings)], dtype=np.float64)


def _rows(takings: Takings) -> Iterable[_Row]:
    columns = (takings.mechanism, takings.actor, takings.start, takings.end)
    return zip(*(column.texts() for column in columns), strict=True)


def _days(window: Window, bounds: Iterable[str | None]) -> set[date]:
    """Return the days of a window on which an answer may differ from that of the day before."""
    days = {window.first}
    if window.first == window.last:
        return days
    for bound in filter(None, bounds):
        known = PartialDate.parse(bound)
        days |= {known.earliest, known.latest}
        if known.latest < window.last:
            days.add(known.latest + _DAY)
    return {day for day in days if day in window}
