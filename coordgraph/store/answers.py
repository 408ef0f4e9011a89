"""
What an endpoint answers, read as it comes: rows, yes or no, statements, or columns.

An answer that is something else than what was asked for is an error, never a shorter answer.
"""

import io
import json
import re
from collections.abc import Callable, Container, Iterator, Sequence
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

from coordgraph.errors import EndpointError, ParseError
from coordgraph.guard import Guard, guard
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
_LONGEST_HEADER = 1 << 17
_LONGEST_PART = 64 << 20
_LONGEST_WHOLE = 64 << 20
_MOST_COLUMNS = 10_000
_PART = re.compile(rb'"(head|boolean|results)"\s*:')
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
    file = _looked_at(body, RdfFormat.JSON_LD, _from_the_head(body))
    found = _understood(
        body,
        lambda: parse_query_results(file, format=QueryResultsFormat.JSON),
        most=_LONGEST_HEADER,
    )
    if isinstance(found, QueryBoolean):
        body.close()
        return bool(found)
    assert isinstance(found, QuerySolutions), "no result in JSON holds statements"
    names = tuple(variable.value for variable in found.variables)
    _check_columns(body, names)
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
        form = _RDF[body.media_type]
        blocks = iter(lambda: body.file.read1(_BLOCK), b"")
        found = parse(_looked_at(body, form, blocks), format=form)
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
    columns = [name.removeprefix("?") for name in names]
    _check_columns(body, columns)
    return columns, io.BufferedReader(_Joined(chain([header], _blocks_of(body))))


def _blocks_of(body: Body) -> Iterator[bytes]:
    """Yield the rows of a table as they come, none of which may be too long."""
    row = 0
    body.expect(_LONGEST_PART)
    while block := body.file.read(_BLOCK):
        _before, ended, begun = block.rpartition(b"\n")
        row = len(begun) if ended else row + len(block)
        if row > _LONGEST_PART:
            raise ValueError(_("a single value is too long"))
        yield block
        body.expect(_LONGEST_PART)


def _check_columns(body: Body, names: Sequence[str]) -> None:
    """Make sure that the columns of an answer are those that were asked for."""
    told = None
    if len(names) > _MOST_COLUMNS:
        told = _("the answer has {many:,} columns. Is this a SPARQL endpoint?").format(
            many=len(names)
        )
    elif body.asked is not None and body.asked != set(names):
        asked, came = (", ".join(sorted(some)) or _("none") for some in (body.asked, names))
        told = _(
            "the answer has the columns {came}; asked were {asked}. Is this a SPARQL endpoint?"
        ).format(came=came[:200], asked=asked)
    if told:
        body.close()
        raise EndpointError(body.url, told)


def _from_the_head(body: Body) -> Iterator[bytes]:
    """
    Yield an answer in JSON, read as it comes.

    Where its rows stand before its head, which the standard admits, it is read whole, and up to
    64 MB of it.
    """
    start = b""
    while len(start) < _BLOCK and not _PART.search(start) and (part := _some(body)):
        start += part
    found = _PART.search(start)
    yield start
    if found and found[1] == b"results":
        body.expect(_LONGEST_WHOLE)
        rest = body.file.read()
        names = _understood(body, lambda: _names(start + rest), most=_LONGEST_WHOLE)
        _check_columns(body, names)
        yield rest
    else:
        yield from iter(lambda: _some(body), b"")


def _some(body: Body) -> bytes:
    """Return what comes next; of Virtuoso a row, its blank nodes named as syntax admits."""
    if body.from_virtuoso:
        return body.file.readline().replace(_NODE, _LABEL)
    return body.file.read1(_BLOCK)


def _names(answer: bytes) -> list[str]:
    """Return the columns of an answer in JSON."""
    try:
        return list(map(str, json.loads(answer)["head"]["vars"]))
    except (KeyError, TypeError, RecursionError):
        raise ValueError(_("it has no head")) from None


def _looked_at(body: Body, form: RdfFormat, blocks: Iterator[bytes]) -> io.BufferedReader:
    """Return an answer as a file that is looked at while it is read."""

    def looked(looker: Guard) -> Iterator[bytes]:
        for block in blocks:
            looker.look(block)
            yield block

    return io.BufferedReader(_Joined(looked(guard(body.url, form))), _BLOCK)


def _expect(body: Body, known: Container[str], wanted: str) -> None:
    if body.media_type not in known:
        problem = _("the answer is {found}, not {wanted}. Is this a SPARQL endpoint?").format(
            found=body.media_type, wanted=wanted
        )
        body.close()
        raise EndpointError(body.url, problem)


def _understood(body: Body, read: Callable[[], _Read], *, most: int = _LONGEST_PART) -> _Read:
    """Return what is read next; what cannot be understood is an error of the endpoint."""
    body.expect(most)
    try:
        return read()
    except EndpointError:
        body.close()
        raise
    except ParseError as error:
        body.close()
        problem = _("the answer cannot be read: {problem}").format(problem=error.problem)
        raise EndpointError(body.url, problem) from None
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
