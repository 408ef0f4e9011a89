"""A difference told in words: group by group, thing by thing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from coordgraph.changes.comparison import Difference
from coordgraph.changes.model import GROUPS, Change, Group
from coordgraph.changes.rest import DERIVED, Remainder
from coordgraph.namespace import CG, shrink
from coordgraph.publish.changes.naming import Naming, naming
from coordgraph.publish.changes.patch import ordered
from coordgraph.publish.changes.words import WORDS

__all__ = ["as_text"]

_MOST = 20
"""How many things of a group are told, unless all are asked for."""

_ACTOR = f"{CG}actor"
_SIGNS = {"added": "+", "removed": "-", "event-added": "+", "event-removed": "-"}
_DATES = frozenset(f"{CG}{name}" for name in ("signedOn", "inForceFrom", "endedOn"))
_PLAIN = {"added": "date-added", "removed": "date-removed", "changed": "date-changed"}


def as_text(difference: Difference, *, lang: str = "en", everything: bool = False) -> str:
    """
    Return a difference in words.

    Parameters
    ----------
    difference
        What changed.
    lang
        ``en``, ``es`` or ``pt``.
    everything
        Whether all is told, not only twenty things of each group, and statements that no
        change tells of are listed.
    """
    words, pair = WORDS[lang], difference.pair
    if not difference:
        elsewhere = pair.added or pair.removed
        return f"{words['none of these' if elsewhere else 'none']}\n"
    names = naming(difference, lang)
    lines = [words["statements"].format(added=len(pair.added), removed=len(pair.removed))]
    if pair.flat:
        lines.append(words["flat"])
    for group in GROUPS:
        if changes := difference.of(group):
            lines.extend(_group(group, changes, names, everything=everything))
    lines.extend(_rest(difference, names, everything=everything))
    return "\n".join(lines) + "\n"


def _group(
    group: Group, changes: Iterable[Change], names: Naming, *, everything: bool
) -> Iterator[str]:
    words = WORDS[names.language]
    entries = list(_entries(changes, names))
    yield ""
    yield f"{words[group]} ({len(entries)})"
    shown = entries if everything else entries[:_MOST]
    for entry in shown:
        yield from entry
    if len(entries) > len(shown):
        yield "  " + words["more"].format(number=len(entries) - len(shown))


def _entries(changes: Iterable[Change], names: Naming) -> Iterator[list[str]]:
    """Yield the lines on each thing: what came and went first, then what changed."""
    parts = defaultdict[str, list[Change]](list)
    for change in changes:
        if change.what in _SIGNS and not change.property:
            yield [f"  {_SIGNS[change.what]} {_whole(change, names)}"]
        elif change.group == "ties":
            yield [f"  ~ {_tie(change, names)}"]
        elif change.what in _SIGNS and change.what.startswith("event"):
            yield [f"  {_SIGNS[change.what]} {_event(change, names)}"]
        else:
            parts[change.thing].append(change)
    for thing, found in sorted(parts.items()):
        yield [f"  ~ {names.thing(thing)}", *(f"      {_part(one, names)}" for one in found)]


def _whole(change: Change, names: Naming) -> str:
    if change.group == "ties":
        return _tie(change, names)
    said = [
        f"{names.of(name)} {names.values(values)}" if name in _DATES else names.values(values)
        for name, values in change.details.items()
        if name != _ACTOR and values
    ]
    if actors := change.details.get(_ACTOR):
        said.append(WORDS[names.language]["with"].format(actors=names.values(actors)))
    return ": ".join(filter(None, (names.thing(change.thing), ", ".join(said))))


def _tie(change: Change, names: Naming) -> str:
    words = WORDS[names.language]
    ends = f"{names.thing(change.thing)} - {names.thing(change.other)}"
    if change.level:
        ends += words["at level"].format(level=names.of(change.level))
    if not change.before or not change.after:
        mechanisms = names.values(change.before or change.after)
        return f"{ends}: {words['through'].format(mechanisms=mechanisms)}"
    numbers = {"before": len(change.before), "after": len(change.after)}
    signed = [
        *(f"+ {names.value(one)}" for one in change.after if one not in change.before),
        *(f"- {names.value(one)}" for one in change.before if one not in change.after),
    ]
    return f"{ends}: {words['weighed'].format(**numbers)}: {'; '.join(signed)}"


def _event(change: Change, names: Naming) -> str:
    words = WORDS[names.language]
    before, after = (
        names.values(actors) or words["nobody"] for actors in (change.before, change.after)
    )
    kind = names.of(change.property)
    dates = names.values(value for values in change.details.values() for value in values)
    told = words["event"].format(kind=kind, before=before, after=after)
    return f"{told}, {dates}" if dates else told


def _part(change: Change, names: Naming) -> str:
    words = WORDS[names.language]
    if change.what in {"joined", "left"}:
        return _membership(change, names)
    what = names.of(change.property)
    if change.language:
        what += f" ({change.language})"
    form = _PLAIN.get(change.what, change.what) if change.group == "dates" else change.what
    told = words[form].format(
        what=what,
        before=names.values(change.before) or words["undated"],
        after=names.values(change.after) or words["undated"],
    )
    return f"{names.thing(change.other)}: {told}" if change.other else told


def _membership(change: Change, names: Naming) -> str:
    words, roles = WORDS[names.language], names.values(change.before or change.after)
    told = words[change.what if roles else f"{change.what}-plain"].format(
        other=names.thing(change.other), roles=roles
    )
    details = (
        f"{names.of(name)} {names.values(values)}" for name, values in change.details.items()
    )
    return ", ".join([told, *details])


def _rest(difference: Difference, names: Naming, *, everything: bool) -> Iterator[str]:
    if not difference.rest:
        return
    words = WORDS[names.language]
    total = {
        "added": sum(one.added for one in difference.rest),
        "removed": sum(one.removed for one in difference.rest),
    }
    yield ""
    yield words["rest"].format(**total)
    for about, found in groupby(difference.rest, key=lambda one: one.about):
        yield f"  {_counted(about, list(found), names)}"
    if everything:
        yield from (
            f"  {'+' if quad in difference.pair.added else '-'} {quad} ."
            for quad in ordered(difference.untold)
        )


def _counted(about: str, found: list[Remainder], names: Naming) -> str:
    words = WORDS[names.language]
    called = {DERIVED: words["derived"], "": words["untyped"]}
    return words["counted"].format(
        about=called.get(about) or names.of(about),
        added=sum(one.added for one in found),
        removed=sum(one.removed for one in found),
        properties=", ".join(shrink(one.property) for one in found),
    )
