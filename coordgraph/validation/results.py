"""What pySHACL's results say, as findings with messages, places and an order."""

import re
from collections.abc import Iterable
from dataclasses import replace

import pyoxigraph
import rdflib
from rdflib import SH
from rdflib.term import Node

from coordgraph.ingest.provenance import Locator
from coordgraph.store import from_rdflib, text
from coordgraph.validation.report import Finding, Severity

__all__ = ["findings_of", "in_order", "located"]


def findings_of(
    results: rdflib.Graph, shapes: rdflib.Graph, *, only: set[str] | None = None
) -> list[Finding]:
    """
    Return the findings of a SHACL report, each once.

    Parameters
    ----------
    results
        The report as a graph.
    shapes
        The shapes, whose messages tell the language of the report's.
    only
        The things that findings may be about; anything if not given.
    """
    found = [_finding(results, shapes, node) for node in results.objects(None, SH.result)]
    return _unique([finding for finding in found if only is None or finding.focus in only])


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


def located(finding: Finding, locator: Locator | None, data: pyoxigraph.Store) -> Finding:
    """Return a finding with the place where what is at fault is written, if that is known."""
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


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """
    Return findings gravest first, then by place.

    Blank nodes are named in the order in which they are found, so that two runs say the same.
    """
    ordered = sorted(findings, key=_order)
    names: dict[str, str] = {}
    for finding in ordered:
        if not finding.is_named:
            names.setdefault(finding.focus, f"_:b{len(names)}")
    return tuple(
        replace(finding, focus=names.get(finding.focus, finding.focus)) for finding in ordered
    )


def _order(finding: Finding) -> tuple[object, ...]:
    place = finding.place
    where = (place.file, place.line or 0) if place else ("", 0)
    named = finding.focus if finding.is_named else ""
    return (finding.severity.rank, *where, named, finding.shape, finding.value)
