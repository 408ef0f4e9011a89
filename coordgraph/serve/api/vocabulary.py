"""The terms that a question may name: those of the ontology, and what else the data use."""

from collections.abc import Mapping
from typing import Any

from pyoxigraph import NamedNode

from coordgraph.ingest.dataset import ontology
from coordgraph.namespace import PREFIXES, shrink, term
from coordgraph.serve.api.naming import DEFINITIONS, said, said_of_graph
from coordgraph.store import EmbeddedStore, Store, text

__all__ = ["vocabulary"]

_IN_USE = {
    "class": "SELECT ?term (COUNT(*) AS ?uses) { ?thing a ?term } GROUP BY ?term",
    "property": "SELECT ?term (COUNT(*) AS ?uses) { ?s ?term ?o } GROUP BY ?term",
    "concept": """
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?term (COUNT(?subject) AS ?uses) {
          ?term a skos:Concept OPTIONAL { ?subject ?property ?term }
        } GROUP BY ?term
    """,
    "graph": "SELECT ?term (COUNT(*) AS ?uses) { GRAPH ?term { ?s ?p ?o } } GROUP BY ?term",
}
_DEFINED = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
SELECT DISTINCT ?term ?kind {
  VALUES (?type ?kind) {
    (owl:Class "class") (owl:ObjectProperty "property") (owl:DatatypeProperty "property")
  }
  ?term a ?type
}
"""

_SAID = {"class": said, "property": said, "concept": said, "graph": said_of_graph}


def vocabulary(store: Store, given: Mapping[str, Any]) -> dict[str, Any]:
    """
    Return the prefixes of the dataset and the terms that a question may name.

    Each term has its IRI, how it is written, what it is (``class``, ``property``, ``concept``
    or ``graph``), its label and definition, in the language if there are any, and how often the
    data use it; what is most used stands first.
    """
    assert isinstance(store, EmbeddedStore)
    defined = store.oxigraph.quads_for_pattern(term("Mechanism"), None, None, None)
    stores = [store] if next(iter(defined), None) else [store, ontology()]
    uses = _uses(store)
    for row in stores[-1].select(_DEFINED):
        uses.setdefault((text(row["term"]), text(row["kind"])), 0)
    ordered = sorted(uses.items(), key=lambda one: (-one[1], one[0]))
    return {
        "prefixes": PREFIXES,
        "terms": [
            {
                "iri": iri,
                "name": shrink(iri),
                "kind": kind,
                "label": _SAID[kind](stores, iri, given["lang"]),
                "definition": _SAID[kind](stores, iri, given["lang"], DEFINITIONS),
                "uses": number,
            }
            for (iri, kind), number in ordered
        ],
    }


def _uses(store: EmbeddedStore) -> dict[tuple[str, str], int]:
    return {
        (found.value, kind): int(text(row["uses"]))
        for kind, sparql in _IN_USE.items()
        for row in store.select(sparql)
        if isinstance(found := row.get("term"), NamedNode)
    }
