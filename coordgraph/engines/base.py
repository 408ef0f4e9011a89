"""What an engine is: ties in, numbers out."""

from collections.abc import Sequence
from typing import Protocol

from coordgraph.ties import Floats, Ties

__all__ = ["ASKED_FOR", "MEASURES", "Engine"]

MEASURES = (
    "degree",
    "strength",
    "betweenness",
    "closeness",
    "harmonic",
    "eigenvector",
    "pagerank",
    "constraint",
    "effective_size",
    "core",
    "community",
)
"""The names of the measures that every table has, in the order of their columns."""

ASKED_FOR = ("articulation",)
"""Measures that engines take besides, where they are asked for by name."""


class Engine(Protocol):
    """A module that measures; the definitions are NetworkX's, whichever module it is."""

    NAME: str

    def offers(self, name: str, *, weighted: bool) -> bool:
        """Say whether it has a measure, with paths and Burt's measures by weight or not."""
        ...

    def measured(
        self, ties: Ties, names: Sequence[str], *, weighted: bool
    ) -> dict[str, Floats]:
        """
        Return measures that it offers, one value an actor, in the order of ``ties.actors``.

        Parameters
        ----------
        ties
            Merged over the levels: one a pair.
        names
            Out of `MEASURES` and `ASKED_FOR`.
        weighted
            Whether paths (distance = 1/weight) and Burt's measures use weights.
        """
        ...
