"""
What the columns of tables say, as a CSVW description beside them has it.

The description is W3C's metadata vocabulary for tabular data [1]_, read by the library csvw,
which is imported when there is one to read.  Rows become statements as in the minimal mode of
csv2rdf [2]_.  One thing is added: a cell of the datatype EDTF level 0 is a date known to the
day, the month or the year, and becomes an xsd:date, xsd:gYearMonth or xsd:gYear.

References
----------
.. [1] https://www.w3.org/TR/tabular-metadata/
.. [2] https://www.w3.org/TR/csv2rdf/
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode

from coordgraph.ingest.template import Template

__all__ = ["EDTF", "Column", "TableDescription", "read_description"]

EDTF = "http://id.loc.gov/datatypes/edtf/EDTF-level0"
"""The datatype of dates that are known to the day, the month or the year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """
    What the cells of one column say.

    Attributes
    ----------
    name
        The name by which templates call the column.
    titles
        What its header may be besides the name, by language.
    meaning
        What a person who fills it should know, by language.
    reads
        The datatype as the library has it, which reads cells; None for plain texts.
    about, value
        How the subject is named, and the object where that is a thing; None for the subject
        of the table, or where the cell itself is the object.
    predicate
        The property; None where the cell says nothing by itself.
    lang
        The language of texts; none if empty.
    datatype
        The IRI of a datatype of its own, or the name of one of XML Schema.
    separator
        What stands between several values or names in a cell; None if it holds one.
    choices
        What a cell may be, where its datatype lists that.
    required, virtual
        Whether a cell must be filled; whether the column stands in no file.
    """

    name: str
    titles: Mapping[str, tuple[str, ...]]
    meaning: Mapping[str, str]
    reads: Any
    about: Template | None
    predicate: NamedNode | None
    value: Template | None
    lang: str
    datatype: str
    separator: str | None
    choices: tuple[str, ...]
    required: bool
    virtual: bool

    @property
    def called(self) -> tuple[str, ...]:
        """All that its header may be: its name, or a title in any language."""
        return (self.name, *(title for listed in self.titles.values() for title in listed))


@dataclass(frozen=True, slots=True, kw_only=True)
class TableDescription:
    """
    How the rows of one table become statements.

    Attributes
    ----------
    name
        The table's file, as the description has it; a sheet of a workbook is called so
        without the suffix.
    columns
        All columns, virtual ones included.
    about
        How what a row is about is named; columns may be about something else.
    key
        The columns whose values no two rows share; none if empty.
    titles
        What else it may be called, by language.
    meaning
        What it holds, by language.
    """

    name: str
    columns: tuple[Column, ...]
    about: Template | None
    key: tuple[str, ...]
    titles: Mapping[str, str]
    meaning: Mapping[str, str]

    @property
    def stem(self) -> str:
        """What a file or sheet of this table is called, without the suffix."""
        return Path(self.name).stem

    def is_own(self, column: Column) -> bool:
        """Say whether a column is about what its row is about, not something beside it."""
        return (
            self.about is not None
            and column.about is not None
            and column.about.text == self.about.text
        )

    @property
    def needed(self) -> frozenset[str]:
        """The columns that a table must have."""
        columns = {column.name for column in self.columns if column.required}
        return frozenset(columns | set(self.key))


def read_description(path: Path) -> list[TableDescription]:
    """
    Return the tables that a CSVW description describes.

    Raises
    ------
    InvalidMapping
        If it is no CSVW, or leaves open what a column says.
    UnreadableFile
        If it cannot be read.
    """
    reading = import_module("coordgraph.ingest.describing")
    described: Callable[[Path], list[TableDescription]] = reading.described
    return described(path)
