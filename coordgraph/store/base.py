"""What every store can do: answer SPARQL."""

from collections.abc import Iterator
from dataclasses import dataclass
from gettext import gettext as _
from typing import Protocol, runtime_checkable

import pyarrow as pa
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from coordgraph.errors import QuerySyntaxError
from coordgraph.store.columns import batches_of_rows, columns_of_rows

__all__ = [
    "Answer",
    "Row",
    "Solutions",
    "Store",
    "Term",
    "placed",
    "text",
]

Term = NamedNode | BlankNode | Literal | Triple
Row = dict[str, Term]


@dataclass(frozen=True, slots=True)
class Solutions:
    """The rows that answer a SELECT query, read once, and the columns they may fill."""

    variables: tuple[str, ...]
    rows: Iterator[Row]

    def __iter__(self) -> Iterator[Row]:
        """Yield one row per solution; an unbound variable is absent from it."""
        return self.rows


Answer = Solutions | bool | Iterator[Triple]


@runtime_checkable
class Store(Protocol):
    """
    A place that answers SPARQL.

    The default graph of every query is the union of all graphs; ``GRAPH`` tells them apart.
    A statement that stands in several graphs may be met as often: count with ``DISTINCT``.
    """

    def answer(self, sparql: str) -> Answer:
        """Answer a query of any form: rows, yes or no, or statements."""
        ...

    def select(self, sparql: str) -> Solutions:
        """Answer a SELECT query."""
        answer = self.answer(sparql)
        if not isinstance(answer, Solutions):
            raise QuerySyntaxError(_("This is no SELECT query."))
        return answer

    def columns(self, sparql: str) -> pa.Table:
        """
        Answer a SELECT query with columns, one a variable, in place of rows.

        A value is what `text` makes of the term, and null where the variable is unbound; each
        column keeps each different text once (dictionary-encoded, int32 to string).
        """
        found = self.select(sparql)
        rows = ({name: text(term) for name, term in row.items()} for row in found)
        return columns_of_rows(found.variables, rows)

    def batches(self, sparql: str) -> Iterator[pa.RecordBatch]:
        """Answer a SELECT query with columns as `columns` does, some rows at a time."""
        found = self.select(sparql)
        rows = ({name: text(term) for name, term in row.items()} for row in found)
        return batches_of_rows(found.variables, rows)

    def ask(self, sparql: str) -> bool:
        """Answer an ASK query."""
        answer = self.answer(sparql)
        if not isinstance(answer, bool):
            raise QuerySyntaxError(_("This is no ASK query."))
        return answer

    def construct(self, sparql: str) -> Iterator[Triple]:
        """Answer a CONSTRUCT or DESCRIBE query."""
        answer = self.answer(sparql)
        if isinstance(answer, (Solutions, bool)):
            raise QuerySyntaxError(_("This is no CONSTRUCT or DESCRIBE query."))
        return answer

    def quads(self) -> Iterator[Quad]:
        """Yield every statement with its graph."""
        ...


def placed(triple: Triple, graph: NamedNode | BlankNode | DefaultGraph | None = None) -> Quad:
    """Return a statement in a named graph, or in the default one."""
    return Quad(triple.subject, triple.predicate, triple.object, graph or DefaultGraph())


def text(term: Term | None) -> str:
    """
    Return what a reader sees of a term: the IRI, the words, or nothing.

    >>> text(Literal("Acuerdo", language="es"))
    'Acuerdo'
    >>> text(None)
    ''
    """
    if isinstance(term, (NamedNode, Literal)):
        return term.value
    return "" if term is None else str(term)
