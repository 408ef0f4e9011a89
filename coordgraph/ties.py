"""
The table of who coordinates with whom, on which level, and how strongly.

One row is one pair of actors on one level.  The columns are arrays, so that a million ties
weigh a few megabytes and every measure reads them without a loop.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from coordgraph.arrow import floats, integers, texts

__all__ = ["NO_LEVEL", "Floats", "Ints", "Ties"]

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

NO_LEVEL = -1
"""The level of a tie whose mechanisms state none."""


@dataclass(frozen=True, slots=True, eq=False)
class Ties:
    """
    Ties among actors; each pair stands once a level, with ``source < target``.

    Attributes
    ----------
    actors
        The IRIs of all actors, sorted; also of those without a tie.
    levels
        The IRIs of the levels, in their order from policy to street.
    source, target
        Positions in ``actors``, one a tie.
    level
        Positions in ``levels``, or ``NO_LEVEL``, one a tie.
    weight
        How strong each tie is, greater than 0.
    """

    actors: tuple[str, ...]
    levels: tuple[str, ...]
    source: Ints
    target: Ints
    level: Ints
    weight: Floats

    def __len__(self) -> int:
        """Return the number of ties."""
        return len(self.source)

    def merged(self) -> "Ties":
        """Return one tie a pair, whatever the level, its weight the sum over the levels."""
        size = max(len(self.actors), 1)
        keys, place = np.unique(self.source * size + self.target, return_inverse=True)
        return Ties(
            self.actors,
            (),
            keys // size,
            keys % size,
            np.full(len(keys), NO_LEVEL, dtype=np.int64),
            np.bincount(place, self.weight, len(keys)).astype(np.float64),
        )

    def part(self, rows: slice | npt.NDArray[np.bool_]) -> "Ties":
        """Return some of the ties, among the same actors."""
        return Ties(
            self.actors,
            self.levels,
            self.source[rows],
            self.target[rows],
            self.level[rows],
            self.weight[rows],
        )

    def of(self, actor: str) -> "Ties":
        """Return the ties of one actor, by IRI; none, if it is no actor of these."""
        place = self.actors.index(actor) if actor in self.actors else -1
        return self.part((self.source == place) | (self.target == place))

    def to_arrow(self) -> pa.Table:
        """
        Return the ties as a table: ``source``, ``target``, ``level``, ``weight``.

        Names stand once (dictionary-encoded); a tie of no level has a null.  pandas
        (``.to_pandas()``) and polars (``polars.from_arrow``) take it as it is, NetworkX by
        ``from_pandas_edgelist``.
        """
        actors = texts(self.actors)
        levels = texts(self.levels)
        stated = integers(self.level, null=NO_LEVEL).cast(pa.int32())
        return pa.table(
            {
                "source": pa.DictionaryArray.from_arrays(_narrow(self.source), actors),
                "target": pa.DictionaryArray.from_arrays(_narrow(self.target), actors),
                "level": pa.DictionaryArray.from_arrays(stated, levels),
                "weight": floats(self.weight),
            }
        )


def _narrow(places: Ints) -> pa.Array:
    return integers(places).cast(pa.int32())
