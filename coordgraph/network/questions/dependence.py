"""
On whom coordination depends: what falls apart if one actor goes.

If an actor goes, its ties go; ties between others stay, as do mechanisms of two others or more.
Three things may break: the network falls into pieces, pairs of others are connected no more,
even by others, and mechanisms are left with one actor, who coordinates with nobody.  Whoever's
going breaks something is a single point of failure; in graphs they are known as cut vertices
[1]_, and to look for them is common practice in studies of networks that must not fail.

References
----------
.. [1] F. Harary (1969). *Graph Theory*, chapter 3.
"""

from gettext import gettext as _

import numpy as np
import pyarrow as pa
from scipy import sparse

from coordgraph.arrow import integers
from coordgraph.engines.removal import removals
from coordgraph.errors import EmptyData
from coordgraph.network.incidence import Incidence
from coordgraph.network.projection import Network
from coordgraph.network.tabulation import actor_table, described
from coordgraph.ties import Floats, Ints, Ties

__all__ = ["assess_dependence", "falling_apart"]


def assess_dependence(network: Network) -> pa.Table:
    """
    Return what falls apart if an actor goes, one row an actor.

    Parameters
    ----------
    network
        A projection; its levels are taken together.

    Returns
    -------
    pyarrow.Table
        ``actor, label, kind, country, cut_off`` (pairs of others that are connected now, and
        would be no more), ``pieces`` (into which the rest of its component falls; 1 if it
        stays whole, 0 if there is no rest), ``largest`` (actors in the largest), ``stranded``
        (counterparts who coordinate with nobody else), ``mechanisms`` (that it takes part in),
        ``mechanisms_lost`` (those of them left with one actor), ``group``; most pairs cut off
        first, then most mechanisms lost.

    Notes
    -----
    Exact, and in time that grows as ties do (`coordgraph.engines.removal`).

    Examples
    --------
    >>> import coordgraph as cg
    >>> table = assess_dependence(cg.project(cg.load(), network="practices", groups="drop"))
    >>> table.select(["label", "cut_off", "pieces"]).to_pylist()[0]["pieces"]
    2
    """
    merged = network.merged()
    found = removals(merged)
    taken, sizes = _taken(network.incidence), network.incidence.sizes()
    values: dict[str, Floats | Ints] = {
        "cut_off": found.cut_off,
        "pieces": found.pieces,
        "largest": found.largest,
        "stranded": _stranded(merged),
        "mechanisms": _counted(taken.sum(axis=1)),
        "mechanisms_lost": _counted(taken @ (sizes == 2).astype(np.float64)),
    }
    return actor_table(network, values, leading="cut_off").sort_by(
        [
            ("cut_off", "descending"),
            ("mechanisms_lost", "descending"),
            ("mechanisms", "descending"),
            ("actor", "ascending"),
        ]
    )


def falling_apart(network: Network, actor: str) -> pa.Table:
    """
    Return what one actor's going would leave, one row an actor of its component.

    Parameters
    ----------
    network
        A projection.
    actor
        The IRI of the one who goes.

    Returns
    -------
    pyarrow.Table
        ``piece`` (1 is the largest), ``actor, label, kind, country, mechanisms`` (that both
        alone take part in, so that the actor is left in them with nobody).

    Raises
    ------
    EmptyData
        If the actor takes part in nothing here.
    """
    incidence = network.incidence
    if actor not in incidence.actors:
        raise EmptyData(
            _("{actor} takes part in no mechanism of this selection.").format(actor=actor)
        )
    place = incidence.actors.index(actor)
    pieces = _pieces(network.merged(), place)
    rows = np.flatnonzero(pieces > 0)
    rows = rows[np.argsort(pieces[rows], kind="stable")]
    alone = _alone_with(incidence, place)
    table = {name: column.take(integers(rows)) for name, column in described(network).items()}
    mechanisms = pa.array([alone.get(row, []) for row in rows.tolist()], pa.list_(pa.string()))
    return pa.table({"piece": integers(pieces[rows]), **table, "mechanisms": mechanisms})


def _taken(incidence: Incidence) -> "sparse.csr_array":
    """Return actors by mechanisms, 1 where one takes part in the other."""
    shape = (len(incidence.actors), len(incidence.mechanisms))
    ones = np.ones(len(incidence.actor))
    ends = (incidence.actor, incidence.mechanism)
    taken = sparse.coo_array((ones, ends), shape=shape).tocsr()
    taken.data[:] = 1
    return taken


def _counted(values: Floats) -> Ints:
    return np.rint(np.asarray(values)).astype(np.int64)


def _stranded(ties: Ties) -> Ints:
    """Return how many counterparts of each actor have no other one."""
    size = len(ties.actors)
    degree = np.bincount(np.concatenate([ties.source, ties.target]), minlength=size)
    left = np.bincount(ties.source[degree[ties.target] == 1], minlength=size)
    right = np.bincount(ties.target[degree[ties.source] == 1], minlength=size)
    return (left + right).astype(np.int64)


def _pieces(ties: Ties, gone: int) -> Ints:
    """Return the piece of each actor, the largest first; 0 of whoever is not concerned."""
    size = len(ties.actors)
    kept = (ties.source != gone) & (ties.target != gone)
    ends = (ties.source[kept], ties.target[kept])
    ones = np.ones(np.count_nonzero(kept))
    graph = sparse.coo_array((ones, ends), shape=(size, size))
    _, label = sparse.csgraph.connected_components(graph, directed=False)
    met = [ties.target[ties.source == gone], ties.source[ties.target == gone]]
    concerned = np.unique(label[np.concatenate(met)])
    sizes = np.bincount(label, minlength=size)
    ranked = concerned[np.argsort(-sizes[concerned], kind="stable")]
    number = np.zeros(size, dtype=np.int64)
    number[ranked] = np.arange(1, len(ranked) + 1)
    found: Ints = number[label]
    return found


def _alone_with(incidence: Incidence, actor: int) -> dict[int, list[str]]:
    """Return, for each actor, the mechanisms in which it is alone with one actor."""
    sizes = incidence.sizes()
    of_two = set(incidence.mechanism[incidence.actor == actor].tolist())
    found: dict[int, set[str]] = {}
    for other, mechanism in zip(
        incidence.actor.tolist(), incidence.mechanism.tolist(), strict=True
    ):
        if other != actor and mechanism in of_two and sizes[mechanism] == 2:
            found.setdefault(other, set()).add(incidence.mechanisms[mechanism])
    return {other: sorted(names) for other, names in found.items()}
