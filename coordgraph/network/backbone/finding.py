"""
The backbone of a projection: pairs of actors that meet more often than chance makes them.

Who is in much meets many, whoever they are.  A model of chance keeps how much each actor is in
and how many actors each mechanism has, and nothing else:

- ``sdsm`` keeps both in the mean; its p-values are computed, without a draw [1]_;
- ``fdsm`` keeps both exactly; its p-values are shares of tables drawn at random.

References
----------
.. [1] Z. P. Neal, R. Domagalski and B. Sagan (2021). Comparing alternatives to the fixed degree
       sequence model for extracting the backbone of bipartite projections. *Scientific Reports*
       11, 23929.
"""

from dataclasses import dataclass
from functools import partial
from gettext import gettext as _
from itertools import chain
from math import ceil
from random import Random
from typing import Literal, get_args

import numpy as np
import pyarrow as pa
from scipy import sparse

from coordgraph.arrow import floats, integers, texts
from coordgraph.errors import CallError, TooSmall
from coordgraph.network.backbone.correction import Correction, corrected
from coordgraph.network.backbone.curveball import traded
from coordgraph.network.backbone.margins import Margins, margins
from coordgraph.network.backbone.meetings import Chances, chances
from coordgraph.network.draws import Tick, drawn
from coordgraph.network.incidence import Incidence
from coordgraph.network.projection import Network
from coordgraph.network.significance.size import hold_actors
from coordgraph.ties import Floats, Ints

__all__ = ["MODELS", "Model", "backbone"]

Model = Literal["sdsm", "fdsm"]

MODELS: tuple[Model, ...] = get_args(Model)


@dataclass(frozen=True, slots=True)
class _Meetings:
    """Pairs of actors who meet, who is in what, and the sums of both."""

    held: list[set[int]]
    one: Ints
    other: Ints
    met: Ints
    by_actor: Ints
    by_mechanism: Ints


def backbone(  # noqa: PLR0913 - what is wanted, each by name
    network: Network,
    *,
    model: Model = "sdsm",
    alpha: float = 0.05,
    correction: Correction = "bh",
    draws: int = 999,
    seed: int = 0,
    tick: Tick | None = None,
) -> pa.Table:
    """
    Return which ties of a network are more than chance makes.

    Parameters
    ----------
    network
        A projection, with ties or (``tied=False``) without; levels do not count.
    model
        What chance keeps: ``sdsm`` or ``fdsm``.
    alpha
        How improbable a tie must be by chance to be kept.
    correction
        ``holm``, ``bh`` or ``none``: how p-values count for all pairs of actors at once.
    draws, seed, tick
        For ``fdsm``: how many tables are drawn, from what, and who is told how far it is.

    Returns
    -------
    pyarrow.Table
        A row a pair that meets: ``source, target, source_label, target_label, meetings,
        expected, p, p_corrected, kept``; the least probable first.

    Raises
    ------
    TooSmall
        If there are fewer than eight actors, or ``sdsm`` could tell no pair of them from
        chance, however often it met.
    CallError
        If so few draws can give no p-value below alpha.

    Examples
    --------
    >>> import coordgraph as cg
    >>> states = cg.project(cg.load(), network="agreements", between="states")
    >>> table = backbone(states)
    >>> table.num_rows == len(states.merged()), sum(table.column("kept").to_pylist()) > 0
    (True, True)
    """
    incidence = network.incidence.flat()
    hold_actors(len(incidence.actors))
    found = _meetings(incidence)
    pairs = len(found.held) * (len(found.held) - 1) // 2
    if model == "sdsm":
        likely = margins(found.by_actor, found.by_mechanism)
        _hold(found, likely, alpha)
        made = chances(likely, found.one, found.other, found.met)
    else:
        _hold_draws(draws, pairs, len(found.met), alpha, correction)
        made = _by_draws(found, draws, seed, tick)
    whole = corrected(made.more, pairs, by=correction)
    return _table(network, found, made, whole, alpha)


def _meetings(incidence: Incidence) -> _Meetings:
    shape = (len(incidence.actors), len(incidence.mechanisms))
    ones = np.ones(len(incidence.actor), dtype=np.int64)
    table = sparse.csr_array((ones, (incidence.actor, incidence.mechanism)), shape=shape)
    met = sparse.triu(table @ table.T, k=1).tocoo()
    order = np.lexsort((met.col, met.row))
    return _Meetings(
        [set(row.tolist()) for row in np.split(incidence.mechanism, table.indptr[1:-1])],
        met.row[order].astype(np.int64),
        met.col[order].astype(np.int64),
        met.data[order],
        np.bincount(incidence.actor, minlength=shape[0]),
        np.bincount(incidence.mechanism, minlength=shape[1]),
    )


def _hold(found: _Meetings, likely: Margins, alpha: float) -> None:
    """Refuse a network in which even two actors who met as often as they can say nothing."""
    least = np.minimum(found.by_actor[found.one], found.by_actor[found.other])
    if not len(least) or chances(likely, found.one, found.other, least).more.min() > alpha:
        many = len(found.by_mechanism)
        raise TooSmall(
            _(
                "{held} actors in {many} mechanisms: too small to test by sdsm. Even two who "
                "met wherever they could would not be told from chance at {alpha:g}."
            ).format(held=len(found.held), many=many, alpha=alpha)
        )


def _hold_draws(draws: int, pairs: int, met: int, alpha: float, by: Correction) -> None:
    """Refuse to draw so little that no p-value could be small enough."""
    times = {"holm": pairs, "bh": pairs / met, "none": 1.0}[by]
    if times / (draws + 1) > alpha:
        needed = ceil(times / alpha)
        raise CallError(
            _(
                "{draws:,} draws give no p-value of {alpha:g} or less for {pairs:,} pairs: "
                "draw {needed:,} or correct less strictly."
            ).format(draws=draws, alpha=alpha, pairs=pairs, needed=needed)
        )


def _by_draws(found: _Meetings, draws: int, seed: int, tick: Tick | None) -> Chances:
    task = partial(_drawn, found)
    made = drawn(task, draws, seed=seed, tick=tick)
    total, more = np.zeros(len(found.met)), np.zeros(len(found.met))
    for met in made:
        total += met
        more += met >= found.met
    return Chances(total / draws, (more + 1) / (draws + 1))


def _drawn(found: _Meetings, numbers: np.random.Generator) -> Ints:
    """Return how often the pairs meet in a table drawn at random."""
    rows = traded(found.held, Random(int(numbers.integers(1 << 62))))  # noqa: S311 - no secret
    ends = np.cumsum([0, *map(len, rows)])
    mechanism = np.fromiter(chain.from_iterable(map(sorted, rows)), np.int64, int(ends[-1]))
    shape = (len(rows), len(found.by_mechanism))
    table = sparse.csr_array((np.ones(len(mechanism), np.int32), mechanism, ends), shape=shape)
    product = (table @ table.T).tocsr()
    return np.asarray(product[found.one, found.other], dtype=np.int64).ravel()


def _table(
    network: Network, found: _Meetings, made: Chances, whole: Floats, alpha: float
) -> pa.Table:
    iris = network.incidence.actors
    labels = [network.actors[iri].label for iri in iris]
    table = pa.table(
        {
            "source": texts(iris[place] for place in found.one.tolist()),
            "target": texts(iris[place] for place in found.other.tolist()),
            "source_label": texts(labels[place] for place in found.one.tolist()),
            "target_label": texts(labels[place] for place in found.other.tolist()),
            "meetings": integers(found.met),
            "expected": floats(made.expected),
            "p": floats(made.more),
            "p_corrected": floats(whole),
            "kept": pa.array(whole <= alpha),
        }
    )
    return table.take(integers(np.argsort(made.more, kind="stable")))
