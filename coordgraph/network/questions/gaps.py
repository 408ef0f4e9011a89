"""
Where coordination agreed at one level does not reach another.

A pair of actors tied at policy level and not at service delivery has agreed on something that,
as far as is known, the two never act on where people are served; a pair tied at service
delivery and not at policy level acts without a policy that both have agreed on.  The article
warns that "good policies designed on paper often fail because of a lack of coordination, or
failures of implementation" [1]_; that the gap between the levels is where to look for this is
common knowledge of the field.

A gap is what a source does not say.  Where a pair also meets in mechanisms whose level nobody
states, these may be what is missing: they are counted beside the gap.  Where policy is agreed
by an institution and carried out by its units, lift the units first (``lift=True``).

References
----------
.. [1] *Multilevel social security coordination: Experiences in the Americas*, conclusion.
"""

from collections.abc import Iterator, Sequence
from gettext import gettext as _
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from coordgraph.arrow import floats, integers, texts
from coordgraph.errors import CallError, UnknownLevel
from coordgraph.namespace import ID, LEVELS, slug
from coordgraph.network.projection import Network
from coordgraph.ties import NO_LEVEL, Ints, Ties

__all__ = ["COMPARED", "Gaps", "assess_gaps"]

COMPARED = ("policy", "service-delivery")
"""The two levels that are compared, if no others are asked for."""


class Gaps(NamedTuple):
    """
    What two levels have apart.

    Attributes
    ----------
    levels
        Their IRIs.
    tied
        How many pairs are tied at each of the two.
    both
        How many at both.
    table
        The gaps, one row a pair; see `assess_gaps`.
    """

    levels: tuple[str, str]
    tied: tuple[int, int]
    both: int
    table: pa.Table


def assess_gaps(network: Network, *, levels: Sequence[str] = COMPARED) -> Gaps:
    """
    Return the pairs tied at one of two levels and not at the other.

    Parameters
    ----------
    network
        A projection of all levels.
    levels
        Two levels, by slug or IRI.

    Returns
    -------
    Gaps
        Its table has a row a pair and gap: ``source, target, source_label, target_label,
        level`` (at which they are tied), ``missing`` (at which they are not), ``also_at``
        (other levels), ``unstated`` (mechanisms in which they meet at no stated level),
        ``weight`` and ``mechanisms`` (at the level); those of the first level first.

    Raises
    ------
    UnknownLevel
        If a level is none of the network or of the three of the typology.
    CallError
        If these are not two levels.

    Examples
    --------
    >>> import coordgraph as cg
    >>> found = assess_gaps(cg.project(cg.load(), network="practices"))
    >>> found.tied, found.both, found.table.num_rows
    ((21, 9), 3, 24)
    """
    if network.selection.level is not None:
        raise CallError(_("Gaps are between levels: select none."))
    wanted = [_level(name, network.ties.levels) for name in levels]
    if len(set(wanted)) != 2:
        raise CallError(_("Gaps are between two levels: name two different ones."))
    one, other = wanted
    pairs = _Pairs(network.ties)
    at = [pairs.at(level) for level in (one, other)]
    both = len(np.intersect1d(at[0], at[1]))
    parts = [_gaps(network, pairs, one, other), _gaps(network, pairs, other, one)]
    return Gaps((one, other), (len(at[0]), len(at[1])), both, pa.concat_tables(parts))


def _level(name: str, levels: Sequence[str]) -> str:
    known = {*levels, *LEVELS}
    meant = sorted(iri for iri in known if name in (iri, slug(iri), iri.removeprefix(ID)))
    if not meant:
        raise UnknownLevel(name, sorted(map(slug, known)))
    return meant[0]


class _Pairs(NamedTuple):
    """Ties, found by the pair that they tie."""

    ties: Ties

    def at(self, level: str) -> Ints:
        """Return the pairs tied at a level, sorted."""
        found: Ints = np.sort(self.keys[self.ties.level == self.place(level)])
        return found

    def place(self, level: str) -> int:
        """Return the position of a level; of one without ties, one that no tie has."""
        levels = self.ties.levels
        return levels.index(level) if level in levels else len(levels)

    @property
    def keys(self) -> Ints:
        """The pair that each tie ties."""
        return self.ties.source * max(len(self.ties.actors), 1) + self.ties.target


def _gaps(network: Network, pairs: _Pairs, level: str, missing: str) -> pa.Table:
    ties, keys = pairs.ties, pairs.keys
    here = ties.level == pairs.place(level)
    rows = ties.part(here & ~np.isin(keys, pairs.at(missing)))
    open_keys = _Pairs(rows).keys
    names = texts(ties.actors)
    labels = texts(actor.label for actor in network.actors.values())
    ends = [integers(end) for end in (rows.source, rows.target)]
    count = len(rows)
    return pa.table(
        {
            "source": names.take(ends[0]),
            "target": names.take(ends[1]),
            "source_label": labels.take(ends[0]),
            "target_label": labels.take(ends[1]),
            "level": texts([level] * count),
            "missing": texts([missing] * count),
            "also_at": pa.array(
                list(_also_at(pairs, open_keys, {level, missing})), pa.list_(pa.string())
            ),
            "unstated": integers(_unstated(network, pairs, open_keys)),
            "weight": floats(rows.weight),
            "mechanisms": network.incidence.behind(rows),
        }
    )


def _also_at(pairs: _Pairs, keys: Ints, but: set[str]) -> Iterator[list[str]]:
    others = [level for level in pairs.ties.levels if level not in but]
    tied = [np.isin(keys, pairs.at(level)) for level in others]
    for row in range(len(keys)):
        yield [level for level, at in zip(others, tied, strict=True) if at[row]]


def _unstated(network: Network, pairs: _Pairs, keys: Ints) -> Ints:
    """Return in how many mechanisms of no stated level each pair meets."""
    here = pairs.ties.level == NO_LEVEL
    ties = pairs.ties.part(here & np.isin(pairs.keys, keys))
    met = np.diff(np.asarray(network.incidence.behind(ties).offsets, dtype=np.int64))
    known = _Pairs(ties).keys
    found = np.zeros(len(keys), dtype=np.int64)
    found[np.isin(keys, known)] = met[np.searchsorted(known, keys[np.isin(keys, known)])]
    return found
