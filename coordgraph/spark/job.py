"""From dumps to a selection of who takes part in what, as each command begins."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from gettext import gettext as _

from pyspark.sql import DataFrame

from coordgraph.errors import CallError
from coordgraph.network.selection import Selection
from coordgraph.spark.read import Statements, form_of, incidence, statements, tables
from coordgraph.spark.selection import Selected, select
from coordgraph.spark.work import Work

__all__ = ["Dump", "opened", "selected"]


def _silent(step: str) -> None:
    """Say nothing of what begins."""
    del step


@dataclass(frozen=True, slots=True)
class Dump:
    """
    What sources hold.

    Attributes
    ----------
    takings
        Who takes part in what: columns as in `coordgraph.spark.read.INCIDENCE`.
    said
        What else dumps say; None where the sources are tables.
    """

    takings: DataFrame
    said: Statements | None


def opened(
    work: Work,
    sources: Sequence[str],
    *,
    max_bad: int = 0,
    tell: Callable[[str], None] = _silent,
) -> Dump:
    """
    Read dumps, or tables of who takes part in what.

    Parameters
    ----------
    work
        The session and its folder.
    sources
        Paths, addresses or patterns of them, of N-Triples and N-Quads, or of Parquet.
    max_bad
        How many lines may be no statements.
    tell
        Told what begins.

    Raises
    ------
    CallError
        If there are none, or dumps and tables together.
    BadLines, EmptyData, UnreadableFile
        If they cannot be read.
    """
    forms = {form_of(name) for name in sources}
    if not forms:
        raise CallError(_("Spark reads files: name them with --data, in quotes if by pattern."))
    if forms == {"parquet"}:
        tell(_("reading tables"))
        return Dump(tables(work.spark, sources), None)
    if "parquet" in forms:
        raise CallError(_("Tables of incidence do not go with dumps: give one or the other."))
    tell(_("reading lines"))
    said = statements(work, sources, max_bad=max_bad)
    return Dump(work.keep(incidence(said), "takings"), said)


def selected(
    work: Work, dump: Dump, selection: Selection, *, tell: Callable[[str], None] = _silent
) -> Selected:
    """
    Return what a selection leaves of a dump.

    Raises
    ------
    UnknownName, CallError
        As `coordgraph.spark.selection.select` does.
    """
    tell(_("selecting who takes part in what"))
    return select(work, dump.takings, dump.said, selection)
