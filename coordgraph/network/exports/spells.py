"""
When ties, and actors, hold.

Two actors are tied while a mechanism binds both of them.  On any day those spells are open that
``as_of`` that day would show.  What nothing dates is open on both sides.  What is known to have
held on no day, such as a treaty that was only signed, has a spell of the one day on which it
would have begun, or none if that is unknown.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from coordgraph.arrow import integers, texts
from coordgraph.network.exports.lives import ALWAYS, NEVER, UNKNOWN, Lives
from coordgraph.network.exports.ranges import spread
from coordgraph.ties import Ints

__all__ = ["Spells", "lasting", "shared"]

_WIDE = 1 << 22
_HELD = ("dated", "undated", "never")


@dataclass(frozen=True, slots=True, eq=False)
class Spells:
    """
    When each of some things holds.

    Attributes
    ----------
    offset
        Where the spells of each thing begin among all, and, last, where they end.
    start, end
        The first day of each spell, and the first day after it, as `date.toordinal` counts;
        `NEVER` and `ALWAYS` for an open one.
    table
        A row a thing.  ``first``: the earliest known date on which it began; ``last``: when it
        ended, null while it goes on; both as precisely as known.  ``first_by``, ``last_by``:
        what these dates are of.  ``held``: ``dated``, ``undated`` (nothing tells when) or
        ``never``.
    """

    offset: Ints
    start: Ints
    end: Ints
    table: pa.Table


@dataclass(frozen=True, slots=True, eq=False)
class _Intervals:
    of: Ints
    start: Ints
    end: Ints
    first: Ints
    last: Ints

    def where(self, rows: npt.NDArray[np.bool_] | Ints) -> "_Intervals":
        return _Intervals(
            self.of[rows], self.start[rows], self.end[rows], self.first[rows], self.last[rows]
        )


def shared(lives: Lives, of: Ints, keys: tuple[Ints, Ints], size: int) -> Spells:
    """
    Return when ties hold.

    Parameters
    ----------
    lives
        How long each actor takes part in each mechanism.
    of, keys
        A row a tie and mechanism behind it: the place of the tie, and the keys in ``lives`` of
        its mechanism with one actor and with the other.
    size
        How many ties there are.
    """
    low, count = lives.rows(keys[0])
    other_low, other_count = lives.rows(keys[1])
    both = count * other_count
    row, nth = spread(np.zeros(len(of), dtype=np.int64), both)
    here, there = np.divmod(nth, np.maximum(other_count[row], 1))
    mine, theirs = low[row] + here, other_low[row] + there
    later = lives.start[theirs] > lives.start[mine]
    sooner = lives.end[theirs] < lives.end[mine]
    found = _Intervals(
        of[row],
        np.maximum(lives.start[mine], lives.start[theirs]),
        np.minimum(lives.end[mine], lives.end[theirs]),
        np.where(later, lives.first[theirs], lives.first[mine]),
        np.where(sooner, lives.last[theirs], lives.last[mine]),
    )
    # Of mechanisms that cannot be found again, such as blank nodes, nothing is known.
    return _spells(_joined(found, _open(of[both == 0])), size, lives.bounds)


def lasting(lives: Lives, of: Ints, key: Ints, size: int) -> Spells:
    """Return when things hold, each of which does as long as any of some keys in ``lives``."""
    low, count = lives.rows(key)
    row, at = spread(low, count)
    found = _Intervals(of[row], lives.start[at], lives.end[at], lives.first[at], lives.last[at])
    return _spells(_joined(found, _open(of[count == 0])), size, lives.bounds)


def _open(of: Ints) -> _Intervals:
    nothing = np.full(len(of), UNKNOWN)
    return _Intervals(of, np.full(len(of), NEVER), np.full(len(of), ALWAYS), nothing, nothing)


def _joined(one: _Intervals, other: _Intervals) -> _Intervals:
    pairs = ((getattr(one, name), getattr(other, name)) for name in _Intervals.__slots__)
    return _Intervals(*(np.concatenate(pair) for pair in pairs))


def _spells(found: _Intervals, size: int, bounds: tuple[tuple[str, str], ...]) -> Spells:
    real = found.where(found.start < found.end)
    ever = np.zeros(size, dtype=bool)
    ever[real.of] = True
    rest = found.where(~ever[found.of] & (found.start > NEVER))
    held = np.where(ever, 0, 2)
    dated = np.zeros(size, dtype=bool)
    dated[real.of[(real.first != UNKNOWN) | (real.last != UNKNOWN)]] = True
    held[ever & ~dated] = 1
    instants = _latest(rest)
    whole = _merged(_joined(real, instants))
    table = _table(_joined(real, instants), held, bounds)
    offset = np.searchsorted(whole.of, np.arange(size + 1))
    return Spells(offset, whole.start, whole.end, table)


def _latest(found: _Intervals) -> _Intervals:
    """Return the last beginning of each thing, as one day."""
    found = found.where(np.lexsort((found.first, -found.start, found.of)))
    found = found.where(np.unique(found.of, return_index=True)[1])
    return _Intervals(found.of, found.start, found.start + 1, found.first, found.last)


def _merged(found: _Intervals) -> _Intervals:
    """Return spells put together where they overlap or follow without a gap, in order."""
    found = found.where(np.lexsort((found.end, found.start, found.of)))
    if not len(found.of):
        return found
    reached = np.maximum.accumulate(found.of * _WIDE + found.end)
    opens = np.append(True, found.of[1:] * _WIDE + found.start[1:] > reached[:-1])
    places = np.flatnonzero(opens)
    closes = np.append(places[1:] - 1, len(found.of) - 1)
    kept = found.where(places)
    ends = reached[closes] - kept.of * _WIDE
    return _Intervals(kept.of, kept.start, ends, kept.first, found.last[closes])


def _table(found: _Intervals, held: Ints, bounds: tuple[tuple[str, str], ...]) -> pa.Table:
    size = len(held)
    begun = found.where(found.first != UNKNOWN)
    first = _chosen(begun, np.lexsort((begun.first, begun.start, begun.of)), begun.first, size)
    last = _chosen(found, np.lexsort((found.last, -found.end, found.of)), found.last, size)
    goes_on = np.zeros(size, dtype=bool)
    goes_on[found.of[found.end == ALWAYS]] = True
    last[goes_on] = UNKNOWN
    dates, by = texts(date for date, _ in bounds), texts(by for _, by in bounds)
    return pa.table(
        {
            "first": dates.take(integers(first, null=UNKNOWN)),
            "first_by": by.take(integers(first, null=UNKNOWN)),
            "last": dates.take(integers(last, null=UNKNOWN)),
            "last_by": by.take(integers(last, null=UNKNOWN)),
            "held": texts(_HELD).take(integers(held)),
        }
    )


def _chosen(found: _Intervals, order: Ints, values: Ints, size: int) -> Ints:
    """Return the value of each thing's first row in an order; `UNKNOWN` if it has none."""
    of, place = np.unique(found.of[order], return_index=True)
    chosen = np.full(size, UNKNOWN)
    chosen[of] = values[order][place]
    return chosen
