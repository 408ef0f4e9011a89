"""
What becomes of ranks when one thing is left out: a source, a group, a practice, a mechanism.

A rank that hangs on one source is a finding on this source.  Each thing that takes something
away is left out once, as a jackknife does [1]_, and the network is measured anew, all actors
of the whole staying in it, those who lost all as isolates.

References
----------
.. [1] J. W. Tukey (1958). Bias and confidence in not-quite large samples. *Annals of
       Mathematical Statistics* 29, 614.
"""

from dataclasses import replace
from gettext import gettext as _
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import rdflib

from coordgraph.arrow import floats, integers, texts
from coordgraph.errors import CallError, TooSmall
from coordgraph.network.draws import Tick
from coordgraph.network.limit import foreseen
from coordgraph.network.projection import Network, tie
from coordgraph.network.robustness.parts import LEAVES, Leave, Part, parts
from coordgraph.network.robustness.ranking import agreement, known, ranks, values
from coordgraph.network.significance.size import hold_actors
from coordgraph.network.tabulation import described
from coordgraph.network.takings import Mask
from coordgraph.store import Store, as_store
from coordgraph.ties import Floats, Ints

__all__ = ["LEAST_PARTS", "Robustness", "robustness"]

LEAST_PARTS = 3
"""With fewer things to leave out there is no answer: one of two is half of all."""


class Robustness(NamedTuple):
    """
    What leaving out does to a measure; see `robustness`.

    Attributes
    ----------
    actors
        One row an actor.
    left_out
        One row a thing that is left out.
    """

    actors: pa.Table
    left_out: pa.Table


def robustness(  # noqa: PLR0913 - what is wanted, each by name
    network: Network,
    measure: str = "degree",
    *,
    store: Store | rdflib.Graph,
    leave: Leave = "source",
    weighted: bool = False,
    lang: str = "en",
    tick: Tick | None = None,
) -> Robustness:
    """
    Return how ranks change when one thing after the other is left out.

    Parameters
    ----------
    network
        A projection.
    measure
        One of `coordgraph.network.robustness.ranking.RANKED`.
    store
        Where to ask for sources, practices and names.
    leave
        What to leave out (`coordgraph.network.robustness.parts`).
    weighted
        As for `coordgraph.network.centrality.centrality`.
    lang
        The language of labels.
    tick
        Told how many are done.

    Returns
    -------
    Robustness
        Of actors ``actor, label, kind, country, value, rank`` (1 and the number of greater
        values), ``value_least, value_greatest, rank_least, rank_greatest``, and what moves the
        actor most: ``most, most_label, shift`` (in ranks, positive where the actor falls); by
        rank.  Of what is left out ``left_out, label, participations`` (that go with it; one at
        several levels counts once a level), ``tau`` (Kendall's, with the whole), ``moved``
        (actors whose rank changes), ``shift`` (of the one that moves most, ``actor,
        actor_label``); least tau first.  Where a group is left out, it has no value itself,
        and keeps its place: nobody rises because it is gone.

    Raises
    ------
    UnknownMeasure
        If no measure that orders actors has this name.
    CallError
        If this cannot be left out.
    TooSmall
        If there are fewer than 8 actors, or fewer than `LEAST_PARTS` things to leave out.

    Examples
    --------
    >>> import coordgraph as cg
    >>> store = cg.load()
    >>> network = cg.project(store, network="practices")
    >>> found = robustness(network, store=store, leave="practice")
    >>> found.actors.num_rows == len(network.actors)
    True
    """
    known(measure)
    if leave not in LEAVES:
        raise CallError(
            _("{leave!r} cannot be left out. These can: {names}.").format(
                leave=leave, names=", ".join(LEAVES)
            )
        )
    hold_actors(len(network.actors))
    left = parts(network, leave, as_store(store), lang=lang)
    if len(left) < LEAST_PARTS:
        raise TooSmall(
            _(
                "{left} to leave out ({leave}): too few to tell. {least_parts} are needed at "
                "least; select more, or leave out something else."
            ).format(left=len(left), leave=leave, least_parts=LEAST_PARTS)
        )
    whole = values(network, measure, weighted=weighted)
    found = np.empty((len(left), len(whole)))
    for place, part in enumerate(left):
        found[place] = values(_without(network, part.gone), measure, weighted=weighted)
        if leave == "group":
            found[place, network.incidence.actors.index(part.iri)] = np.nan
        if tick is not None:
            tick(place + 1)
    shifts = np.array([_shifts(whole, row) for row in found])
    return Robustness(
        _of_actors(network, left, whole, found, shifts),
        _of_parts(network, left, whole, found, shifts),
    )


def _without(network: Network, gone: Mask) -> Network:
    """Return the network of the same actors without some participations."""
    old = network.incidence
    kept = replace(
        old, actor=old.actor[~gone], mechanism=old.mechanism[~gone], level=old.level[~gone]
    )
    ties = tie(kept, weight=network.weight, max_ties=foreseen(old))
    return replace(network, incidence=kept, ties=ties)


def _shifts(whole: Floats, now: Floats) -> Floats:
    """Return by how many ranks each actor falls among those who have both values."""
    both = ~(np.isnan(whole) | np.isnan(now))
    found = np.full(len(whole), np.nan)
    found[both] = ranks(now[both]) - ranks(whole[both])
    return found


def _of_actors(
    network: Network, left: list[Part], whole: Floats, found: Floats, shifts: Floats
) -> pa.Table:
    rank = ranks(whole)
    with_whole = np.vstack([whole, found])
    ranked = rank + np.vstack([np.zeros(len(whole)), shifts])
    most = _most(shifts.T)
    moving = _picked(most, shifts.T)
    who = np.where(moving != 0, most, -1)
    table = pa.table(
        {
            **described(network),
            "value": floats(whole),
            "rank": _whole_numbers(rank),
            "value_least": floats(np.fmin.reduce(with_whole)),
            "value_greatest": floats(np.fmax.reduce(with_whole)),
            "rank_least": _whole_numbers(np.fmin.reduce(ranked)),
            "rank_greatest": _whole_numbers(np.fmax.reduce(ranked)),
            "most": _named([part.iri for part in left], who),
            "most_label": _named([part.label for part in left], who),
            "shift": _whole_numbers(moving),
        }
    )
    return table.sort_by([("rank", "ascending"), ("actor", "ascending")])


def _of_parts(
    network: Network, left: list[Part], whole: Floats, found: Floats, shifts: Floats
) -> pa.Table:
    most = _most(shifts)
    moving = _picked(most, shifts)
    who = np.where(moving != 0, most, -1)
    moved = np.count_nonzero(np.nan_to_num(shifts), axis=1)
    table = pa.table(
        {
            "left_out": texts(part.iri for part in left),
            "label": texts(part.label for part in left),
            "participations": integers(np.array([part.gone.sum() for part in left], np.int64)),
            "tau": floats(np.array([agreement(whole, row) for row in found])),
            "moved": integers(moved.astype(np.int64)),
            "shift": _whole_numbers(moving),
            "actor": _named(list(network.actors), who),
            "actor_label": _named([one.label for one in network.actors.values()], who),
        }
    )
    return table.sort_by(
        [("tau", "ascending"), ("moved", "descending"), ("left_out", "ascending")]
    )


def _most(shifts: Floats) -> Ints:
    """Return where each row shifts most, either way; the first of equals."""
    places: Ints = np.argmax(np.abs(np.nan_to_num(shifts)), axis=1).astype(np.int64)
    return places


def _picked(places: Ints, shifts: Floats) -> Floats:
    picked: Floats = np.nan_to_num(shifts)[np.arange(len(places)), places]
    undefined = np.isnan(shifts).all(axis=1)
    return np.where(undefined, np.nan, picked)


def _whole_numbers(values: Floats) -> pa.Array:
    return pa.array(values, mask=np.isnan(values)).cast(pa.int64())


def _named(names: list[str], places: Floats | Ints) -> pa.Array:
    return pa.array([names[at] if at >= 0 else None for at in places], pa.string())
