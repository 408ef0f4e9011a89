"""
What can go wrong, as one tree.

CoordgraphError
├── DataError               the data or the answer is bad (exit code 1)
│   ├── ParseError          a file does not follow its syntax
│   ├── EmptyData           there is nothing to work on
│   ├── TableError          cells of a table cannot be read as what they should be
│   ├── IncompleteAbout     what a dataset is about lacks facts that its release needs
│   ├── HierarchyError      units are part of each other in a circle
│   ├── Unconverged         a measure that is looked for in rounds does not come to an end
│   ├── TooLarge            more than what this machine is asked to hold
│   └── TooSmall            too few actors or ties to say anything of
└── CallError               the call is wrong (exit code 2)
    ├── UnreadableFile      a file is missing, forbidden or of an unknown kind
    ├── UnwritableTarget    the answer cannot be put where it was asked for
    ├── EndpointError       a SPARQL endpoint does not answer as it should
    ├── QuerySyntaxError    a query is not SPARQL
    ├── UnknownName         nothing has this name
    │   ├── UnknownQuery    no query has this name
    │   ├── UnknownActor    no actor has this name
    │   ├── UnknownCountry  no country has this name
    │   ├── UnknownPractice no practice has this name
    │   ├── UnknownLevel    no level has this name
    │   ├── UnknownKind     no kind of mechanism has this name
    │   ├── UnknownStatus   no status of agreements has this name
    │   ├── UnknownReading  no reading of the levels has this name
    │   ├── UnknownMeasure  no measure has this name
    │   ├── UnknownMethod   no method has this name
    │   ├── UnknownStatistic no statistic of a network has this name
    │   ├── UnknownWeight   no weight of ties has this name
    │   └── UnknownAttribute no attribute of actors has this name
    ├── AmbiguousActor      several actors have this name
    ├── UnknownParameter    the query takes no parameter of this name
    ├── InvalidParameter    a value cannot stand for this parameter
    ├── InvalidDate         a day that no calendar has
    ├── UnexplainedMeasure  it is not told what a measure of this name is made of
    ├── InvalidWindow       a window of time that ends before it begins, or is none
    ├── LostProcess         a process that does a part of the work was ended from outside
    ├── UnpublishedMeasure  the ontology has no term for a measure
    ├── MissingEngine       an engine is asked for that is not installed
    ├── InvalidHeader       a query file does not say what it needs to say
    └── InvalidMapping      a mapping or shapes file cannot be used
"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from typing import ClassVar

__all__ = [
    "AmbiguousActor",
    "BadLines",
    "CallError",
    "ClusterError",
    "CoordgraphError",
    "DataError",
    "EmptyData",
    "EndpointError",
    "HierarchyError",
    "IncompleteAbout",
    "InvalidDate",
    "InvalidHeader",
    "InvalidMapping",
    "InvalidParameter",
    "InvalidWindow",
    "LostProcess",
    "MissingEngine",
    "MissingSpark",
    "ParseError",
    "QuerySyntaxError",
    "TableError",
    "TooLarge",
    "TooSmall",
    "Unconverged",
    "UnexplainedMeasure",
    "UnknownActor",
    "UnknownAttribute",
    "UnknownCountry",
    "UnknownKind",
    "UnknownLevel",
    "UnknownMeasure",
    "UnknownMethod",
    "UnknownName",
    "UnknownParameter",
    "UnknownPractice",
    "UnknownQuery",
    "UnknownReading",
    "UnknownStatistic",
    "UnknownStatus",
    "UnknownWeight",
    "UnpublishedMeasure",
    "UnreadableFile",
    "UnwritableTarget",
]


class CoordgraphError(Exception):
    """Any error this package raises on purpose."""

    exit_code: ClassVar[int] = 1


class DataError(CoordgraphError):
    """The data or the answer is bad."""


class CallError(CoordgraphError):
    """The call is wrong: the data may be fine."""

    exit_code: ClassVar[int] = 2


class ParseError(DataError):
    """A file does not follow the syntax of its format."""

    def __init__(
        self, path: str, problem: str, *, line: int | None = None, column: int | None = None
    ) -> None:
        self.path, self.problem, self.line, self.column = path, problem, line, column
        place = ":".join(str(part) for part in (path, line, column) if part is not None)
        super().__init__(f"{place}: {problem}")


class BadLines(DataError):
    """More lines of a dump are no statements than are let pass; some of them are shown."""

    def __init__(self, bad: int, most: int, sample: Sequence[str]) -> None:
        self.bad, self.most, self.sample = bad, most, tuple(sample)
        listed = "\n".join(f"  {line}" for line in sample)
        super().__init__(
            f"{bad:,} lines are no statements, and {most:,} are let pass. Mend them, or let "
            f"more pass with --max-bad. The first are:\n{listed}"
        )


class EmptyData(DataError):
    """There is nothing to work on."""


class TableError(DataError):
    """Cells of a table cannot be read as what they should be; all of them are named."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problems))


class IncompleteAbout(DataError):
    """What a dataset is about lacks facts that its release needs; all of them are named."""

    def __init__(self, path: str, problems: Sequence[str]) -> None:
        self.path, self.problems = path, tuple(problems)
        super().__init__("\n".join(f"{path}: {problem}" for problem in problems))


class HierarchyError(DataError):
    """Units are part of each other in a circle."""

    def __init__(self, circle: Sequence[str]) -> None:
        self.circle = tuple(circle)
        path = " -> ".join(circle)
        said = _("These are units of each other: {path}. Remove one org:unitOf.")
        super().__init__(said.format(path=path))


class Unconverged(DataError):
    """A measure that is looked for in rounds does not come to an end."""

    def __init__(self, name: str, rounds: int) -> None:
        self.name, self.rounds = name, rounds
        super().__init__(
            f"{name} has not come to an end after {rounds} rounds: what it was then is no "
            "answer. Leave it out, or look at a part of the network."
        )


class TooLarge(DataError):
    """More than what this machine is asked to hold."""


class TooSmall(DataError):
    """Too few actors or ties to say anything of; the message says how many there are."""


class UnreadableFile(CallError):
    """A file is missing, forbidden or of an unknown kind."""

    def __init__(self, path: str, problem: str) -> None:
        self.path = path
        super().__init__(f"{path}: {problem}")


class UnwritableTarget(CallError):
    """The answer cannot be put where it was asked for."""

    def __init__(self, path: str, problem: str) -> None:
        self.path, self.problem = path, problem
        super().__init__(f"{path}: {problem}")

    def __reduce__(self) -> tuple[type["UnwritableTarget"], tuple[str, str]]:
        """Let it pass from one process to another."""
        return type(self), (self.path, self.problem)


class EndpointError(CallError):
    """A SPARQL endpoint does not answer as it should."""

    def __init__(self, url: str, problem: str) -> None:
        self.url = url
        super().__init__(f"{url}: {problem}")


class QuerySyntaxError(CallError):
    """A query is not SPARQL."""


def _later(text: str) -> str:
    """Mark a text for the catalogues of messages; it is looked up when it is said."""
    return text


class UnknownName(CallError):
    """Nothing has this name."""

    problem: ClassVar[str] = _later("Nothing is named {name}.")
    remedy: ClassVar[str] = ""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name = name
        names = list(known)
        self.suggestions = get_close_matches(name.casefold(), names)
        super().__init__(f"{_(self.problem).format(name=repr(name))} {self._hint(names)}")

    def _hint(self, names: list[str]) -> str:
        if self.suggestions:
            likely = _(" or ").join(map(repr, self.suggestions))
            return _("Did you mean {names}?").format(names=likely)
        if self.remedy:
            return _(self.remedy)
        return _("Known are: {names}.").format(names=", ".join(names) or _("none"))


class UnknownQuery(UnknownName):
    """No query has this name."""

    problem = _later("No query is named {name}.")
    remedy = _later("`coordgraph query --list` shows the library; a file ends in .rq.")


class UnknownActor(UnknownName):
    """No actor has this name."""

    problem = _later("No actor is named {name}.")
    remedy = _later(
        "`coordgraph query actors/names` lists names; `coordgraph resolve` finds similar ones."
    )


class UnknownCountry(UnknownName):
    """No country has this name."""

    problem = _later("No country is named {name}.")
    remedy = _later("Write its code, as ARG, or its name in English, Spanish or Portuguese.")


class UnknownPractice(UnknownName):
    """No practice has this name."""

    problem = _later("No practice is named {name}.")


class UnknownLevel(UnknownName):
    """No level has this name."""

    problem = _later("No level is named {name}.")


class UnknownKind(UnknownName):
    """No kind of mechanism has this name."""

    problem = _later("No kind of mechanism is named {name}.")


class UnknownStatus(UnknownName):
    """No status of agreements has this name."""

    problem = _later("No status is named {name}.")


class UnknownReading(UnknownName):
    """No reading of the levels has this name."""

    problem = _later("No reading of the levels is named {name}.")


class UnknownMeasure(UnknownName):
    """No measure has this name."""

    problem = _later("No measure is named {name}.")


class UnknownMethod(UnknownName):
    """No method has this name."""

    problem = _later("No method is named {name}.")


class UnknownWeight(UnknownName):
    """No weight of ties has this name."""

    problem = _later("No weight is named {name}.")


class UnknownStatistic(UnknownName):
    """No statistic of a network has this name."""

    problem = _later("No statistic is named {name}.")


class UnknownAttribute(UnknownName):
    """No attribute of actors has this name."""

    problem = _later("No attribute of actors is named {name}.")


class AmbiguousActor(CallError):
    """Several actors have this name."""

    def __init__(self, name: str, candidates: Sequence[tuple[str, str]]) -> None:
        self.name, self.candidates = name, tuple(candidates)
        listed = "\n".join(f"  {iri}  {label}" for iri, label in candidates)
        said = ngettext(
            "{count} actor is named {name}; use this IRI:",
            "{count} actors are named {name}; use one of these IRIs:",
            len(candidates),
        )
        super().__init__(f"{said.format(count=len(candidates), name=repr(name))}\n{listed}")


class UnknownParameter(CallError):
    """The query takes no parameter of this name."""

    def __init__(self, query: str, name: str, known: Iterable[str]) -> None:
        self.query, self.name = query, name
        takes = ", ".join(known) or _("none")
        said = _("{query} takes no parameter {name}. It takes: {takes}.")
        super().__init__(said.format(query=repr(query), name=repr(name), takes=takes))


class InvalidParameter(CallError):
    """A value cannot stand for this parameter."""


class InvalidDate(CallError):
    """A day that no calendar has."""

    def __init__(self, text: str) -> None:
        self.text = text
        said = _("{text} is no date. Write YYYY-MM-DD, YYYY-MM or YYYY.")
        super().__init__(said.format(text=repr(text)))


class UnexplainedMeasure(CallError):
    """It is not told what a measure of this name is made of."""

    def __init__(self, name: str, explained: Iterable[str]) -> None:
        self.name, self.explained = name, tuple(explained)
        listed = ", ".join(self.explained)
        said = _("{name} cannot be explained. These measures can: {measures}.")
        super().__init__(said.format(name=repr(name), measures=listed))


class InvalidWindow(CallError):
    """A window of time that ends before it begins, or is none."""

    def __init__(self, text: str) -> None:
        self.text = text
        said = _(
            "{text} is no window of time. Write FROM/TO, each YYYY-MM-DD, YYYY-MM or YYYY; "
            "either may be left out (1990/ or /2000), and TO comes no earlier than FROM."
        )
        super().__init__(said.format(text=repr(text)))


class LostProcess(CallError):
    """A process that does a part of the work was ended from outside."""


class UnpublishedMeasure(CallError):
    """The ontology has no term for a measure, by which it could be published."""

    def __init__(self, name: str, published: Iterable[str]) -> None:
        self.name, self.published = name, tuple(published)
        listed = ", ".join(self.published)
        said = _(
            "The ontology has no term for {name}. Leave it out with --measure; there are "
            "terms for {measures}."
        )
        super().__init__(said.format(name=repr(name), measures=listed))


class MissingEngine(CallError):
    """An engine is asked for that is not installed."""

    def __init__(self, name: str, *, instead: str = "") -> None:
        self.name = name
        said = _("The engine {name} is not installed. {command} installs it.")
        told = said.format(name=name, command="`pip install 'coordgraph[fast]'`")
        super().__init__(f"{told}{instead and ' '}{instead}")


class MissingSpark(CallError):
    """What runs Spark is not installed."""

    def __init__(self, what: str, remedy: str) -> None:
        self.what = what
        super().__init__(f"{what} is not installed, which Spark needs. {remedy}")


class ClusterError(CallError):
    """A cluster cannot be reached, or gives up on what it is asked."""

    def __init__(self, master: str, problem: str) -> None:
        self.master, self.problem = master, problem
        super().__init__(f"{master}: {problem}")


class InvalidHeader(CallError):
    """A query file does not say what it needs to say."""

    def __init__(self, path: Path, problem: str) -> None:
        self.path = path
        super().__init__(f"{path}: {problem}")


class InvalidMapping(CallError):
    """A mapping or shapes file cannot be used."""
