"""
The engine NetworKit: paths counted in ties on all processors, and samples of paths.

Betweenness of networks too large to follow every path is estimated by Kadabra [1]_: paths are
drawn until every value is within an error with a probability.

References
----------
.. [1] M. Borassi and E. Natale (2019). KADABRA is an ADaptive Algorithm for Betweenness via
       Random Approximation. *ACM Journal of Experimental Algorithmics* 24, 1.2.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Lock

import networkit as nk
import numpy as np

from coordgraph.ties import Floats, Ties

__all__ = ["NAME", "measured", "offers", "sampled_betweenness"]

NAME = "networkit"

_SEED = 1
_LOCK = Lock()


def _graph(ties: Ties) -> "nk.Graph":
    ends = ties.source.astype(np.uint64), ties.target.astype(np.uint64)
    size = len(ties.actors)
    return nk.GraphFromCoo(ends, n=size) if len(ties) else nk.Graph(size)


def offers(name: str, *, weighted: bool) -> bool:
    """Say whether it has a measure: those of unweighted paths and cores."""
    return name in _MEASURES and not (weighted and name != "core")


def measured(ties: Ties, names: Sequence[str], *, weighted: bool) -> dict[str, Floats]:
    """Return measures, one value an actor."""
    del weighted
    if not ties.actors:
        return {name: np.array([], dtype=np.float64) for name in names}
    graph = _graph(ties)
    with _passing_on():
        return {name: _MEASURES[name](graph) for name in names}


@contextmanager
def _passing_on() -> Iterator[None]:
    """Pass on an interruption, which NetworKit takes for itself while it works."""
    try:
        yield
    except RuntimeError as error:
        if "SIGINT" in str(error):
            raise KeyboardInterrupt from None
        raise


def _betweenness(graph: "nk.Graph") -> Floats:
    size: int = graph.numberOfNodes()
    # Each pair of actors is counted from both of its ends.
    pairs = max((size - 1) * (size - 2), 1)
    found: Floats = np.array(nk.centrality.Betweenness(graph).run().scores())
    return found / pairs


def _closeness(graph: "nk.Graph") -> Floats:
    general = nk.centrality.ClosenessVariant.GENERALIZED
    found = nk.centrality.Closeness(graph, True, general).run().scores()  # noqa: FBT003
    scores: Floats = np.nan_to_num(found)
    return scores


def _harmonic(graph: "nk.Graph") -> Floats:
    return np.array(nk.centrality.HarmonicCloseness(graph, normalized=False).run().scores())


def _core(graph: "nk.Graph") -> Floats:
    return np.array(nk.centrality.CoreDecomposition(graph).run().scores(), dtype=np.float64)


@contextmanager
def _alone() -> Iterator[None]:
    """Leave one processor to what is done, and its random numbers to it alone."""
    with _LOCK:
        others = nk.getMaxNumberOfThreads()
        nk.setNumberOfThreads(1)
        try:
            yield
        finally:
            nk.setNumberOfThreads(others)


def sampled_betweenness(
    ties: Ties, error: float, *, confidence: float, seed: int = _SEED
) -> Floats:
    """
    Return betweenness, estimated from a sample of paths.

    Parameters
    ----------
    ties
        Merged over the levels; paths are counted in ties, not by weight.
    error
        How far a value, which is a share of pairs, may be from the exact one.
    confidence
        With what probability all values are within the error.
    seed
        What the draw starts from; the same seed draws the same paths on any machine, as they
        are drawn by one processor: several would share them out by chance.
    """
    size = len(ties.actors)
    if size < 3 or not len(ties):
        return np.zeros(size)
    # NetworKit counts each pair from both of its ends, and pairs that end at the actor, too.
    share = size / (size - 2) / 2
    graph = _graph(ties)  # which NetworKit does not keep alive by itself
    with _alone(), _passing_on():
        nk.setSeed(seed, True)  # noqa: FBT003 - what Kadabra asks for
        found = nk.centrality.KadabraBetweenness(
            graph, err=error * (size - 2) / size, delta=1 - confidence, deterministic=True
        ).run()
    scores: Floats = np.array(found.scores())
    return scores * share


_MEASURES: Mapping[str, Callable[["nk.Graph"], Floats]] = {
    "betweenness": _betweenness,
    "closeness": _closeness,
    "harmonic": _harmonic,
    "core": _core,
}
