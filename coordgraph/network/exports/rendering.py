"""
Columns as the text of a file, a line a row.

A text is escaped once, however often it stands, and lines are put together by Arrow, so that a
million of them take seconds.
"""

import json
from collections.abc import Callable
from typing import Protocol, TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from coordgraph.arrow import integers, numbers, texts

__all__ = [
    "SEPARATORS",
    "Listing",
    "Sink",
    "body",
    "flat",
    "json_column",
    "json_rows",
    "line",
    "mapped",
]

SEPARATORS = {"titles": " | ", "locators": " | "}
"""What stands between the parts of a list in a format without lists; a space elsewhere."""

Column: TypeAlias = "pa.Array | pa.ChunkedArray"

_TEXT = pa.large_string()


def mapped(column: Column, change: Callable[[str], str], *, where: str = "") -> pa.Array:
    """
    Return texts changed; each different one is changed once, and a null stays null.

    Parameters
    ----------
    column
        The texts.
    change
        What makes another text of one.
    where
        A pattern (RE2) of what is in the texts that change; all do, if not given.

    Examples
    --------
    >>> mapped(pa.array(["a", None, "b"]), str.upper, where="[b-z]").to_pylist()
    ['a', None, 'B']
    """
    whole = _whole(column).cast(_TEXT)
    if not pc.any(pc.match_substring_regex(whole, where), min_count=0).as_py():
        return whole
    coded = whole.dictionary_encode()
    odd = pc.match_substring_regex(coded.dictionary, where)
    changed = texts(map(change, coded.dictionary.filter(odd).to_pylist())).cast(_TEXT)
    return pc.replace_with_mask(coded.dictionary, odd, changed).take(coded.indices)


def flat(name: str, column: Column) -> pa.Array:
    """
    Return a column as texts, the parts of a list joined; an empty text or list is null.

    >>> flat("weight", pa.array([2.0, 0.5])).to_pylist()
    ['2', '0.5']
    >>> flat("titles", pa.array([["a", "b"], []])).to_pylist()
    ['a | b', None]
    """
    whole = _whole(column)
    if pa.types.is_list(whole.type):
        parts = whole.cast(pa.list_(_TEXT))
        whole = pc.binary_join(parts, pa.scalar(SEPARATORS.get(name, " "), _TEXT))
    elif pa.types.is_boolean(whole.type):
        whole = texts(["false", "true"]).take(whole.cast(pa.int8()))
    written = whole.cast(_TEXT)
    return pc.if_else(pc.equal(written, ""), None, written)


def json_column(column: Column) -> pa.Array:
    r"""
    Return a column as the texts of JSON values, lists as lists.

    >>> json_column(pa.array([["a", 'b"'], None])).to_pylist()
    ['["a", "b\\""]', 'null']
    """
    whole = _whole(column)
    if pa.types.is_list(whole.type):
        lengths = numbers(pc.list_value_length(whole))
        offsets = integers(np.append(0, np.cumsum(lengths)))
        parts = pa.LargeListArray.from_arrays(offsets, json_column(whole.flatten()))
        listed = line("[", pc.binary_join(parts, pa.scalar(", ", _TEXT)), "]")
        return pc.if_else(whole.is_valid(), listed, "null")
    if pa.types.is_string(whole.type):
        inside = mapped(whole, _escaped, where=r'["\\\x00-\x1f]')
        return line('"', inside, '"').fill_null("null")
    return flat("", whole).fill_null("null")


def json_rows(table: pa.Table, names: dict[str, str] | None = None) -> pa.Array:
    """
    Return the rows of a table as the texts of JSON objects, under other names if given.

    >>> json_rows(pa.table({"id": ["a"], "weight": [2.5]}), {"id": "key"}).to_pylist()
    ['{"key": "a", "weight": 2.5}']
    """
    pieces: list[str | pa.Array] = []
    for name in table.column_names:
        start = ", " if pieces else "{"
        pieces.append(f"{start}{_quoted((names or {}).get(name, name))}: ")
        pieces.append(json_column(table.column(name)))
    return line(*pieces, "}")


def line(*pieces: str | pa.Array) -> pa.Array:
    """Return texts put together row by row; a null piece makes a null row."""
    wide = [pa.scalar(piece, _TEXT) if isinstance(piece, str) else piece for piece in pieces]
    return pc.binary_join_element_wise(*wide, pa.scalar("", _TEXT))


def body(column: pa.Array) -> bytes:
    """
    Return all texts of a column, one after the other.

    >>> body(pa.array(["a", "ñ"], pa.large_string())).decode()
    'añ'
    """
    if not len(column):
        return b""
    _, ends, data = column.buffers()
    bounds = np.frombuffer(ends, np.int64, len(column) + 1, column.offset * 8)
    first, last = int(bounds[0]), int(bounds[-1])
    return b"" if data is None else data.slice(first, last - first).to_pybytes()


class Sink(Protocol):
    """What bytes are written to: a file, a compressed one, standard output."""

    def write(self, data: bytes, /) -> object:
        """Take some more bytes."""
        ...


class Listing:
    """A list of JSON values that is written part by part, a line a value."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._begun = False

    def write(self, values: pa.Array) -> None:
        """Write some more values."""
        if len(values):
            written = body(line(",\n", values))
            self._sink.write(written if self._begun else written[2:])
            self._begun = True


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _escaped(text: str) -> str:
    return _quoted(text)[1:-1]


def _whole(column: Column) -> pa.Array:
    """Return a column in one piece, each text where it stands."""
    whole = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    if isinstance(whole, pa.ChunkedArray):  # versions differ on what they give for no chunks
        whole = whole.chunk(0) if whole.num_chunks else pa.nulls(0, whole.type)
    return whole.dictionary_decode() if pa.types.is_dictionary(whole.type) else whole
