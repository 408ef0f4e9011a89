"""
SHACL by pySHACL, the reference engine.

The data that is checked is the union of all graphs, which stays as it is; literals keep the
form that they were written in, so that a padded or malformed date is seen as it stands.
"""

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pyoxigraph
import pyshacl
import rdflib
from pyshacl.errors import ReportableRuntimeError, ShapeLoadError
from rdflib import RDF, SH
from rdflib.term import Node

from coordgraph.errors import InvalidMapping
from coordgraph.ingest.dataset import dataset_locator, load, load_context
from coordgraph.ingest.provenance import Locator
from coordgraph.ingest.rdf import load_file, rdf_files
from coordgraph.store import Store, as_store, from_rdflib, open_store, placed, text
from coordgraph.validation.report import Finding, Report, Severity
from coordgraph.validation.shapes import LOADING, own_shapes, read_shapes

__all__ = ["check", "validate", "validate_dataset", "validate_files"]


def validate(
    source: Store | rdflib.Graph, *, shapes: Path | None = None, locator: Locator | None = None
) -> Report:
    """
    Check everything in a store or graph against shapes.

    Parameters
    ----------
    source
        A store, or an rdflib graph or dataset.
    shapes
        A file of shapes; the ontology's own if not given.
    locator
        Where the statements were written, if known.

    Raises
    ------
    InvalidMapping
        If the shapes cannot be used.
    """
    return check(as_store(source), _files(shapes), locator=locator)


def validate_files(
    files: Iterable[Path], *, shapes: Path | None = None, with_dataset: bool = False
) -> Report:
    """
    Check files against shapes, each finding with its file and line.

    With the ontology's own shapes, the ontology, the concept schemes and the places are known
    besides; with other shapes, nothing is added to the data.

    Parameters
    ----------
    files
        RDF files, or folders of them.
    shapes
        A file of shapes; the ontology's own if not given.
    with_dataset
        Whether the shipped dataset is known besides, too.

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
    checked = open_store()
    for path in paths:
        load_file(checked, path)
    mine = {text(quad.subject) for quad in checked.quads()}
    if shapes is None:
        if with_dataset:
            checked.oxigraph.extend(load(derived=False).quads())
        else:
            load_context(checked)
    return check(checked, _files(shapes), locator=Locator(paths), only=mine)


def validate_dataset() -> Report:
    """Check the shipped dataset, each finding with its file and line."""
    return validate(load(derived=False), locator=dataset_locator())


def _files(shapes: Path | None) -> list[Path]:
    return [shapes] if shapes else own_shapes()


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
    found = [_finding(results, described, node) for node in results.objects(None, SH.result)]
    kept = [finding for finding in found if only is None or finding.focus in only]
    located = [_located(finding, locator, data) for finding in _unique(kept)]
    number = len(set(described.subjects(RDF.type, SH.NodeShape)))
    return Report(_numbered(sorted(located, key=_order)), number)


def _unique(findings: list[Finding]) -> list[Finding]:
    """Return findings without those that say the same of the same thing."""
    unique = {
        (
            found.focus,
            found.path,
            found.value,
            found.shape,
            tuple(sorted(found.messages.items())),
        ): found
        for found in findings
    }
    return list(unique.values())


def _run(data: pyoxigraph.Store, shapes: rdflib.Graph) -> rdflib.Graph:
    with LOADING, _silent_rdflib():
        try:
            _, results, _ = pyshacl.validate(
                cast("rdflib.Graph", data),
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


def _finding(results: rdflib.Graph, shapes: rdflib.Graph, node: Node) -> Finding:
    def one(predicate: Node) -> Node | None:
        return results.value(node, predicate)

    severity = str(one(SH.resultSeverity) or SH.Violation).rpartition("#")[2]
    source = one(SH.sourceShape)
    return Finding(
        focus=_said(one(SH.focusNode)),
        path=_said(one(SH.resultPath)),
        value=_said(one(SH.value)),
        severity=Severity(severity if severity in _SEVERITIES else "Violation"),
        messages=_messages(results, shapes, node, source),
        shape=_said(source),
        component=_said(one(SH.sourceConstraintComponent)),
    )


_SEVERITIES = {severity.value for severity in Severity}


def _said(node: Node | None) -> str:
    return "" if node is None else text(from_rdflib(node))


def _messages(
    results: rdflib.Graph, shapes: rdflib.Graph, node: Node, source: Node | None
) -> dict[str, str]:
    """
    Return the messages of a result by language.

    pySHACL fills in the values but drops the language; the message of the shape that a filled
    one was made from tells it.
    """
    spoken = sorted(str(message) for message in results.objects(node, SH.resultMessage))
    found: dict[str, str] = {}
    for constraint in filter(None, (source, results.value(node, SH.sourceConstraint))):
        for message in shapes.objects(constraint, SH.message):
            language = getattr(message, "language", None) or ""
            filled = [words for words in spoken if _template(str(message)).fullmatch(words)]
            found[language] = filled[0] if filled else str(message)
    return found or {"": spoken[0] if spoken else ""}


def _template(message: str) -> re.Pattern[str]:
    """Return what matches a message once its ``{?names}`` are filled in."""
    parts = re.split(r"\{[?$]\w+\}", message)
    return re.compile(".*".join(map(re.escape, parts)), re.DOTALL)


def _located(finding: Finding, locator: Locator | None, data: pyoxigraph.Store) -> Finding:
    if locator is None:
        return finding
    if finding.is_named:
        place = locator.place(finding.focus, finding.path, finding.value)
    else:
        place = locator.unnamed(_said_of(finding.focus, data))
    return replace(finding, place=place)


def _said_of(blank: str, data: pyoxigraph.Store) -> set[tuple[str, str]]:
    """Return what is said of a blank node, but for its own blank nodes."""
    node = pyoxigraph.BlankNode(blank.removeprefix("_:"))
    return {
        (quad.predicate.value, text(quad.object))
        for quad in data.quads_for_pattern(node, None, None)
        if not isinstance(quad.object, pyoxigraph.BlankNode)
    }


def _numbered(findings: list[Finding]) -> tuple[Finding, ...]:
    """Name blank nodes in the order in which they are found, so that two runs say the same."""
    names: dict[str, str] = {}
    for finding in findings:
        if not finding.is_named:
            names.setdefault(finding.focus, f"_:b{len(names)}")
    return tuple(
        replace(finding, focus=names.get(finding.focus, finding.focus)) for finding in findings
    )


def _order(finding: Finding) -> tuple[object, ...]:
    place = finding.place
    where = (place.file, place.line or 0) if place else ("", 0)
    named = finding.focus if finding.is_named else ""
    return (finding.severity.rank, *where, named, finding.shape, finding.value)
