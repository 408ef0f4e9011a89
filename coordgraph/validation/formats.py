"""A report as text for people, as JSON, as SARIF 2.1.0 and as a SHACL report in Turtle."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat

from coordgraph import namespace
from coordgraph.namespace import PREFIXES, shrink
from coordgraph.validation.paths import shown_path
from coordgraph.validation.report import Finding, Report, Severity
from coordgraph.validation.statements import term_of

__all__ = ["LIMIT", "as_json", "as_sarif", "as_text", "as_turtle"]

LIMIT = 100
"""How many findings of one shape are shown in text."""

_WORDS = {
    "en": {
        Severity.VIOLATION: "error",
        Severity.WARNING: "warning",
        Severity.INFO: "remark",
        "shape": "shape",
        "conforms": "Conforms",
        "fails": "Does not conform",
        "counts": "{0} violations, {1} warnings, {2} remarks",
        "hidden": "--remarks shows the remarks.",
        "more": "... and {0} more of this shape (--limit 0 shows all)",
    },
    "es": {
        Severity.VIOLATION: "error",
        Severity.WARNING: "advertencia",
        Severity.INFO: "observación",
        "shape": "forma",
        "conforms": "Conforme",
        "fails": "No conforme",
        "counts": "{0} infracciones, {1} advertencias, {2} observaciones",
        "hidden": "--remarks muestra las observaciones.",
        "more": "... y {0} más de esta forma (--limit 0 muestra todo)",
    },
    "pt": {
        Severity.VIOLATION: "erro",
        Severity.WARNING: "aviso",
        Severity.INFO: "observação",
        "shape": "forma",
        "conforms": "Conforme",
        "fails": "Não conforme",
        "counts": "{0} infrações, {1} avisos, {2} observações",
        "hidden": "--remarks mostra as observações.",
        "more": "... e mais {0} desta forma (--limit 0 mostra tudo)",
    },
}
_LEVELS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_text(
    report: Report,
    *,
    lang: str = "en",
    excerpts: bool = False,
    remarks: bool = True,
    limit: int = LIMIT,
) -> str:
    """
    Return a report as compilers write theirs: ``file:line:column: error: message``.

    Parameters
    ----------
    report
        What was found.
    lang
        ``en``, ``es`` or ``pt``.
    excerpts
        Whether each finding shows its line, with a caret under the place.
    remarks
        Whether findings of the severity Info are shown; they are counted anyway.
    limit
        How many findings of one shape are shown; 0 for all.
    """
    words = _WORDS[lang]
    shown = [found for found in report.findings if remarks or found.severity != Severity.INFO]
    lines: list[str] = []
    met: Counter[str] = Counter()
    for found in shown:
        met[found.shape] += 1
        if not limit or met[found.shape] <= limit:
            lines.extend(_finding(found, lang, excerpts=excerpts))
    lines.extend(_more(met, lang, limit=limit))
    counts = str(words["counts"]).format(*(report.count(severity) for severity in Severity))
    verdict = words["conforms" if report.conforms else "fails"]
    hidden = "" if len(shown) == len(report.findings) else f" {words['hidden']}"
    return "\n".join([*lines, f"{verdict}: {counts}.{hidden}"]) + "\n"


def _more(met: Mapping[str, int], lang: str, *, limit: int) -> Iterator[str]:
    """Yield how many findings of each shape are not shown."""
    words = _WORDS[lang]
    for shape, number in sorted(met.items()):
        if limit and number > limit:
            more = str(words["more"]).format(f"{number - limit:,}")
            yield f"{more} [{words['shape']} {shrink(shape)}]"


def _finding(finding: Finding, lang: str, *, excerpts: bool) -> Iterator[str]:
    words = _WORDS[lang]
    where = str(finding.place) if finding.place else shrink(finding.focus)
    message = finding.text(lang).replace(namespace.ID, "")
    yield f"{where}: {words[finding.severity]}: {message}"
    if excerpts and finding.place and finding.place.line:
        yield from _excerpt(finding)
    about = [shrink(finding.focus)]
    if finding.path:
        about.append(shown_path(finding.path))
    yield f"    {' '.join(about)} [{words['shape']} {shrink(finding.shape)}]"


def _excerpt(finding: Finding) -> Iterator[str]:
    place = finding.place
    assert place is not None
    line = place.excerpt.replace("\t", " ")
    shown = line if len(line) <= _WIDEST else line[: _WIDEST - 3] + "..."
    yield f"    {place.line:>5} | {shown}"
    if place.column and place.column <= _WIDEST:
        yield f"          | {' ' * (place.column - 1)}^"


_WIDEST = 100


def as_json(report: Report) -> str:
    """Return a report as JSON: ``conforms``, ``counts`` and ``findings``."""
    listed = {
        "conforms": report.conforms,
        "counts": {severity.value: report.count(severity) for severity in Severity},
        "findings": [_plain(finding) for finding in report.findings],
    }
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def _plain(finding: Finding) -> dict[str, Any]:
    place = finding.place
    return {
        "severity": finding.severity.value,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "focus": finding.focus,
        "path": finding.path or None,
        "value": finding.value or None,
        "message": finding.text(),
        "messages": dict(finding.messages),
        "shape": finding.shape,
        "component": finding.component,
    }


def as_sarif(report: Report, *, lang: str = "en", version: str) -> str:
    """Return a report in the Static Analysis Results Interchange Format 2.1.0 (OASIS)."""
    shapes = sorted({finding.shape for finding in report.findings})
    rules = {shape: number for number, shape in enumerate(shapes)}
    run = {
        "tool": {
            "driver": {
                "name": "coordgraph",
                "version": version,
                "rules": [{"id": shrink(rule)} for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, rules, lang) for finding in report.findings],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(finding: Finding, rules: Mapping[str, int], lang: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": shrink(finding.shape),
        "ruleIndex": rules[finding.shape],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.text(lang)},
    }
    location: dict[str, Any] = {"logicalLocations": [{"fullyQualifiedName": finding.focus}]}
    if finding.place:
        physical: dict[str, Any] = {"artifactLocation": {"uri": finding.place.file}}
        if finding.place.line:
            physical["region"] = {"startLine": finding.place.line}
            if finding.place.column:
                physical["region"]["startColumn"] = finding.place.column
        location["physicalLocation"] = physical
    result["locations"] = [location]
    return result


def as_turtle(report: Report) -> bytes:
    """Return a report as SHACL describes one; each result is named by what it says."""
    sh, xsd = PREFIXES["sh"], PREFIXES["xsd"]
    top = NamedNode(namespace.ID + "report/validation")
    a = NamedNode(PREFIXES["rdf"] + "type")
    truth = Literal(str(report.conforms).lower(), datatype=NamedNode(xsd + "boolean"))
    quads = [
        Quad(top, a, NamedNode(sh + "ValidationReport")),
        Quad(top, NamedNode(sh + "conforms"), truth),
    ]
    for finding in report.findings:
        parts = (finding.focus, finding.path, finding.value, finding.shape, finding.text())
        said = "\n".join(parts)
        name = hashlib.sha256(said.encode()).hexdigest()[:16]
        result = NamedNode(f"{namespace.ID}report/{name}")
        quads.append(Quad(top, NamedNode(sh + "result"), result))
        quads.append(Quad(result, a, NamedNode(sh + "ValidationResult")))
        quads.extend(_described(result, finding))
    body = pyoxigraph.serialize(
        sorted(quads, key=str), format=RdfFormat.TURTLE, prefixes={"sh": sh, "cg": namespace.CG}
    )
    assert body is not None
    return body


def _described(result: NamedNode, finding: Finding) -> Iterator[Quad]:
    sh = PREFIXES["sh"]
    yield Quad(result, NamedNode(sh + "focusNode"), _value(finding.focus))
    links = {
        # A longer path is told by the shape.
        "resultPath": "" if "<" in finding.path else finding.path,
        "sourceShape": finding.shape,
        "sourceConstraintComponent": finding.component,
        "resultSeverity": sh + finding.severity.value,
    }
    for name, iri in links.items():
        if iri:
            yield Quad(result, NamedNode(sh + name), NamedNode(iri))
    if finding.value or finding.term:
        value = term_of(finding.term) if finding.term else _value(finding.value)
        yield Quad(result, NamedNode(sh + "value"), value)
    for language, words in finding.messages.items():
        message = Literal(words, language=language) if language else Literal(words)
        yield Quad(result, NamedNode(sh + "resultMessage"), message)


def _value(value: str) -> NamedNode | BlankNode | Literal:
    try:
        if value.startswith("_:"):
            return BlankNode(value.removeprefix("_:"))
        return NamedNode(value)
    except ValueError:
        return Literal(value)
