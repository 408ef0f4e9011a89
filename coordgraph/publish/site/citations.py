"""Where it is written: passages and sources, as pages name them beside what rests on them."""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

from coordgraph.namespace import CG, PREFIXES
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.safety import is_link
from coordgraph.store import Term

__all__ = ["Citation", "citations", "cited"]

_PART_OF = PREFIXES["dcterms"] + "isPartOf"
_PAGE = PREFIXES["foaf"] + "page"


@dataclass(frozen=True, slots=True)
class Citation:
    """
    One place where something is written.

    Attributes
    ----------
    passage
        The IRI of the passage, or nothing if a source as a whole says it.
    source
        The IRI of the source, or nothing if the passage names none.
    lines
        The first line and the last one, where they are known.
    url
        Where the source can be read, or nothing.
    """

    passage: str
    source: str
    lines: tuple[str, str] | None
    url: str


def citations(knowledge: Knowledge, iri: str) -> tuple[Citation, ...]:
    """Return where it is written what a thing says, or is said of."""
    return cited(knowledge, knowledge.objects(iri, CG + "evidence"))


def cited(knowledge: Knowledge, evidence: Iterable[Term]) -> tuple[Citation, ...]:
    """Return the places that pieces of evidence name, in order."""
    return tuple(
        _citation(knowledge, term.value) for term in evidence if isinstance(term, NamedNode)
    )


def _citation(knowledge: Knowledge, iri: str) -> Citation:
    if not knowledge.is_a(iri, "Passage"):
        return Citation("", iri, None, _read_at(knowledge, iri))
    source = next(iter(knowledge.values(iri, _PART_OF)), "")
    first = knowledge.values(iri, CG + "firstLine")
    last = knowledge.values(iri, CG + "lastLine")
    lines = (first[0], last[0]) if first and last else None
    return Citation(iri, source, lines, _read_at(knowledge, source) if source else "")


def _read_at(knowledge: Knowledge, source: str) -> str:
    return next(filter(is_link, knowledge.values(source, _PAGE)), "")
