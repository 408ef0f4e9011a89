"""What changed among agreements and other mechanisms, and in who takes part in them."""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from coordgraph.changes.actors import class_change
from coordgraph.changes.model import Change
from coordgraph.changes.participations import participation_changes
from coordgraph.changes.values import described, value_changes
from coordgraph.changes.versions import SUBJECT, Node, Pair, Version, sorted_terms
from coordgraph.namespace import PREFIXES, term
from coordgraph.store import text

__all__ = ["agreement_changes"]

_PROPERTIES = tuple(
    NamedNode(PREFIXES[prefix] + name)
    for prefix, name in (
        ("dcterms", "title"),
        ("cg", "mechanismKind"),
        ("cg", "agreementType"),
        ("cg", "agreementStatus"),
        ("cg", "level"),
        ("cg", "replaces"),
        ("dcterms", "isPartOf"),
        ("cg", "inPractice"),
        ("cg", "region"),
        ("cg", "instrument"),
        ("cg", "usesSystem"),
    )
)
_SHOWN = tuple(
    map(term, ("mechanismKind", "agreementStatus", "signedOn", "inForceFrom", "endedOn"))
)


def agreement_changes(pair: Pair) -> Iterator[Change]:
    """Yield what changed among agreements and other mechanisms, but for dates."""
    old, new = pair.old.mechanisms, pair.new.mechanisms
    for thing in sorted(new - old, key=text):
        yield _whole(pair, thing, pair.new, come=True)
    for thing in sorted(old - new, key=text):
        yield _whole(pair, thing, pair.old, come=False)
    for thing in pair.touched(old & new):
        yield from class_change(pair, thing, "agreements")
        yield from value_changes(pair, thing, _PROPERTIES, "agreements")
    yield from participation_changes(pair)


def _whole(pair: Pair, thing: Node, version: Version, *, come: bool) -> Change:
    """Tell of an agreement with all that belongs to it: parties, acts of consent, claims."""
    parts = version.linked(term("participation"), thing)
    acts = version.linking(term("ofAgreement"), thing)
    claims = version.linking(SUBJECT, thing)
    actors = {actor for part in parts for actor in version.values(part, term("actor"))}
    return Change(
        group="agreements",
        what="added" if come else "removed",
        thing=text(thing),
        details={
            **described(version.of(thing), _SHOWN),
            term("actor").value: sorted_terms(actors),
        },
        because=pair.all_about([thing, *parts, *acts, *claims]),
    )
