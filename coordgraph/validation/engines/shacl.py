"""
SHACL by the package ``shacl``, a fast engine written in Rust.

It names things in its own way, which is undone here. It numbers the blank nodes of the data
(``_:0_b7``) in the order in which it meets them, from a number on that depends on the shapes
and is found by a check of one blank node; and it hides the blank nodes of the shapes, so shapes
without a name get one for the time of the check.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from gettext import gettext as _
from importlib.util import find_spec
from mmap import ACCESS_READ, mmap
from typing import Any

import rdflib
from pyoxigraph import BlankNode, Triple
from rdflib import RDF, SH
from rdflib.term import BNode, Node, URIRef

from coordgraph.errors import InvalidMapping
from coordgraph.store import text
from coordgraph.validation.engines.base import Result
from coordgraph.validation.shapes import shape_nodes
from coordgraph.validation.statements import Statements, term_of

__all__ = ["by_shacl", "is_installed", "reads"]

_SHAPE = "urn:x-coordgraph:shape:"
_FIRST = URIRef("urn:x-coordgraph:first")
_BLANK = "_:0_b"
_BLANK_NODE = re.compile(_BLANK + r"\d+")
_FAR_YEAR = re.compile(rb'"-?[0-9]{19}[^"\n]*"\^\^<http://www\.w3\.org/2001/XMLSchema#date')
_ONE_IRI = re.compile(r"<([^<>]*)>")


def is_installed() -> bool:
    """Return whether the engine is there."""
    return find_spec("shacl") is not None


def reads(statements: Statements) -> bool:
    """
    Return whether the engine reads the statements to their end.

    Dates with years beyond 64 bits end it in a panic, so that it is not to be given them.
    """
    if not statements.total:
        return True
    with (
        statements.path.open("rb") as file,
        mmap(file.fileno(), 0, access=ACCESS_READ) as lines,
    ):
        return _FAR_YEAR.search(lines) is None


def by_shacl(statements: Statements, shapes: rdflib.Graph) -> list[Result]:
    """Check statements by the fast engine, which reads them from their file."""
    import shacl

    try:
        compiled = shacl.Shapes.from_text(_named(shapes), format="ntriples")
        first = compiled.validate_text(f'_:first <{_FIRST}> "" .', format="ntriples").results
        found = compiled.validate_file(str(statements.path)).results
    except ValueError as error:
        said = " ".join(str(error).split())[:500]
        raise InvalidMapping(
            _("These shapes cannot be used: {said}").format(said=said)
        ) from None
    start = next(_number(one.focus_node) for one in first if _is_first(one))
    nodes = {node for one in found for said in _said(one) for node in _BLANK_NODE.findall(said)}
    labels = _labels(nodes, statements, start=start)
    return [_result(one, labels) for one in found]


def _is_first(found: Any) -> bool:
    return bool(found.source_shape == f"<{_FIRST}>")


def _number(node: str) -> int:
    return int(node.removeprefix(_BLANK))


def _said(found: Any) -> Iterator[str]:
    """Yield the texts of a result that may name blank nodes."""
    yield from (found.focus_node, found.value or "", *found.messages)


def _named(shapes: rdflib.Graph) -> str:
    """
    Return shapes as N-Triples, each shape without a name under one that tells its label.

    One more finds the first blank node of a check; it targets nothing that data says.
    """
    reported = shape_nodes(shapes).union(shapes.subjects(SH.path, None))
    unnamed = {node for node in reported if isinstance(node, BNode)}

    def name(node: Node) -> Node:
        return URIRef(f"{_SHAPE}{node}") if node in unnamed else node

    named = rdflib.Graph()
    for subject, predicate, value in shapes:
        named.add((name(subject), predicate, name(value)))
    named.add((_FIRST, RDF.type, SH.NodeShape))
    named.add((_FIRST, SH.targetSubjectsOf, _FIRST))
    named.add((_FIRST, SH.nodeKind, SH.IRI))
    return named.serialize(format="nt", encoding="utf-8").decode()


def _result(found: Any, labels: Mapping[str, str]) -> Result:
    """Return a result in which blank nodes have the labels that the data gives them."""
    path, value = found.path or "", found.value or ""

    def label(node: re.Match[str]) -> str:
        return labels.get(node[0], node[0])

    return Result(
        focus=labels.get(found.focus_node) or _plain(found.focus_node),
        path=only[1] if (only := _ONE_IRI.fullmatch(path)) else path,
        value=labels.get(value, value),
        words=labels.get(value, found.value_plain or ""),
        shape=_shape(found.source_shape or ""),
        component=found.component_iri,
        severity=found.severity_iri,
        messages=tuple(_BLANK_NODE.sub(label, words) for words in found.messages),
    )


def _plain(term: str) -> str:
    """Return an IRI as it is, or the words of a literal."""
    if iri := _ONE_IRI.fullmatch(term):
        return iri[1]
    return text(term_of(term))


def _shape(term: str) -> str:
    iri = term.strip("<>")
    return f"_:{iri.removeprefix(_SHAPE)}" if iri.startswith(_SHAPE) else iri


def _labels(nodes: Collection[str], statements: Statements, *, start: int) -> dict[str, str]:
    wanted = {_number(node) - start: node for node in nodes}
    labels: dict[str, str] = {}
    met: dict[BlankNode, int] = {}
    for triple in statements.triples():
        for node in _blank_nodes(triple):
            number = met.setdefault(node, len(met))
            if number in wanted:
                labels[wanted[number]] = str(node)
        if len(labels) == len(wanted):
            break
    return labels


def _blank_nodes(triple: Triple) -> Iterator[BlankNode]:
    """Yield the blank nodes of a statement, and of the one that it is about."""
    for term in (triple.subject, triple.object):
        if isinstance(term, BlankNode):
            yield term
        elif isinstance(term, Triple):
            yield from _blank_nodes(term)
