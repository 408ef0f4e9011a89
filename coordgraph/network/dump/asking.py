"""
What a store is asked for who takes part in what: how many rows, and the rows in pieces.

A piece holds the mechanisms whose IRIs have MD5 sums in a range, so that pieces need no order
of the answer, and the server none of the whole.  Mechanisms without an IRI make one piece, as
what they are called holds within one answer only.
"""

from collections.abc import Mapping
from typing import NamedTuple

from pyoxigraph import Literal

from coordgraph.store import Store, text

__all__ = ["COLUMNS", "QUESTION", "Piece", "count", "pieces", "question"]

COLUMNS = ("mechanism", "actor", "level", "start", "end")
"""The columns of a row: all texts, the last three may be null."""

_PREFIX = "PREFIX cg: <https://w3id.org/coordgraph/ns#>\n"
_ROWS = """
  ?mechanism cg:participation ?participation .
  ?participation cg:actor ?actor .
  OPTIONAL { ?mechanism cg:level ?level }
  OPTIONAL { ?participation cg:from ?start }
  OPTIONAL { ?participation cg:until ?end }"""
_SELECT = f"{_PREFIX}SELECT {' '.join(f'?{name}' for name in COLUMNS)} {{{_ROWS}"
_SUM = "\n  BIND(SUBSTR(MD5(STR(?mechanism)), 1, 3) AS ?sum)"
_COUNT = f"{_PREFIX}SELECT (COUNT(*) AS ?rows) {{{_ROWS}\n}}"
_COUNTS = f"{_PREFIX}SELECT ?sum (COUNT(*) AS ?rows) {{{_ROWS}{_SUM}\n}} GROUP BY ?sum"

QUESTION = f"{_SELECT}\n}}"
"""The question for all rows: one for each participation, and each level of its mechanism."""


class Piece(NamedTuple):
    """
    Some of the rows.

    Attributes
    ----------
    first, last
        The first three digits of the lowest and of the highest MD5 sum of its mechanisms; None
        for mechanisms that have none, and for all rows.
    rows
        How many rows it has.
    """

    first: str | None
    last: str | None
    rows: int


def count(store: Store) -> int:
    """Return how many rows there are."""
    (row,) = store.select(_COUNT)
    return int(text(row["rows"]))


def pieces(store: Store, rows: int, *, most: int) -> list[Piece]:
    """
    Return pieces of about equal size that hold all rows.

    Parameters
    ----------
    store
        Where to ask.
    rows
        How many there are.
    most
        How many rows a piece has at most; more, where one sum alone has them.

    Examples
    --------
    >>> import coordgraph as cg
    >>> store = cg.load()
    >>> len(pieces(store, count(store), most=1_000_000))
    1
    """
    if rows <= most:
        return [Piece(None, None, rows)]
    counts = {text(row.get("sum")): int(text(row["rows"])) for row in store.select(_COUNTS)}
    nameless = counts.pop("", 0)
    found = _ranges(counts, most)
    return found + [Piece(None, None, nameless)] * bool(nameless)


def _ranges(counts: Mapping[str, int], most: int) -> list[Piece]:
    found: list[Piece] = []
    for digits in sorted(counts):
        rows = counts[digits]
        if found and found[-1].rows + rows <= most:
            found[-1] = Piece(found[-1].first, digits, found[-1].rows + rows)
        else:
            found.append(Piece(digits, digits, rows))
    return found


def question(piece: Piece, *, whole: bool) -> str:
    """Return the question for the rows of a piece, which may be the whole."""
    if whole:
        return QUESTION
    if piece.first is None or piece.last is None:
        return f"{_SELECT}{_SUM}\n  FILTER(!BOUND(?sum))\n}}"
    first, last = Literal(piece.first), Literal(piece.last)
    return f"{_SELECT}{_SUM}\n  FILTER(?sum >= {first} && ?sum <= {last})\n}}"
