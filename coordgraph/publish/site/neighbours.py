"""
Who shares which mechanisms with whom, actor by actor, without a table of all ties.

The incidence of actors and mechanisms is kept as columns; the ties of one actor are made when
its page is, by the tie rule: two actors are tied at a level by every mechanism of that level
in which both take part.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from coordgraph.network.incidence import Incidence
from coordgraph.network.projection import project
from coordgraph.store import EmbeddedStore
from coordgraph.ties import NO_LEVEL, Ints

__all__ = ["Neighbours", "SharedTie"]


@dataclass(frozen=True, slots=True)
class SharedTie:
    """
    A tie between two actors at a level.

    Attributes
    ----------
    source, target
        The IRIs of the actors.
    level
        The IRI of the level, or nothing where none is stated.
    mechanisms
        The IRIs of the mechanisms in which both take part.
    """

    source: str
    target: str
    level: str
    mechanisms: tuple[str, ...]


class Neighbours:
    """The incidence of a dataset, read by actor and by mechanism."""

    def __init__(self, incidence: Incidence) -> None:
        self._incidence = incidence
        self._actor_at = {iri: place for place, iri in enumerate(incidence.actors)}
        self._mechanism_at = {iri: place for place, iri in enumerate(incidence.mechanisms)}
        self._order = np.argsort(incidence.mechanism, kind="stable")
        self._sorted = incidence.mechanism[self._order]

    @classmethod
    def of(cls, store: EmbeddedStore) -> "Neighbours":
        """Return who takes part in what, as `coordgraph ties` selects it."""
        return cls(project(store, tied=False).incidence)

    def ties(self, actor: str) -> list[SharedTie]:
        """Return the ties of an actor, in order of level and counterpart."""
        place = self._actor_at.get(actor)
        if place is None:
            return []
        start, stop = np.searchsorted(self._incidence.actor, [place, place + 1])
        met: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for row in range(start, stop):
            level = int(self._incidence.level[row])
            mechanism = int(self._incidence.mechanism[row])
            for other in self._parties(mechanism, level):
                if other != place:
                    met[level, other].append(mechanism)
        return self._named(
            {(place, other, level): found for (level, other), found in met.items()}
        )

    def most(self, count: int) -> list[tuple[str, int]]:
        """Return the actors with most counterparts, and how many these are."""
        names = self._incidence.actors
        degrees = self._degrees()
        order = sorted(range(len(names)), key=lambda place: (-degrees[place], names[place]))
        return [
            (names[place], int(degrees[place])) for place in order[:count] if degrees[place]
        ]

    def _degrees(self) -> Ints:
        """Return with how many others each actor shares a mechanism and a level."""
        found = np.zeros(len(self._incidence.actors), dtype=np.int64)
        for place in range(len(found)):
            start, stop = np.searchsorted(self._incidence.actor, [place, place + 1])
            others = {
                other
                for row in range(start, stop)
                for other in self._parties(
                    int(self._incidence.mechanism[row]), int(self._incidence.level[row])
                )
            }
            found[place] = len(others - {place})
        return found

    def among(self, mechanisms: Iterable[str]) -> list[SharedTie]:
        """Return the ties that some mechanisms make, in order of level and actors."""
        met: defaultdict[tuple[int, int, int], list[int]] = defaultdict(list)
        for iri in mechanisms:
            mechanism = self._mechanism_at.get(iri)
            if mechanism is None:
                continue
            for level in self._levels(mechanism):
                parties = self._parties(mechanism, level)
                for index, one in enumerate(parties):
                    for other in parties[index + 1 :]:
                        met[one, other, level].append(mechanism)
        return self._named(met)

    def met(self, actors: Iterable[str]) -> set[tuple[str, str]]:
        """Return the pairs among some actors that share a mechanism."""
        places = sorted({self._actor_at[iri] for iri in actors if iri in self._actor_at})
        takes = {place: set(self._mechanisms(place).tolist()) for place in places}
        names = self._incidence.actors
        return {
            (names[one], names[other])
            for index, one in enumerate(places)
            for other in places[index + 1 :]
            if not takes[one].isdisjoint(takes[other])
        }

    def _mechanisms(self, actor: int) -> Ints:
        start, stop = np.searchsorted(self._incidence.actor, [actor, actor + 1])
        found: Ints = self._incidence.mechanism[start:stop]
        return found

    def _rows(self, mechanism: int) -> Ints:
        start, stop = np.searchsorted(self._sorted, [mechanism, mechanism + 1])
        rows: Ints = self._order[start:stop]
        return rows

    def _levels(self, mechanism: int) -> list[int]:
        return sorted(set(self._incidence.level[self._rows(mechanism)].tolist()))

    def _parties(self, mechanism: int, level: int) -> list[int]:
        rows = self._rows(mechanism)
        here = self._incidence.level[rows] == level
        return sorted(self._incidence.actor[rows[here]].tolist())

    def _named(self, met: Mapping[tuple[int, int, int], list[int]]) -> list[SharedTie]:
        names, levels = self._incidence.actors, self._incidence.levels
        mechanisms = self._incidence.mechanisms
        ordered = sorted(met, key=lambda key: (key[2] % (len(levels) + 1), key[0], key[1]))
        return [
            SharedTie(
                names[one],
                names[other],
                "" if level == NO_LEVEL else levels[level],
                tuple(mechanisms[place] for place in sorted(met[one, other, level])),
            )
            for one, other, level in ordered
        ]
