"""What every SHACL engine does: statements and shapes in, results out."""

from typing import NamedTuple, Protocol

import rdflib

from coordgraph.validation.statements import Statements

__all__ = ["Engine", "Result"]


class Result(NamedTuple):
    """
    One result of a SHACL report, as the engine gives it.

    Attributes
    ----------
    focus
        The IRI of the focus node, the label of a blank one (``_:b0``), the words of a literal.
    path
        The IRI of a property, a longer path as SPARQL writes it, or nothing.
    value
        The value node in N-Triples, or nothing.
    words
        The value as a reader sees it.
    shape
        The node of the source shape in the graph of the shapes: an IRI, or a blank node's
        label after ``_:``.
    component, severity
        IRIs.
    messages
        What the engine says, in no order, without languages.
    """

    focus: str
    path: str
    value: str
    words: str
    shape: str
    component: str
    severity: str
    messages: tuple[str, ...]


class Engine(Protocol):
    """
    Checks statements against shapes.

    Raises
    ------
    InvalidMapping
        If the shapes cannot be used.
    """

    def __call__(self, statements: Statements, shapes: rdflib.Graph) -> list[Result]:
        """Return all results."""
        ...
