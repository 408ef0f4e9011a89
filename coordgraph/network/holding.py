"""Who took part in what on some day of a window of time, as far as the known dates tell."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from coordgraph.dates import PartialDate, Window, in_force
from coordgraph.network.instruments import Instrument, instruments, undated_parties
from coordgraph.network.takings import Takings
from coordgraph.store import Store
from coordgraph.ties import Floats

__all__ = ["Spell", "held_of", "held_within", "spells"]

_NOTHING = Instrument()
_DAY = timedelta(days=1)

_Row = tuple[str | None, str | None, str | None, str | None]


class Spell(NamedTuple):
    """
    A time that goes on until the next one begins.

    Attributes
    ----------
    first
        Its first day.
    held
        Whether something holds in it; None where what is known does not tell.
    """

    first: date
    held: bool | None


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
    told = _telling(instruments(store), undated_parties(store))

    answers = {row: _best(told(row, window)) for row in set(_rows(takings))}
    return np.array([answers[row] for row in _rows(takings)], dtype=np.float64)


def held_of(
    life: Instrument, window: Window, *, bounds: tuple[str | None, str | None], unbound: bool
) -> float:
    """
    Say as `held_within` does whether one actor took part in one mechanism.

    Parameters
    ----------
    life
        What is known of the mechanism.
    window
        A single day, or more.
    bounds
        Since when and until when the actor takes part.
    unbound
        Whether others have dates of their own in this mechanism, and this actor has none.

    Examples
    --------
    >>> window = Window.parse("1995/1996")
    >>> held_of(Instrument(ends={"1990"}), window, bounds=(None, None), unbound=False)
    0.0
    """
    return _best(_spells(life, window, bounds, unbound=unbound))


def _best(found: Iterable[Spell]) -> float:
    answers = {held for _, held in found}
    return 1.0 if True in answers else float("nan") if None in answers else 0.0


def spells(store: Store, takings: Takings) -> list[tuple[Spell, ...]]:
    """
    Say of each row at which times an actor took part in a mechanism.

    The spells of a row follow each other from the first day of all to the last; on each day of
    one the answer is that of `held_within`.

    Parameters
    ----------
    store
        What knows the dates of mechanisms.
    takings
        Rows with the dates of the participations themselves.
    """
    known, unbound = instruments(store), undated_parties(store)
    told, always = _telling(known, unbound), Window()

    def answer(row: _Row) -> tuple[Spell, ...]:
        found = sorted(told(row, always), key=lambda spell: spell.first)
        before = [None, *(spell.held for spell in found)]
        return tuple(
            spell for at, spell in enumerate(found) if at == 0 or spell.held is not before[at]
        )

    def nameless(row: _Row) -> _Row:
        """Leave out names of which nothing is known, in which most rows differ."""
        mechanism, actor, start, end = row
        if (mechanism, actor) in unbound:
            return row
        return (mechanism if mechanism in known else None, None, start, end)

    rows = [nameless(row) for row in _rows(takings)]
    answers = {row: answer(row) for row in set(rows)}
    return [answers[row] for row in rows]


def _telling(
    known: Mapping[str, Instrument], unbound: set[tuple[str, str]]
) -> Callable[[_Row, Window], list[Spell]]:
    """Return what tells whether a row holds from each day on, of a window, that may matter."""

    def told(row: _Row, window: Window) -> list[Spell]:
        mechanism, actor, start, end = row
        life = known.get(str(mechanism), _NOTHING)
        return _spells(life, window, (start, end), unbound=(mechanism, actor) in unbound)

    return told


def _spells(
    life: Instrument, window: Window, bounds: tuple[str | None, str | None], *, unbound: bool
) -> list[Spell]:
    start, end = bounds
    found = []
    for day in _days(window, [*life.bounds(), start, end]):
        held = in_force(day, start, end) and life.held(day, since=start)
        found.append(Spell(day, None if held and unbound else held))
    return found


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
