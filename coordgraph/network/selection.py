"""Which mechanisms and which actors an analysis looks at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from coordgraph.actors import of_class
from coordgraph.arrow import texts
from coordgraph.dates import PartialDate, in_force
from coordgraph.errors import (
    UnknownKind,
    UnknownLevel,
    UnknownName,
    UnknownPractice,
    UnknownStatus,
)
from coordgraph.namespace import ID, LEVELS, slug
from coordgraph.network.incidence import Incidence
from coordgraph.network.instruments import (
    Instrument,
    instruments,
    subsidiary,
    undated_parties,
)
from coordgraph.network.lifting import tops
from coordgraph.network.takings import NOBODY, Takings, read_takings
from coordgraph.store import Store

__all__ = ["Selection", "select"]

_PREFIXES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
"""
_PRACTICES = _PREFIXES + "SELECT DISTINCT ?mechanism ?value { ?mechanism cg:inPractice ?value }"
_KINDS = _PREFIXES + "SELECT DISTINCT ?mechanism ?value { ?mechanism cg:mechanismKind ?value }"
_STATUSES = (
    _PREFIXES + "SELECT DISTINCT ?mechanism ?value { ?mechanism cg:agreementStatus ?value }"
)
_NOTHING = Instrument()


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """
    What to look at; everything, by default.

    Attributes
    ----------
    level
        A level by slug or IRI; ``none`` for mechanisms that state no level.
    practice
        A practice by slug or IRI.
    network
        ``practices``: mechanisms of a practice; ``agreements``: those of none; ``all``.
    between
        ``states``, ``institutions`` (all that are no states), or ``actors`` (both).
    groups
        ``keep`` or ``drop`` actors known only by kind.
    lift
        Whether a unit counts as the institution it belongs to (by org:unitOf, to the top).
    as_of
        A day: only what may be in force on it.
    undated
        ``keep`` or ``drop`` what the known dates do not place, where a day is asked for.
    kinds, statuses
        Kinds of mechanisms, statuses of agreements, by slug or IRI; all if empty.
    subsidiary
        ``keep`` or ``drop`` the states of agreements that carry out or amend another one, by
        which they are tied already; their institutions count either way.  Kept where ``kinds``
        asks for such agreements.
    """

    level: str | None = None
    practice: str | None = None
    network: Literal["practices", "agreements", "all"] = "all"
    between: Literal["actors", "states", "institutions"] = "actors"
    groups: Literal["keep", "drop"] = "keep"
    lift: bool = False
    as_of: str | None = None
    undated: Literal["keep", "drop"] = "keep"
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    subsidiary: Literal["keep", "drop"] = "drop"


def select(store: Store, selection: Selection) -> tuple[Incidence, int | None]:
    """
    Return the incidence that a selection leaves, and how many mechanisms no date places.

    The second is None unless the selection asks for a day.
    """
    takings = read_takings(store, dated=selection.as_of is not None)
    takings = _of_practices(store, takings, selection)
    takings = _of_kinds(store, takings, selection)
    takings, undated = _of_day(store, takings, selection)
    takings = _of_level(takings, selection.level)
    takings = _of_actors(store, takings, selection)
    incidence = Incidence.of_columns(takings.actor, takings.mechanism, takings.level)
    return incidence, undated


def _of_practices(store: Store, takings: Takings, selection: Selection) -> Takings:
    if selection.practice is None and selection.network == "all":
        return takings
    found = store.columns(_PRACTICES)
    if selection.practice is not None:
        wanted = _practice(selection.practice, _values(found))
        takings = takings.where(takings.mechanism.among(_having(found, {wanted})))
    if selection.network == "all":
        return takings
    inside = takings.mechanism.among(_different(found.column("mechanism")))
    return takings.where(inside if selection.network == "practices" else ~inside)


def _values(found: pa.Table) -> set[str]:
    return set(_different(found.column("value")).to_pylist())


def _having(found: pa.Table, wanted: set[str]) -> pa.Array:
    """Return the mechanisms that have one of the values that are wanted."""
    mask = pc.is_in(found.column("value"), value_set=texts(sorted(wanted)))
    return _different(found.column("mechanism").filter(mask))


def _different(column: pa.ChunkedArray) -> pa.Array:
    return column.cast(pa.string()).unique()


def _practice(name: str, known: set[str]) -> str:
    for iri in (name, f"{ID}practice/{name}", f"{ID}{name}"):
        if iri in known:
            return iri
    by_slug = [iri for iri in known if slug(iri) == name]
    if len(by_slug) != 1:
        raise UnknownPractice(name, sorted(map(slug, known)))
    return by_slug[0]


def _of_kinds(store: Store, takings: Takings, selection: Selection) -> Takings:
    if selection.kinds:
        takings = _of_concepts(
            takings, store.columns(_KINDS), selection.kinds, unknown=UnknownKind
        )
    if selection.statuses:
        takings = _of_concepts(
            takings, store.columns(_STATUSES), selection.statuses, unknown=UnknownStatus
        )
    if selection.kinds or selection.subsidiary == "keep":
        return takings
    carrying_out = takings.mechanism.among(subsidiary(store))
    if not carrying_out.any():
        return takings
    return takings.where(~(carrying_out & takings.actor.among(of_class(store, "State"))))


def _of_concepts(
    takings: Takings, found: pa.Table, names: Iterable[str], *, unknown: type[UnknownName]
) -> Takings:
    wanted = _named(names, _values(found), unknown)
    return takings.where(takings.mechanism.among(_having(found, wanted)))


def _named(names: Iterable[str], known: set[str], unknown: type[UnknownName]) -> set[str]:
    """Return the concepts that are meant, each by slug or IRI."""
    found = set()
    for name in names:
        meant = _meant(name, known)
        if not meant:
            raise unknown(name, sorted(map(slug, known)))
        found |= meant
    return found


def _meant(name: str, known: set[str]) -> set[str]:
    """Return the concepts that a slug or an IRI means."""
    return {iri for iri in known if name in (iri, slug(iri), iri.removeprefix(ID))}


def _of_day(store: Store, takings: Takings, selection: Selection) -> tuple[Takings, int | None]:
    if selection.as_of is None:
        return takings, None
    day = PartialDate.parse(selection.as_of).earliest
    held = _held_on(store, takings, day)
    answers = np.array([held[row] for row in _dated(takings)], dtype=np.float64)
    undated = takings.mechanism.place[np.isnan(answers)]
    keep = answers == 1
    if selection.undated == "keep":
        keep |= np.isnan(answers)
    return takings.where(keep), len(np.unique(undated))


_Dated = tuple[str | None, str | None, str | None, str | None]


def _dated(takings: Takings) -> Iterable[_Dated]:
    columns = (takings.mechanism, takings.actor, takings.start, takings.end)
    return zip(*(column.texts() for column in columns), strict=True)


def _held_on(store: Store, takings: Takings, day: date) -> Mapping[_Dated, bool | None]:
    """Say of each row whether an actor took part on a day; None if nothing tells."""
    known, unbound = instruments(store), undated_parties(store)

    def held(mechanism: str, actor: str, start: str | None, end: str | None) -> bool | None:
        if not in_force(day, start, end):
            return False
        answer = known.get(mechanism, _NOTHING).held(day, since=start)
        return None if answer and (mechanism, actor) in unbound else answer

    return {row: held(str(row[0]), str(row[1]), *row[2:]) for row in set(_dated(takings))}


def _of_level(takings: Takings, level: str | None) -> Takings:
    if level is None:
        return takings
    if level == "none":
        return takings.where(takings.level.place == NOBODY)
    known = {*takings.level.used(), *LEVELS}
    wanted = _meant(level, known)
    if not wanted:
        raise UnknownLevel(level, [*sorted(map(slug, known)), "none"])
    return takings.where(takings.level.among(wanted))


def _of_actors(store: Store, takings: Takings, selection: Selection) -> Takings:
    if selection.lift:
        wholes = tops(store)
        lifted = takings.actor.renamed(lambda actor: wholes.get(actor, actor))
        takings = replace(takings, actor=lifted)
    if selection.groups == "drop":
        takings = takings.where(~takings.actor.among(of_class(store, "ActorGroup")))
    if selection.between != "actors":
        states = takings.actor.among(of_class(store, "State"))
        takings = takings.where(states if selection.between == "states" else ~states)
    return takings
