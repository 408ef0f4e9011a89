"""Tables of what says something about a thing, filled from the dataset."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode

from coordgraph.publish.site.citations import Citation, citations
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.layouts import LAYOUTS, Layout, Step, steps
from coordgraph.store import Term, text

__all__ = ["Cell", "Row", "Table", "compact", "tables"]

Cell = tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """
    What one thing says.

    Attributes
    ----------
    iri
        The thing that says it.
    cells
        The values in each column.
    evidence
        Where it is written.
    asserted
        Whether it is stated, or only said by a source that is not followed.
    """

    iri: str
    cells: tuple[Cell, ...]
    evidence: tuple[Citation, ...]
    asserted: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """
    What things say, a row each; columns without a value are left out.

    Attributes
    ----------
    word
        Its heading, which is also the anchor on the page.
    heads
        The IRI that heads each column.
    rows
        In order of their cells.
    """

    word: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


def tables(knowledge: Knowledge, iri: str) -> list[Table]:
    """Return the tables that stand on the page of a thing."""
    found = [_table(knowledge, iri, layout) for layout in LAYOUTS]
    return [table for table in found if table.rows]


def _table(knowledge: Knowledge, iri: str, layout: Layout) -> Table:
    things = {
        term.value
        for path in layout.paths
        for term in _followed(knowledge, (NamedNode(iri),), steps(path))
        if isinstance(term, NamedNode) and _is_among(knowledge, term.value, layout.among)
    }
    if not things:
        return Table(layout.word, (), ())
    rows = sorted((_row(knowledge, one, layout) for one in things), key=_order)
    return compact(Table(layout.word, layout.heads(), tuple(rows)))


def compact(table: Table) -> Table:
    """Return a table without the columns that have no value."""
    places = range(len(table.heads))
    used = [place for place in places if any(row.cells[place] for row in table.rows)]
    return Table(
        table.word,
        tuple(table.heads[place] for place in used),
        tuple(
            replace(row, cells=tuple(row.cells[place] for place in used)) for row in table.rows
        ),
    )


def _is_among(knowledge: Knowledge, iri: str, among: str) -> bool:
    return not among or among in knowledge.classes.get(iri, ())


def _row(knowledge: Knowledge, iri: str, layout: Layout) -> Row:
    here = (NamedNode(iri),)
    cells = tuple(_followed(knowledge, here, steps(path)) for path in layout.columns)
    return Row(iri, cells, citations(knowledge, iri))


def _followed(knowledge: Knowledge, start: Cell, path: Iterable[Step]) -> Cell:
    here = start
    for step in path:
        reached: list[Term] = []
        for term in here:
            if isinstance(term, NamedNode):
                follow = knowledge.subjects if step.back else knowledge.objects
                reached += follow(term.value, step.path)
        here = tuple(dict.fromkeys(reached))
    return here


def _order(row: Row) -> tuple[list[list[str]], str]:
    return [[text(term) for term in cell] for cell in row.cells], row.iri
