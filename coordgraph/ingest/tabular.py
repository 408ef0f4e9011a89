"""Tables that point to each other, read together: all of them, or what is sound of them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from gettext import gettext as _
from pathlib import Path
from urllib.parse import unquote

from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple

from coordgraph.errors import TableError
from coordgraph.ingest.cells import DateOrder
from coordgraph.ingest.description import TableDescription, read_description
from coordgraph.ingest.sheet import Row, Sheet, csv_sheet
from coordgraph.ingest.table import TableReader
from coordgraph.names import plain
from coordgraph.namespace import ID, shrink

_ACTOR = f"{ID}actor"

__all__ = ["Options", "Part", "Reading", "Sound", "read_parts", "read_tables", "undescribed"]


@dataclass(frozen=True, slots=True)
class Part:
    """One table: where it is kept, and what its columns say."""

    sheet: Sheet
    table: TableDescription


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """
    What tables say.

    Attributes
    ----------
    quads
        The statements, in the order of the rows.
    rows
        The row that each thing comes from.
    pointers
        The things that cells point to.
    parts
        The tables.
    """

    quads: tuple[Quad, ...]
    rows: Mapping[NamedNode, Row]
    pointers: Collection[NamedNode]
    parts: Sequence[Part]


def read_tables(
    description: Path,
    *,
    graph: NamedNode | None = None,
    absent: Mapping[str, str] | None = None,
) -> Reading:
    """
    Read all tables that a description names; they stand in its folder.

    Parameters
    ----------
    description
        The CSVW file.
    graph
        The named graph that the statements are placed in; the default graph if not given.
    absent
        What is known to be described nowhere, as `undescribed` returns it.

    Raises
    ------
    TableError
        If cells are bad; all of them are named, each with file, line, column and remedy.
    InvalidMapping
        If the description itself cannot be used.
    UnreadableFile
        If a file is missing or is no CSV in UTF-8.
    """
    parts = [
        Part(csv_sheet(description.parent / table.name), table)
        for table in read_description(description)
    ]
    reader = TableReader(absent=absent or {})
    triples = dict.fromkeys(_triples(parts, reader))
    if reader.problems:
        raise TableError(reader.problems)
    target = graph or DefaultGraph()
    quads = tuple(
        Quad(triple.subject, triple.predicate, triple.object, target) for triple in triples
    )
    return Reading(quads, reader.rows, reader.pointers, parts)


def _triples(parts: Iterable[Part], reader: TableReader) -> Iterator[Triple]:
    for part in parts:
        yield from reader.read(part.sheet, part.table)


def undescribed(
    pointers: Iterable[NamedNode],
    described: Collection[str],
    names: Mapping[tuple[str, str], str],
) -> dict[str, str]:
    """
    Return the things that are pointed to but described nowhere, each with what to say of it.

    Parameters
    ----------
    pointers
        The things that are pointed to.
    described
        The IRIs of all that is described.
    names
        What things are called: IRIs by the part of the IRI that says their kind, and by name
        as `coordgraph.names.plain` has it.
    """
    missing = sorted({thing.value for thing in pointers} - set(described))
    return {
        iri: f"{unquote(shrink(iri))} is described nowhere.{_remedy(iri, described, names)}"
        for iri in missing
    }


def _remedy(iri: str, described: Collection[str], names: Mapping[tuple[str, str], str]) -> str:
    kind, _slash, name = iri.rpartition("/")
    further = _(" `coordgraph resolve` finds whom names mean.") if kind == _ACTOR else ""
    if meant := names.get((kind, plain(unquote(name)))):
        near = _(" Did you mean {close}?").format(close=meant.rpartition("/")[2])
        return f"{near}{further}"
    alike = [other.rpartition("/")[2] for other in described if other.startswith(f"{kind}/")]
    close = get_close_matches(plain(unquote(name)), alike, n=2)
    near = _(" Did you mean {close}?").format(close=_(" or ").join(close))
    return f"{near if close else _(' Describe it.')}{further}"


@dataclass(slots=True)
class Sound:
    """
    What came of reading tables.

    Attributes
    ----------
    reader
        The reader that read them, with what was bad.
    statements
        How many statements were written.
    """

    reader: TableReader
    statements: int


def read_parts(
    parts: Sequence[Part],
    write: Callable[[Iterable[Triple]], int],
    *,
    known: Mapping[str, Collection[str]],
    options: "Options",
) -> Sound:
    """
    Read tables and hand over what they say, statement by statement.

    Parameters
    ----------
    parts
        The tables.
    write
        Takes the statements as they are read, and returns how many; called anew where another
        look is needed, which starts from nothing.
    known
        What is described elsewhere: IRIs, each with its names.
    options
        How to read them.

    Raises
    ------
    TableError
        If cells are bad and are not to be left out; all of them are named.
    """
    names = {
        (iri.rpartition("/")[0], plain(name)): iri
        for iri, called in known.items()
        for name in called
    }
    absent: dict[str, str] = {}
    decided: dict[str, NamedNode] = {}
    while True:
        reader = TableReader(options.order, absent, decided, options.tick)
        statements = write(_triples(parts, reader))
        described = {*known, *(thing.value for thing in reader.rows)}
        broken = {thing.value for thing in reader.broken} - described
        if not options.keep_going:
            described |= broken
        more = undescribed(reader.pointers, described, names)
        if not more:
            break
        decided |= _decided(more, options.decided, described)
        absent |= {
            iri: _reason(iri, broken, options.decided, more[iri])
            for iri in more.keys() - decided
        }
    if reader.problems and not options.keep_going:
        raise TableError(reader.problems)
    return Sound(reader, statements)


def _decided(
    names: Iterable[str], decided: Mapping[str, Sequence[str]], described: Collection[str]
) -> dict[str, NamedNode]:
    """Return the one actor that each name was decided to stand for, by what it would be."""
    found = {iri: decided.get(_name_of_actor(iri), ()) for iri in names}
    return {
        iri: NamedNode(meant[0])
        for iri, meant in found.items()
        if len(meant) == 1 and meant[0] in described
    }


def _name_of_actor(iri: str) -> str:
    kind, _slash, name = iri.rpartition("/")
    return plain(unquote(name)) if kind == _ACTOR else ""


def _reason(
    iri: str, broken: Collection[str], decided: Mapping[str, Sequence[str]], otherwise: str
) -> str:
    if iri in broken:
        return _("{iri} is left out itself.").format(iri=shrink(iri))
    meant = decided.get(_name_of_actor(iri), ())
    if len(meant) > 1:
        listed = _(" or ").join(map(shrink, meant))
        return _("decided to mean {listed}, by country. Write the id of the one meant.").format(
            listed=listed
        )
    return otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """
    How to read tables of a user.

    Attributes
    ----------
    order
        What a date such as 03/04/2001 means.
    keep_going
        Whether bad rows are left out, and what points to them; else nothing is read.
    decided
        The actors that names stand for which nothing has as its id: IRIs by name, as
        `coordgraph.names.plain` has it; several where people decided so by country.
    tick
        Called now and then with how many rows have been read.
    """

    order: DateOrder | None = None
    keep_going: bool = False
    decided: Mapping[str, Sequence[str]] = field(default_factory=dict)
    tick: Callable[[int], None] = lambda _: None
