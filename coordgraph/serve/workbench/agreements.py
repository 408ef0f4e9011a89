"""Agreements in time and on the map: who agreed with whom, since when and until when."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple

from coordgraph.actors import labels
from coordgraph.names import plain
from coordgraph.namespace import slug
from coordgraph.publish.geography import degrees, spots
from coordgraph.queries import find
from coordgraph.serve.workbench.names import called, concepts
from coordgraph.serve.workbench.texts import texts_of
from coordgraph.serve.workbench.view import Asked, View
from coordgraph.store import EmbeddedStore, text

__all__ = ["AGREEMENTS", "MOST"]

_TITLES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT ?thing ?label { ?thing a cg:Agreement ; dcterms:title ?label } ORDER BY ?thing ?label
"""
_PARTIES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
SELECT DISTINCT ?agreement ?state {
  ?agreement a cg:Agreement ; cg:participation/cg:actor ?state . ?state a cg:State
} ORDER BY ?agreement ?state
"""
_TYPES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
SELECT ?agreement ?type { ?agreement a cg:Agreement ; cg:agreementType ?type }
ORDER BY ?agreement ?type
"""
MOST = 1000
"""How many agreements are drawn at a time."""

_DATES = ("signed", "in_force", "ended")


@dataclass(slots=True)
class Agreement:
    """An agreement: its dates as precisely as known, or None, and the states in it."""

    iri: str
    title: str
    status: str = ""
    kind: str = ""
    signed: str | None = None
    in_force: str | None = None
    ended: str | None = None
    states: list[str] = field(default_factory=list)

    @property
    def begins(self) -> str:
        """The first date that is known; after all others where none is."""
        known = [one for one in (self.signed, self.in_force, self.ended) if one]
        return min(known, default="9999")


@dataclass(frozen=True, slots=True)
class State:
    """A state: where it is, if that is known, how many agreements it has and with how many."""

    iri: str
    name: str
    longitude: float | None
    latitude: float | None
    agreements: int
    partners: int


class Part(NamedTuple):
    """
    The agreements that are shown at a time, by their first date.

    Attributes
    ----------
    number, of
        Which part, from 1 on, of how many.
    first, last
        Before which of the agreements it begins, and after which it ends.
    among
        How many agreements there are in all parts.
    """

    number: int
    of: int
    first: int
    last: int
    among: int


def _shown(asked: Asked) -> Mapping[str, Any]:
    every = list(_agreements(asked.store, asked.lang))
    every.sort(key=lambda one: (one.begins, one.title))
    states = _states(asked.store, asked.lang, every)
    wanted = asked.search.get("state", "")
    chosen = [one for one in every if not wanted or wanted in one.states]
    part = _part(len(chosen), asked.search.get("part", ""))
    names = concepts(asked.store, asked.lang)
    statuses = Counter(one.status for one in every if one.status)
    # All are drawn where all fit, so that another state is chosen without asking again.
    drawn = every if len(every) <= MOST else chosen[part.first : part.last]
    return {
        "agreements": chosen[part.first : part.last],
        "among": len(chosen),
        "every": len(every),
        "part": part,
        "parts": len(every) > MOST,
        "undated": {name: sum(not getattr(one, name) for one in every) for name in _DATES},
        "dateless": sum(one.begins == "9999" for one in every),
        "states": states,
        "named": {one.iri: one.name for one in states},
        "state": wanted if wanted in {one.iri for one in states} else "",
        "status": lambda name: names.get(f"agreement-status/{name}", name),
        "drawn": {
            "agreements": [asdict(one) for one in drawn],
            "states": [asdict(one) for one in states],
            "statuses": {
                name: names.get(f"agreement-status/{name}", name) for name in statuses
            },
            "part": part._asdict() if len(every) > MOST else None,
        },
    }


def _part(among: int, wanted: str) -> Part:
    """Return the part that an address asks for, or the nearest one."""
    parts = max(1, -(-among // MOST))
    number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 9 else 1
    number = min(max(number, 1), parts)
    return Part(number, parts, (number - 1) * MOST, min(number * MOST, among), among)


def _agreements(store: EmbeddedStore, lang: str) -> Iterator[Agreement]:
    """Yield the agreements; of several dates of one sort the first."""
    titles, kinds = called(store, _TITLES, lang), _types(store)
    parties: dict[str, list[str]] = {}
    for row in store.select(_PARTIES):
        parties.setdefault(text(row["agreement"]), []).append(text(row["state"]))
    found: dict[str, Agreement] = {}
    for row in find("agreements/dates").run(store):
        iri = text(row["agreement"])
        one = found.get(iri)
        if one is None:
            one = found[iri] = Agreement(iri, titles.get(iri, slug(iri)))
            one.kind, one.states = kinds.get(iri, ""), parties.get(iri, [])
        one.status = one.status or (slug(text(row["status"])) if "status" in row else "")
        one.signed = one.signed or _date(row.get("signed"))
        one.in_force = one.in_force or _date(row.get("in_force"))
        one.ended = one.ended or _date(row.get("ended"))
    yield from found.values()


def _date(term: Any) -> str | None:
    return None if term is None else text(term)


def _types(store: EmbeddedStore) -> dict[str, str]:
    return {text(row["agreement"]): slug(text(row["type"])) for row in store.select(_TYPES)}


def _states(store: EmbeddedStore, lang: str, every: Sequence[Agreement]) -> list[State]:
    """Return the states, those of most agreements first."""
    counts = Counter(state for one in every for state in one.states)
    partners: dict[str, set[str]] = {}
    for one in every:
        for state in one.states:
            partners.setdefault(state, set()).update(one.states)
    names, places = labels(store, counts, lang=lang), _places(store)
    found = []
    for iri, name in names.items():
        east, north = places.get(iri, (None, None))
        found.append(State(iri, name, east, north, counts[iri], len(partners[iri]) - 1))
    return sorted(found, key=lambda one: (-one.agreements, plain(one.name), one.iri))


def _places(store: EmbeddedStore) -> dict[str, tuple[float, float]]:
    """Return where states are: where their places say, or else where their countries are."""
    found: dict[str, tuple[float, float]] = {}
    for row in find("actors/places").run(store):
        own = degrees(text(row.get("longitude")), text(row.get("latitude")))
        spot = spots().get(text(row.get("code")))
        if where := own or (spot and spot[:2]):
            found.setdefault(text(row["state"]), where)
    return found


AGREEMENTS = View("agreements", texts_of("agreements"), _shown)
