"""The embedded store: Oxigraph, in memory or in a folder."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
from pyoxigraph import Quad, QueryBoolean, QuerySolutions, QueryTriples, Triple

from coordgraph.errors import QuerySyntaxError, UnreadableFile
from coordgraph.store.base import Row, Solutions

__all__ = ["EmbeddedStore", "open_store"]


class EmbeddedStore:
    """Statements held by this process, so that no server is needed."""

    def __init__(self, oxigraph: pyoxigraph.Store) -> None:
        self.oxigraph = oxigraph

    def select(self, sparql: str) -> Solutions:
        """Answer a SELECT query."""
        answer = self._ask(sparql)
        if not isinstance(answer, QuerySolutions):
            raise QuerySyntaxError("This is no SELECT query.")
        names = tuple(variable.value for variable in answer.variables)
        return Solutions(names, _rows(answer, names))

    def ask(self, sparql: str) -> bool:
        """Answer an ASK query."""
        answer = self._ask(sparql)
        if not isinstance(answer, QueryBoolean):
            raise QuerySyntaxError("This is no ASK query.")
        return bool(answer)

    def construct(self, sparql: str) -> Iterator[Triple]:
        """Answer a CONSTRUCT or DESCRIBE query."""
        answer = self._ask(sparql)
        if not isinstance(answer, QueryTriples):
            raise QuerySyntaxError("This is no CONSTRUCT or DESCRIBE query.")
        return answer

    def quads(self) -> Iterator[Quad]:
        """Yield every statement with its graph."""
        return iter(self.oxigraph)

    def _ask(self, sparql: str) -> QuerySolutions | QueryBoolean | QueryTriples:
        try:
            return self.oxigraph.query(sparql, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise QuerySyntaxError(f"The query is not SPARQL 1.1: {error}") from None


def _rows(answer: QuerySolutions, names: tuple[str, ...]) -> Iterator[Row]:
    for solution in answer:
        yield {name: term for name in names if (term := solution[name]) is not None}


def open_store(path: Path | str | None = None) -> EmbeddedStore:
    """
    Open the store in a folder, made where there is none, or an empty one in memory.

    Raises
    ------
    UnreadableFile
        If the folder holds no store, or another process holds it.
    """
    if path is None:
        return EmbeddedStore(pyoxigraph.Store())
    try:
        return EmbeddedStore(pyoxigraph.Store(str(path)))
    except OSError as error:
        raise UnreadableFile(str(path), f"this store cannot be opened: {error}.") from None
