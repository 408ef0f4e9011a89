"""
What is stated of a thing, property by property, each value with what is said of it.

A value may rest on a fact of its own (`cg:Fact`), which has evidence, and may say that another
source gives another value; these stand beside each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from coordgraph.namespace import CG, FOLLOWING, PREFIXES
from coordgraph.publish.site.citations import Citation, citations
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.layouts import LAYOUTS, steps
from coordgraph.store import Term

__all__ = ["DERIVED", "Fact", "facts"]

_RDF, _RDFS, _SKOS = PREFIXES["rdf"], PREFIXES["rdfs"], PREFIXES["skos"]

DERIVED = frozenset(one.value for one in FOLLOWING)
"""Properties that follow by rule, which pages show themselves."""

_ELSEWHERE = {
    _RDF + "type",
    CG + "evidence",
    CG + "side",
    *DERIVED,
    *(
        step.path
        for layout in LAYOUTS
        for path in layout.paths
        for step in steps(path)
        if not step.back
    ),
}
_FIRST = (
    _SKOS + "prefLabel",
    PREFIXES["dcterms"] + "title",
    _RDFS + "label",
    _SKOS + "altLabel",
    _SKOS + "definition",
    PREFIXES["dcterms"] + "description",
    CG + "actorKind",
    CG + "mechanismKind",
    CG + "agreementType",
    CG + "country",
    CG + "sector",
    CG + "inPractice",
    CG + "level",
    CG + "signedOn",
    CG + "inForceFrom",
    CG + "endedOn",
    CG + "agreementStatus",
)


@dataclass(frozen=True, slots=True)
class Fact:
    """
    A value of a property, and what is said of it.

    Attributes
    ----------
    value
        The value.
    asserted
        Whether it is stated; if not, a source says it that is not followed.
    remarks
        Its status and comments.
    evidence
        Where it is written.
    """

    value: Term
    asserted: bool
    remarks: tuple[Term, ...]
    evidence: tuple[Citation, ...]


def facts(
    knowledge: Knowledge, iri: str, statements: Iterable[Quad]
) -> Mapping[str, tuple[Fact, ...]]:
    """Return what is stated of a thing, by the IRI of the property, in an order for readers."""
    found: defaultdict[str, dict[Term, Fact]] = defaultdict(dict)
    for quad in statements:
        if quad.predicate.value not in _ELSEWHERE:
            found[quad.predicate.value][quad.object] = Fact(quad.object, True, (), ())  # noqa: FBT003
    for node in knowledge.subjects(iri, _RDF + "subject"):
        if isinstance(node, NamedNode):
            _add(knowledge, node.value, found)
    return {path: tuple(found[path].values()) for path in sorted(found, key=_rank)}


def _add(knowledge: Knowledge, node: str, found: Mapping[str, dict[Term, Fact]]) -> None:
    """Put what one fact says beside the value that it is about."""
    asserted = "true" in knowledge.values(node, CG + "asserted")
    remarks = (
        *knowledge.objects(node, CG + "factStatus"),
        *knowledge.objects(node, _RDFS + "comment"),
    )
    evidence = citations(knowledge, node)
    for path in knowledge.values(node, _RDF + "predicate"):
        values = found[path]
        for value in knowledge.objects(node, _RDF + "object"):
            before = values.get(value)
            values[value] = Fact(
                value,
                asserted or (before is not None and before.asserted),
                (*(before.remarks if before else ()), *remarks),
                (*(before.evidence if before else ()), *evidence),
            )


def _rank(path: str) -> tuple[int, str]:
    return (_FIRST.index(path) if path in _FIRST else len(_FIRST), path)
