"""
What a network will be like, before it is made: how many ties, how much memory, which engine.

At most there are as many ties as pairs that meet, mechanism by mechanism.  Pairs that meet in
several mechanisms are one tie: how many there are is estimated from actors drawn by how often
they meet others [1]_, each of whose different counterparts are counted.

References
----------
.. [1] M. H. Hansen and W. N. Hurwitz (1943). On the theory of sampling from finite populations.
       *Annals of Mathematical Statistics* 14, 333-362.
"""

import math
from dataclasses import dataclass
from gettext import gettext as _
from typing import Literal

import numpy as np
from scipy import sparse

from coordgraph.engines.choice import LARGE
from coordgraph.network.incidence import Incidence
from coordgraph.network.limit import BYTES_A_TIE, affordable, foreseen
from coordgraph.ties import NO_LEVEL, Ints

__all__ = ["Foresight", "Tool", "foresee", "memory_for"]

Tool = Literal["ties", "igraph", "networkx"]

_BYTES: dict[Tool, int] = {"ties": BYTES_A_TIE, "igraph": 370, "networkx": 900}
_BYTES_A_ROW = 250
_BYTES_AT_ALL = 150 << 20
_DRAWN = 2_000
_MEETINGS = 20_000_000
_CONFIDENCE = 0.95
_MOST_HERE = 50_000_000
_SEED = 20


@dataclass(frozen=True, slots=True)
class Foresight:
    """
    What is known of a network before it is made.

    Attributes
    ----------
    participations, actors, mechanisms
        How many there are.
    meetings
        Pairs of actors that meet, counted once a mechanism and level.
    ties_at_most
        How many ties there can be, by the sizes of mechanisms; what ``--max-ties`` is held to.
    ties
        How many there will be about.
    error
        How far that may be off, with probability 0.95; 0 where it was counted.
    here
        How many ties half the memory of this machine holds while they are made.
    engine
        What measures by the rule: ``networkx``, ``igraph`` or ``spark``.
    why
        The reason, in words.
    """

    participations: int
    actors: int
    mechanisms: int
    meetings: int
    ties_at_most: int
    ties: int
    error: int
    here: int
    engine: str
    why: str


def memory_for(tool: Tool, *, participations: int, ties: int) -> int:
    """
    Return about how many bytes a program takes at most.

    Measured on networks of one to four million ties; within a factor of two.

    Parameters
    ----------
    tool
        What it does: makes ``ties``, or measures them by an engine.
    participations, ties
        How many there are.

    Examples
    --------
    >>> memory_for("igraph", participations=360_000, ties=1_250_000) >> 20
    676
    """
    return _BYTES_AT_ALL + _BYTES_A_ROW * participations + _BYTES[tool] * ties


def foresee(incidence: Incidence) -> Foresight:
    """Return what the network of an incidence will be like; no tie is made."""
    draw = np.random.default_rng(_SEED)
    found = [_at_level(incidence, at, draw) for at in (*range(len(incidence.levels)), NO_LEVEL)]
    met, tied, variance = (sum(column) for column in zip(*found, strict=True))
    most = foreseen(incidence)
    ties, error = min(round(tied), most), math.ceil(math.sqrt(variance))
    here = affordable()
    engine, why = _chosen(len(incidence.actor), ties, here)
    return Foresight(
        len(incidence.actor),
        len(incidence.actors),
        len(incidence.mechanisms),
        int(met),
        most,
        ties,
        error,
        here,
        engine,
        why,
    )


def _at_level(
    incidence: Incidence, level: int, draw: np.random.Generator
) -> tuple[int, float, float]:
    """Return how many pairs meet at a level, how many are tied, and the square of the error."""
    here = incidence.level == level
    rows, columns = incidence.actor[here], incidence.mechanism[here]
    shape = (len(incidence.actors), len(incidence.mechanisms))
    taking = sparse.csr_array(
        (np.ones(len(rows), dtype=np.int32), (rows, columns)), shape=shape
    )
    others = np.bincount(columns, minlength=shape[1]) - 1
    met = np.bincount(rows, others[columns], shape[0]).astype(np.int64)
    total = int(met.sum())
    if not total:
        return 0, 0.0, 0.0
    if total <= _MEETINGS:
        return total // 2, _tied(taking, np.flatnonzero(met)).sum() / 2, 0.0
    drawn = _some(met, total, draw)
    shares = _tied(taking, drawn) / met[drawn]
    error = total / 2 * math.sqrt(math.log(2 / (1 - _CONFIDENCE)) / (2 * len(drawn)))
    return total // 2, total / 2 * shares.mean(), error**2


def _some(met: Ints, total: int, draw: np.random.Generator) -> Ints:
    """Return actors drawn by how often they meet others, as many as are counted in a while."""
    often = float((met.astype(np.float64) ** 2).sum() / total)
    size = int(np.clip(_MEETINGS // often, 1, _DRAWN))
    drawn: Ints = draw.choice(len(met), size, p=met / total).astype(np.int64)
    return drawn


def _tied(taking: "sparse.csr_array", actors: Ints) -> Ints:
    """Return how many different others each of some actors meets."""
    met = np.diff((taking[actors] @ taking.T.tocsr()).indptr)
    counted: Ints = met.astype(np.int64) - 1
    return counted


def _chosen(participations: int, ties: int, here: int) -> tuple[str, str]:
    if ties <= LARGE:
        few = _("up to {most:,} ties NetworkX, the reference, is quick enough")
        return "networkx", few.format(most=LARGE)
    half = here * BYTES_A_TIE
    needed = memory_for("igraph", participations=participations, ties=ties)
    if ties > _MOST_HERE:
        many = _("more than {most:,} ties take too long on one machine")
        return "spark", many.format(most=_MOST_HERE)
    sizes = {"needed": needed / 2**30, "half": half / 2**30}
    if needed > half:
        large = _("igraph needs {needed:,.1f} GB, half the memory here is {half:,.1f} GB")
        return "spark", large.format(**sizes)
    fits = _("it needs {needed:,.1f} of the {half:,.1f} GB it may take")
    return "igraph", fits.format(**sizes)
