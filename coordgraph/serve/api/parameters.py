"""The parameters of a request: what each means, what it may be, and how a bad one is told."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from coordgraph.errors import CallError
from coordgraph.names import LANGUAGES
from coordgraph.network.weights import WEIGHTS
from coordgraph.serve.speech import gettext as _
from coordgraph.serve.speech import later as _later

__all__ = ["FORMAT", "LANG", "LIMIT", "SELECTION", "WEIGHT", "Parameter", "parsed"]

_NOT = {
    "boolean": _later("{given} is neither true nor false."),
    "integer": _later("{given} is no whole number from 0 on."),
    "number": _later("{given} is no number."),
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """
    A parameter of a request.

    Attributes
    ----------
    name
        Its name.
    says
        What it means.
    kind
        What its value is.
    choices
        What its value may be; anything of its kind if empty.
    default
        Its value where a request does not give it.
    repeated
        Whether it may be given more than once.
    required
        Whether a request must give it.
    """

    name: str
    says: str
    kind: Literal["string", "integer", "number", "boolean"] = "string"
    choices: Sequence[str] = ()
    default: Any = None
    repeated: bool = False
    required: bool = False

    def read(self, text: str) -> Any:
        """
        Return the value that a text stands for; a number larger than any count is the largest.

        Raises
        ------
        CallError
            If it stands for none.
        """
        if self.choices and text not in self.choices:
            given, known = f"{self.name}={text[:100]!r}", ", ".join(self.choices)
            raise CallError(_("{given} is none of {known}.").format(given=given, known=known))
        try:
            if self.kind == "boolean":
                return {"true": True, "1": True, "false": False, "0": False}[text.lower()]
            if self.kind == "integer":
                return _positive(int(text))
            return float(text) if self.kind == "number" else text
        except (KeyError, ValueError):
            given = f"{self.name}={text[:100]!r}"
            raise CallError(_(_NOT[self.kind]).format(given=given)) from None


def _positive(number: int) -> int:
    if number < 0:
        raise ValueError
    return min(number, sys.maxsize)


SELECTION = (
    Parameter("level", "A level by slug or IRI; none for mechanisms that state no level."),
    Parameter("practice", "A practice by slug or IRI."),
    Parameter(
        "network",
        "practices: mechanisms of a practice; agreements: those of none.",
        choices=("practices", "agreements", "all"),
        default="all",
    ),
    Parameter(
        "between",
        "States, institutions (all that are no states), or both.",
        choices=("actors", "states", "institutions"),
        default="actors",
    ),
    Parameter("groups", "Actors known only by kind.", choices=("keep", "drop"), default="keep"),
    Parameter(
        "lift",
        "Whether a unit counts as the institution it belongs to.",
        kind="boolean",
        default=False,
    ),
    Parameter(
        "lift_to",
        "What a unit counts as: its institution, or the state of its country.",
        choices=("institution", "state"),
    ),
    Parameter("as_of", "A day: only what may be in force on it."),
    Parameter("during", "A window of time, FROM/TO: only what may be in force in it."),
    Parameter(
        "undated",
        "What the known dates do not place, where a time is asked for.",
        choices=("keep", "drop"),
        default="keep",
    ),
    Parameter("kinds", "Kinds of mechanisms.", default=(), repeated=True),
    Parameter("statuses", "Statuses of agreements.", default=(), repeated=True),
    Parameter(
        "subsidiary",
        "The states of agreements that carry out or amend another one.",
        choices=("keep", "drop"),
        default="drop",
    ),
    Parameter("reading", "A reading of the levels of practices: any, all, or one by its slug."),
)
"""What to look at, as `coordgraph.network.selection.Selection` has it."""

LANG = Parameter("lang", "The language of labels.", choices=LANGUAGES, default="en")
WEIGHT = Parameter(
    "weight",
    "What a tie's weight counts.",
    choices=WEIGHTS,
    default="count",
)
FORMAT = Parameter(
    "format",
    "How to write rows; as the Accept header says, if not given.",
    choices=("json", "csv", "tsv"),
)
LIMIT = Parameter("limit", "How many rows at most; all if not given.", kind="integer")


def parsed(known: Iterable[Parameter], pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """
    Return the values of parameters by name, defaults where a request gives none.

    Raises
    ------
    CallError
        If a name is unknown or stands twice, a value is none, or one that is needed lacks.
    """
    by_name = {parameter.name: parameter for parameter in known}
    given: dict[str, list[Any]] = {}
    for name, text in pairs:
        if name not in by_name:
            words = _("There is no parameter {name}; there are {known}.")
            raise CallError(words.format(name=repr(name[:50]), known=", ".join(by_name)))
        given.setdefault(name, []).append(by_name[name].read(text))
    found = {}
    for name, parameter in by_name.items():
        values = given.get(name, [])
        if len(values) > 1 and not parameter.repeated:
            raise CallError(_("{name} is given more than once.").format(name=name))
        if not values and parameter.required:
            words = _("{name} is missing: {says}")
            raise CallError(words.format(name=name, says=_(parameter.says)))
        found[name] = (
            tuple(values) if parameter.repeated else (values or [parameter.default])[0]
        )
    return found
