"""Questions in SPARQL: a field to write them in, the library, and the answer."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from coordgraph.publish.site.library.words import WORDS
from coordgraph.queries import Query, library
from coordgraph.serve.workbench.texts.editor import TEXTS
from coordgraph.serve.workbench.view import Asked, View

__all__ = ["EDITOR"]

_FIRST = """PREFIX cg: <https://w3id.org/coordgraph/ns#>

# {remark}
SELECT ?actor (COUNT(DISTINCT ?mechanism) AS ?mechanisms)
WHERE {{
  ?mechanism cg:participation ?participation .
  ?participation cg:actor ?actor .
}}
GROUP BY ?actor
ORDER BY DESC(?mechanisms) ?actor
LIMIT 20
"""


def _shown(asked: Asked) -> Mapping[str, Any]:
    chosen = library().get(asked.search.get("library", ""))
    first = _FIRST.format(remark=TEXTS[asked.lang]["first"])
    return {
        "groups": _groups(asked.lang),
        "total": len(library()),
        "chosen": chosen.said(asked.lang) if chosen else None,
        "sparql": asked.search.get("query") or (_text(chosen, asked.lang) if chosen else first),
    }


def _text(query: Query, lang: str) -> str:
    return query.filled({"lang": lang} if "lang" in query.parameters else {})


def _groups(lang: str) -> list[tuple[str, list[Query]]]:
    """Return the questions of the library by what they are about."""
    queries = [query.said(lang) for query in library().values()]
    return [
        (WORDS[lang][f"group_{name}"], list(found))
        for name, found in groupby(queries, lambda one: one.name.partition("/")[0])
    ]


EDITOR = View("sparql", TEXTS, _shown)
