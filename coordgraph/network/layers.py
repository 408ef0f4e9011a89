"""Levels as layers of one network, as tables: a row a layer, an actor, both, or two layers."""

from collections import Counter
from gettext import gettext as _
from typing import Literal, get_args

import numpy as np
import pyarrow as pa
from scipy import sparse

from coordgraph.arrow import floats, integers, texts
from coordgraph.errors import CallError
from coordgraph.namespace import slug
from coordgraph.network.multiplex import Multiplex, Unstated
from coordgraph.network.projection import Network
from coordgraph.network.tabulation import actor_table, described
from coordgraph.ties import NO_LEVEL, Floats, Ints

__all__ = ["By", "layers", "left_out"]

By = Literal["level", "actor", "actor-level", "pair"]


def layers(network: Network, *, by: By = "level", unstated: Unstated = "drop") -> pa.Table:
    """
    Return a table of the levels of a network, each of them a layer.

    Layers are the levels at which mechanisms of the network stand.  Measures are defined in
    `coordgraph.network.multiplex`.

    Parameters
    ----------
    network
        A projection of several levels.
    by
        What a row is:

        ``level``
            ``level, mechanisms, actors`` (with a tie), ``ties``, ``exclusive_ties`` (of pairs
            tied at no other), ``density`` (among these actors), ``parts`` (connected
            components), ``largest`` (actors in the largest).
        ``actor``
            ``actor, label, kind, country, levels, neighbours, overlapping, participation,
            bridges``, a column ``degree_...`` a layer, ``group``; most ties first.
        ``actor-level``
            ``actor, label, level, degree, strength, exclusive, relevance,
            exclusive_relevance``; only where the actor has a tie.
        ``pair``
            ``level, other_level, actors`` (active at both), ``jaccard_actors, ties`` (of pairs
            tied at both), ``jaccard_ties, overlap, overlap_other, degree_correlation,
            rank_correlation``.
    unstated
        ``drop`` or ``keep`` ties at no stated level: no level is none, but may be looked at as
        one more layer.  Its ``level`` is null.

    Raises
    ------
    CallError
        If ``by`` is none of these.

    Examples
    --------
    >>> import coordgraph as cg
    >>> network = cg.project(cg.load(), network="practices")
    >>> layers(network).select(["actors", "ties", "exclusive_ties"]).to_pylist()[0]
    {'actors': 18, 'ties': 21, 'exclusive_ties': 10}
    """
    multiplex = Multiplex.of(network.ties, unstated=unstated)
    if by == "level":
        return _by_level(network, multiplex)
    if by == "actor":
        return _by_actor(network, multiplex)
    if by == "actor-level":
        return _by_actor_and_level(network, multiplex)
    if by == "pair":
        return _by_pair(multiplex)
    raise CallError(
        _("{by!r} is no row of layers. Known are {names}.").format(
            by=by, names=", ".join(get_args(By))
        )
    )


def left_out(network: Network, unstated: Unstated) -> str:
    """Return what a user should know of ties in no layer; an empty text if there are none."""
    count = int(np.count_nonzero(network.ties.level == NO_LEVEL))
    if unstated == "keep" or not count:
        return ""
    return _(
        "Left out: {count} of {ties} ties, at no stated level. --unstated keep looks at them "
        "as one more layer."
    ).format(count=count, ties=len(network.ties))


def _by_level(network: Network, multiplex: Multiplex) -> pa.Table:
    count = len(multiplex.layers)
    actors = np.count_nonzero(multiplex.degree, axis=1)
    ties = np.bincount(multiplex.ties.level, minlength=count)
    pairs = actors * (actors - 1) / 2
    density = np.divide(ties, pairs, out=np.full(count, np.nan), where=pairs > 0)
    sizes = [np.bincount(row[row >= 0]) for row in multiplex.parts]
    return pa.table(
        {
            "level": _levels(multiplex, np.arange(count)),
            "mechanisms": integers(_mechanisms(network, multiplex)),
            "actors": integers(actors),
            "ties": integers(ties),
            "exclusive_ties": integers(multiplex.alone_at()),
            "density": floats(density),
            "parts": integers(np.array([np.count_nonzero(row) for row in sizes], int)),
            "largest": integers(np.array([row.max(initial=0) for row in sizes], int)),
        }
    )


def _mechanisms(network: Network, multiplex: Multiplex) -> Ints:
    """Return how many mechanisms stand at each layer."""
    incidence = network.incidence
    count = len(incidence.levels)
    level = np.where(incidence.level == NO_LEVEL, count, incidence.level)
    ones = np.ones(len(level))
    shape = (count + 1, len(incidence.mechanisms))
    standing = sparse.coo_array((ones, (level, incidence.mechanism)), shape=shape).tocsr()
    counted: Ints = np.diff(standing.indptr)[: len(multiplex.layers)].astype(np.int64)
    return counted


def _by_actor(network: Network, multiplex: Multiplex) -> pa.Table:
    values: dict[str, Floats | Ints] = {
        "levels": multiplex.levels,
        "neighbours": multiplex.neighbours,
        "overlapping": multiplex.overlapping,
        "participation": multiplex.participation,
        "bridges": multiplex.bridges,
    }
    for name, degree in zip(_names(multiplex.layers), multiplex.degree, strict=True):
        values[f"degree_{name}"] = degree
    return actor_table(network, values, leading="overlapping")


def _names(levels: tuple[str, ...]) -> list[str]:
    """Return levels as ends of column names: the last part, or all where that is not enough."""
    short = [slug(level).replace("-", "_") if level else "none" for level in levels]
    times = Counter(short)
    return [
        name if times[name] == 1 else level for name, level in zip(short, levels, strict=True)
    ]


def _by_actor_and_level(network: Network, multiplex: Multiplex) -> pa.Table:
    actor, layer = np.nonzero(multiplex.degree.T)
    who = described(network)
    return pa.table(
        {
            "actor": who["actor"].take(integers(actor)),
            "label": who["label"].take(integers(actor)),
            "level": _levels(multiplex, layer),
            "degree": integers(multiplex.degree[layer, actor]),
            "strength": floats(multiplex.strength[layer, actor]),
            "exclusive": integers(multiplex.exclusive[layer, actor]),
            "relevance": floats(multiplex.relevance[layer, actor]),
            "exclusive_relevance": floats(multiplex.exclusive_relevance[layer, actor]),
        }
    )


def _by_pair(multiplex: Multiplex) -> pa.Table:
    rows = multiplex.pairs()
    ends = {
        "level": _levels(multiplex, np.array([row.one for row in rows], int)),
        "other_level": _levels(multiplex, np.array([row.other for row in rows], int)),
    }
    counted = {
        name: integers(np.array([getattr(row, name) for row in rows], int))
        for name in ("actors", "ties")
    }
    shares = {
        name: floats(np.array([getattr(row, name) for row in rows], float))
        for name in (
            "jaccard_actors", "jaccard_ties", "overlap", "overlap_other",
            "degree_correlation", "rank_correlation",
        )
    }  # fmt: skip
    table = pa.table({**ends, **counted, **shares})
    order = ("level", "other_level", "actors", "jaccard_actors", "ties", *list(shares)[1:])
    return table.select(order)


def _levels(multiplex: Multiplex, places: Ints) -> pa.Array:
    """Return the levels of rows; null where none is stated."""
    stated = len(multiplex.layers) - ("" in multiplex.layers)
    names = texts(multiplex.layers[:stated])
    return names.take(integers(np.where(places < stated, places, NO_LEVEL), null=NO_LEVEL))
