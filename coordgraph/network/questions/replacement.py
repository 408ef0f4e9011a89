"""
What changes when an institution is replaced by another.

The one who comes after takes the place of the one who was in every mechanism.  Of each tie that
the former had, one of three things becomes:

======= ======================================================================================
kept    the successor takes it over, and had none like it
doubled the successor had the tie already, at that level: two become one
lost    it was a tie with the successor itself, or nobody succeeds
======= ======================================================================================

Who succeeds is told, or taken from events that the data know (``org:ChangeEvent``): all bodies
that directly result from one.  Where there are several, as when an institution is divided, what
goes to whom is not known, and each is looked at as if it took over all.  To think through a
reform by removing and replacing actors is common practice in the field; the three outcomes are
named here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from gettext import gettext as _
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import rdflib

from coordgraph.actors import Actor, actors, find_actor
from coordgraph.arrow import texts
from coordgraph.errors import CallError, EmptyData
from coordgraph.network.incidence import Incidence
from coordgraph.network.limit import foreseen
from coordgraph.network.projection import Network, graph_keys, tie
from coordgraph.network.takings import Named
from coordgraph.store import Store, as_store, text

__all__ = ["Replacement", "assess_replacement", "replaced", "successors"]

_SUCCESSORS = """
PREFIX org: <http://www.w3.org/ns/org#>
SELECT DISTINCT ?event ?old ?new {
  ?event org:originalOrganization ?old ; org:resultingOrganization ?new .
}"""
_COLUMNS = {
    "counterpart": pa.string(),
    "counterpart_label": pa.string(),
    "level": pa.string(),
    "outcome": pa.string(),
    "successor": pa.string(),
    "successor_label": pa.string(),
    "event": pa.string(),
    "weight": pa.float64(),
    "weight_after": pa.float64(),
    "mechanisms": pa.list_(pa.string()),
}


class Replacement(NamedTuple):
    """
    What changes if others take an actor's place.

    Attributes
    ----------
    actor
        The IRI of the one who goes.
    table
        What becomes of each of its ties; see `assess_replacement`.
    after
        The network that each successor would leave, by the successor's IRI; by an empty text
        where nobody succeeds.
    """

    actor: str
    table: pa.Table
    after: dict[str, Network]


def assess_replacement(
    network: Network,
    actor: str,
    *,
    store: Store | rdflib.Graph,
    successor: str | None = None,
    lang: str = "en",
) -> Replacement:
    """
    Return what becomes of an actor's ties when another takes its place.

    Parameters
    ----------
    network
        A projection in which the actor takes part.
    actor
        Who goes: a slug, IRI, acronym or label.
    store
        Where to look for names and for successors.
    successor
        Who comes, named likewise; those of the events that the store knows, if not given.
    lang
        The language of labels.

    Returns
    -------
    Replacement
        Its table has a row a tie and successor: ``counterpart, counterpart_label, level`` (null
        if none is stated), ``outcome`` (``kept``, ``doubled`` or ``lost``), ``successor,
        successor_label, event`` (that says so; these are null where nobody succeeds),
        ``weight`` (of the tie that was), ``weight_after`` (of the successor's, null if lost),
        ``mechanisms`` (of the tie that was).

    Raises
    ------
    UnknownActor, AmbiguousActor
        If a name is of no actor, or of several.
    EmptyData
        If the actor takes part in nothing here.
    CallError
        If an actor is to succeed itself.

    Examples
    --------
    >>> import coordgraph as cg
    >>> store = cg.load()
    >>> network = cg.project(store, network="practices")
    >>> found = assess_replacement(network, "afip", store=store)
    >>> sorted(set(found.table["outcome"].to_pylist())), list(found.after)
    (['kept'], ['https://w3id.org/coordgraph/id/actor/arca'])
    """
    source = as_store(store)
    gone = find_actor(source, actor, lang=lang)
    if gone not in network.incidence.actors:
        raise EmptyData(
            _("{gone} takes part in no mechanism of this selection.").format(gone=gone)
        )
    if successor is None:
        coming = successors(source, gone)
    else:
        coming = {find_actor(source, successor, lang=lang): ""}
        if gone in coming:
            raise CallError(_("{gone} cannot succeed itself.").format(gone=gone))
    return replaced(network, gone, coming, known=actors(source, coming, lang=lang))


def replaced(
    network: Network, gone: str, coming: Mapping[str, str], *, known: Mapping[str, Actor]
) -> Replacement:
    """
    Return what `assess_replacement` does, of actors that are known by IRI.

    Parameters
    ----------
    network
        A projection in which the one who goes takes part.
    gone
        Who goes.
    coming
        Who comes, each with the event that says so, or an empty text; nobody, if empty.
    known
        What is known of those who come.
    """
    everyone = replace(network, actors={**network.actors, **known})
    after = {new: _after(everyone, gone, new) for new in coming or {"": ""}}
    rows = [
        {**row, "event": coming.get(new) or None}
        for new, left in after.items()
        for row in _outcomes(network, left, gone, new)
    ]
    columns = {name: [row[name] for row in rows] for name in _COLUMNS}
    return Replacement(gone, pa.table(columns, pa.schema(_COLUMNS.items())), after)


def successors(store: Store, actor: str) -> dict[str, str]:
    """Return those who directly result from an actor, and the event that says so, by IRI."""
    found = sorted(
        (text(row["new"]), text(row["event"]))
        for row in store.select(_SUCCESSORS)
        if text(row["old"]) == actor != text(row["new"])
    )
    first = dict(reversed(found))
    return dict(sorted(first.items()))


def _after(network: Network, gone: str, new: str) -> Network:
    """Return the network in which one actor has another's place, or nobody has."""
    incidence = network.incidence
    kept = np.ones(len(incidence.actor), dtype=bool)
    if not new:
        kept = incidence.actor != incidence.actors.index(gone)
    who = Named(texts(incidence.actors), incidence.actor[kept])
    changed = Incidence.of_columns(
        who.renamed(lambda one: new if one == gone else one),
        Named(texts(incidence.mechanisms), incidence.mechanism[kept]),
        Named(texts(incidence.levels), incidence.level[kept]),
    )
    ties = tie(changed, weight=network.weight, max_ties=foreseen(incidence))
    there = {iri: network.actors[iri] for iri in changed.actors}
    return replace(network, incidence=changed, ties=ties, actors=there)


def _outcomes(
    before: Network, after: Network, gone: str, new: str
) -> Iterator[dict[str, object]]:
    """Yield what becomes of each tie of the one who goes."""
    own, had, has = (
        _ties_of(network, actor)
        for network, actor in ((before, gone), (before, new), (after, new))
    )
    label = after.actors[new].label if new else None
    for (counterpart, level), (weight, mechanisms) in own.items():
        lost = not new or counterpart == new
        doubled = (counterpart, level) in had
        yield {
            "counterpart": counterpart,
            "counterpart_label": before.actors[counterpart].label,
            "level": level or None,
            "outcome": "lost" if lost else "doubled" if doubled else "kept",
            "successor": new or None,
            "successor_label": label,
            "weight": weight,
            "weight_after": None if lost else has[counterpart, level][0],
            "mechanisms": mechanisms,
        }


def _ties_of(network: Network, actor: str) -> dict[tuple[str, str], tuple[float, list[str]]]:
    """Return weight and mechanisms of an actor's ties, by counterpart and level."""
    ties = network.ties.of(actor)
    behind = network.incidence.behind(ties).to_pylist()
    keys = graph_keys(ties)
    return {
        (target if source == actor else source, level): (weight, mechanisms)
        for (source, target, level), weight, mechanisms in zip(
            keys, ties.weight.tolist(), behind, strict=True
        )
    }
