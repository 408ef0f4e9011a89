"""
What happened when: the dated facts and acts around a thing, in order of their dates.

Dates stand as precisely as they are known; conflicting ones stand beside each other.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from coordgraph.namespace import CG, ID, PREFIXES
from coordgraph.publish.site.citations import Citation, citations
from coordgraph.publish.site.facts import Fact
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.store import Term, text

__all__ = ["ACTS", "Moment", "life"]

_ORG, _SCHEMA = PREFIXES["org"], PREFIXES["schema"]
_COMMENT = PREFIXES["rdfs"] + "comment"

ACTS = (
    CG + "ofAgreement",
    CG + "byParty",
    _ORG + "originalOrganization",
    _ORG + "resultingOrganization",
)
"""The properties by which acts name what they are about."""

_OWN = (
    _SCHEMA + "foundingDate",
    _SCHEMA + "startDate",
    _SCHEMA + "dissolutionDate",
    CG + "signedOn",
    CG + "inForceFrom",
    CG + "endedOn",
    CG + "implementedIn",
    CG + "awardedIn",
)
_SAME: Mapping[str, str] = {
    CG + "signedOn": f"{ID}event-kind/signature",
    CG + "inForceFrom": f"{ID}event-kind/entry-into-force",
    CG + "endedOn": f"{ID}event-kind/termination",
}
"""Which date of an agreement is that of which kind of act."""


@dataclass(frozen=True, slots=True)
class Moment:
    """
    Something that happened.

    Attributes
    ----------
    date
        When, or nothing if it is not known.
    what
        The kind of act, or the property of which the date is the value.
    about
        The things that it happened to, besides the one whose life this is.
    remarks
        Place, legal basis and comments.
    asserted
        Whether it is stated, or only said by a source that is not followed.
    evidence
        Where it is written.
    """

    date: Literal | None
    what: Term
    about: tuple[Term, ...]
    remarks: tuple[Term, ...]
    asserted: bool
    evidence: tuple[Citation, ...]


def life(
    knowledge: Knowledge, iri: str, facts: Mapping[str, Sequence[Fact]]
) -> tuple[Moment, ...]:
    """Return what happened around a thing, in order of dates, those without one last."""
    acts = list(_acts(knowledge, iri))
    known = {(act.date, text(act.what)) for act in acts}
    own = [
        moment
        for moment in _own(facts)
        if (moment.date, _SAME.get(text(moment.what), "")) not in known
    ]
    return tuple(sorted([*own, *acts, *_taken(knowledge, iri)], key=_order))


def _own(facts: Mapping[str, Sequence[Fact]]) -> Iterator[Moment]:
    for path in _OWN:
        for fact in facts.get(path, ()):
            if isinstance(fact.value, Literal):
                yield Moment(
                    fact.value, NamedNode(path), (), fact.remarks, fact.asserted, fact.evidence
                )


def _acts(knowledge: Knowledge, iri: str) -> Iterator[Moment]:
    found = {
        node.value
        for path in ACTS
        for node in knowledge.subjects(iri, path)
        if isinstance(node, NamedNode)
    }
    for node in sorted(found):
        about = [
            term for path in ACTS for term in knowledge.objects(node, path) if text(term) != iri
        ]
        remarks = [
            term
            for path in (CG + "happenedAt", CG + "legalBasis", _COMMENT)
            for term in knowledge.objects(node, path)
        ]
        kinds = knowledge.objects(node, CG + "eventKind") or [NamedNode(node)]
        yield Moment(
            next(_dates(knowledge.objects(node, CG + "happenedOn")), None),
            kinds[0],
            tuple(dict.fromkeys(about)),
            tuple(remarks),
            asserted=True,
            evidence=citations(knowledge, node),
        )


def _taken(knowledge: Knowledge, iri: str) -> Iterator[Moment]:
    """Yield when an actor began or ceased to take part, and when what it did was in force."""
    for node in knowledge.subjects(iri, CG + "actor"):
        for mechanism in knowledge.subjects(text(node), CG + "participation"):
            of = (mechanism,)
            for path in (CG + "from", CG + "until"):
                for date in _dates(knowledge.objects(text(node), path)):
                    yield Moment(date, NamedNode(path), of, (), True, ())  # noqa: FBT003
            for path in (CG + "signedOn", CG + "inForceFrom", CG + "endedOn"):
                for date in _dates(knowledge.objects(text(mechanism), path)):
                    yield Moment(date, NamedNode(path), of, (), True, ())  # noqa: FBT003


def _dates(terms: Iterable[Term]) -> Iterator[Literal]:
    return (term for term in terms if isinstance(term, Literal))


def _order(moment: Moment) -> tuple[bool, str, str, list[str]]:
    date = text(moment.date)
    return (not date, date, text(moment.what), [text(term) for term in moment.about])
