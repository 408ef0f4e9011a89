"""Participations of two versions matched: who takes part in what, before and after."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pyoxigraph import Quad

from coordgraph.changes.matching import matched, under_other_name
from coordgraph.changes.model import Change
from coordgraph.changes.values import described
from coordgraph.changes.versions import Node, Pair, Version, sorted_terms
from coordgraph.namespace import term
from coordgraph.store import text

__all__ = ["Match", "matches", "participation_changes", "renamed"]

_PART = term("participation")
_ROLE = term("role")
_PROPERTIES = tuple(map(term, ("role", "basis", "actingFor", "partyStatus", "scope")))
_SHOWN = tuple(map(term, ("role", "actingFor", "from", "until")))


class Match(NamedTuple):
    """A participation before and after; None where there was or is none."""

    mechanism: Node
    actor: Node
    old: Node | None
    new: Node | None


def matches(pair: Pair) -> list[Match]:
    """
    Return the participations of which something changed, matched.

    Those of one name belong together; of the others, those of the same actor in the same
    mechanism, in order of their roles.  Only mechanisms that both versions know are looked at.
    """
    both = pair.old.mechanisms & pair.new.mechanisms
    keys = {key for key in _touched(pair) if key[0] in both}
    return [
        Match(mechanism, actor, one, other)
        for mechanism, actor in sorted(keys, key=lambda key: (text(key[0]), text(key[1])))
        for one, other in _matched(pair, mechanism, actor)
    ]


def participation_changes(pair: Pair) -> Iterator[Change]:
    """Yield who joined and who left, and what changed in how actors take part."""
    for match in matches(pair):
        if match.old is None or match.new is None:
            yield _came_or_went(pair, match)
        else:
            yield from _values(pair, match, match.old, match.new)


def _touched(pair: Pair) -> Iterator[tuple[Node, Node]]:
    for version in (pair.old, pair.new):
        for key, nodes in version.participations.items():
            if any(node in pair.about for node in nodes) or _link_changed(pair, key[0], nodes):
                yield key


def _link_changed(pair: Pair, mechanism: Node, nodes: Sequence[Node]) -> bool:
    return mechanism in pair.about and bool(pair.saying(mechanism, _PART, nodes))


def _matched(
    pair: Pair, mechanism: Node, actor: Node
) -> Iterator[tuple[Node | None, Node | None]]:
    key = (mechanism, actor)
    olds = pair.old.participations.get(key, ())
    news = pair.new.participations.get(key, ())
    return matched(_by_role(pair.old, olds), _by_role(pair.new, news))


def _by_role(version: Version, nodes: Sequence[Node]) -> list[Node]:
    def roles(node: Node) -> tuple[list[str], str]:
        return [text(role) for role in sorted_terms(version.values(node, _ROLE))], text(node)

    return sorted(nodes, key=roles)


def _came_or_went(pair: Pair, match: Match) -> Change:
    come = match.old is None
    version, before = (pair.new, pair.old) if come else (pair.old, pair.new)
    node = match.new if come else match.old
    assert node is not None
    first = (match.mechanism, match.actor) not in before.participations
    roles = sorted_terms(version.values(node, _ROLE))
    return Change(
        group="agreements",
        what=("joined" if come else "left") if first else ("added" if come else "removed"),
        thing=text(match.mechanism),
        property="" if first else _ROLE.value,
        other=text(match.actor),
        before=() if come else roles,
        after=roles if come else (),
        details=described(version.of(node), _SHOWN[1:]),
        because=pair.all_about([node]) | pair.saying(match.mechanism, _PART, [node]),
    )


def _values(pair: Pair, match: Match, old: Node, new: Node) -> Iterator[Change]:
    before, after = pair.old.of(old), pair.new.of(new)
    for name in _PROPERTIES:
        one, other = before.get(name, frozenset()), after.get(name, frozenset())
        if one != other:
            yield Change(
                group="agreements",
                what="changed" if one and other else "added" if other else "removed",
                thing=text(match.mechanism),
                property=name.value,
                other=text(match.actor),
                before=sorted_terms(one),
                after=sorted_terms(other),
                because=pair.saying(old, name, one - other)
                | pair.saying(new, name, other - one)
                | renamed(pair, match.mechanism, old, new),
            )


def renamed(pair: Pair, mechanism: Node, old: Node, new: Node) -> frozenset[Quad]:
    """Return the statements that changed only because a participation has another name."""
    links = pair.saying(mechanism, _PART, {old, new})
    return links | under_other_name(pair, old, new)
