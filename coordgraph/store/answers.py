"""
What an endpoint answers, read as it comes: rows, yes or no, statements, or columns.

An answer that is something else than what was asked for is an error, never a shorter answer.
"""

import io
from collections.abc import Callable, Container, Iterator
from gettext import gettext as _
from itertools import chain
from typing import Any, BinaryIO, TypeVar

import pyarrow as pa
from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from coordgraph.errors import EndpointError
from coordgraph.store.base import Row, Solutions, Term
from coordgraph.store.body import Body
from coordgraph.store.columns import batches_of_tsv, columns_of_tsv

__all__ = ["ROWS", "TABLE", "TRIPLES", "batches", "columns", "is_table", "rows", "triples"]

ROWS = "application/sparql-results+json"
TABLE = f"text/tab-separated-values, {ROWS};q=0.5"
TRIPLES = "application/n-triples, text/turtle;q=0.5"

_JSON = {ROWS, "application/json"}
_RDF = {"application/n-triples": RdfFormat.N_TRIPLES, "text/turtle": RdfFormat.TURTLE}
_BLOCK = 1 << 16
_LONGEST_HEADER = 1 << 20
_YES = "__ASK_RETVAL"
_BOOLEAN = NamedNode("http://www.w3.org/2001/XMLSchema#boolean")
_TRUTH: dict[Term, Term] = {
    Literal(digit, datatype=_BOOLEAN): Literal(word, datatype=_BOOLEAN)
    for digit, word in (("0", "false"), ("1", "true"))
}
_NODE, _LABEL = b'"bnode", "value": "nodeID://', b'"bnode", "value": "'
_Read = TypeVar("_Read")


def rows(body: Body) -> Solutions | bool:
    """
    Return the answer to a SELECT or ASK; its rows are read when they are asked for.

    Truth values come as ``true`` and ``false``, whichever of their forms the server writes.

    Raises
    ------
    EndpointError
        If it is no SPARQL result in JSON; for what comes late, when it comes.
    """
    _expect(body, _JSON, ROWS)
    file = _labelled(body) if body.from_virtuoso else body.file
    found = _understood(body, lambda: parse_query_results(file, format=QueryResultsFormat.JSON))
    if isinstance(found, QueryBoolean):
        body.close()
        return bool(found)
    assert isinstance(found, QuerySolutions), "no result in JSON holds statements"
    names = tuple(variable.value for variable in found.variables)
    listed = _rows(body, found, names)
    if names == (_YES,) and body.from_virtuoso:
        return any(text == Literal(1) for row in listed for text in row.values())
    return Solutions(names, listed)


def _rows(body: Body, answer: QuerySolutions, names: tuple[str, ...]) -> Iterator[Row]:
    with body:
        while (solution := _understood(body, lambda: next(answer, None))) is not None:
            found = ((name, solution[name]) for name in names)
            yield {name: _TRUTH.get(term, term) for name, term in found if term is not None}
        body.check_end()


def triples(body: Body) -> Iterator[Triple]:
    """Yield the statements that answer a CONSTRUCT or DESCRIBE."""
    with body:
        _expect(body, _RDF, "application/n-triples")
        found = parse(body.file, format=_RDF[body.media_type])
        while (quad := _understood(body, lambda: next(found, None))) is not None:
            yield quad.triple
        body.check_end()


def is_table(body: Body) -> bool:
    """Return whether an answer is TSV as the standard has it, its end being told."""
    is_tsv = body.media_type == "text/tab-separated-values" and body.is_end_marked
    return is_tsv and body.file.peek(1)[:1] in {b"?", b"\n", b"\r"}


def columns(body: Body) -> pa.Table:
    """
    Return the answer to a SELECT, written as TSV, as columns of texts.

    Raises
    ------
    EndpointError
        If it is no such thing.
    """
    with body:
        names, source = _table(body)
        found = _understood(body, lambda: columns_of_tsv(names, source))
        body.check_end()
        return found


def batches(body: Body) -> Iterator[pa.RecordBatch]:
    """
    Yield the answer to a SELECT, written as TSV, as columns of texts, while it comes.

    Raises
    ------
    EndpointError
        If it is no such thing; for what comes late, when it comes.
    """
    with body:
        names, source = _table(body)
        found = _understood(body, lambda: batches_of_tsv(names, source))
        while (batch := _understood(body, lambda: next(found, None))) is not None:
            yield batch
        body.check_end()


def _table(body: Body) -> tuple[list[str], BinaryIO]:
    """Return the names of the columns, and the whole answer, to be read once."""
    header = _understood(body, lambda: body.file.readline(_LONGEST_HEADER))
    names = _understood(body, lambda: header.decode().split())
    blocks = iter(lambda: body.file.read(_BLOCK), b"")
    source = io.BufferedReader(_Joined(chain([header], blocks)))
    return [name.removeprefix("?") for name in names], source


def _expect(body: Body, known: Container[str], wanted: str) -> None:
    if body.media_type not in known:
        problem = _("the answer is {found}, not {wanted}. Is this a SPARQL endpoint?").format(
            found=body.media_type, wanted=wanted
        )
        body.close()
        raise EndpointError(body.url, problem)


def _understood(body: Body, read: Callable[[], _Read]) -> _Read:
    """Return what is read next; what cannot be understood is an error of the endpoint."""
    try:
        return read()
    except EndpointError:
        body.close()
        raise
    except (SyntaxError, ValueError, MemoryError, OSError, pa.ArrowException) as error:
        body.close()
        said = str(error).partition("\n")[0] or _("a single value is too long")
        problem = _("the answer is no {form}, or breaks off: {problem}.").format(
            form=body.media_type, problem=said
        )
        raise EndpointError(body.url, problem) from None


class _Joined(io.RawIOBase):
    """Pieces of bytes as one file."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._left = pieces, b""

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Fill a buffer with what comes next; return how many bytes, 0 at the end."""
        self._left = self._left or next(self._pieces, b"")
        part, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)


def _labelled(body: Body) -> io.BufferedReader:
    """Return an answer of Virtuoso's, whose names of blank nodes no syntax admits as labels."""
    lines = (line.replace(_NODE, _LABEL) for line in body.file)  # a row stands on one line
    return io.BufferedReader(_Joined(lines))
