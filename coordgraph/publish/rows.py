"""
The rows of tables that say what a graph says: the way back from an import.

A description of tables is read in the other direction: what a column makes of a cell, a cell is
made of.  Short forms that rows use for several statements together come from the rules in
``queries/rows/``; what the rules in ``queries/tables/`` make of them is not said once more.
Whatever tables cannot say is found by reading the rows again, and reported.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, QueryTriples, Store, Triple

from coordgraph.ingest.description import EDTF, Column, TableDescription
from coordgraph.ingest.expansion import TABLE
from coordgraph.ingest.sheet import Line, Sheet
from coordgraph.ingest.table import TableReader
from coordgraph.ingest.template import EmptySlot, Template
from coordgraph.namespace import PREFIXES
from coordgraph.queries import rules

__all__ = ["Filled", "Remainder", "fill_tables", "read_again", "remainder"]

_XSD = PREFIXES["xsd"]
_TYPE = PREFIXES["rdf"] + "type"
_DATES = {_XSD + name for name in ("date", "gYearMonth", "gYear")}
_NO_CLASS = "things without a class"

Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class Filled:
    """A table with its rows, each by name of column; in the order of its key."""

    table: TableDescription
    rows: Sequence[Cells]

    @property
    def columns(self) -> list[str]:
        """The columns that stand in a file, in the order of the description."""
        return [column.name for column in self.table.columns if not column.virtual]

    def lines(self) -> Iterator[list[str]]:
        """Give the cells of each row, in the order of the columns."""
        for row in self.rows:
            yield [row.get(name, "") for name in self.columns]


def fill_tables(triples: Iterable[Triple], tables: Sequence[TableDescription]) -> list[Filled]:
    """
    Return the tables, each with the rows that the statements make.

    Parameters
    ----------
    triples
        The statements of a graph, without what follows by rule.
    tables
        What the columns say.
    """
    store = _shortened(triples)
    return [Filled(table, _rows(store, table)) for table in tables]


def _shortened(triples: Iterable[Triple]) -> Store:
    """Return statements with short forms in place of what these stand for."""
    store = Store()
    store.bulk_extend(Quad(*triple) for triple in triples)
    store.extend([Quad(*triple) for triple in _made(store, "rows")])
    for triple in _made(store, "tables"):
        store.remove(Quad(*triple))
    return store


def _made(store: Store, folder: str) -> list[Triple]:
    made: list[Triple] = []
    for rule in rules(folder).values():
        found = store.query(rule.sparql)
        assert isinstance(found, QueryTriples)
        made += found
    return made


def _rows(store: Store, table: TableDescription) -> list[Cells]:
    about = table.about
    if about is None:
        return []
    found = (_row(store, subject, about, table) for subject in _subjects(store, table))
    rows = [row for row in found if row is not None]
    return sorted(rows, key=lambda row: [row.get(name, "") for name in (*table.key, *row)])


def _subjects(store: Store, table: TableDescription) -> list[NamedNode]:
    """Return what may have a row: what has its class, or else the first needed property."""
    own = [column for column in table.columns if column.predicate and table.is_own(column)]
    own.sort(key=lambda column: (not column.virtual, not column.required))
    found = (
        quad.subject
        for column in own[:1]
        for quad in store.quads_for_pattern(None, column.predicate, _constant(column))
    )
    named = {subject for subject in found if isinstance(subject, NamedNode)}
    return sorted(named, key=lambda subject: subject.value)


def _constant(column: Column) -> NamedNode | None:
    """Return the one thing that all cells of a virtual column point to, if there is one."""
    if column.virtual and column.value and not column.value.names:
        return NamedNode(column.value.text)
    return None


def _row(
    store: Store, subject: NamedNode, about: Template, table: TableDescription
) -> Cells | None:
    """Return the cells that make what is said of a thing, or None if no row is about it."""
    cells = (about.match(subject.value) or {}) if len(about.names) == 1 else {}
    used: set[Quad] = set()
    for column in _speaking(store, subject, table):
        cells |= _cell(store, subject, column, own=table.is_own(column), used=used)
    try:
        return cells if about.fill(cells) == subject.value else None
    except EmptySlot:
        return None


def _speaking(store: Store, subject: NamedNode, table: TableDescription) -> list[Column]:
    """Return the columns that cells are made for; short forms, if there is one for each."""
    columns = [column for column in table.columns if column.predicate and not column.virtual]
    said = {quad.predicate for quad in store.quads_for_pattern(subject, None, None)}
    shorts = {predicate for predicate in said if predicate.value.startswith(TABLE)}
    if shorts.issubset({column.predicate for column in columns}):
        return columns
    return [column for column in columns if column.predicate not in shorts]


def _cell(
    store: Store, subject: NamedNode, column: Column, *, own: bool, used: set[Quad]
) -> Cells:
    """Return what a column holds of a thing; what one column said, the next does not."""
    if own:
        found = store.quads_for_pattern(subject, column.predicate, None)
        said = [(_written(quad.object, column), str(quad), quad) for quad in found]
    else:
        found = store.quads_for_pattern(None, column.predicate, subject)
        said = [(_named(quad.subject, column), str(quad), quad) for quad in found]
    values = sorted(each for each in said if each[0] and each[2] not in used)
    taken = values if column.separator else values[:1]
    used.update(quad for _, _, quad in taken)
    cell = f"{column.separator} ".join(value for value, _, _ in taken)
    return {column.name: cell} if cell else {}


def _named(subject: object, column: Column) -> str:
    assert column.about is not None
    return _slot(column.about, subject, column)


def _slot(template: Template, value: object, column: Column) -> str:
    matched = template.match(value.value) if isinstance(value, NamedNode) else None
    return (matched or {}).get(column.name, "")


def _written(value: object, column: Column) -> str:
    """Return the cell that makes a value, or nothing if this column does not make it."""
    if column.value is not None:
        cell = _slot(column.value, value, column)
        return cell if not column.choices or cell in column.choices else ""
    if not isinstance(value, Literal) or (value.language or "") != column.lang:
        return ""
    return value.value if column.lang else _literal(value, column)


def _literal(value: Literal, column: Column) -> str:
    datatype = value.datatype.value
    if column.datatype == EDTF:
        return value.value if datatype in _DATES else ""
    if datatype != (column.datatype if ":" in column.datatype else _XSD + column.datatype):
        return ""
    if column.datatype == "boolean" and column.choices:
        return column.choices[0 if value.value in {"true", "1"} else 1]
    return value.value


@dataclass(frozen=True, slots=True)
class Remainder:
    """
    What a graph and its tables say differently.

    Attributes
    ----------
    untold
        How many statements the tables do not hold, by the class of what they are about.
    added
        How many statements an import of the tables makes that the graph does not hold, by
        class.
    problems
        What an import of the tables would not take, each with its table and row.
    """

    untold: Mapping[str, int]
    added: Mapping[str, int]
    problems: Sequence[str]


def remainder(triples: Iterable[Triple], filled: Sequence[Filled]) -> Remainder:
    """Return what tables do not say as a graph does, by reading them again."""
    said = set(triples)
    made, problems = read_again(filled)
    return Remainder(_by_class(said - made, said), _by_class(made - said, made), problems)


def read_again(filled: Sequence[Filled]) -> tuple[set[Triple], Sequence[str]]:
    """Return the statements that rows make, and what an import of them would not take."""
    reader = TableReader()
    made = {triple for each in filled for triple in reader.read(_sheet(each), each.table)}
    return made, tuple(reader.problems)


def _sheet(filled: Filled) -> Sheet:
    def lines() -> Iterator[Line]:
        yield Line(1, filled.columns)
        for number, cells in enumerate(filled.lines(), 2):
            yield Line(number, cells)

    return Sheet(filled.table.stem, filled.table.stem, lines)


def _by_class(triples: Iterable[Triple], known: Iterable[Triple]) -> Mapping[str, int]:
    classes: dict[object, str] = {}
    for triple in known:
        if triple.predicate.value == _TYPE and isinstance(triple.object, NamedNode):
            name = triple.object.value
            classes[triple.subject] = min(classes.get(triple.subject, name), name)
    counted = Counter(classes.get(triple.subject, _NO_CLASS) for triple in triples)
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))
