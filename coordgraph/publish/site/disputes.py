"""Where sources disagree: discrepancies with both readings, and claims on levels by reading."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from coordgraph.namespace import CG, LEVELS, PREFIXES
from coordgraph.publish.site.citations import Citation, citations
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.store import Term, text

__all__ = ["Claim", "Dispute", "Reading", "Side", "disputes", "readings"]


@dataclass(frozen=True, slots=True)
class Side:
    """One reading of a discrepancy: what it says, where, and the evidence."""

    description: tuple[Term, ...]
    locator: tuple[Term, ...]
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """
    A discrepancy.

    Attributes
    ----------
    iri
        The discrepancy.
    kinds
        Its kinds.
    remarks
        What is to be done with it.
    sides
        The readings that disagree.
    """

    iri: str
    kinds: tuple[Term, ...]
    remarks: tuple[Term, ...]
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A reading says that a practice is coordinated at a level, or is not."""

    iri: str
    asserted: bool
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading of the source, and what it claims at each of the three levels."""

    what: Term | None
    claims: tuple[tuple[Claim, ...], ...]


def disputes(knowledge: Knowledge, iri: str) -> tuple[Dispute, ...]:
    """Return the discrepancies about a thing; of a discrepancy, itself."""
    if knowledge.is_a(iri, "Discrepancy"):
        return (_dispute(knowledge, iri),)
    about = (text(term) for term in knowledge.subjects(iri, CG + "about"))
    return tuple(
        _dispute(knowledge, one) for one in about if knowledge.is_a(one, "Discrepancy")
    )


def _dispute(knowledge: Knowledge, iri: str) -> Dispute:
    sides = (text(term) for term in knowledge.objects(iri, CG + "side"))
    return Dispute(
        iri,
        tuple(knowledge.objects(iri, CG + "discrepancyKind")),
        tuple(knowledge.objects(iri, PREFIXES["rdfs"] + "comment")),
        tuple(
            Side(
                tuple(knowledge.objects(side, PREFIXES["dcterms"] + "description")),
                tuple(knowledge.objects(side, CG + "locator")),
                citations(knowledge, side),
            )
            for side in sides
        ),
    )


def readings(knowledge: Knowledge, iri: str) -> tuple[Reading, ...]:
    """Return what each reading of the sources claims on the levels of a practice."""
    found: defaultdict[Term | None, dict[str, list[Claim]]] = defaultdict(dict)
    for node in knowledge.subjects(iri, CG + "claimsPractice"):
        if not isinstance(node, NamedNode):
            continue
        asserted = "true" in knowledge.values(node.value, CG + "asserted")
        claim = Claim(node.value, asserted, citations(knowledge, node.value))
        stated = knowledge.objects(node.value, CG + "reading")
        for what in stated or (None,):
            for level in knowledge.values(node.value, CG + "claimsLevel"):
                found[what].setdefault(level, []).append(claim)
    return tuple(Reading(what, _by_level(found[what])) for what in sorted(found, key=text))


def _by_level(claims: dict[str, list[Claim]]) -> tuple[tuple[Claim, ...], ...]:
    return tuple(_ordered(claims.get(level, [])) for level in LEVELS)


def _ordered(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda claim: claim.iri))
