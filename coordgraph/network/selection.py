"""Which mechanisms and which actors an analysis looks at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from coordgraph.actors import classes
from coordgraph.dates import PartialDate, in_force
from coordgraph.errors import (
    HierarchyError,
    UnknownKind,
    UnknownLevel,
    UnknownName,
    UnknownPractice,
    UnknownStatus,
)
from coordgraph.namespace import ID, LEVELS, slug
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.instruments import (
    LIFE,
    Instrument,
    instruments,
    undated_parties,
)
from coordgraph.store import Row, Store, text

__all__ = ["Selection", "select"]

_PREFIXES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX org: <http://www.w3.org/ns/org#>
"""
_INCIDENCE = (
    _PREFIXES
    + """SELECT ?mechanism ?actor ?level ?from ?until {
  ?mechanism cg:participation ?participation .
  ?participation cg:actor ?actor .
  OPTIONAL { ?mechanism cg:level ?level }
  OPTIONAL { ?participation cg:from ?from }
  OPTIONAL { ?participation cg:until ?until }
}"""
)
_PRACTICES = (
    _PREFIXES + "SELECT DISTINCT ?mechanism ?practice { ?mechanism cg:inPractice ?practice }"
)
_NOTHING = Instrument()
_WHOLES = (
    _PREFIXES
    + """SELECT DISTINCT ?part ?whole {
  { ?part org:unitOf ?whole }
  UNION
  { ?part a cg:State ; dcterms:isPartOf ?whole . ?whole a cg:State }
}"""
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


class _Row(NamedTuple):
    taking: Taking
    start: str | None
    end: str | None


def select(store: Store, selection: Selection) -> tuple[Incidence, int | None]:
    """
    Return the incidence that a selection leaves, and how many mechanisms no date places.

    The second is None unless the selection asks for a day.
    """
    rows = [_row(row) for row in store.select(_INCIDENCE)]
    rows = _of_practices(store, rows, selection)
    known = instruments(store, _needed(selection))
    rows = _of_kinds(store, rows, selection, known)
    rows, undated = _of_day(store, rows, selection, known)
    takings = _of_level(rows, selection.level)
    return Incidence.of(_of_actors(store, takings, selection)), undated


def _needed(selection: Selection) -> set[str]:
    """Return what a selection needs to know of mechanisms."""
    needed = {"kinds"} if selection.kinds else set()
    if selection.subsidiary == "drop" and not selection.kinds:
        needed |= {"kinds", "wholes"}
    if selection.statuses:
        needed.add("statuses")
    return needed.union(LIFE if selection.as_of is not None else ())


def _row(row: Row) -> _Row:
    taking = Taking(text(row["actor"]), text(row["mechanism"]), text(row.get("level")))
    return _Row(taking, _date(row, "from"), _date(row, "until"))


def _date(row: Row, name: str) -> str | None:
    return text(row[name]) if name in row else None


def _of_practices(store: Store, rows: list[_Row], selection: Selection) -> list[_Row]:
    if selection.practice is None and selection.network == "all":
        return rows
    found = store.select(_PRACTICES)
    practices = {(text(row["mechanism"]), text(row["practice"])) for row in found}
    inside = {mechanism for mechanism, _ in practices}
    if selection.practice is not None:
        wanted = _practice(selection.practice, {practice for _, practice in practices})
        rows = [row for row in rows if (row.taking.mechanism, wanted) in practices]
    if selection.network == "all":
        return rows
    keep = selection.network == "practices"
    return [row for row in rows if (row.taking.mechanism in inside) is keep]


def _practice(name: str, known: set[str]) -> str:
    for iri in (name, f"{ID}practice/{name}", f"{ID}{name}"):
        if iri in known:
            return iri
    by_slug = [iri for iri in known if slug(iri) == name]
    if len(by_slug) != 1:
        raise UnknownPractice(name, sorted(map(slug, known)))
    return by_slug[0]


def _of_kinds(
    store: Store, rows: list[_Row], selection: Selection, known: Mapping[str, Instrument]
) -> list[_Row]:
    if selection.kinds:
        kinds = {iri for instrument in known.values() for iri in instrument.kinds}
        wanted = _named(selection.kinds, kinds, UnknownKind)
        rows = [row for row in rows if wanted & _of(row, known).kinds]
    if selection.statuses:
        statuses = {iri for instrument in known.values() for iri in instrument.statuses}
        wanted = _named(selection.statuses, statuses, UnknownStatus)
        rows = [row for row in rows if wanted & _of(row, known).statuses]
    if selection.kinds or selection.subsidiary == "keep":
        return rows
    if not any(_of(row, known).is_subsidiary for row in rows):
        return rows
    states = _of_class(store, "State")
    return [
        row
        for row in rows
        if not (row.taking.actor in states and _of(row, known).is_subsidiary)
    ]


def _of(row: _Row, known: Mapping[str, Instrument]) -> Instrument:
    return known.get(row.taking.mechanism, _NOTHING)


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


def _of_day(
    store: Store, rows: list[_Row], selection: Selection, known: Mapping[str, Instrument]
) -> tuple[list[_Row], int | None]:
    if selection.as_of is None:
        return rows, None
    day = PartialDate.parse(selection.as_of).earliest
    unbound = undated_parties(store)
    held = {row: _held(row, _of(row, known), day, unbound) for row in rows}
    undated = {row.taking.mechanism for row, answer in held.items() if answer is None}
    wanted = (True, None) if selection.undated == "keep" else (True,)
    return [row for row in rows if held[row] in wanted], len(undated)


def _held(
    row: _Row, instrument: Instrument, day: date, unbound: set[tuple[str, str]]
) -> bool | None:
    """Say whether an actor took part on a day; None if what is known does not tell."""
    if not in_force(day, row.start, row.end):
        return False
    held = instrument.held(day, since=row.start)
    if held and (row.taking.mechanism, row.taking.actor) in unbound:
        return None
    return held


def _of_level(rows: Iterable[_Row], level: str | None) -> set[Taking]:
    takings = {row.taking for row in rows}
    if level is None:
        return takings
    if level == "none":
        return {taking for taking in takings if not taking.level}
    known = {taking.level for taking in takings if taking.level} | set(LEVELS)
    wanted = _meant(level, known)
    if not wanted:
        raise UnknownLevel(level, [*sorted(map(slug, known)), "none"])
    return {taking for taking in takings if taking.level in wanted}


def _of_actors(store: Store, takings: set[Taking], selection: Selection) -> set[Taking]:
    if selection.lift:
        tops = _tops(store)
        takings = {
            taking._replace(actor=tops.get(taking.actor, taking.actor)) for taking in takings
        }
    if selection.groups == "drop":
        groups = _of_class(store, "ActorGroup")
        takings = {taking for taking in takings if taking.actor not in groups}
    if selection.between != "actors":
        states = _of_class(store, "State")
        keep = selection.between == "states"
        takings = {taking for taking in takings if (taking.actor in states) is keep}
    return takings


def _of_class(store: Store, name: str) -> set[str]:
    return {thing for thing, names in classes(store).items() if name in names}


def _tops(store: Store) -> Mapping[str, str]:
    """Return, for each unit, the institution at the top of its hierarchy."""
    parts = sorted((text(row["part"]), text(row["whole"])) for row in store.select(_WHOLES))
    wholes = dict(reversed(parts))
    return {part: _top(part, wholes) for part in wholes}


def _top(part: str, wholes: Mapping[str, str]) -> str:
    path = [part]
    while path[-1] in wholes:
        path.append(wholes[path[-1]])
        if path[-1] in path[:-1]:
            raise HierarchyError(path)
    return path[-1]
