"""The states of a network of agreements: where they are, and by what each pair is tied."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from coordgraph.namespace import ID
from coordgraph.network.projection import Network, graph_keys
from coordgraph.publish.geography import AMERICAS, REGIONS, Spot, degrees, spots

__all__ = ["IN_FORCE", "MULTILATERAL", "State", "StateNetwork", "Tied", "state_network"]

IN_FORCE = f"{ID}agreement-status/in-force"
MULTILATERAL = f"{ID}agreement-type/multilateral"


@dataclass(frozen=True, slots=True)
class State:
    """A state: its name, where it is if that is known, and with how many it is tied now."""

    iri: str
    name: str
    spot: Spot | None
    partners: int

    @property
    def rank(self) -> tuple[int, int, str]:
        """The order of states: by region, those of most partners first."""
        return (REGIONS.index(self.region), -self.partners, self.iri)

    @property
    def region(self) -> str:
        """One of `REGIONS`; the last of them, where it is not known."""
        return self.spot.region if self.spot else REGIONS[-1]

    @property
    def is_american(self) -> bool:
        """Whether it is in the Americas."""
        return self.region in AMERICAS


class Tied(NamedTuple):
    """How many agreements tie two states: bilateral or multilateral in force, or others."""

    bilateral: int
    multilateral: int
    other: int

    @property
    def in_force(self) -> int:
        """How many agreements between the two are in force."""
        return self.bilateral + self.multilateral

    def and_one(self, status: str, kind: str) -> "Tied":
        """Return the counts with one more agreement, of this status and type."""
        if status != IN_FORCE:
            return self._replace(other=self.other + 1)
        if kind == MULTILATERAL:
            return self._replace(multilateral=self.multilateral + 1)
        return self._replace(bilateral=self.bilateral + 1)


@dataclass(frozen=True, slots=True)
class StateNetwork:
    """
    States, and the pairs of them that agreements tie.

    Attributes
    ----------
    states
        By IRI, sorted by `State.rank`.
    pairs
        By the IRIs of both states, the smaller first.
    """

    states: Mapping[str, State]
    pairs: Mapping[tuple[str, str], Tied]

    def between(self, one: str, other: str) -> Tied:
        """Return what ties two states; nothing, if they are no pair or the same."""
        return self.pairs.get((min(one, other), max(one, other)), Tied(0, 0, 0))

    def american(self) -> list[State]:
        """Return the states of the Americas."""
        return [state for state in self.states.values() if state.is_american]

    def outside(self) -> list[tuple[str, str]]:
        """Return the pairs without a state of the Americas."""
        return [
            pair for pair in self.pairs if not any(self.states[iri].is_american for iri in pair)
        ]

    def in_force(self) -> dict[tuple[str, str], Tied]:
        """Return the pairs that an agreement in force ties."""
        return {pair: tied for pair, tied in self.pairs.items() if tied.in_force}


def state_network(
    network: Network,
    places: Iterable[Mapping[str, str]],
    lives: Iterable[Mapping[str, str]],
    *,
    unbound: Collection[tuple[str, str]] = (),
) -> StateNetwork:
    """
    Return the states of a network, and what ties each pair.

    Parameters
    ----------
    network
        The network of agreements between states.
    places
        The answer of ``actors/places``.
    lives
        The answer of ``agreements/entries-into-force``: the type and status of agreements.
    unbound
        Agreements, each with a party of which it is not known whether it binds it; between
        that party and others such an agreement is not counted as in force.
    """
    known = {row["agreement"]: row for row in lives}
    pairs = _pairs(network, known, unbound)
    at = {row["state"]: _spot(row) for row in places}
    partners = Counter(iri for pair, tied in pairs.items() if tied.in_force for iri in pair)
    states = [
        State(iri, actor.label, at.get(iri), partners[iri])
        for iri, actor in network.actors.items()
    ]
    states.sort(key=lambda state: state.rank)
    return StateNetwork({state.iri: state for state in states}, pairs)


def _pairs(
    network: Network,
    known: Mapping[str, Mapping[str, str]],
    unbound: Collection[tuple[str, str]],
) -> dict[tuple[str, str], Tied]:
    pairs: dict[tuple[str, str], Tied] = {}
    for position, (one, other, _) in enumerate(graph_keys(network.ties)):
        tied = pairs.get((one, other), Tied(0, 0, 0))
        for mechanism in network.mechanisms(position):
            open_question = (mechanism, one) in unbound or (mechanism, other) in unbound
            row = {} if open_question else known.get(mechanism, {})
            tied = tied.and_one(row.get("status", ""), row.get("type", ""))
        pairs[one, other] = tied
    return dict(sorted(pairs.items()))


def _spot(row: Mapping[str, str]) -> Spot | None:
    """Return where a place is: where it says itself, else where its country is."""
    country = spots().get(row.get("code", ""))
    own = degrees(row.get("longitude", ""), row.get("latitude", ""))
    if own is None:
        return country
    return Spot(*own, country.region if country else REGIONS[-1])
