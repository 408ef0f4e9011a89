"""What changed in acts of consent, and in when the life of actors took a turn."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pyoxigraph import Quad

from coordgraph.changes.actors import EVENT, life_event
from coordgraph.changes.matching import matched, under_other_name
from coordgraph.changes.model import Change
from coordgraph.changes.versions import Node, Pair, Version, sorted_terms
from coordgraph.namespace import term
from coordgraph.store import Term, text

__all__ = ["act_changes", "life_changes"]

_OF = term("ofAgreement")
_DATE = term("happenedOn")
_ACT = term("AgreementEvent").value


class Act(NamedTuple):
    """One act of consent: to which agreement, of which kind, by whom if by one party."""

    agreement: Node
    kind: str
    party: str


def act_changes(pair: Pair) -> Iterator[Change]:
    """Yield acts of consent to known agreements that came or went, or have other dates."""
    both = pair.old.mechanisms & pair.new.mechanisms
    old, new = _acts(pair, pair.old), _acts(pair, pair.new)
    for act in sorted(old.keys() | new.keys(), key=lambda key: tuple(map(str, key))):
        if act.agreement in both:
            for one, other in matched(old.get(act, []), new.get(act, [])):
                yield from _compared(pair, act, one, other)


def life_changes(pair: Pair) -> Iterator[Change]:
    """Yield other dates of events in the life of actors."""
    events = pair.old.instances(EVENT) & pair.new.instances(EVENT)
    for event in pair.touched(events):
        told, other = (life_event(version, event) for version in (pair.old, pair.new))
        before, after = (version.values(event, _DATE) for version in (pair.old, pair.new))
        if told == other and before != after:
            kind, olds, news = told
            yield Change(
                group="dates",
                what="changed" if before and after else "added" if after else "removed",
                thing=text((*olds, *news, event)[0]),
                property=kind,
                before=sorted_terms(before),
                after=sorted_terms(after),
                because=pair.saying(event, _DATE, before ^ after),
            )


def _acts(pair: Pair, version: Version) -> Mapping[Act, list[Node]]:
    """Return the acts of a version of which something changed."""
    found: defaultdict[Act, list[Node]] = defaultdict(list)
    for event, agreement in version.pairs(_OF):
        if event in pair.about:
            kind, party = (
                next(map(text, version.linked(term(name), event)), "")
                for name in ("eventKind", "byParty")
            )
            found[Act(agreement, kind or _ACT, party)].append(event)
    return found


def _compared(pair: Pair, act: Act, old: Node | None, new: Node | None) -> Iterator[Change]:
    before = pair.old.values(old, _DATE) if old else frozenset[Term]()
    after = pair.new.values(new, _DATE) if new else frozenset[Term]()
    if old and new and before == after:
        return
    yield Change(
        group="dates",
        what="changed" if before and after else "added" if after or not old else "removed",
        thing=text(act.agreement),
        property=act.kind,
        other=act.party,
        before=sorted_terms(before),
        after=sorted_terms(after),
        because=_because(pair, old, new, before ^ after),
    )


def _because(
    pair: Pair, old: Node | None, new: Node | None, dates: frozenset[Term]
) -> frozenset[Quad]:
    if old is None or new is None:
        return pair.all_about([node for node in (old, new) if node is not None])
    moved = under_other_name(pair, old, new)
    return moved.union(*(pair.saying(node, _DATE, dates) for node in (old, new)))
