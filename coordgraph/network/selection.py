"""Which mechanisms and which actors an analysis looks at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from gettext import gettext as _
from typing import Literal, NamedTuple

import numpy as np
import pyarrow as pa

from coordgraph.actors import of_class
from coordgraph.dates import PartialDate, Window
from coordgraph.errors import (
    CallError,
    UnknownKind,
    UnknownLevel,
    UnknownName,
    UnknownPractice,
    UnknownStatus,
)
from coordgraph.namespace import ID, LEVELS, slug
from coordgraph.network.holding import held_within
from coordgraph.network.incidence import Incidence
from coordgraph.network.instruments import subsidiary
from coordgraph.network.lifting import Whole, counted_as
from coordgraph.network.properties import different, having, meant, named, values
from coordgraph.network.readings import as_read
from coordgraph.network.takings import NOBODY, Takings, read_takings
from coordgraph.store import Store

__all__ = ["Selected", "Selection", "practice_of", "select", "window_of"]

_PREFIXES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
"""
_PRACTICES = _PREFIXES + "SELECT DISTINCT ?mechanism ?value { ?mechanism cg:inPractice ?value }"
_KINDS = _PREFIXES + "SELECT DISTINCT ?mechanism ?value { ?mechanism cg:mechanismKind ?value }"
_STATUSES = (
    _PREFIXES + "SELECT DISTINCT ?mechanism ?value { ?mechanism cg:agreementStatus ?value }"
)


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
        ``keep`` or ``drop`` what the known dates do not place, where a time is asked for.
    kinds, statuses
        Kinds of mechanisms, statuses of agreements, by slug or IRI; all if empty.
    subsidiary
        ``keep`` or ``drop`` the states of agreements that carry out or amend another one, by
        which they are tied already; their institutions count either way.  Kept where ``kinds``
        asks for such agreements.
    reading
        A reading of the levels by slug or IRI, ``any`` or ``all``: mechanisms of practices keep
        the levels that it asserts of these (`coordgraph.network.readings`).
    during
        A window of time, ``FROM/TO``: only what may be in force on some day of it.
    lift_to
        ``institution``: as ``lift``; ``state``: whether any actor of one country counts as its
        state (`coordgraph.network.lifting`).
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
    reading: str | None = None
    during: str | None = None
    lift_to: Whole | None = None

    @property
    def whole(self) -> Whole | None:
        """What actors count as, if not as themselves."""
        return self.lift_to or ("institution" if self.lift else None)


class Selected(NamedTuple):
    """
    What a selection leaves.

    Attributes
    ----------
    takings
        Who takes part in what, of which level.
    undated
        How many mechanisms the known dates do not place; None unless a time is asked for.
    unlevelled
        How many mechanisms a reading takes levels from; None unless one is asked for.
    """

    takings: Takings
    undated: int | None
    unlevelled: int | None

    @property
    def incidence(self) -> Incidence:
        """Who takes part in what, once each."""
        takings = self.takings
        return Incidence.of_columns(takings.actor, takings.mechanism, takings.level)


def select(
    store: Store,
    selection: Selection,
    *,
    roles: bool = False,
    takings: Takings | None = None,
) -> Selected:
    """
    Return what a selection leaves of a store, with the roles of actors where they are wanted.

    Parameters
    ----------
    store
        Where to ask.
    selection
        What is wanted.
    roles
        Whether roles are wanted.
    takings
        All rows of the store, dates included, where they were read before; asked for
        if not given.

    Raises
    ------
    UnknownName
        If it names a level, practice, kind, status or reading that is not there.
    CallError
        If it asks for a day and a window of time, or either is none.
    """
    if takings is None:
        takings = read_takings(store, dated=window_of(selection) is not None, roles=roles)
    takings = _of_practices(store, takings, selection)
    takings = _of_kinds(store, takings, selection)
    takings, undated = _of_time(store, takings, selection)
    takings, unlevelled = _of_reading(store, takings, selection)
    takings = _of_level(takings, selection.level)
    return Selected(_of_actors(store, takings, selection), undated, unlevelled)


def _of_practices(store: Store, takings: Takings, selection: Selection) -> Takings:
    if selection.practice is None and selection.network == "all":
        return takings
    found = store.columns(_PRACTICES)
    if selection.practice is not None:
        wanted = practice_of(selection.practice, values(found))
        takings = takings.where(takings.mechanism.among(having(found, {wanted})))
    if selection.network == "all":
        return takings
    inside = takings.mechanism.among(different(found.column("mechanism")))
    return takings.where(inside if selection.network == "practices" else ~inside)


def practice_of(name: str, known: set[str]) -> str:
    """
    Return the practice that a slug or an IRI means.

    Raises
    ------
    UnknownPractice
        If it means none of those that are known.
    """
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
    return _of_subsidiaries(store, takings, selection)


def _of_subsidiaries(store: Store, takings: Takings, selection: Selection) -> Takings:
    if selection.kinds or selection.subsidiary == "keep":
        return takings
    carrying_out = takings.mechanism.among(subsidiary(store))
    if not carrying_out.any():
        return takings
    return takings.where(~(carrying_out & takings.actor.among(of_class(store, "State"))))


def _of_concepts(
    takings: Takings, found: pa.Table, names: Iterable[str], *, unknown: type[UnknownName]
) -> Takings:
    wanted = named(names, values(found), unknown)
    return takings.where(takings.mechanism.among(having(found, wanted)))


def _of_reading(
    store: Store, takings: Takings, selection: Selection
) -> tuple[Takings, int | None]:
    if selection.reading is None:
        return takings, None
    return as_read(store, takings, store.columns(_PRACTICES), selection.reading)


def _of_time(
    store: Store, takings: Takings, selection: Selection
) -> tuple[Takings, int | None]:
    window = window_of(selection)
    if window is None:
        return takings, None
    held = held_within(store, takings, window)
    unknown = np.isnan(held)
    undated = takings.mechanism.place[unknown]
    keep = (held == 1) | (unknown & (selection.undated == "keep"))
    return takings.where(keep), len(np.unique(undated))


def window_of(selection: Selection) -> Window | None:
    """
    Return the days that are asked for; None if all are.

    Raises
    ------
    CallError
        If a day and a window of time are asked for, or either is none.
    """
    if selection.as_of is not None and selection.during is not None:
        raise CallError(_("A day and a window of time are both asked for: leave out one."))
    if selection.during is not None:
        return Window.parse(selection.during)
    if selection.as_of is None:
        return None
    day = PartialDate.parse(selection.as_of).earliest
    return Window(day, day)


def _of_level(takings: Takings, level: str | None) -> Takings:
    if level is None:
        return takings
    if level == "none":
        return takings.where(takings.level.place == NOBODY)
    known = {*takings.level.used(), *LEVELS}
    wanted = meant(level, known)
    if not wanted:
        raise UnknownLevel(level, [*sorted(map(slug, known)), "none"])
    return takings.where(takings.level.among(wanted))


def _of_actors(store: Store, takings: Takings, selection: Selection) -> Takings:
    if selection.groups == "drop":
        units = _lifted(takings, counted_as(store, selection.whole and "institution"))
        takings = takings.where(~units.actor.among(of_class(store, "ActorGroup")))
    takings = _lifted(takings, counted_as(store, selection.whole))
    if selection.whole == "state":
        takings = _of_subsidiaries(store, takings, selection)
    if selection.between != "actors":
        states = takings.actor.among(of_class(store, "State"))
        takings = takings.where(states if selection.between == "states" else ~states)
    return takings


def _lifted(takings: Takings, whole: Mapping[str, str]) -> Takings:
    if not whole:
        return takings
    return replace(takings, actor=takings.actor.renamed(lambda part: whole.get(part, part)))
