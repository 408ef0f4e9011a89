"""Lines of N-Triples and N-Quads into statements, on a worker, as Oxigraph reads them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import groupby
from typing import NamedTuple

import pyarrow as pa
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

__all__ = ["BAD", "READ", "SCHEMA", "Kept", "Parser", "kept", "reader"]

READ, BAD = "read", "bad"
"""What a row says that is no statement: how many lines of a block were read, or a bad line."""

SCHEMA = (
    "role string, subject string, object string, language string, literal boolean, "
    "file string, block long, line long"
)
"""
The columns of a row, as Spark writes them.

``role`` names the property of a statement; ``subject`` and ``object`` are IRIs, blank nodes
(``_:...``, different for each file) or what a literal says.  A bad line has its text as
``subject``, what is wrong with it as ``object``, and where it is: its file, the place where the
block of that file begins, and the line within this block.  A block that was read has its number
of lines, and as ``subject`` how many statements of it were kept.
"""

_ARROW = pa.schema(
    [
        *((name, pa.string()) for name in ("role", "subject", "object", "language")),
        ("literal", pa.bool_()),
        ("file", pa.string()),
        ("block", pa.int64()),
        ("line", pa.int64()),
    ]
)
_BOM = b"\xef\xbb\xbf"
_SHOWN = 200

Row = tuple[str, str | None, str | None, str | None, bool | None, str | None, int, int]


class Kept(NamedTuple):
    """
    Which statements are of use.

    Attributes
    ----------
    roles
        Of properties, by IRI, the names of what they say.
    without
        Properties with an object, both IRIs, of which statements are not kept.
    """

    roles: Mapping[str, str]
    without: frozenset[tuple[str, str]]


class Parser(NamedTuple):
    """How the lines of some files are read."""

    quads: bool
    keeping: Kept


def reader(parser: Parser) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """
    Return what turns batches of ``value``, ``file``, ``block`` into rows of `SCHEMA`.

    The lines of a block come in their order, as they do where files are scanned.
    """

    def read(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        place, done, count = None, 0, 0
        for batch in batches:
            values = batch.column("value").cast(pa.binary()).to_pylist()
            files = zip(
                batch.column("file").to_pylist(), batch.column("block").to_pylist(), strict=True
            )
            start, rows = 0, list[Row]()
            for here, group in groupby(files):
                size = sum(1 for _ in group)
                if here != place:
                    if place is not None:
                        rows.append(_read(*place, done, count))
                    place, done, count = here, 0, 0
                found = list(kept(values[start : start + size], parser, file=here, before=done))
                count += sum(1 for row in found if row[0] != BAD)
                rows += found
                start, done = start + size, done + size
            yield _batch(rows)
        if place is not None:
            yield _batch([_read(*place, done, count)])

    return read


def _read(file: str, block: int, lines: int, statements: int) -> Row:
    return (READ, str(statements), None, None, None, file, block, lines)


def kept(
    lines: Sequence[bytes], parser: Parser, *, file: tuple[str, int], before: int = 0
) -> Iterator[Row]:
    """
    Yield what is of use of some lines of a file, and those that are bad.

    Parameters
    ----------
    lines
        Without their ends.
    parser
        How they are read.
    file
        The name of the file, and where the block of it begins.
    before
        How many lines of the block came before.
    """
    name, block = file
    if not before and not block and lines:
        lines = [lines[0].removeprefix(_BOM), *lines[1:]]
    tag = blake2b(name.encode(), digest_size=6).hexdigest()
    try:
        yield from _useful(b"\n".join(lines), parser, tag)
    except (SyntaxError, ValueError, MemoryError):
        for at, line in enumerate(lines, before + 1):
            try:
                yield from _useful(line, parser, tag)
            except (SyntaxError, ValueError, MemoryError) as error:
                shown = line[:_SHOWN].decode(errors="replace")
                yield (BAD, shown, _problem(error), None, None, name, block, at)


def _useful(body: bytes, parser: Parser, tag: str) -> list[Row]:
    form = RdfFormat.N_QUADS if parser.quads else RdfFormat.N_TRIPLES
    roles, without = parser.keeping
    rows = []
    for quad in parse(body, format=form):
        role = roles.get(quad.predicate.value)
        if role is not None and not _is_without(quad, without):
            row = _row(role, quad, tag)
            if row is not None:
                rows.append(row)
    return rows


def _is_without(quad: Quad, without: frozenset[tuple[str, str]]) -> bool:
    thing = quad.object
    return isinstance(thing, NamedNode) and (quad.predicate.value, thing.value) in without


def _row(role: str, quad: Quad, tag: str) -> Row | None:
    thing = quad.object
    if isinstance(thing, Triple) or isinstance(quad.subject, Triple):
        return None
    language = thing.language if isinstance(thing, Literal) else None
    literal = isinstance(thing, Literal)
    return role, _named(quad.subject, tag), _named(thing, tag), language, literal, None, 0, 0


def _named(thing: NamedNode | BlankNode | Literal, tag: str) -> str:
    return f"_:{tag}x{thing.value}" if isinstance(thing, BlankNode) else thing.value


def _problem(error: BaseException) -> str:
    if isinstance(error, MemoryError):
        return "a single value is longer than 16 MB, which no parser here holds"
    said = str(error.args[0] if error.args else error)
    return said.partition(": ")[2].removesuffix(" (line 1)") or said


def _batch(rows: Sequence[Row]) -> pa.RecordBatch:
    columns = list(zip(*rows, strict=True)) or [()] * len(_ARROW)
    arrays = [pa.array(column, one.type) for column, one in zip(columns, _ARROW, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=_ARROW)
