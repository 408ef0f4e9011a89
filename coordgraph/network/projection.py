"""
The network of actors that the mechanisms of a graph make.

Two different actors are tied at a level by every mechanism of that level in which both take
part; a mechanism that states no level ties them at none.  The incidence of actors and
mechanisms comes from one plain SELECT and is multiplied as a sparse matrix [1]_, which gives
the weight asked for (`coordgraph.network.weights`).

References
----------
.. [1] S. P. Borgatti and M. G. Everett (1997). Network analysis of 2-mode data. *Social
       Networks* 19, 243-269.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import rdflib
from scipy import sparse

from coordgraph.actors import Actor, Unread, actors
from coordgraph.engines import graphs
from coordgraph.engines.arrays import degree, strength
from coordgraph.namespace import slug
from coordgraph.network.display import html_of_table
from coordgraph.network.incidence import Incidence
from coordgraph.network.limit import hold
from coordgraph.network.selection import Selection, select
from coordgraph.network.takings import Takings
from coordgraph.network.weights import Weight, is_summed, known, scaled, worth
from coordgraph.store import Store, as_store
from coordgraph.ties import NO_LEVEL, Floats, Ints, Ties

__all__ = ["Network", "Weight", "graph_keys", "project", "tie"]

_MEETINGS = 1 << 22
_SHOWN = ("label", "kind", "country")
_STRONGEST = 10


@dataclass(frozen=True, slots=True, eq=False, repr=False)
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
        What the weights mean: one of `coordgraph.network.weights.WEIGHTS`.
    undated
        How many mechanisms the known dates do not place; None unless a time was asked for.
    unlevelled
        How many mechanisms a reading takes levels from; None unless one was asked for.
    selection
        What was asked for.
    """

    incidence: Incidence
    ties: Ties
    actors: Mapping[str, Actor]
    weight: Weight
    undated: int | None = None
    unlevelled: int | None = None
    selection: Selection = field(default_factory=Selection)

    def merged(self) -> Ties:
        """
        Return one tie a pair, whatever the level.

        The weights ``count`` and ``newman`` are summed over the levels.  Those between 0 and 1
        are what they are when the mechanisms of all levels are put together.
        """
        if is_summed(self.weight) or not len(self.ties):
            return self.ties.merged()
        return _tied(self.incidence.flat(), self.weight)

    def mechanisms(self, position: int) -> list[str]:
        """Return the IRIs of the mechanisms behind one tie, sorted."""
        ties = self.ties
        return self.incidence.shared(
            int(ties.source[position]), int(ties.target[position]), int(ties.level[position])
        )

    def behind(self, ties: Ties) -> pa.ListArray:
        """Return the mechanisms behind each of some ties of this network, sorted."""
        return self.incidence.behind(ties)

    def __repr__(self) -> str:
        """Return how large it is, and how many ties each level has."""
        names = [*map(slug, self.ties.levels), "no stated level"]
        counts = [np.count_nonzero(self.ties.level == at) for at in range(len(names) - 1)]
        counts.append(np.count_nonzero(self.ties.level == NO_LEVEL))
        listed = [f"{count:,} at {name}" for name, count in zip(names, counts, strict=True)]
        levels = f" ({', '.join(listed)})" if len(self.ties) else ""
        size = f"{len(self.actors):,} actors, {len(self.ties):,} ties{levels}"
        return f"Network of {size}, weight {self.weight}"

    def _repr_html_(self) -> str:
        """Return what a notebook shows: its size, and its strongest actors."""
        ties, actors = self.merged(), list(self.actors.values())
        strong = strength(ties)
        first = np.argsort(-strong, kind="stable")[:_STRONGEST].tolist()
        columns = {name: [getattr(actors[at], name) for at in first] for name in _SHOWN}
        numbers = {"degree": degree(ties).astype(np.int64)[first], "strength": strong[first]}
        return html_of_table(pa.table({**columns, **numbers}), repr(self))

    def to_networkx(self) -> "graphs.MultiGraph":
        """
        Return the network as a NetworkX multigraph: a parallel edge a level.

        Nodes are IRIs with ``label``, ``kind``, ``country`` and ``group``; edges are keyed by
        the level's IRI (or an empty text) and carry ``level``, ``weight`` and ``mechanisms``.
        """
        graph = graphs.multigraph(self.ties)
        for iri, actor in self.actors.items():
            graph.nodes[iri].update(
                label=actor.label, kind=actor.kind, country=actor.country, group=actor.is_group
            )
        behind = self.behind(self.ties).to_pylist()
        for (source, target, level), names in zip(graph_keys(self.ties), behind, strict=True):
            graph.edges[source, target, level]["mechanisms"] = names
        return graph


def graph_keys(ties: Ties) -> list[tuple[str, str, str]]:
    """Return source, target and level of each tie as texts; no level is an empty text."""
    levels = (*ties.levels, "")
    columns = zip(ties.source.tolist(), ties.target.tolist(), ties.level.tolist(), strict=True)
    return [(ties.actors[a], ties.actors[b], levels[level]) for a, b, level in columns]


def project(  # noqa: PLR0913 - what is wanted, each by name
    store: Store | rdflib.Graph,
    *,
    weight: Weight = "count",
    lang: str = "en",
    max_ties: int | None = None,
    tied: bool = True,
    takings: Takings | None = None,
    described: bool = True,
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
        ``count``: in how many mechanisms two actors meet; ``newman``: the sum of 1/(k-1);
        ``jaccard``, ``cosine``, ``overlap``: what they share of what they take part in.
    lang
        The language of the labels: ``en``, ``es`` or ``pt``.
    max_ties
        The most ties to make; as many as half the memory of this machine holds, if not given.
    tied
        Whether ties are wanted; two-mode measures need none.
    takings
        Who takes part in what, where it was read before; asked of the store, if not given.
    described
        Whether labels, kinds and countries of all actors are read at once; if not, they are
        when they are asked for, and the store must stay as it is until then.
    selection, choices
        What to look at: a `Selection`, or its fields by name (``level="policy"``,
        ``practice="siaci"``, ``during="1990/1999"``, ``reading="table-2"`` ...).

    Raises
    ------
    UnknownLevel, UnknownPractice, UnknownReading, UnknownWeight, InvalidDate, InvalidWindow
        If a choice names what is not there.
    TooLarge
        If the mechanisms may make more ties than that.
    """
    known(weight)
    source = as_store(store)
    chosen = selection or Selection(**choices)  # type: ignore[arg-type]
    selected = select(source, chosen, takings=takings)
    incidence = selected.incidence
    read = actors if described else Unread
    return Network(
        incidence,
        tie(incidence, weight=weight, max_ties=max_ties) if tied else _untied(incidence),
        read(source, incidence.actors, lang=lang),
        weight,
        selected.undated,
        selected.unlevelled,
        chosen,
    )


def _untied(incidence: Incidence) -> Ties:
    none = np.array([], dtype=np.int64)
    return Ties(incidence.actors, incidence.levels, none, none, none, none.astype(np.float64))


def tie(incidence: Incidence, *, weight: Weight = "count", max_ties: int | None = None) -> Ties:
    """
    Return the ties that an incidence makes, in order of source, target and level.

    Parameters
    ----------
    incidence
        Who takes part in what.
    weight
        One of `coordgraph.network.weights.WEIGHTS`.
    max_ties
        The most ties to make; as many as half the memory of this machine holds, if not given.

    Raises
    ------
    TooLarge
        If there may be more, by the sizes of the mechanisms; before any is made.
    UnknownWeight
        If no weight has this name.
    """
    known(weight)
    hold(incidence, max_ties)
    return _tied(incidence, weight)


def _tied(incidence: Incidence, weight: Weight) -> Ties:
    each = worth(weight, incidence.sizes())
    levels = (*range(len(incidence.levels)), NO_LEVEL)
    parts = [part for level in levels for part in _at_level(incidence, level, each, weight)]
    nothing = (*(np.empty(0, dtype=np.int64) for _ in range(3)), np.empty(0))
    source, target, level, weights = (
        np.concatenate(column) for column in zip(nothing, *parts, strict=True)
    )
    last = np.where(level == NO_LEVEL, len(incidence.levels), level)
    wide = max(len(incidence.actors), 1)
    order = np.argsort(
        (source * wide + target) * (last.max(initial=0) + 1) + last, kind="stable"
    )
    return Ties(
        incidence.actors,
        incidence.levels,
        source[order],
        target[order],
        level[order],
        weights[order],
    )


def _at_level(
    incidence: Incidence, level: int, each: Floats, weight: Weight
) -> Iterator[tuple[Ints, Ints, Ints, Floats]]:
    """Yield the ties of a level in blocks of actors, so that only one tie of two is kept."""
    here = incidence.level == level
    rows, columns = incidence.actor[here], incidence.mechanism[here]
    shape = (len(incidence.actors), len(incidence.mechanisms))
    taking_part = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=shape)
    others = taking_part.T.tocsr()
    taken = np.diff(taking_part.indptr)
    for start, stop in _blocks(taking_part):
        product = (taking_part[start:stop] * each) @ others
        product.sort_indices()
        one = np.repeat(np.arange(start, stop), np.diff(product.indptr))
        other = product.indices.astype(np.int64)
        upper = one < other
        one, other, summed = one[upper], other[upper], product.data[upper]
        levels = np.full(len(one), level, dtype=np.int64)
        yield one, other, levels, scaled(weight, summed, taken[one], taken[other])


def _blocks(taking_part: "sparse.csr_array") -> Iterator[tuple[int, int]]:
    """Yield ranges of actors who meet others about ``_MEETINGS`` times each."""
    sizes = np.bincount(taking_part.indices, minlength=taking_part.shape[1])
    meetings = np.cumsum(np.append(0, sizes[taking_part.indices]))[taking_part.indptr[1:]]
    start = 0
    while start < taking_part.shape[0]:
        before = meetings[start - 1] if start else 0
        stop = max(int(np.searchsorted(meetings, before + _MEETINGS, side="right")), start + 1)
        yield start, stop
        start = stop
