"""
At which levels a practice is coordinated, by a reading of a source that contradicts itself.

A reading is a part of the source taken as one account (`cg:reading`): an overview table, the
section headings, the detail tables.  Of a practice and a level it

- *asserts*, where one of its claims says yes;
- *denies*, where one says no, or where it lists all levels of a practice (`cg:exhaustive`) and
  claims others of this practice, not this one;
- else says nothing.

A mechanism keeps a level under a reading if the reading asserts that level of its practice;
under ``any``, if some reading asserts it; under ``all``, if some reading asserts it and none
denies it.  A level is taken away, never added.  A mechanism that has none left ties its actors
at no level.  Mechanisms outside practices are not touched.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from gettext import gettext as _

import numpy as np
import pyarrow as pa

from coordgraph.errors import EmptyData, UnknownReading
from coordgraph.namespace import slug
from coordgraph.network.properties import different, having, meant
from coordgraph.network.takings import NOBODY, Named, Takings
from coordgraph.store import Store, text

__all__ = ["as_read", "asserted"]

_CLAIMS = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
SELECT DISTINCT ?reading ?practice ?level ?asserted ?exhaustive {
  ?claim cg:reading ?reading ; cg:claimsPractice ?practice ; cg:claimsLevel ?level ;
    cg:asserted ?asserted .
  OPTIONAL { ?reading cg:exhaustive ?exhaustive }
}"""

_YES = {"true", "1"}
_OF_MANY = ("any", "all")

_Pair = tuple[str, str]
_Pairs = set[_Pair]


def asserted(store: Store, reading: str) -> Mapping[str, set[str]]:
    """
    Return the practices, by IRI, that a reading says are coordinated at each level.

    Parameters
    ----------
    store
        Where the claims are.
    reading
        A reading by slug or IRI; ``any`` or ``all`` of them.

    Raises
    ------
    UnknownReading
        If no claim belongs to a reading of this name.
    EmptyData
        If there are no claims.

    Examples
    --------
    >>> import coordgraph as cg
    >>> found = asserted(cg.load(), "table-2")
    >>> {slug(level): len(practices) for level, practices in sorted(found.items())}
    {'operational': 7, 'policy': 5, 'service-delivery': 4}
    """
    yes, no = _claims(store)
    known = {*yes, *no}
    if not known:
        problem = _("No claim says at which levels practices are coordinated.")
        raise EmptyData(
            _("{problem} There is no reading to choose: leave out --reading.").format(
                problem=problem
            )
        )
    wanted = known if reading in _OF_MANY else meant(reading, known)
    if not wanted:
        raise UnknownReading(reading, [*sorted(map(slug, known)), *_OF_MANY])
    pairs = set().union(*(yes[one] for one in wanted if one in yes))
    if reading == "all":
        pairs -= set().union(*no.values())
    found: defaultdict[str, set[str]] = defaultdict(set)
    for practice, level in pairs:
        found[level].add(practice)
    return found


def _claims(store: Store) -> tuple[Mapping[str, _Pairs], Mapping[str, _Pairs]]:
    """Return what each reading asserts, and what it denies: practices with levels."""
    yes: defaultdict[str, _Pairs] = defaultdict(set)
    no: defaultdict[str, _Pairs] = defaultdict(set)
    exhaustive, levels = set(), set()
    for row in store.select(_CLAIMS):
        reading, practice, level = (
            text(row[name]) for name in ("reading", "practice", "level")
        )
        claims = yes if text(row["asserted"]) in _YES else no
        claims[reading].add((practice, level))
        levels.add(level)
        if "exhaustive" in row and text(row["exhaustive"]) in _YES:
            exhaustive.add(reading)
    for reading in exhaustive:
        spoken_of = {practice for practice, _ in yes[reading] | no[reading]}
        silent = {(practice, level) for practice in spoken_of for level in levels}
        no[reading] |= silent - yes[reading]
    return yes, no


def as_read(
    store: Store, takings: Takings, practices: pa.Table, reading: str
) -> tuple[Takings, int]:
    """
    Return the rows with the levels that a reading leaves, and how many mechanisms lose one.

    Parameters
    ----------
    store
        Where the claims are.
    takings
        Who takes part in what, of which level.
    practices
        Of each mechanism (``mechanism``) the practice (``value``).
    reading
        As for `asserted`.

    Raises
    ------
    UnknownReading, EmptyData
        As `asserted` does.
    """
    at = asserted(store, reading)
    levels = takings.level
    kept = ~takings.mechanism.among(different(practices.column("mechanism")))
    kept |= levels.place == NOBODY
    for level in levels.used():
        right = takings.mechanism.among(having(practices, at.get(level, ())))
        kept |= right & levels.among([level])
    still = np.unique(takings.mechanism.place[kept & (levels.place != NOBODY)])
    bare = ~kept & ~np.isin(takings.mechanism.place, still)
    lost = len(np.unique(takings.mechanism.place[~kept]))
    without = Named(levels.names, np.where(bare, NOBODY, levels.place))
    return replace(takings, level=without).where(kept | bare), lost
