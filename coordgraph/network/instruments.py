"""
What is known of the life of each mechanism.

A day is asked of a life with three answers: it held on that day, it did not, or the dates that
are known do not tell.  A bound known to the year or month counts from its first possible day,
or up to its last.  What follows without a guess is used: nothing holds before it was signed, or
once the agreement that replaces it is in force; what was signed and is known not to be in force
held on no day.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa

from coordgraph.arrow import encoded
from coordgraph.dates import PartialDate, in_force
from coordgraph.namespace import ID
from coordgraph.store import Store, text

__all__ = ["SUBSIDIARY_KINDS", "Instrument", "instruments", "subsidiary", "undated_parties"]

_NEVER = f"{ID}agreement-status/signed-not-in-force"
_OVER = f"{ID}agreement-status/superseded"
_PREFIX = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
"""
_PROPERTIES = {
    "statuses": "cg:agreementStatus",
    "signed": "cg:signedOn",
    "starts": "cg:inForceFrom",
    "ends": "cg:endedOn",
    "successors": "^cg:replaces/cg:inForceFrom",
}
SUBSIDIARY_KINDS = tuple(
    f"{ID}mechanism-kind/{name}"
    for name in ("administrative-arrangement", "amending-agreement", "application-agreement")
)
"""The kinds of mechanisms that carry out or amend an agreement."""

_SUBSIDIARY = (
    _PREFIX
    + f"""SELECT DISTINCT ?mechanism {{
  {{ ?mechanism dcterms:isPartOf ?whole }}
  UNION
  {{
    VALUES ?kind {{ {" ".join(f"<{kind}>" for kind in SUBSIDIARY_KINDS)} }}
    ?mechanism cg:mechanismKind ?kind
  }}
}}"""
)
_SOME_DATED = _PREFIX + "ASK { ?one cg:from ?day }"
_UNDATED_PARTIES = (
    _PREFIX
    + f"""SELECT DISTINCT ?mechanism ?actor {{
  ?mechanism cg:participation ?one , ?other .
  ?other cg:role <{ID}role/party> ; cg:from ?from .
  ?one cg:role <{ID}role/party> ; cg:actor ?actor .
  FILTER NOT EXISTS {{ ?one cg:from ?own }}
}}"""
)


@dataclass(frozen=True, slots=True)
class Instrument:
    """
    One mechanism.

    Attributes
    ----------
    statuses
        IRIs; one, in data that conforms.
    signed, starts, ends
        Dates as precisely as known.
    successors
        From when the agreements that replace it are in force.
    """

    statuses: set[str] = field(default_factory=set)
    signed: set[str] = field(default_factory=set)
    starts: set[str] = field(default_factory=set)
    ends: set[str] = field(default_factory=set)
    successors: set[str] = field(default_factory=set)

    def bounds(self) -> set[str]:
        """Return the dates at which something of it begins or ends."""
        return self.signed | self.starts | self.ends | self.successors

    def held(self, day: date, *, since: str | None = None) -> bool | None:
        """
        Say whether it held on a day; None if what is known does not tell.

        Parameters
        ----------
        day
            The day.
        since
            From when it binds the party that is looked at; since its own start, if not given.

        Examples
        --------
        >>> Instrument(starts={"1990"}, ends={"2004-05"}).held(date(2000, 1, 1))
        True
        >>> Instrument(signed={"1990"}).held(date(1989, 1, 1))
        False
        >>> Instrument(signed={"1990"}).held(date(2000, 1, 1)) is None
        True
        """
        if _NEVER in self.statuses or not self._begun(day) or self._over(day):
            return False
        if not self.starts and since is None:
            return None
        return None if _OVER in self.statuses and not self.ends else True

    def _begun(self, day: date) -> bool:
        bounds = self.starts or self.signed
        return not bounds or any(in_force(day, bound, None) for bound in bounds)

    def _over(self, day: date) -> bool:
        if self.ends:
            return not any(in_force(day, None, bound) for bound in self.ends)
        return not self._open(day)

    def _open(self, day: date) -> bool:
        """Say whether no agreement that replaces it is known to be in force on a day."""
        return all(PartialDate.parse(bound).latest > day for bound in self.successors)


def instruments(store: Store) -> Mapping[str, Instrument]:
    """Return what a store knows of each mechanism of which it knows something."""
    found: dict[str, Instrument] = {}
    for name, path in _PROPERTIES.items():
        table = store.columns(f"{_PREFIX}SELECT DISTINCT ?one ?value {{ ?one {path} ?value }}")
        for one, value in zip(*(column.to_pylist() for column in table.columns), strict=True):
            getattr(found.setdefault(one, Instrument()), name).add(value)
    return found


def subsidiary(store: Store) -> pa.Array:
    """
    Return the mechanisms that carry out or amend an agreement, which ties its states already.

    They are part of it, or of a kind that says so.
    """
    return encoded(store.columns(_SUBSIDIARY).column("mechanism")).dictionary


def undated_parties(store: Store) -> set[tuple[str, str]]:
    """
    Return mechanisms and parties of which nothing tells since when they are bound.

    These are the parties without a date where other parties of the mechanism have dates of
    their own; where none has, the dates of the mechanism are those of its parties.
    """
    if not store.ask(_SOME_DATED):
        return set()
    return {
        (text(row["mechanism"]), text(row["actor"])) for row in store.select(_UNDATED_PARTIES)
    }
