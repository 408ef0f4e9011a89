"""The parts of a network as numbers, and what is done with actors whose part is unknown."""

from collections.abc import Mapping
from dataclasses import dataclass
from gettext import gettext as _
from typing import Literal

import numpy as np

from coordgraph.errors import EmptyData
from coordgraph.network.directed import Projected
from coordgraph.network.partition import partition
from coordgraph.network.takings import Mask
from coordgraph.store import Store
from coordgraph.ties import Ints

__all__ = ["Parts", "Unknown", "parted"]

Unknown = Literal["drop", "part"]
"""Whether actors of an unknown part are left out or make a part of their own."""


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """
    Which part each actor of a network belongs to.

    Attributes
    ----------
    names
        The parts that actors belong to, sorted; an empty text is the unknown one.
    place
        Positions in these, one an actor that is kept.
    kept
        Of each actor of the network, whether it is kept.
    """

    names: tuple[str, ...]
    place: Ints
    kept: Mask

    def sizes(self) -> Ints:
        """Return how many of the actors that are kept belong to each part."""
        return np.bincount(self.place, minlength=len(self.names))

    def of_each(self) -> list[str]:
        """Return the part of each actor of the network; of one left out, an empty text."""
        found = np.full(len(self.kept), "", dtype=object)
        found[self.kept] = np.array(self.names, dtype=object)[self.place]
        listed: list[str] = found.tolist()
        return listed


def parted(
    network: Projected,
    by: str | Mapping[str, str],
    *,
    store: Store | None = None,
    unknown: Unknown = "drop",
) -> Parts:
    """
    Return the parts of a network.

    Parameters
    ----------
    network, by, store
        As for `coordgraph.network.partition.partition`.
    unknown
        ``drop`` leaves out actors whose part is unknown, and so their ties; ``part`` makes
        them a part of their own, as if they were alike.

    Raises
    ------
    UnknownAttribute
        If there is no such attribute.
    EmptyData
        If no actor's part is known.
    """
    found = np.array(partition(network, by, store=store), dtype=object)
    known = found != ""
    if not known.any():
        what = by if isinstance(by, str) else "part"
        raise EmptyData(_("Of no actor of this network the {what} is known.").format(what=what))
    kept = known if unknown == "drop" else np.ones(len(found), dtype=np.bool_)
    names, place = np.unique(found[kept].astype(str), return_inverse=True)
    return Parts(tuple(names.tolist()), place.astype(np.int64), kept.astype(np.bool_))
