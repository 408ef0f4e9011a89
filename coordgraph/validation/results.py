"""What an engine's results say, as findings with messages, places and an order."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

import rdflib
from rdflib import SH
from rdflib.term import BNode, Node, URIRef

from coordgraph.ingest.provenance import Locator
from coordgraph.namespace import PREFIXES, shrink
from coordgraph.validation.engines import Result
from coordgraph.validation.report import Finding, Severity
from coordgraph.validation.statements import Statements

__all__ = ["findings_of", "in_order", "located"]

_UNNAMED = "_:shape"
"""What a shape is called that has no IRI, and belongs to none that has."""

_LABEL = re.compile(r"_:\w(?:[\w.·-]*[\w·-])?")
"""The label of a blank node, without a full stop that follows."""

_NOT_MET = {"en": "Not met: {0}.", "es": "No se cumple: {0}.", "pt": "Não se cumpre: {0}."}
_SEVERITIES = {PREFIXES["sh"] + severity.value: severity for severity in Severity}


def findings_of(results: Sequence[Result], shapes: rdflib.Graph) -> list[Finding]:
    """
    Return the findings of a SHACL report, each once.

    Parameters
    ----------
    results
        What the engine gave.
    shapes
        The shapes, whose messages tell the language of the results'.
    """

    @cache
    def messages(shape: str, component: str, spoken: tuple[str, ...]) -> Mapping[str, str]:
        return _messages(shapes, _node(shape), component, spoken)

    @cache
    def name(shape: str) -> str:
        return _name(shapes, _node(shape))

    found = (
        Finding(
            focus=one.focus,
            path=one.path,
            value=one.words,
            severity=_SEVERITIES.get(one.severity, Severity.VIOLATION),
            messages=messages(one.shape, one.component, tuple(sorted(one.messages))),
            shape=name(one.shape),
            component=one.component,
            term=one.value,
        )
        for one in results
    )
    return _unique(found)


def _node(shape: str) -> Node:
    return BNode(shape.removeprefix("_:")) if shape.startswith("_:") else URIRef(shape)


def _name(shapes: rdflib.Graph, shape: Node) -> str:
    """Return the IRI of a shape, or of the nearest one that it is a property of."""
    seen: set[Node] = set()
    while not isinstance(shape, URIRef):
        seen.add(shape)
        owners = set(shapes.subjects(SH.property, shape)) - seen
        if not owners:
            return _UNNAMED
        shape = min(owners, key=lambda owner: (isinstance(owner, BNode), str(owner)))
    return str(shape)


def _unique(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings, but one of those that say the same of the same thing in several ways."""
    in_turn = sorted(findings, key=lambda found: (found.component, found.term))
    unique = {
        (
            found.focus,
            found.path,
            found.value,
            found.shape,
            tuple(sorted(found.messages.items())),
        ): found
        for found in in_turn
    }
    return list(unique.values())


def _messages(
    shapes: rdflib.Graph, shape: Node, component: str, spoken: Sequence[str]
) -> Mapping[str, str]:
    """
    Return the messages of a result by language.

    Engines fill in the values but drop the language; the message of the shape that a filled
    one was made from tells it. Where the shape has no message, what engines say instead
    differs: then the constraint is named.
    """
    found: dict[str, str] = {}
    written = sorted(_written(shapes, shape), key=str)
    for message in written:
        pattern = _template(str(message))
        filled = next((words for words in spoken if pattern.fullmatch(words)), None)
        if filled is not None:
            found[message.language or ""] = filled
    if found:
        return found
    if not component.startswith(PREFIXES["sh"]):
        return {"": spoken[0] if spoken else shrink(component)}
    constraint = _constraint(shapes, shape, component)
    return {lang: words.format(constraint) for lang, words in _NOT_MET.items()}


def _written(shapes: rdflib.Graph, shape: Node) -> Iterator[rdflib.Literal]:
    for node in (shape, *shapes.objects(shape, SH.sparql)):
        for message in shapes.objects(node, SH.message):
            if isinstance(message, rdflib.Literal):
                yield message


def _template(message: str) -> re.Pattern[str]:
    """Return what matches a message once its ``{?names}`` are filled in."""
    parts = re.split(r"\{[?$]\w+\}", message)
    return re.compile(".*".join(map(re.escape, parts)), re.DOTALL)


def _constraint(shapes: rdflib.Graph, shape: Node, component: str) -> str:
    """
    Return a constraint as a shape writes it, such as ``sh:minCount 1``.

    The kinds of constraint are named by their parameter: ``sh:MinCountConstraintComponent``.
    """
    name = component.removeprefix(PREFIXES["sh"]).removesuffix("ConstraintComponent")
    parameter = URIRef(PREFIXES["sh"] + name[:1].lower() + name[1:])
    given = [node for node in shapes.objects(shape, parameter) if not isinstance(node, BNode)]
    return " ".join([shrink(parameter), *sorted(map(shrink, map(str, given)))[:1]])


def located(
    findings: Sequence[Finding], locator: Locator | None, statements: Statements
) -> list[Finding]:
    """Return findings with the place where what is at fault is written, if that is known."""
    if locator is None or not findings:
        return list(findings)
    blanks = {finding.focus for finding in findings if not finding.is_named}
    said = statements.said(blanks)
    keys = ((found.focus, found.path, found.value) for found in findings if found.is_named)
    reader = locator.expecting(keys, unnamed=bool(blanks))
    places = {blank: reader.unnamed(about) for blank, about in said.items()}
    return [
        replace(
            finding,
            place=reader.place(finding.focus, finding.path, finding.value)
            if finding.is_named
            else places[finding.focus],
        )
        for finding in findings
    ]


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """
    Return findings gravest first, then by place.

    Blank nodes are named in the order in which they are found, so that two runs say the same.
    """
    ordered = sorted(findings, key=_order)
    names: dict[str, str] = {}
    for finding in ordered:
        for node in (finding.focus, finding.term):
            if node.startswith("_:"):
                names.setdefault(node, f"_:b{len(names)}")
    return tuple(_renamed(finding, names) if names else finding for finding in ordered)


def _renamed(finding: Finding, names: Mapping[str, str]) -> Finding:
    def name(label: re.Match[str]) -> str:
        return names.get(label[0], label[0])

    return replace(
        finding,
        focus=names.get(finding.focus, finding.focus),
        value=names.get(finding.term, finding.value),
        term=names.get(finding.term, finding.term),
        messages={lang: _LABEL.sub(name, words) for lang, words in finding.messages.items()},
    )


def _order(finding: Finding) -> tuple[object, ...]:
    place = finding.place
    where = (place.file, place.line or 0) if place else ("", 0)
    named = finding.focus if finding.is_named else ""
    value = "" if finding.term.startswith("_:") else finding.value
    words = _LABEL.sub("_:", finding.text())
    rest = (finding.shape, finding.path, value, finding.component, words)
    return (finding.severity.rank, *where, named, *rest)
