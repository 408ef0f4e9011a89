"""The mechanisms of a picture: all that they can be chosen by, and who takes part when."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np

from coordgraph.actors import labels
from coordgraph.network.exports.relations import acting, keys_of, places
from coordgraph.network.holding import Spell, spells
from coordgraph.network.instruments import Instrument, instruments, subsidiary
from coordgraph.network.projection import Network
from coordgraph.network.takings import Takings, read_takings
from coordgraph.store import Store, columns_of
from coordgraph.ties import NO_LEVEL, Ints

__all__ = ["Course", "Life", "Part", "lives", "union"]

Course = tuple[Spell, ...]
"""At which times something holds: spells that follow each other, from the first of all days."""

_SAID = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
SELECT DISTINCT ?one ?value {{ ?one cg:{name} ?value }}"""
_SAYING = ("inPractice", "mechanismKind", "agreementStatus")
_CERTAINTY = {False: 0, None: 1, True: 2}


class Part(NamedTuple):
    """An actor, by its place in the picture, takes part at times."""

    actor: int
    course: Course


@dataclass(frozen=True, slots=True)
class Life:
    """
    A mechanism, with all that it can be chosen by.

    Attributes
    ----------
    iri, label
        Which it is.
    levels, practices, kinds, statuses
        IRIs; levels from policy to street, others sorted.
    subsidiary
        Whether it carries out or amends an agreement that ties its states already.
    signed, start, end
        The earliest dates of signature and of entry into force, the latest of its end, as
        precisely as known; None where unknown.
    parts
        Who takes part in it, of those in the picture.
    """

    iri: str
    label: str
    levels: Sequence[str]
    practices: Sequence[str]
    kinds: Sequence[str]
    statuses: Sequence[str]
    subsidiary: bool
    signed: str | None
    start: str | None
    end: str | None
    parts: Sequence[Part]


def lives(
    store: Store,
    network: Network,
    shown: Ints,
    *,
    lang: str,
    takings: Takings | None = None,
) -> list[Life]:
    """
    Return the mechanisms in which the actors of a picture take part, in order of IRIs.

    Where not all actors are shown, mechanisms in which only one of these takes part are left
    out: they tie nobody that is seen.

    Parameters
    ----------
    store
        Where the network comes from.
    network
        The network.
    shown
        Places of its actors that are in the picture, sorted.
    lang
        The language of the labels.
    takings
        All rows of the store, dates included; asked for if not given.
    """
    if takings is None:
        takings = read_takings(store, dated=True)
    fewest = 1 if len(shown) == len(network.incidence.actors) else 2
    parts = {
        place: found
        for place, found in _parts(store, network, shown, takings).items()
        if len(found) >= fewest
    }
    iris = [network.incidence.mechanisms[at] for at in parts]
    said = _said(store, set(iris))
    titles, known = labels(store, iris, lang=lang), instruments(store)
    carrying_out = set(subsidiary(store).to_pylist())
    levels = _levels(network, parts)
    found = []
    for (place, of), iri in zip(parts.items(), iris, strict=True):
        life = known.get(iri, Instrument())
        found.append(
            Life(
                iri,
                titles[iri],
                levels[place],
                sorted(said[iri, "inPractice"]),
                sorted(said[iri, "mechanismKind"]),
                sorted(said[iri, "agreementStatus"]),
                iri in carrying_out,
                min(life.signed, default=None),
                min(life.starts, default=None),
                max(life.ends, default=None),
                of,
            )
        )
    return found


def _levels(network: Network, mechanisms: Iterable[int]) -> Mapping[int, list[str]]:
    """Return the levels of some mechanisms, by their places."""
    incidence, number = network.incidence, len(network.incidence.levels)
    wanted = np.zeros(len(incidence.mechanisms), dtype=bool)
    wanted[list(mechanisms)] = True
    rows = wanted[incidence.mechanism] & (incidence.level != NO_LEVEL)
    found: defaultdict[int, list[str]] = defaultdict(list)
    for key in np.unique(incidence.mechanism[rows] * number + incidence.level[rows]).tolist():
        mechanism, level = divmod(key, number)
        found[mechanism].append(incidence.levels[level])
    return found


def _parts(
    store: Store, network: Network, shown: Ints, takings: Takings
) -> Mapping[int, list[Part]]:
    """Return who takes part, by the place of the mechanism, in order."""
    incidence = network.incidence
    mine = np.isin(incidence.actor, shown)
    wanted = np.unique(keys_of(network, incidence.actor[mine], incidence.mechanism[mine]))
    actor = places(acting(store, network, takings.actor), incidence.actors)
    key = keys_of(network, actor, places(takings.mechanism, incidence.mechanisms))
    there = np.isin(key, wanted)
    courses: defaultdict[int, set[Course]] = defaultdict(set)
    for one, course in zip(key[there], spells(store, takings.where(there)), strict=True):
        courses[int(one)].add(course)
    found: defaultdict[int, list[Part]] = defaultdict(list)
    wide = len(incidence.mechanisms)
    for one in sorted(courses, key=lambda key: (key % wide, key)):
        place = int(np.searchsorted(shown, one // wide))
        found[one % wide].append(Part(place, union(courses[one])))
    return found


def union(courses: Iterable[Course]) -> Course:
    """
    Return when any of some courses holds, or may hold.

    >>> from datetime import date
    >>> whole = (Spell(date.min, None),)
    >>> early = (Spell(date.min, True), Spell(date(1990, 1, 1), False))
    >>> [spell.held for spell in union([whole, early])]
    [True, None]
    """
    given = list(courses)
    if len(given) == 1:
        return given[0]
    days = sorted({spell.first for course in given for spell in course})
    found: list[Spell] = []
    for day in days:
        answers = [_on(course, day) for course in given]
        held = max(answers, key=_CERTAINTY.__getitem__)
        if not found or found[-1].held is not held:
            found.append(Spell(day, held))
    return tuple(found)


def _on(course: Course, day: date) -> bool | None:
    return [spell.held for spell in course if spell.first <= day][-1]


def _said(store: Store, iris: set[str]) -> Mapping[tuple[str, str], set[str]]:
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for name in _SAYING:
        table = columns_of(store, _SAID.format(name=name), "one", iris)
        for one, value in zip(*(column.to_pylist() for column in table.columns), strict=True):
            found[one, name].add(value)
    return found
