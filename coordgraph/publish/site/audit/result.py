"""What a check of a release found."""

from collections.abc import Sequence
from dataclasses import dataclass, field

__all__ = ["Result"]


@dataclass(slots=True)
class Result:
    """
    The outcome of one check.

    Attributes
    ----------
    check
        Its name.
    looked
        How many things were looked at.
    of
        How many there are.
    problems
        What is wrong, each with its place.
    note
        What was not looked at, and why; empty if nothing.
    """

    check: str
    looked: int = 0
    of: int = 0
    problems: list[str] = field(default_factory=list)
    note: str = ""

    @property
    def passed(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems

    def count(self, looked: Sequence[object], of: int | None = None) -> None:
        """Say how much was looked at, of how much."""
        self.looked += len(looked)
        self.of += len(looked) if of is None else of
