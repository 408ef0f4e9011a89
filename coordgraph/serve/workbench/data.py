"""The data: its graphs to download, and the addresses at which programs ask for it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from pyoxigraph import DefaultGraph

from coordgraph.namespace import GRAPHS, graph, slug
from coordgraph.publish.site.frame import DATA as FORMS
from coordgraph.publish.site.ontology.files import SUFFIXES as ONTOLOGY
from coordgraph.queries import library
from coordgraph.serve.api.naming import DEFINITIONS, said_of_graph
from coordgraph.serve.description import graph_sizes
from coordgraph.serve.dumps import LARGE, names
from coordgraph.serve.media import SUFFIXES
from coordgraph.serve.workbench.texts import texts_of
from coordgraph.serve.workbench.view import Asked, View
from coordgraph.store import EmbeddedStore

__all__ = ["DATA"]

_EXAMPLE = "actors/several-levels"


class Graph(NamedTuple):
    """A graph: its IRI, short name, what it is called, what it holds, and how much."""

    iri: str
    name: str
    label: str
    about: str
    size: int


def _shown(asked: Asked) -> Mapping[str, Any]:
    graphs = _graphs(asked.store, asked.lang)
    total = sum(one.size for one in graphs)
    return {
        "graphs": graphs,
        "total": total,
        "wholes": [names(), *([names(packed=True)] if total > LARGE else [])],
        "formats": tuple(SUFFIXES),
        "documents": _documents(asked.lang),
        "questions": len(library()),
        "example": _EXAMPLE,
    }


def _documents(lang: str) -> list[tuple[str, str, Mapping[str, str]]]:
    """Return what tells of the data: its name, its page or nothing, its files by format."""
    forms = tuple(FORMS)
    return [
        ("ontology", f"/ns.{lang}.html", {form: f"/ns.{form}" for form in ONTOLOGY}),
        ("concepts", "", {form: f"/ontology/concepts.{form}" for form in ONTOLOGY}),
        ("shapes", f"/shapes.{lang}.html", {form: f"/shapes.{form}" for form in forms}),
        ("void", "", {form: f"/dataset.{form}" for form in forms}),
        ("service", "", {form: f"/sparql?format={form}" for form in SUFFIXES}),
        ("api", "", {"json": "/api/openapi.json"}),
    ]


def _graphs(store: EmbeddedStore, lang: str) -> list[Graph]:
    """Return each graph; first what is in none."""
    told = texts_of("data")[lang]
    known = {graph(name).value: name for name in GRAPHS}
    found = []
    for iri, size in ((name.value, size) for name, size in graph_sizes(store).items()):
        label = said_of_graph([store], iri, lang) or ""
        about = told[f"graph_{known[iri]}"] if iri in known else None
        about = about or said_of_graph([store], iri, lang, DEFINITIONS) or ""
        found.append(Graph(iri, slug(iri), label, about, size))
    alone = sum(1 for _ in store.oxigraph.quads_for_pattern(None, None, None, DefaultGraph()))
    return [Graph("", "", "", told["graph_none"], alone), *found] if alone else found


DATA = View("data", texts_of("data"), _shown)
