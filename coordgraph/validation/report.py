"""What validation finds: findings, each with its place, message and severity."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from coordgraph.ingest.provenance import Place
from coordgraph.names import welcome

__all__ = ["Finding", "Report", "Severity"]


class Severity(Enum):
    """How grave a finding is, gravest first."""

    VIOLATION = "Violation"
    WARNING = "Warning"
    INFO = "Info"

    @property
    def rank(self) -> int:
        """Return 0 for the gravest."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """
    One thing that a shape found.

    Attributes
    ----------
    focus
        The IRI (or blank node) that the finding is about.
    path, value
        The property (or the path, as SPARQL writes it) and the value at fault, or empty texts.
    severity
        How grave it is.
    messages
        What is wrong and what to do, by language.
    shape, component
        The IRIs of the shape (the nearest one that has an IRI) and of the kind of constraint.
    place
        Where it is written; None where that is not known.
    term
        The value in N-Triples, which tells a text from an IRI; empty where it is not known.
    """

    focus: str
    path: str
    value: str
    severity: Severity
    messages: Mapping[str, str]
    shape: str
    component: str
    place: Place | None = None
    term: str = ""

    @property
    def is_named(self) -> bool:
        """Whether the finding is about something that has an IRI."""
        return not self.focus.startswith("_:")

    def text(self, lang: str = "en") -> str:
        """Return the message in a language, or else in another one."""
        if not self.messages:
            return "This does not conform to the shape."
        return self.messages[min(self.messages, key=lambda one: welcome(one, lang))]


@dataclass(frozen=True, slots=True)
class Report:
    """
    All findings, gravest first, then by place, thing and shape.

    Attributes
    ----------
    findings
        What was found.
    shapes
        How many shapes were applied.
    engine
        Which engine checked: ``pyshacl`` or ``shacl``.
    statements
        How many statements were checked.
    """

    findings: tuple[Finding, ...]
    shapes: int
    engine: str = "pyshacl"
    statements: int = 0

    @property
    def conforms(self) -> bool:
        """Whether nothing is violated; warnings and remarks do not count."""
        return not self.count(Severity.VIOLATION)

    def count(self, severity: Severity) -> int:
        """Return how many findings have a severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def of(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings that have a severity."""
        return tuple(found for found in self.findings if found.severity is severity)
