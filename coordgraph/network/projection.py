"""
The network of actors that the mechanisms of a graph make.

Two different actors are tied at a level by every mechanism of that level in which both take
part; a mechanism that states no level ties them at none.  The incidence of actors and
mechanisms comes from one plain SELECT and is multiplied as a sparse matrix [1]_, which gives
the weight ``count`` (in how many mechanisms) or ``newman``, the sum of 1/(k-1) over these
mechanisms of k participants each [2]_.

References
----------
.. [1] S. P. Borgatti and M. G. Everett (1997). Network analysis of 2-mode data. *Social
       Networks* 19, 243-269.
.. [2] M. E. J. Newman (2001). Scientific collaboration networks. II. *Physical Review E* 64,
       016132.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import networkx as nx
import numpy as np
import rdflib
from scipy import sparse

from coordgraph.actors import Actor, actors
from coordgraph.engines.networkx import multigraph
from coordgraph.network.incidence import Incidence
from coordgraph.network.selection import Selection, select
from coordgraph.store import Store, as_store
from coordgraph.ties import NO_LEVEL, Floats, Ints, Ties

__all__ = ["Network", "Weight", "project", "tie"]

Weight = Literal["count", "newman"]


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """
    Actors, the mechanisms they take part in, and the ties that follow.

    Attributes
    ----------
    incidence
        Who takes part in which mechanism, of which level.
    ties
        Who is tied to whom on which level, with the weight asked for.
    actors
        What is known of each actor, by IRI, in the order of ``ties.actors``.
    weight
        What the weights count: ``count`` or ``newman``.
    undated
        How many mechanisms the known dates do not place; None unless a day was asked for.
    """

    incidence: Incidence
    ties: Ties
    actors: Mapping[str, Actor]
    weight: Weight
    undated: int | None = None

    def mechanisms(self, position: int) -> list[str]:
        """Return the IRIs of the mechanisms behind one tie, sorted."""
        ties = self.ties
        return self.incidence.shared(
            int(ties.source[position]), int(ties.target[position]), int(ties.level[position])
        )

    def to_networkx(self) -> "nx.MultiGraph[str]":
        """
        Return the network as a NetworkX multigraph: a parallel edge a level.

        Nodes are IRIs with ``label``, ``kind``, ``country`` and ``group``; edges are keyed by
        the level's IRI (or an empty text) and carry ``level``, ``weight`` and ``mechanisms``.
        """
        graph = multigraph(self.ties)
        for iri, actor in self.actors.items():
            graph.nodes[iri].update(
                label=actor.label, kind=actor.kind, country=actor.country, group=actor.is_group
            )
        for position, (source, target, level) in enumerate(graph_keys(self.ties)):
            graph.edges[source, target, level]["mechanisms"] = self.mechanisms(position)
        return graph


def graph_keys(ties: Ties) -> list[tuple[str, str, str]]:
    """Return source, target and level of each tie as texts; no level is an empty text."""
    levels = (*ties.levels, "")
    columns = zip(ties.source.tolist(), ties.target.tolist(), ties.level.tolist(), strict=True)
    return [(ties.actors[a], ties.actors[b], levels[level]) for a, b, level in columns]


def project(
    store: Store | rdflib.Graph,
    *,
    weight: Weight = "count",
    lang: str = "en",
    selection: Selection | None = None,
    **choices: object,
) -> Network:
    """
    Return the network that a choice of mechanisms and actors makes.

    Parameters
    ----------
    store
        A store, or an rdflib graph or dataset.
    weight
        ``count``: in how many mechanisms two actors meet; ``newman``: the sum of 1/(k-1).
    lang
        The language of the labels: ``en``, ``es`` or ``pt``.
    selection, choices
        What to look at: a `Selection`, or its fields by name (``level="policy"``,
        ``practice="siaci"``, ``as_of="1990-01-01"``, ``groups="drop"`` ...).

    Raises
    ------
    UnknownLevel, UnknownPractice, InvalidDate
        If a choice names what is not there.
    """
    source = as_store(store)
    chosen = selection or Selection(**choices)  # type: ignore[arg-type]
    incidence, undated = select(source, chosen)
    return Network(
        incidence,
        tie(incidence, weight=weight),
        actors(source, incidence.actors, lang=lang),
        weight,
        undated,
    )


def tie(incidence: Incidence, *, weight: Weight = "count") -> Ties:
    """Return the ties that an incidence makes, in order of source, target and level."""
    sizes = incidence.sizes()
    worth = np.ones(len(sizes)) if weight == "count" else 1 / np.maximum(sizes - 1, 1)
    parts = [
        _at_level(incidence, level, worth)
        for level in (*range(len(incidence.levels)), NO_LEVEL)
    ]
    columns = [np.concatenate(column) for column in zip(*parts, strict=True)]
    source, target, level, weights = columns
    last = np.where(level == NO_LEVEL, len(incidence.levels), level)
    order = np.lexsort((last, target, source))
    return Ties(
        incidence.actors,
        incidence.levels,
        source[order].astype(np.int64),
        target[order].astype(np.int64),
        level[order].astype(np.int64),
        weights[order],
    )


def _at_level(
    incidence: Incidence, level: int, worth: Floats
) -> tuple[Ints, Ints, Ints, Floats]:
    here = incidence.level == level
    rows, columns = incidence.actor[here], incidence.mechanism[here]
    shape = (len(incidence.actors), len(incidence.mechanisms))
    taking_part = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=shape)
    product = sparse.triu((taking_part * worth) @ taking_part.T, k=1).tocoo()
    levels = np.full(len(product.data), level, dtype=np.int64)
    return product.row, product.col, levels, product.data
