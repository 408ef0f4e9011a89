"""
SHACL by pySHACL, the reference engine.

Literals keep the form that they were written in, so that a padded or malformed date is seen as
it stands.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pyoxigraph
import pyshacl
import rdflib
from pyshacl.errors import ReportableRuntimeError, ShapeLoadError
from pyshacl.graph_abstraction import OxigraphDataGraph
from rdflib import SH
from rdflib.term import BNode, Node

from coordgraph.errors import InvalidMapping
from coordgraph.store import from_rdflib, placed, text
from coordgraph.validation.engines.base import Result
from coordgraph.validation.paths import path_of
from coordgraph.validation.shapes import LOADING
from coordgraph.validation.statements import Statements

__all__ = ["by_pyshacl", "results_in"]


def by_pyshacl(statements: Statements, shapes: rdflib.Graph) -> list[Result]:
    """Check statements by pySHACL, over a store that it asks faster than rdflib's."""
    data = pyoxigraph.Store()
    data.bulk_extend(placed(triple) for triple in statements.triples())
    return results_in(_report(data, shapes), shapes)


class _Checked(OxigraphDataGraph):
    """What pySHACL checks; it asks for the size before each query, which is slow to count."""

    def __len__(self, context: object = None) -> int:
        """Return how many statements there are; no two in the one graph are the same."""
        del context
        return len(self.impl)

    def objects(self, subject: Any, predicate: Any, unique: bool = False) -> Iterator[Any]:  # noqa: FBT001, FBT002 - pySHACL's signature
        """Yield the values of a property; of a literal, which pySHACL trips over, none."""
        if not isinstance(subject, rdflib.Literal):
            yield from super().objects(subject, predicate, unique=unique)

    def predicate_objects(self, subject: Any, unique: bool = False) -> Iterator[Any]:  # noqa: FBT001, FBT002 - pySHACL's signature
        """Yield what is said of a thing; of a literal, which pySHACL trips over, nothing."""
        if not isinstance(subject, rdflib.Literal):
            yield from super().predicate_objects(subject, unique=unique)


def _report(data: pyoxigraph.Store, shapes: rdflib.Graph) -> rdflib.Graph:
    with LOADING, _silent_rdflib():
        try:
            _, report, _ = pyshacl.validate(
                _Checked(data),
                shacl_graph=shapes,
                advanced=True,
                inplace=True,
                meta_shacl=False,
            )
        except (ShapeLoadError, ReportableRuntimeError, SyntaxError) as error:
            raise InvalidMapping(f"These shapes cannot be used: {_short(error)}") from None
    if not isinstance(report, rdflib.Graph):
        raise InvalidMapping(f"These shapes cannot be used: {_short(report)}")
    return report


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


def results_in(report: rdflib.Graph, shapes: rdflib.Graph) -> list[Result]:
    """Return the results of a SHACL report that is a graph."""
    return [_result(report, shapes, node) for node in report.objects(None, SH.result)]


def _result(report: rdflib.Graph, shapes: rdflib.Graph, node: Node) -> Result:
    said: dict[Node, list[Node]] = {}
    for predicate, found in report.predicate_objects(node):
        said.setdefault(predicate, []).append(found)

    def one(predicate: Node) -> Node | None:
        return next(iter(said.get(predicate, ())), None)

    source, value = one(SH.sourceShape), one(SH.value)
    path = one(SH.resultPath)
    if isinstance(path, BNode):
        path = next(shapes.objects(source, SH.path), None)
    return Result(
        focus=_said(one(SH.focusNode)),
        path=path_of(shapes, path) if path is not None else "",
        value=str(from_rdflib(value)) if value is not None else "",
        words=_said(value),
        shape=_said(source),
        component=_said(one(SH.sourceConstraintComponent)),
        severity=_said(one(SH.resultSeverity)),
        messages=tuple(str(message) for message in said.get(SH.resultMessage, ())),
    )


def _said(node: Node | None) -> str:
    return "" if node is None else text(from_rdflib(node))
