"""
SHACL by pySHACL, the reference engine.

The data that is checked is the union of all graphs, which stays as it is; literals keep the
form that they were written in, so that a padded or malformed date is seen as it stands.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyoxigraph
import pyshacl
import rdflib
from pyoxigraph import Quad
from pyshacl.errors import ReportableRuntimeError, ShapeLoadError
from pyshacl.graph_abstraction import OxigraphDataGraph
from rdflib import RDF, SH

from coordgraph.errors import InvalidMapping
from coordgraph.ingest.dataset import dataset_locator, load, load_context
from coordgraph.ingest.provenance import Locator
from coordgraph.ingest.rdf import load_file, rdf_files
from coordgraph.store import Store, as_store, open_store, placed, text
from coordgraph.validation.report import Report
from coordgraph.validation.results import findings_of, in_order, located
from coordgraph.validation.shapes import LOADING, own_shapes, read_shapes

__all__ = ["check", "validate", "validate_dataset", "validate_files"]


def validate(
    source: Store | rdflib.Graph,
    *,
    shapes: Path | None = None,
    with_dataset: bool = False,
    beside: Iterable[Quad] = (),
    locator: Locator | None = None,
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

    Raises
    ------
    InvalidMapping
        If the shapes cannot be used.
    """
    checked = open_store()
    checked.oxigraph.extend(as_store(source).quads())
    mine = {text(quad.subject) for quad in checked.quads()}
    if shapes is None and with_dataset:
        checked.oxigraph.extend(load(derived=False).quads())
    elif shapes is None:
        load_context(checked)
    checked.oxigraph.extend(beside)
    files = [shapes] if shapes else own_shapes()
    return check(checked, files, locator=locator, only=mine)


def validate_files(
    files: Iterable[Path], *, shapes: Path | None = None, with_dataset: bool = False
) -> Report:
    """
    Check files as `validate` does, each finding with its file and line.

    Parameters
    ----------
    files
        RDF files, or folders of them.
    shapes, with_dataset
        As for `validate`.

    Raises
    ------
    ParseError, EmptyData, UnreadableFile
        If a file cannot be read.
    InvalidMapping
        If the shapes cannot be used.
    """
    paths = [
        path for given in files for path in (rdf_files(given) if given.is_dir() else [given])
    ]
    found = open_store()
    for path in paths:
        load_file(found, path)
    return validate(found, shapes=shapes, with_dataset=with_dataset, locator=Locator(paths))


def validate_dataset() -> Report:
    """Check the shipped dataset, each finding with its file and line."""
    return validate(load(derived=False), locator=dataset_locator())


class _Checked(OxigraphDataGraph):
    """What pySHACL checks; it asks for the size before each query, which is slow to count."""

    def __len__(self, context: object = None) -> int:
        """Return how many statements there are; no two in the one graph are the same."""
        del context
        return len(self.impl)


def _union(store: Store) -> pyoxigraph.Store:
    """Return all statements in one graph, in a store that pySHACL asks faster than rdflib's."""
    union = pyoxigraph.Store()
    union.extend(placed(quad.triple) for quad in store.quads())
    return union


def check(
    store: Store,
    shapes: Sequence[Path],
    *,
    locator: Locator | None = None,
    only: set[str] | None = None,
) -> Report:
    """
    Check everything in a store against the shapes of some files.

    Parameters
    ----------
    store
        What is checked; it stays as it is.
    shapes
        Files of shapes.
    locator
        Where the statements were written, if known.
    only
        The things that findings may be about; anything if not given.
    """
    described = read_shapes(shapes)
    data = _union(store)
    results = _run(data, described)
    findings = findings_of(results, described, only=only)
    places = [located(finding, locator, data) for finding in findings]
    number = len(set(described.subjects(RDF.type, SH.NodeShape)))
    return Report(in_order(places), number)


def _run(data: pyoxigraph.Store, shapes: rdflib.Graph) -> rdflib.Graph:
    with LOADING, _silent_rdflib():
        try:
            _, results, _ = pyshacl.validate(
                _Checked(data),
                shacl_graph=shapes,
                advanced=True,
                inplace=True,
                meta_shacl=False,
            )
        except (ShapeLoadError, ReportableRuntimeError) as error:
            raise InvalidMapping(f"These shapes cannot be used: {_short(error)}") from None
    if not isinstance(results, rdflib.Graph):
        raise InvalidMapping(f"These shapes cannot be used: {_short(results)}")
    return results


def _short(error: Any) -> str:
    return " ".join(str(getattr(error, "message", error)).split())[:500]


@contextmanager
def _silent_rdflib() -> Iterator[None]:
    """Keep rdflib from logging ill-typed literals, which are findings here."""
    logger = logging.getLogger("rdflib.term")
    before = logger.disabled
    logger.disabled = True
    try:
        yield
    finally:
        logger.disabled = before
