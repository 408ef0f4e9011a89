"""Where something is written: the lines of a file, and what they rest on."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from pyoxigraph import NamedNode

from coordgraph.errors import CallError
from coordgraph.namespace import slug
from coordgraph.serve.api.naming import said
from coordgraph.serve.speech import gettext as _
from coordgraph.serve.workbench.texts import texts_of
from coordgraph.serve.workbench.view import Asked, View
from coordgraph.serve.workbench.written import excerpt
from coordgraph.store import EmbeddedStore, columns_of

__all__ = ["SOURCE"]

_EVIDENCE = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
SELECT ?thing ?evidence ?locator ?source ?address { ?thing cg:evidence ?evidence
  OPTIONAL { ?evidence cg:locator ?locator }
  OPTIONAL { ?evidence dcterms:isPartOf?/dcterms:title ?source }
  OPTIONAL { ?evidence dcterms:isPartOf?/foaf:page ?address } }
"""
_ORDER = ("evidence", "locator", "source", "address")
_MOST_DIGITS = 12


class Evidence(NamedTuple):
    """A passage or source that a thing rests on, in words, and where it is on the web."""

    iri: str
    words: str
    address: str


def _shown(asked: Asked) -> Mapping[str, Any]:
    name, line = asked.search.get("file", ""), asked.search.get("line", "1")
    if not line.isdecimal() or not line.isascii() or len(line) > _MOST_DIGITS:
        raise CallError(_("{given} is no number.").format(given=f"line={line[:50]!r}"))
    number = max(int(line), 1)
    thing = asked.search.get("thing", "")
    thing = thing if _known(thing) else ""
    return {
        "file": name,
        "at": number,
        "excerpt": excerpt(asked.sources, name, number),
        "thing": thing,
        "called": (said([asked.store], thing, asked.lang) or slug(thing)) if thing else "",
        "evidence": list(_evidence(asked.store, thing)) if thing else [],
    }


def _known(thing: str) -> bool:
    """Say whether this is an IRI, of which something may be said."""
    try:
        return ":" in NamedNode(thing).value
    except ValueError:
        return False


def _evidence(store: EmbeddedStore, thing: str) -> Iterator[Evidence]:
    """Yield what a thing rests on, each once, in order."""
    rows = columns_of(store, _EVIDENCE, "thing", [thing]).to_pylist()
    ordered = sorted(rows, key=lambda row: [row[name] or "" for name in _ORDER])
    for iri, told in groupby(ordered, key=itemgetter("evidence")):
        row = next(told)
        address = row["address"] or ""
        parts = (row[name] for name in ("locator", "source"))
        words = ", ".join(part for part in parts if part and part != address)
        is_web = address.startswith(("http://", "https://"))
        yield Evidence(iri, words or slug(iri), address if is_web else "")


SOURCE = View("source", texts_of("source"), _shown)
"""A view that no menu leads to."""
