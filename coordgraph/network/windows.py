"""The network as it was in one window of time after another."""

from collections.abc import Iterator
from datetime import date, timedelta
from gettext import gettext as _
from typing import Any

import rdflib

from coordgraph.dates import PartialDate, Window
from coordgraph.errors import CallError, InvalidWindow
from coordgraph.network.projection import Network, project
from coordgraph.store import Store, as_store

__all__ = ["moving", "windows"]

_DAY = timedelta(days=1)


def windows(
    store: Store | rdflib.Graph,
    start: str,
    end: str,
    *,
    width: int = 10,
    step: int | None = None,
    **choices: Any,
) -> Iterator[tuple[Window, Network]]:
    """
    Yield windows of time, each with the network of what may have been in force in it.

    Parameters
    ----------
    store
        A store, or an rdflib graph or dataset.
    start, end
        Dates as precisely as known: the first day that ``start`` may mean begins the first
        window, the last that ``end`` may mean ends the last one, which may be shorter.
    width, step
        Years that a window lasts, and from the beginning of one to that of the next; windows
        follow each other without overlap, if no step is given.
    choices
        As for `coordgraph.project`, but for a time: ``weight``, ``network``, ``between`` ...

    Raises
    ------
    InvalidDate, InvalidWindow
        If ``start`` or ``end`` is no date, or ``end`` comes first.
    CallError
        If width or step is less than a year, or the choices name a time of their own.

    Examples
    --------
    >>> import coordgraph as cg
    >>> treaties = {"network": "agreements", "between": "states", "undated": "drop"}
    >>> for window, network in windows(cg.load(), "1970", "1999", width=10, **treaties):
    ...     print(window, len(network.ties))
    1970-01-01/1979-12-31 6
    1980-01-01/1989-12-31 28
    1990-01-01/1999-12-31 139
    """
    if {"as_of", "during"} & choices.keys():
        raise CallError(_("Windows have a time of their own: leave out as_of and during."))
    frames = moving(start, end, width=width, step=step)
    source = as_store(store)
    return ((frame, project(source, during=str(frame), **choices)) for frame in frames)


def moving(start: str, end: str, *, width: int, step: int | None = None) -> list[Window]:
    """
    Return windows of some years, from a date to the first that reaches another one.

    Raises
    ------
    InvalidDate, InvalidWindow, CallError
        As `windows` does.

    Examples
    --------
    >>> [str(window) for window in moving("1990", "1997-06", width=5, step=2)]
    ['1990-01-01/1994-12-31', '1992-01-01/1996-12-31', '1994-01-01/1997-06-30']
    """
    paces = (width, width if step is None else step)
    if min(paces) < 1:
        raise CallError(
            _("A window lasts, and moves by, a year at least: not {paces}.").format(
                paces=min(paces)
            )
        )
    first, last = PartialDate.parse(start).earliest, PartialDate.parse(end).latest
    if last < first:
        raise InvalidWindow(f"{start}/{end}")
    found: list[Window] = []
    while not found or found[-1].last < last:
        begins = _later(first, len(found) * paces[1])
        if begins is None or begins > last:
            break
        ends = _later(begins, width)
        found.append(Window(begins, last if ends is None else min(ends - _DAY, last)))
    return found


def _later(day: date, years: int) -> date | None:
    """Return the same day some years later, or the day after it; None beyond the calendar."""
    if day.year + years > date.max.year:
        return None
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
