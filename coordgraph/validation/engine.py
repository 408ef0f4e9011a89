"""
Data against shapes, by one of the engines.

What is checked is the union of all graphs, which stays as it is.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

import rdflib
from pyoxigraph import Quad, Triple
from rdflib import RDF, SH

from coordgraph.ingest.dataset import dataset_locator, load, ontology
from coordgraph.ingest.provenance import Locator
from coordgraph.ingest.rdf import rdf_files, triples_of
from coordgraph.store import Store, as_store
from coordgraph.validation.engines import chosen
from coordgraph.validation.report import Finding, Report
from coordgraph.validation.results import findings_of, in_order, located
from coordgraph.validation.shapes import own_shapes, read_shapes
from coordgraph.validation.statements import Statements, written

__all__ = [
    "check",
    "validate",
    "validate_dataset",
    "validate_files",
    "validate_statements",
]


def validate(  # noqa: PLR0913 - one parameter a choice of the caller
    source: Store | rdflib.Graph,
    *,
    shapes: Path | None = None,
    with_dataset: bool = False,
    beside: Iterable[Quad] = (),
    locator: Locator | None = None,
    engine: str = "auto",
) -> Report:
    """
    Check everything in a store or graph against shapes; it stays as it is.

    With the ontology's own shapes, the ontology, the concept schemes and the places are known
    besides; with other shapes, nothing is added to the data.

    Parameters
    ----------
    source
        A store, or an rdflib graph or dataset.
    shapes
        A file of shapes; the ontology's own if not given.
    with_dataset
        Whether the shipped dataset is known besides, too.
    beside
        Further statements that are known besides.
    locator
        Where the statements were written, if known.
    engine
        ``pyshacl``, the reference; ``shacl``, the fast one; or ``auto``, which is the fast one
        for much data, where it is installed.

    Raises
    ------
    InvalidMapping
        If the shapes cannot be used.
    MissingEngine, InvalidParameter
        If the engine is not installed, or there is none of this name.
    """
    own = (quad.triple for quad in as_store(source).quads())
    known = chain(_known(shapes, with_dataset=with_dataset), (quad.triple for quad in beside))
    with written(own, known) as statements:
        return _checked(statements, _files(shapes), locator=locator, engine=engine)


def validate_statements(
    own: Iterable[Triple],
    *,
    beside: Iterable[Quad] = (),
    locator: Locator | None = None,
    engine: str = "auto",
) -> Report:
    """
    Check statements, read once, as `validate` checks those of a store.

    Parameters
    ----------
    own
        The statements that are checked.
    beside, locator, engine
        As for `validate`.
    """
    known = chain(_known(None, with_dataset=False), (quad.triple for quad in beside))
    with written(own, known) as statements:
        return _checked(statements, own_shapes(), locator=locator, engine=engine)


def validate_files(
    files: Iterable[Path],
    *,
    shapes: Path | None = None,
    with_dataset: bool = False,
    engine: str = "auto",
) -> Report:
    """
    Check files as `validate` does, each finding with its file and line.

    Parameters
    ----------
    files
        RDF files, or folders of them.
    shapes, with_dataset, engine
        As for `validate`.

    Raises
    ------
    ParseError, EmptyData, UnreadableFile
        If a file cannot be read.
    InvalidMapping, MissingEngine, InvalidParameter
        As `validate` does.
    """
    paths = [
        path for given in files for path in (rdf_files(given) if given.is_dir() else [given])
    ]
    own = (triple for path in paths for triple in triples_of(path))
    known = _known(shapes, with_dataset=with_dataset)
    with written(own, known) as statements:
        return _checked(statements, _files(shapes), locator=Locator(paths), engine=engine)


def validate_dataset(*, engine: str = "auto") -> Report:
    """Check the shipped dataset, each finding with its file and line."""
    return validate(load(derived=False), locator=dataset_locator(), engine=engine)


def check(
    store: Store,
    shapes: Sequence[Path],
    *,
    locator: Locator | None = None,
    engine: str = "auto",
) -> Report:
    """
    Check everything in a store against the shapes of some files.

    Parameters
    ----------
    store
        What is checked; it stays as it is.
    shapes
        Files of shapes.
    locator, engine
        As for `validate`.
    """
    with written(quad.triple for quad in store.quads()) as statements:
        return _checked(statements, shapes, locator=locator, engine=engine)


def _files(shapes: Path | None) -> list[Path]:
    return [shapes] if shapes else own_shapes()


def _known(shapes: Path | None, *, with_dataset: bool) -> Iterator[Triple]:
    """Yield what is known besides the data."""
    if shapes is not None:
        return
    known = load(derived=False) if with_dataset else ontology()
    yield from (quad.triple for quad in known.quads())


def _checked(
    statements: Statements, shapes: Sequence[Path], *, locator: Locator | None, engine: str
) -> Report:
    name, run = chosen(engine, statements)
    described = read_shapes(shapes)
    findings = _about_data(findings_of(run(statements, described), described), statements)
    places = located(findings, locator, statements)
    return Report(
        in_order(places),
        shapes=len(set(described.subjects(RDF.type, SH.NodeShape))),
        engine=name,
        statements=statements.total,
    )


def _about_data(findings: list[Finding], statements: Statements) -> list[Finding]:
    """
    Return the findings about what the data describes, not about what is known besides.

    Where nothing is, they are all: a shape may also target values, and things of which nothing
    is said.
    """
    if statements.own == statements.total:
        return findings
    data = statements.described({finding.focus for finding in findings})
    return [finding for finding in findings if finding.focus in data]
