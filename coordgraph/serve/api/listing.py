"""The questions of the library as they are listed: what each asks, and what can be chosen."""

from typing import Any

from coordgraph.queries import Query, library
from coordgraph.serve.api.choices import choices
from coordgraph.store import EmbeddedStore

__all__ = ["listed"]


def listed(store: EmbeddedStore, lang: str) -> list[dict[str, Any]]:
    """Return all questions of the library, and what can be chosen, in the language."""
    return [_told(store, query.said(lang), lang) for query in library().values()]


def _told(store: EmbeddedStore, query: Query, lang: str) -> dict[str, Any]:
    return {
        "name": query.name,
        "summary": query.summary,
        "question": query.question,
        "parameters": {
            key: {
                "says": says,
                "default": query.default(key),
                **choices(store, query, key, lang),
            }
            for key, says in query.parameters.items()
        },
        "columns": dict(query.columns),
        "sparql": query.sparql,
    }
