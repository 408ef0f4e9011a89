"""
Answers as columns: what a reader sees of each term, a row a solution, each text kept once.

An engine that writes its answer as TSV [1]_ has it read by Arrow, so that a million rows make
no object of Python a row.

References
----------
.. [1] A. Seaborne (2013). *SPARQL 1.1 Query Results CSV and TSV Formats*. W3C Recommendation.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import BinaryIO

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from coordgraph.arrow import encoded, texts

__all__ = [
    "COLUMN",
    "batches_of_rows",
    "batches_of_tsv",
    "columns_of_rows",
    "columns_of_tsv",
]

COLUMN = pa.dictionary(pa.int32(), pa.string())
"""The type of every column."""

_BLOCK = 1 << 22
_ROWS = 65_536
_LITERAL = r'(?s)^"(.*)"(?:@[A-Za-z0-9-]+|\^\^<[^<>"]*>)?$'
_TRIPLE = "<<( "
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}


def columns_of_rows(variables: Sequence[str], rows: Iterable[Mapping[str, str]]) -> pa.Table:
    """
    Return rows of texts as columns; what a row lacks is null.

    >>> columns_of_rows(["a", "b"], [{"a": "x"}, {"a": "x", "b": ""}]).to_pylist()
    [{'a': 'x', 'b': None}, {'a': 'x', 'b': ''}]
    """
    return _whole(pa.Table.from_batches(batches_of_rows(variables, rows), _schema(variables)))


def batches_of_rows(
    variables: Sequence[str], rows: Iterable[Mapping[str, str]]
) -> Iterator[pa.RecordBatch]:
    """Yield rows of texts as columns, some at a time."""
    for block in _blocks(rows):
        named = ([row.get(name) for row in block] for name in variables)
        columns = [pa.array(values, pa.string()).dictionary_encode() for values in named]
        yield pa.RecordBatch.from_arrays(columns, schema=_schema(variables))


def _schema(variables: Sequence[str]) -> pa.Schema:
    return pa.schema([(name, COLUMN) for name in variables])


def _blocks(rows: Iterable[Mapping[str, str]]) -> Iterator[list[Mapping[str, str]]]:
    left = iter(rows)
    while block := list(islice(left, _ROWS)):
        yield block


def columns_of_tsv(variables: Sequence[str], source: BinaryIO) -> pa.Table:
    """
    Return an answer written as TSV as columns: one a variable, a row a solution.

    Parameters
    ----------
    variables
        The names of the columns, without question marks.
    source
        The answer, its header included; it is read as it comes.
    """
    if not variables:
        return pa.table({})
    whole = _whole(pa.Table.from_batches(_read(variables, source), _schema(variables)))
    return pa.table(
        {name: _decoded(column) for name, column in zip(variables, whole.columns, strict=True)}
    )


def batches_of_tsv(variables: Sequence[str], source: BinaryIO) -> Iterator[pa.RecordBatch]:
    """Yield an answer written as TSV as columns, a few megabytes of it at a time."""
    for batch in _read(variables, source):
        columns = [_decoded(pa.chunked_array([column])) for column in batch.columns]
        yield pa.RecordBatch.from_arrays(columns, schema=_schema(variables))


def _read(variables: Sequence[str], source: BinaryIO) -> Iterator[pa.RecordBatch]:
    """Yield the rows after the header, terms as they are written."""
    lines = _lines(source)
    _, _, first = next(lines, b"").partition(b"\n")
    for block in chain([first], lines):
        if block:
            yield from _parsed(variables, block).to_batches()


def _lines(source: BinaryIO) -> Iterator[bytes]:
    """Yield whole lines, some at a time."""
    parts: list[bytes] = []
    while piece := source.read(_BLOCK):
        end = piece.rfind(b"\n") + 1
        if end:
            yield b"".join([*parts, piece[:end]])
            parts = []
        parts.append(piece[end:])
    yield b"".join(parts)


def _parsed(variables: Sequence[str], lines: bytes) -> pa.Table:
    """
    Return lines as rows.

    Arrow has a copy of its own: a thread of its pool that let go of bytes of Python while the
    process ends would abort it.
    """
    own = pa.BufferOutputStream()
    own.write(lines)
    return csv.read_csv(
        pa.BufferReader(own.getvalue()),
        read_options=csv.ReadOptions(
            column_names=list(variables), block_size=len(lines), use_threads=False
        ),
        parse_options=csv.ParseOptions(
            delimiter="\t", quote_char=False, escape_char=False, ignore_empty_lines=False
        ),
        convert_options=csv.ConvertOptions(
            column_types=dict.fromkeys(variables, COLUMN),
            null_values=[""],
            strings_can_be_null=True,
        ),
    )


def _whole(table: pa.Table) -> pa.Table:
    return table.unify_dictionaries().combine_chunks()


def _decoded(column: pa.ChunkedArray) -> pa.DictionaryArray:
    """Return a column of terms as one of texts; terms that read alike become one."""
    terms = encoded(column)
    read = _texts(terms.dictionary).dictionary_encode()
    return pa.DictionaryArray.from_arrays(read.indices.take(terms.indices), read.dictionary)


def _texts(terms: pa.StringArray) -> pa.StringArray:
    """Return what a reader sees of terms written in Turtle, as `coordgraph.store.text` does."""
    named = pc.starts_with(terms, "<")
    bare = pc.utf8_slice_codeunits(terms, 1, -1)
    if pc.all(named, min_count=0).as_py() and not _nested(terms):
        return bare
    triples = pc.utf8_slice_codeunits(terms, 4, -4)
    bare = pc.if_else(pc.starts_with(terms, _TRIPLE), triples, bare)
    return pc.if_else(named, bare, _words(terms))


def _nested(terms: pa.StringArray) -> bool:
    found: bool = pc.any(pc.starts_with(terms, _TRIPLE), min_count=0).as_py()
    return found


def _words(terms: pa.StringArray) -> pa.StringArray:
    """Return the words of literals; what is no quoted literal stays as it is."""
    words = pc.replace_substring_regex(terms, _LITERAL, r"\1")
    escaped = pc.and_(pc.starts_with(terms, '"'), pc.match_substring(words, "\\"))
    if pc.any(escaped, min_count=0).as_py():
        plain = [_unescape(word) for word in words.filter(escaped).to_pylist()]
        words = pc.replace_with_mask(words, escaped, texts(plain))
    return words


def _unescape(words: str) -> str:
    return _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), words)
