"""What the parameters of a question can be, as far as the data tell: the likes of a default."""

from collections.abc import Mapping
from typing import Any

from pyoxigraph import Literal, NamedNode

from coordgraph.names import plain
from coordgraph.namespace import ID, slug
from coordgraph.queries import Query
from coordgraph.serve.api.naming import said
from coordgraph.store import EmbeddedStore

__all__ = ["MOST", "choices"]

MOST = 500
"""How many choices are told; where there are more, a reader writes one."""

_LANGUAGES = {"en": "English", "es": "Español", "pt": "Português"}
_SCHEME = NamedNode("http://www.w3.org/2004/02/skos/core#inScheme")
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def choices(store: EmbeddedStore, query: Query, name: str, lang: str) -> dict[str, Any]:
    """
    Return what a parameter can be.

    Returns
    -------
    dict
        ``kind`` (``actor`` for one of many who are found by name, ``choice``, or ``text``), and
        ``choices``: each has the ``term`` as SPARQL writes it, and a ``label``.
    """
    default = query.default(name)
    if name == "lang":
        languages = _LANGUAGES.items()
        found = [{"term": str(Literal(code)), "label": word} for code, word in languages]
        return {"kind": "choice", "choices": found}
    if default.startswith(f"<{ID}actor/"):
        return {"kind": "actor", "choices": []}
    alike = _alike(store, NamedNode(default[1:-1])) if default.startswith("<") else set()
    found = [{"term": str(one), "label": _label(store, one, lang)} for one in alike]
    if not 1 < len(found) <= MOST:
        return {"kind": "text", "choices": []}
    return {"kind": "choice", "choices": sorted(found, key=_order)}


def _order(one: Mapping[str, str]) -> tuple[str, str]:
    return plain(one["label"]), one["term"]


def _label(store: EmbeddedStore, one: NamedNode, lang: str) -> str:
    return said([store], one.value, lang) or slug(one.value)


def _alike(store: EmbeddedStore, one: NamedNode) -> set[NamedNode]:
    """Return what is in the same scheme; where it is in none, what has the same classes."""
    for property_ in (_SCHEME, _TYPE):
        groups = {
            quad.object for quad in store.oxigraph.quads_for_pattern(one, property_, None, None)
        }
        if groups:
            sets = [_members(store, property_, group) for group in groups]
            return set.intersection(*sets)
    return set()


def _members(store: EmbeddedStore, property_: NamedNode, group: Any) -> set[NamedNode]:
    found = store.oxigraph.quads_for_pattern(None, property_, group, None)
    return {quad.subject for quad in found if isinstance(quad.subject, NamedNode)}
