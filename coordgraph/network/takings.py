"""Who takes part in what, row by row, while a selection narrows it down."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from coordgraph.arrow import booleans, encoded, integers, numbers, texts
from coordgraph.store import EmbeddedStore, Store
from coordgraph.ties import Ints

__all__ = ["NOBODY", "Mask", "Named", "Takings", "read_takings"]

Mask = npt.NDArray[np.bool_]

NOBODY = -1
"""The place of a row that names nothing."""

_PREFIX = "PREFIX cg: <https://w3id.org/coordgraph/ns#>\n"
_LEVELS = _PREFIX + "SELECT DISTINCT ?mechanism ?level { ?mechanism cg:level ?level }"
_TAKING_PART = """
  ?mechanism cg:participation ?participation .
  ?participation cg:actor ?actor ."""
_APART = """
  { SELECT ?mechanism ?participation { ?mechanism cg:participation ?participation } }
  { SELECT ?participation ?actor { ?participation cg:actor ?actor } }"""
_LEVEL = "  OPTIONAL { ?mechanism cg:level ?level }"
_FURTHER = "  OPTIONAL {{ ?participation cg:{name} ?{name} }}"
_FURTHER_APART = """  OPTIONAL {{ SELECT ?participation ?{name} {{
    ?participation cg:{name} ?{name} }} }}"""


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """
    A column of names, each kept once.

    Attributes
    ----------
    names
        Texts, all different.
    place
        Positions in these, one a row; ``NOBODY`` for a row without a name.
    """

    names: pa.StringArray
    place: Ints

    @classmethod
    def of(cls, column: pa.ChunkedArray) -> "Named":
        """Return a dictionary-encoded column."""
        whole = encoded(column)
        return cls(whole.dictionary, numbers(whole.indices, null=NOBODY))

    def texts(self) -> list[str | None]:
        """Return the name of each row."""
        names = [*self.names.to_pylist(), None]
        return [names[place] for place in self.place]

    def used(self) -> list[str]:
        """Return the names that rows have, in no order that matters."""
        places = np.flatnonzero(np.bincount(self.place[self.place != NOBODY]))
        found: list[str] = self.names.take(integers(places)).to_pylist()
        return found

    def among(self, wanted: Iterable[str] | pa.Array) -> Mask:
        """Say of each row whether its name is one of these."""
        values = wanted if isinstance(wanted, pa.Array) else texts(wanted)
        known = booleans(pc.is_in(self.names, value_set=values))
        mask: Mask = np.append(known, False)[self.place]
        return mask

    def renamed(self, rename: Callable[[str], str]) -> "Named":
        """Return the column with other names; names may become one."""
        names = texts(map(rename, self.names.to_pylist())).dictionary_encode()
        places = np.append(numbers(names.indices), NOBODY)
        return Named(names.dictionary, places[self.place])


@dataclass(frozen=True, slots=True, eq=False)
class Takings:
    """
    Rows of an actor that takes part in a mechanism, of one level or of none.

    A row may stand more than once.  ``start`` and ``end`` say since when and until when the
    actor takes part, where a time is asked for; ``role`` in which role, where that is.
    """

    actor: Named
    mechanism: Named
    level: Named
    start: Named
    end: Named
    role: Named

    def where(self, mask: Mask) -> "Takings":
        """Return the rows that a mask marks."""
        columns = {column.name: getattr(self, column.name) for column in fields(self)}
        return replace(
            self,
            **{
                name: Named(column.names, column.place[mask])
                for name, column in columns.items()
            },
        )


def read_takings(store: Store, *, dated: bool, roles: bool = False) -> Takings:
    """
    Return all rows of a store.

    Parameters
    ----------
    store
        Where to ask.
    dated
        Whether the dates of participations are wanted.
    roles
        Whether roles are wanted: a row a role.
    """
    apart = isinstance(store, EmbeddedStore) and store.on_disk
    further = [*(["role"] if roles else []), *(["from", "until"] if dated else [])]
    table = store.columns(_asked(further, apart=apart))
    if _has_blank(table.column("mechanism")):
        # What one answer calls _:b1 another may call _:b2, so that levels come with the rows.
        table = store.columns(_asked(further, apart=apart, levels=True))
        levels = Named.of(table.column("level"))
        rows = np.arange(table.num_rows)
    else:
        rows, levels = _levels(store, Named.of(table.column("mechanism")))
    columns = {name: Named.of(table.column(name)) for name in table.column_names}
    picked = {name: Named(one.names, one.place[rows]) for name, one in columns.items()}
    nothing = Named(texts([]), np.full(len(rows), NOBODY))
    optional = (picked.get(name, nothing) for name in ("from", "until", "role"))
    return Takings(picked["actor"], picked["mechanism"], levels, *optional)


def _asked(further: Sequence[str], *, apart: bool, levels: bool = False) -> str:
    """
    Return the question for the rows with what is wanted of each.

    Where statements are on disk, each sort is read in a row and joined then (apart): to look up
    each participation takes three times as long.
    """
    names = ["?mechanism", "?actor", *(["?level"] if levels else [])]
    names += [f"?{name}" for name in further]
    more = _FURTHER_APART if apart else _FURTHER
    parts = [_APART if apart else _TAKING_PART, *([_LEVEL] if levels else [])]
    parts += [more.format(name=name) for name in further]
    body = "\n".join(parts)
    return f"{_PREFIX}SELECT {' '.join(names)} {{{body}\n}}"


def _has_blank(column: pa.ChunkedArray) -> bool:
    names = Named.of(column).names
    found: bool = pc.any(pc.starts_with(names, "_:"), min_count=0).as_py()
    return found


def _levels(store: Store, mechanism: Named) -> tuple[Ints, Named]:
    """Return which row stands once more for each level of its mechanism, and the levels."""
    table = store.columns(_LEVELS)
    of, level = (Named.of(table.column(name)) for name in ("mechanism", "level"))
    where = pc.index_in(of.names, value_set=mechanism.names)
    stated_of = numbers(where, null=NOBODY)[of.place]
    known = stated_of != NOBODY
    order = np.argsort(stated_of[known], kind="stable")
    stated_of, stated = stated_of[known][order], level.place[known][order]
    first = np.searchsorted(stated_of, mechanism.place, side="left")
    count = np.searchsorted(stated_of, mechanism.place, side="right") - first
    rows = np.repeat(np.arange(len(mechanism.place)), np.maximum(count, 1))
    nth = np.arange(len(rows)) - np.searchsorted(rows, rows)
    places = np.append(stated, NOBODY)[
        np.where(count[rows] > 0, first[rows] + nth, len(stated))
    ]
    return rows, Named(level.names, places)
