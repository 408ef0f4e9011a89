"""A user's tables as an RDF file that is checked: the whole of it, or nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from gettext import gettext as _
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Triple

from coordgraph.actors import actor_names
from coordgraph.errors import EmptyData
from coordgraph.files import new_file
from coordgraph.ingest.cell_places import CellPlaces
from coordgraph.ingest.dataset import load
from coordgraph.ingest.description import read_description
from coordgraph.ingest.importing import known_things, parts_of
from coordgraph.ingest.provenance import Locator
from coordgraph.ingest.rdf import import_graph, triples_of
from coordgraph.ingest.source import read_files
from coordgraph.ingest.table import TableReader
from coordgraph.ingest.tabular import Options, Part, read_parts
from coordgraph.linking import read_countries, read_decisions
from coordgraph.namespace import shrink
from coordgraph.publish.rdf import format_for, stream
from coordgraph.resources import DATA
from coordgraph.store import EmbeddedStore
from coordgraph.validation import Report, validate_statements

__all__ = ["MAPPING", "Conversion", "convert", "dataset_and"]

MAPPING = DATA / "agreements" / "csv-metadata.json"
"""What the columns of tables say, unless a user brings a mapping."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """
    What came of a user's tables.

    Attributes
    ----------
    rows, statements
        How many rows were read, and how many statements they made.
    left_out
        What is wrong with the rows that were left out, each with its place.
    rows_left_out
        How many these are.
    remarks
        What was taken for granted in reading them.
    report
        What the shapes found; None if they were not asked.
    written
        Whether the file was written.
    """

    rows: int
    statements: int
    left_out: Sequence[str]
    rows_left_out: int
    remarks: Sequence[str]
    report: Report | None
    written: bool


def convert(  # noqa: PLR0913 - each is a choice of its own
    paths: Sequence[Path],
    target: Path,
    *,
    mapping: Path = MAPPING,
    data: Sequence[str] = (),
    decisions: Path | None = None,
    options: Options | None = None,
    check: bool = True,
) -> Conversion:
    """
    Write what tables say into an RDF file.

    Parameters
    ----------
    paths
        CSV files, workbooks or folders of CSV files.
    target
        The file; its suffix is the format.
    mapping
        A CSVW description of the tables.
    data
        RDF that cells may point into, besides the shipped dataset.
    decisions
        A file of decisions on whom names mean, as ``coordgraph resolve`` writes it.
    options
        How to read the tables.
    check
        Whether the outcome is checked against the shapes.  If it breaks them, it is not
        written, unless the options say to keep going.

    Raises
    ------
    TableError
        If decisions are bad, or rows are and the options do not say to keep going; all of them
        are named.
    CallError
        If files, mapping or target cannot be used.
    EmptyData
        If the tables hold no row.
    """
    options = options or Options()
    form = format_for(target)
    parts, remarks = parts_of(paths, read_description(mapping))
    dataset = dataset_and(data)
    if decisions is not None:
        options = replace(options, decided=_decided(decisions, dataset))
    graph = import_graph(target)
    with new_file(target) as draft:

        def write(triples: Iterable[Triple]) -> int:
            return stream(triples, draft.path, form, graph=graph)

        sound = read_parts(parts, write, known=known_things(dataset), options=options)
        if not sound.statements:
            listed = ", ".join(part.sheet.name for part in parts)
            raise EmptyData(
                _("{listed}: no row holds anything that could be written.").format(
                    listed=listed
                )
            )
        report = None
        if check:
            made = triples_of(draft.path, form=form)
            report = _checked(made, dataset, sound.reader, parts)
            draft.wanted = options.keep_going or report.conforms
    return Conversion(
        rows=sound.reader.count,
        statements=sound.statements,
        left_out=sound.reader.problems,
        rows_left_out=len(sound.reader.bad_rows),
        remarks=[*remarks, *_serials(sound.reader), *_taken(sound.reader)],
        report=report,
        written=draft.wanted,
    )


def dataset_and(data: Sequence[str]) -> EmbeddedStore:
    """Return the shipped dataset, as it is authored, with further RDF beside it."""
    dataset = load(derived=False)
    if not data:
        return dataset
    both = read_files(data)
    both.oxigraph.extend(dataset.quads())
    return both


def _checked(
    made: Iterable[Triple],
    dataset: EmbeddedStore,
    reader: TableReader,
    parts: Sequence[Part],
) -> Report:
    """Check what was made, with what it points to in the dataset known besides."""
    beside = _described(dataset, reader.rows.keys() | reader.pointers)
    places = CellPlaces(parts, reader.rows)
    return validate_statements(made, beside=beside, locator=Locator(tables=[places.place]))


def _described(dataset: EmbeddedStore, things: set[NamedNode]) -> list[Quad]:
    """Return what a dataset says of things, and of what it says they have to do with."""
    near = [quad for thing in things for quad in _of(dataset, thing)]
    further = {quad.object for quad in near if isinstance(quad.object, NamedNode)} - things
    return [*near, *(quad for thing in further for quad in _of(dataset, thing))]


def _of(dataset: EmbeddedStore, thing: NamedNode) -> Iterable[Quad]:
    return dataset.oxigraph.quads_for_pattern(thing, None, None)


def _decided(path: Path, dataset: EmbeddedStore) -> dict[str, list[str]]:
    known, countries = actor_names(dataset), read_countries(dataset)
    return read_decisions(path, known=known, countries=countries).meanings()


def _taken(reader: TableReader) -> list[str]:
    return [
        f"{name!r} taken for {shrink(iri)} in {count} cell{'s' if count > 1 else ''}."
        for (name, iri), count in sorted(reader.taken.items())
    ]


def _serials(reader: TableReader) -> list[str]:
    return [
        f"{sheet}: {column}: {count} dates were numbers, read as days the way workbooks count."
        for (sheet, column), count in sorted(reader.serials.items())
    ]
