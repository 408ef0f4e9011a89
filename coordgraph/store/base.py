"""What every store can do: answer SPARQL."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

__all__ = ["Row", "Solutions", "Store", "Term", "text"]

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


@runtime_checkable
class Store(Protocol):
    """
    A place that answers SPARQL.

    The default graph of every query is the union of all graphs; ``GRAPH`` tells them apart.
    """

    def select(self, sparql: str) -> Solutions:
        """Answer a SELECT query."""
        ...

    def ask(self, sparql: str) -> bool:
        """Answer an ASK query."""
        ...

    def construct(self, sparql: str) -> Iterator[Triple]:
        """Answer a CONSTRUCT or DESCRIBE query."""
        ...

    def quads(self) -> Iterator[Quad]:
        """Yield every statement with its graph."""
        ...


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
