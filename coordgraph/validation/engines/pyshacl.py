"""
SHACL by pySHACL, the reference engine.

Literals keep the form that they were written in, so that a padded or malformed date is seen as
it stands.  Blank nodes keep their labels: pySHACL describes each by all that it leads to, which
takes time and memory without end where many lead to many.
"""

import logging
import re
import warnings
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from gettext import gettext as _
from typing import Any

import pyoxigraph
import rdflib
from pyoxigraph import Triple
from pyshacl import Validator
from pyshacl.constraints.constraint_component import ConstraintComponent
from pyshacl.graph_abstraction import DataGraph, OxigraphDataGraph
from pyshacl.rdfutil.stringify import stringify_blank_node
from pyshacl.validator import assign_baked_in
from rdflib import SH
from rdflib.term import BNode, Node

from coordgraph.errors import InvalidMapping
from coordgraph.namespace import CG
from coordgraph.store import from_rdflib, into_rdflib, text
from coordgraph.validation.engines.base import Result
from coordgraph.validation.paths import path_of
from coordgraph.validation.shapes import LOADING
from coordgraph.validation.statements import Statements

__all__ = ["by_pyshacl", "results_in"]

Values = Generator[Any, None, None]

_UNHEARD = logging.getLogger(f"{__name__}.unheard")
"""Where pySHACL logs errors that it raises besides."""
_UNHEARD.disabled = True

_FILLING = "_format_sparql_based_result_message"
_PLACE = re.compile(r"\{[?$](\w+)\}")


def by_pyshacl(statements: Statements, shapes: rdflib.Graph) -> list[Result]:
    """
    Check statements by pySHACL.

    With the ontology's own queries, they are in a store that answers these some twenty times
    faster than rdflib. Not with others: pySHACL lets that store bind the variables of a query
    in another way, which misses results of some (and it takes ``"a"`` for another text than
    ``"a"^^xsd:string`` there). Tests hold what the own shapes find to the other engine.
    Statements about statements (RDF 1.2), which rdflib does not hold, go to that store, too.
    """
    stored = _asks_own_queries(shapes) or any(
        isinstance(one.object, Triple) for one in statements.triples()
    )
    read = _stored if stored else _graph
    with LOADING, _literals_as_written(), _blank_nodes_undescribed(), _messages_filled():
        report = _report(read(statements), shapes)
    return results_in(report, paths=shapes)


def _asks_own_queries(shapes: rdflib.Graph) -> bool:
    queries = {node for kind in (SH.select, SH.ask) for node in shapes.subjects(kind, None)}
    return bool(queries) and all(str(node).startswith(CG) for node in queries)


def _stored(statements: Statements) -> "_Checked":
    data = pyoxigraph.Store()
    data.bulk_extend(statements.quads())
    return _Checked(data)


def _graph(statements: Statements) -> DataGraph:
    data = rdflib.Graph()
    for triple in statements.triples():
        terms = (triple.subject, triple.predicate, triple.object)
        subject, predicate, value = map(into_rdflib, terms)
        data.add((subject, predicate, value))
    return DataGraph.from_rdflib(data)


class _Checked(OxigraphDataGraph):
    """What pySHACL checks, without two of its traps: slow sizes, and literals as subjects."""

    def __len__(self, context: object = None) -> int:
        """Return how many statements there are, which pySHACL asks before each query."""
        del context
        return len(self.impl)

    def objects(self, subject: Any, predicate: Any, **how: Any) -> Values:  # type: ignore[override]
        """Yield the values of a property; of a literal, none."""
        if not isinstance(subject, rdflib.Literal):
            yield from super().objects(subject, predicate, **how)

    def predicate_objects(self, subject: Any, **how: Any) -> Values:  # type: ignore[override]
        """Yield what is said of a thing; of a literal, nothing."""
        if not isinstance(subject, rdflib.Literal):
            yield from super().predicate_objects(subject, **how)


class _Validator(Validator):
    """Reports what it finds, without copies of all that blank nodes lead to."""

    @classmethod
    def create_validation_report(
        cls,
        sg: Any,
        conforms: bool,  # noqa: FBT001 - as pySHACL calls it
        results: Iterable[tuple[str, BNode, Iterable[Any]]],
    ) -> tuple[rdflib.Graph, str]:
        """Return the results as a graph; blank nodes of data and shapes are labels in it."""
        del sg, conforms
        report, whole = rdflib.Graph(), BNode()
        for _words, result, statements in results:
            report.add((whole, SH.result, result))
            for subject, predicate, value in statements:
                term = value[1] if isinstance(value, tuple) else value
                report.add((subject, predicate, term))
        return report, ""


def _report(data: DataGraph, shapes: rdflib.Graph) -> rdflib.Graph:
    """
    Return the results of a check.

    The validator is called itself: the function around it lets rdflib mend literals again.
    """
    assign_baked_in()  # type: ignore[no-untyped-call]
    try:
        options = {"advanced": True, "inplace": True, "logger": _UNHEARD}
        check = _Validator(data, shacl_graph=shapes, options=options)
        _conforms, report, _text = check.run()  # type: ignore[no-untyped-call]
    except Exception as error:  # noqa: BLE001 - pySHACL and queries have no common error
        raise InvalidMapping(
            _("These shapes cannot be used: {short}").format(short=_short(error))
        ) from None
    assert isinstance(report, rdflib.Graph), "what fails is raised"
    return report


def _short(error: Any) -> str:
    return " ".join(str(getattr(error, "message", error)).split())[:500]


@contextmanager
def _literals_as_written() -> Iterator[None]:
    """Keep rdflib from mending ill-typed literals, and from telling of them, as findings do."""
    logger = logging.getLogger("rdflib.term")
    before = logger.disabled, rdflib.NORMALIZE_LITERALS
    logger.disabled, rdflib.NORMALIZE_LITERALS = True, False
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module="rdflib.term")
            yield
    finally:
        logger.disabled, rdflib.NORMALIZE_LITERALS = before


class _Undescribed(dict[tuple[int, str], str]):
    """What pySHACL takes for the descriptions of blank nodes that it has made before."""

    def __missing__(self, key: tuple[int, str]) -> str:
        """Return a label."""
        return f"_:{key[1]}"


@contextmanager
def _blank_nodes_undescribed() -> Iterator[None]:
    """Let pySHACL call blank nodes by their labels, and remember nothing of them."""
    before = stringify_blank_node.dict_cache
    stringify_blank_node.dict_cache = _Undescribed()
    try:
        yield
    finally:
        stringify_blank_node.dict_cache = before


def _fill(_constraint: ConstraintComponent, message: str, row: Any) -> str:
    """
    Return a message with the values of a query's row.

    pySHACL's own takes values for patterns, so that one with a backslash ends the check, and
    does not tell the label of a blank node from a text.
    """
    values = row if isinstance(row, dict) else _values(*row)

    def filled(place: re.Match[str]) -> str:
        value = values.get(place[1])
        return place[0] if value is None else _said(value)

    return _PLACE.sub(filled, message)


def _values(
    this: Node | None, path: Node | None, value: Node | None, others: Mapping[str, Node]
) -> Mapping[str, Node | None]:
    return {**others, "this": this, "path": path, "value": value}


@contextmanager
def _messages_filled() -> Iterator[None]:
    """Let messages be filled in by `_fill`."""
    before = getattr(ConstraintComponent, _FILLING)
    setattr(ConstraintComponent, _FILLING, _fill)
    try:
        yield
    finally:
        setattr(ConstraintComponent, _FILLING, before)


def results_in(report: rdflib.Graph, *, paths: rdflib.Graph | None = None) -> list[Result]:
    """Return the results of a SHACL report; ``paths`` describes its paths if it does not."""
    described = report if paths is None else paths
    return [_result(report, node, described) for node in report.objects(None, SH.result)]


def _result(report: rdflib.Graph, node: Node, paths: rdflib.Graph) -> Result:
    said: dict[Node, list[Node]] = {}
    for predicate, found in report.predicate_objects(node):
        said.setdefault(predicate, []).append(found)

    def one(predicate: Node) -> Node | None:
        return next(iter(said.get(predicate, ())), None)

    path, value = one(SH.resultPath), one(SH.value)
    return Result(
        focus=_said(one(SH.focusNode)),
        path=path_of(paths, path) if path is not None else "",
        value=str(from_rdflib(value)) if value is not None else "",
        words=_said(value),
        shape=_said(one(SH.sourceShape)),
        component=_said(one(SH.sourceConstraintComponent)),
        severity=_said(one(SH.resultSeverity)),
        messages=tuple(str(message) for message in said.get(SH.resultMessage, ())),
    )


def _said(node: Node | None) -> str:
    return "" if node is None else text(from_rdflib(node))
