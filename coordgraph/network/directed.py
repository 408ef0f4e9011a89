"""
Who acts towards whom, where the roles of actors order them.

In a mechanism one actor acts towards another if one of its roles acts towards one of the
other's (`cg:actsTowards`, in the concept scheme of roles): a lead towards participants, a
submitter towards an approver, a host towards those that use what it hosts.  Where no role
orders two actors, as those of two parties to a treaty do not, there is no arc between them;
where each acts towards the other by different roles, there are two.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from gettext import gettext as _
from typing import TypeAlias

import numpy as np
import pyarrow as pa
import rdflib

from coordgraph.actors import Actor, actors
from coordgraph.arrow import integers, texts
from coordgraph.engines import graphs
from coordgraph.errors import CallError, TooLarge
from coordgraph.network.incidence import Incidence
from coordgraph.network.limit import affordable
from coordgraph.network.projection import Network, graph_keys
from coordgraph.network.roles import acting_towards
from coordgraph.network.selection import Selection, select
from coordgraph.network.takings import NOBODY, Takings
from coordgraph.network.weights import Weight, is_summed, known, worth
from coordgraph.store import Store, as_store
from coordgraph.ties import NO_LEVEL, Ints, Ties

__all__ = ["Acts", "Directed", "Projected", "acting", "arcs", "directed"]


@dataclass(frozen=True, slots=True, eq=False)
class Acts:
    """
    Acts of one actor towards another in a mechanism, at one level of it or at none.

    Columns of positions, as in `Incidence`; an act stands once, in order of source, target,
    level (none is last) and mechanism.
    """

    source: Ints
    target: Ints
    level: Ints
    mechanism: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Directed:
    """
    Actors, the mechanisms they take part in, and who acts towards whom in these.

    Attributes
    ----------
    incidence
        Who takes part in which mechanism, of which level.
    acts
        Who acts towards whom in which mechanism.
    ties
        One arc a pair and level: ``source`` acts towards ``target``, so that the arc back is a
        row of its own.
    actors
        What is known of each actor, by IRI, in the order of ``ties.actors``; also of those
        without an arc.
    weight
        ``count``: in how many mechanisms; ``newman``: the sum of 1/(k-1), k being all
        participants of the mechanism.
    undated, unlevelled, selection
        As in `Network`.
    """

    incidence: Incidence
    acts: Acts
    ties: Ties
    actors: Mapping[str, Actor]
    weight: Weight
    undated: int | None
    unlevelled: int | None
    selection: Selection

    @property
    def unordered(self) -> int:
        """In how many mechanisms of two actors or more no role acts towards another."""
        together = np.flatnonzero(self.incidence.sizes() > 1)
        return len(np.setdiff1d(together, self.acts.mechanism))

    def merged(self) -> Ties:
        """Return one arc a pair and direction, its weight the sum over the levels."""
        return self.ties.merged()

    def behind(self, ties: Ties) -> pa.ListArray:
        """Return the mechanisms behind each of some arcs of this network, sorted."""
        acts, wide = self.acts, len(self.incidence.levels) + 1
        size = max(len(self.incidence.actors), 1)
        acted = (acts.source * size + acts.target) * wide + acts.level % wide
        tied = (ties.source * size + ties.target) * wide + ties.level % wide
        first = np.searchsorted(acted, tied, side="left")
        count = np.searchsorted(acted, tied, side="right") - first
        ends = np.append(0, np.cumsum(count))
        picked = np.arange(ends[-1]) + np.repeat(first - ends[:-1], count)
        names = pa.DictionaryArray.from_arrays(
            integers(acts.mechanism[picked]), texts(self.incidence.mechanisms)
        )
        offsets = integers(ends).cast(pa.int32())
        return pa.ListArray.from_arrays(offsets, names.dictionary_decode())

    def to_networkx(self) -> "graphs.MultiDiGraph":
        """
        Return the network as a directed multigraph of NetworkX: a parallel arc a level.

        Nodes and arcs carry what those of `Network.to_networkx` do.
        """
        graph = graphs.multidigraph(self.ties)
        for iri, actor in self.actors.items():
            graph.nodes[iri].update(
                label=actor.label, kind=actor.kind, country=actor.country, group=actor.is_group
            )
        behind = self.behind(self.ties).to_pylist()
        for (source, target, level), names in zip(graph_keys(self.ties), behind, strict=True):
            graph.edges[source, target, level]["mechanisms"] = names
        return graph


Projected: TypeAlias = Network | Directed
"""What mechanisms make of actors: ties, or arcs."""


def directed(
    store: Store | rdflib.Graph,
    *,
    weight: Weight = "count",
    lang: str = "en",
    max_ties: int | None = None,
    selection: Selection | None = None,
    **choices: object,
) -> Directed:
    """
    Return the network of who acts towards whom in a choice of mechanisms and actors.

    Parameters
    ----------
    store
        A store, or an rdflib graph or dataset.
    weight
        ``count``: in how many mechanisms; ``newman``: the sum of 1/(k-1).
    lang
        The language of the labels: ``en``, ``es`` or ``pt``.
    max_ties
        The most acts to look at; as many as half the memory of this machine holds, if not
        given.
    selection, choices
        As for `coordgraph.project`.

    Raises
    ------
    UnknownName, InvalidDate, InvalidWindow
        If a choice names what is not there.
    CallError
        If the weight is a share, which is not defined for one direction alone.
    TooLarge
        If there may be more acts than that.

    Examples
    --------
    >>> import coordgraph as cg
    >>> found = directed(cg.load(), practice="joint-responsibility")
    >>> sss = found.ties.of("https://w3id.org/coordgraph/id/actor/sss-ar")
    >>> sorted({found.ties.actors[place].rpartition("/")[2] for place in sss.source})
    ['afip', 'anses', 'business-entities-rural-ar', 'rural-worker-associations-ar']
    """
    known(weight)
    if not is_summed(weight):
        problem = _("{weight} is a share of what two actors do, the same both ways.").format(
            weight=weight
        )
        raise CallError(_("{problem} Weigh arcs by count or newman.").format(problem=problem))
    source = as_store(store)
    chosen = selection or Selection(**choices)  # type: ignore[arg-type]
    selected = select(source, chosen, roles=True)
    incidence = selected.incidence
    acts = acting(incidence, selected.takings, acting_towards(source), max_acts=max_ties)
    return Directed(
        incidence,
        acts,
        arcs(incidence, acts, weight=weight),
        actors(source, incidence.actors, lang=lang),
        weight,
        selected.undated,
        selected.unlevelled,
        chosen,
    )


def acting(
    incidence: Incidence,
    takings: Takings,
    towards: Iterable[tuple[str, str]],
    *,
    max_acts: int | None = None,
) -> Acts:
    """
    Return the acts that roles make, each once, though several roles may make it.

    Parameters
    ----------
    incidence
        Who takes part in what, made of these rows.
    takings
        Rows with roles.
    towards
        Roles with those they act towards.
    max_acts
        The most to look at; as many as half the memory of this machine holds, if not given.

    Raises
    ------
    TooLarge
        If roles may make more; before any is made.
    """
    actor, mechanism, level = incidence.rows_of(takings.actor, takings.mechanism, takings.level)
    wide = len(incidence.levels) + 1
    meeting = mechanism * wide + level % wide
    size = max(len(incidence.actors), 1)
    held = _held(takings, meeting * size + actor)
    pairs = [(held[one], held[other]) for one, other in towards if {one, other} <= held.keys()]
    _hold(sum(_meetings(one // size, other // size) for one, other in pairs), max_acts)
    found = [np.empty((3, 0), dtype=np.int64)]
    found += [_crossed(one, other, size) for one, other in pairs]
    source, target, at = np.concatenate(found, axis=1)
    place, where = np.divmod(at, wide)
    keys = (source * size + target) * wide + where
    order = np.lexsort((place, keys))
    new = np.append(True, (np.diff(keys[order]) != 0) | (np.diff(place[order]) != 0))
    rows = order[new[: len(order)] & (source != target)[order]]
    stated = where[rows] < wide - 1
    return Acts(
        source[rows], target[rows], np.where(stated, where[rows], NO_LEVEL), place[rows]
    )


def _held(takings: Takings, keys: Ints) -> Mapping[str, Ints]:
    """Return for each role who holds it where, sorted."""
    names = takings.role.names.to_pylist()
    return {
        names[role]: np.unique(keys[takings.role.place == role])
        for role in np.unique(takings.role.place).tolist()
        if role != NOBODY
    }


def _meetings(one: Ints, other: Ints) -> int:
    """Return how often a row of one meets one of the other where they are; both are sorted."""
    ends = (np.searchsorted(other, one, side=side) for side in ("right", "left"))
    last, first = ends
    return int((last - first).sum())


def _crossed(one: Ints, other: Ints, size: int) -> Ints:
    """Return source, target and where they meet, a column an act."""
    where, source = np.divmod(one, size)
    there, target = np.divmod(other, size)
    first = np.searchsorted(there, where, side="left")
    count = np.searchsorted(there, where, side="right") - first
    rows = np.repeat(np.arange(len(one)), count)
    nth = np.arange(len(rows)) - np.repeat(np.cumsum(count) - count, count)
    return np.stack([source[rows], target[first[rows] + nth], where[rows]])


def _hold(acts: int, most: int | None) -> None:
    limit = affordable() if most is None else most
    if acts > limit:
        raise TooLarge(
            _(
                "Roles may make {acts:,} acts, and at most {limit:,} are looked at here. "
                "Select fewer mechanisms, or allow more with --max-ties."
            ).format(acts=acts, limit=limit)
        )


def arcs(incidence: Incidence, acts: Acts, *, weight: Weight) -> Ties:
    """Return one arc a pair and level, in order, weighed by ``count`` or ``newman``."""
    each = worth(weight, incidence.sizes())[acts.mechanism]
    wide, size = len(incidence.levels) + 1, max(len(incidence.actors), 1)
    keys = (acts.source * size + acts.target) * wide + acts.level % wide
    each_once, place = np.unique(keys, return_inverse=True)
    pairs, level = np.divmod(each_once, wide)
    source, target = np.divmod(pairs, size)
    return Ties(
        incidence.actors,
        incidence.levels,
        source,
        target,
        np.where(level == wide - 1, NO_LEVEL, level),
        np.bincount(place, each).astype(np.float64),
    )
