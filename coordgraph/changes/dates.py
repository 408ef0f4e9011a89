"""
What changed in dates: of agreements, of participations, of events, and in claims on them.

A date that stands in several places, as that of a signature does on the agreement, on the act
and in the claim of a source, is told once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from pyoxigraph import NamedNode

from coordgraph.changes.acts import act_changes, life_changes
from coordgraph.changes.claims import claim_changes, claimed
from coordgraph.changes.model import Change, What
from coordgraph.changes.participations import Match, matches, renamed
from coordgraph.changes.values import differences, value_changes
from coordgraph.changes.versions import Node, Pair
from coordgraph.dates import PartialDate
from coordgraph.errors import InvalidDate
from coordgraph.namespace import ID, PREFIXES, term
from coordgraph.store import Term, text

__all__ = ["compared", "date_changes"]

_PROPERTIES = (
    *map(term, ("signedOn", "inForceFrom", "endedOn")),
    *(
        NamedNode(PREFIXES["schema"] + name)
        for name in ("foundingDate", "dissolutionDate", "startDate", "endDate")
    ),
)
_PERIOD = (term("from"), term("until"))
_ACTS = {
    f"{ID}event-kind/signature": term("signedOn").value,
    f"{ID}event-kind/entry-into-force": term("inForceFrom").value,
    f"{ID}event-kind/termination": term("endedOn").value,
}
"""Acts of all parties, whose dates are those of the agreement."""


def date_changes(pair: Pair) -> Iterator[Change]:
    """Yield what changed in dates, each date once."""
    others = (
        *_of_participations(pair),
        *map(_precision, act_changes(pair)),
        *map(_precision, life_changes(pair)),
        *claim_changes(pair, _PROPERTIES),
    )
    found = _told_once((_judged(pair, change) for change in _of_things(pair)), others)
    yield from sorted(found, key=lambda change: (change.thing, change.property, change.other))


def compared(before: Sequence[Term], after: Sequence[Term]) -> What:
    """
    Say what became of a date.

    >>> from pyoxigraph import Literal
    >>> compared([Literal("1997-12")], [Literal("1997-12-15")])
    'more-precise'
    """
    if not before or not after:
        return "added" if not before else "removed"
    if len(before) > 1 or len(after) > 1:
        return "changed"
    try:
        old, new = (PartialDate.parse(text(side[0])) for side in (before, after))
    except InvalidDate:
        return "changed"
    if old.earliest <= new.earliest and new.latest <= old.latest:
        return "more-precise" if old != new else "changed"
    if new.earliest <= old.earliest and old.latest <= new.latest:
        return "less-precise"
    return "changed"


def _of_things(pair: Pair) -> Iterator[Change]:
    """Yield other dates of what both versions know."""
    new_or_gone = (pair.old.actors ^ pair.new.actors) | (
        pair.old.mechanisms ^ pair.new.mechanisms
    )
    for thing in pair.touched(pair.about.keys() - new_or_gone):
        yield from value_changes(pair, thing, _PROPERTIES, "dates")


def _judged(pair: Pair, change: Change) -> Change:
    """Say whether a date changed because the graph prefers another claim now."""
    (thing,) = {quad.subject for quad in change.because}
    name = NamedNode(change.property)
    assert isinstance(thing, Node)
    known = claimed(pair.old, thing, name) & claimed(pair.new, thing, name)
    values = {*change.before, *change.after}
    if change.before and change.after and values <= known:
        return replace(change, what="preferred")
    return _precision(change)


def _precision(change: Change) -> Change:
    if change.what != "changed":
        return change
    return replace(change, what=compared(change.before, change.after))


def _of_participations(pair: Pair) -> Iterator[Change]:
    for match in matches(pair):
        if match.old is not None and match.new is not None:
            for name in _PERIOD:
                yield from _period(pair, match, match.old, match.new, name)


def _period(
    pair: Pair, match: Match, old: Node, new: Node, name: NamedNode
) -> Iterator[Change]:
    one, other = pair.old.values(old, name), pair.new.values(new, name)
    for before, after in differences(one, other):
        yield Change(
            group="dates",
            what=compared(before, after),
            thing=text(match.mechanism),
            property=name.value,
            other=text(match.actor),
            before=before,
            after=after,
            because=pair.saying(old, name, before)
            | pair.saying(new, name, after)
            | renamed(pair, match.mechanism, old, new),
        )


def _told_once(dates: Iterable[Change], others: Iterable[Change]) -> Iterator[Change]:
    """Yield dates, with what says the same of them; then what says something else."""
    told: defaultdict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in dates:
        told[change.thing, change.property].append(change)
    for change in others:
        known = told[change.thing, _ACTS.get(change.property, change.property)]
        place = next((at for at, one in enumerate(known) if _says(one, change)), None)
        if place is None:
            yield change
        else:
            because = known[place].because | change.because
            known[place] = replace(known[place], because=because)
    yield from chain.from_iterable(told.values())


def _says(date: Change, other: Change) -> bool:
    """Say whether the change of a date tells also of an act or a claim."""
    if other.what in {"claim-added", "claim-removed"}:
        return {*other.before, *other.after} <= {*date.before, *date.after}
    return not other.other and (date.before, date.after) == (other.before, other.after)
