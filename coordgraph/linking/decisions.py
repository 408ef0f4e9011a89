"""What people decided on whom names mean; nothing that was decided is lost, even if undone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from gettext import gettext as _
from typing import Literal

from coordgraph.errors import CallError
from coordgraph.linking.candidates import Candidate
from coordgraph.names import plain

__all__ = ["Decision", "Decisions", "Word"]

Word = Literal["yes", "no", "open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """
    One row of a decision file: whether a name means an actor.

    Attributes
    ----------
    name, country
        The name as it was written, and the code of the country that it should be of, if any.
    actor, label
        The IRI of the actor and what it is called; empty if nobody was found.
    decision
        ``yes``, ``no``, or ``open`` until a person decides.
    score, reason
        How well the actor fits, and why.
    decided_by, decided_on
        Who decided and when.
    undone_on
        When it was undone: such a row is history and counts no more.
    other
        Cells of columns that people added.
    """

    name: str
    country: str = ""
    actor: str = ""
    label: str = ""
    decision: Word = "open"
    score: str = ""
    reason: str = ""
    decided_by: str = ""
    decided_on: str = ""
    undone_on: str = ""
    other: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_made(self) -> bool:
        """Whether it counts, and a person said yes or no."""
        return self.decision != "open" and not self.undone_on


class Decisions:
    """
    The decisions on names, those on one name together; names by case and accents are one.

    Parameters
    ----------
    rows
        What was proposed and decided before.
    """

    def __init__(self, rows: Iterable[Decision] = ()) -> None:
        self._rows: defaultdict[tuple[str, str], list[Decision]] = defaultdict(list)
        for row in rows:
            self._rows[plain(row.name), row.country].append(row)

    def __iter__(self) -> Iterator[Decision]:
        """Give all rows, name by name."""
        for rows in self._rows.values():
            yield from rows

    def _on(self, name: str, country: str) -> list[Decision]:
        rows = self._rows.get((plain(name), country), [])
        return [row for row in rows if not row.undone_on]

    def is_decided(self, name: str, country: str = "") -> bool:
        """Say whether it is decided whom a name means: somebody, or nobody proposed."""
        found = [row.decision for row in self._on(name, country)]
        return "yes" in found or (bool(found) and "open" not in found)

    def was_decided(self, name: str, country: str = "") -> bool:
        """Say whether a name is decided on, or was before that was undone."""
        rows = self._rows.get((plain(name), country), [])
        return self.is_decided(name, country) or any(row.undone_on for row in rows)

    def word_on(self, name: str, country: str, actor: str) -> Word | None:
        """Return what was decided on an actor for a name, if it was proposed."""
        found = [row.decision for row in self._on(name, country) if row.actor == actor]
        return found[-1] if found else None

    def propose(self, name: str, country: str, found: Sequence[Candidate]) -> None:
        """
        Add the candidates for a name that are not there, open, unless it is decided.

        A name that nobody fits gets a row without an actor, where a person may write one.
        """
        if self.is_decided(name, country):
            return
        there = {row.actor for row in self._on(name, country)}
        for candidate in found:
            if candidate.iri not in there:
                self._add(_proposed(name, country, candidate))
        if not found and not there:
            self._add(Decision(name=name, country=country, reason="nobody found"))

    def _add(self, row: Decision) -> None:
        self._rows[plain(row.name), row.country].append(row)

    def decide(self, name: str, country: str, actor: str, *, by: str, on: str) -> None:
        """
        Decide what is open on a name; what was decided stays as it is.

        Parameters
        ----------
        name, country
            The name, and the code of its country or nothing.
        actor
            The IRI of the actor that it means; empty if it means none of those proposed.
        by, on
            Who decides, and the day.
        """
        rows = self._rows[plain(name), country]
        for place, row in enumerate(rows):
            if row.decision == "open":
                word: Word = "yes" if actor and row.actor == actor else "no"
                rows[place] = replace(row, decision=word, decided_by=by, decided_on=on)

    def undo(self, name: str, *, on: str) -> None:
        """
        Open anew what was decided on a name, in any country; the old rows stay as history.

        Raises
        ------
        CallError
            If nothing is decided on this name.
        """
        keys = [key for key in self._rows if key[0] == plain(name)]
        if not any(row.is_made for key in keys for row in self._rows[key]):
            names = sorted({row.name for row in self if row.is_made})
            known = ", ".join(names) or "none"
            raise CallError(
                _("Nothing is decided on {name!r}. Decided are: {known}.").format(
                    name=name, known=known
                )
            )
        for key in keys:
            rows = self._rows[key]
            made = [row for row in rows if row.is_made]
            self._rows[key] = [
                *(replace(row, undone_on=on) if row.is_made else row for row in rows),
                *(replace(row, decision="open", decided_by="", decided_on="") for row in made),
            ]

    def meanings(self) -> dict[str, list[str]]:
        """
        Return whom names mean, as decided: IRIs by name, without case and accents.

        There are several where a name means somebody else in another country.
        """
        found: defaultdict[str, set[str]] = defaultdict(set)
        for row in self:
            if row.is_made and row.decision == "yes":
                found[plain(row.name)].add(row.actor)
        return {name: sorted(iris) for name, iris in found.items()}


def _proposed(name: str, country: str, candidate: Candidate) -> Decision:
    return Decision(
        name=name,
        country=country,
        actor=candidate.iri,
        label=candidate.label,
        score=f"{candidate.score:.4g}",
        reason="; ".join(candidate.reasons),
    )
