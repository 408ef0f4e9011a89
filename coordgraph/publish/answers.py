"""Answers of the query library as texts, for tables and figures."""

from typing import Any

from coordgraph.queries import find
from coordgraph.store import EmbeddedStore, text

__all__ = ["rows_of"]


def rows_of(
    name: str, dataset: EmbeddedStore, lang: str
) -> tuple[tuple[str, ...], list[dict[str, Any]]]:
    """Return the columns and rows that answer a question of the library, as texts."""
    query = find(name)
    parameters = {"lang": lang} if "lang" in query.parameters else {}
    answer = query.run(dataset, **parameters)
    rows = [{column: text(term) for column, term in row.items()} for row in answer]
    return answer.variables, rows
