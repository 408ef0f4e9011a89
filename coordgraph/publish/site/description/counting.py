"""How much a dataset holds, whole and graph by graph, by class and property."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.namespace import PREFIXES
from coordgraph.store import EmbeddedStore, text

__all__ = ["TARGETS", "Counts", "Links", "PropertyCount", "count", "links"]

TARGETS = {
    "http://www.wikidata.org/entity/": "Wikidata",
    "https://ror.org/": "Research Organization Registry (ROR)",
    "http://publications.europa.eu/resource/authority/": "EU Vocabularies",
    "https://sws.geonames.org/": "GeoNames",
    "https://viaf.org/viaf/": "VIAF",
    "https://isni.org/isni/": "ISNI",
    "https://d-nb.info/gnd/": "GND",
    "http://dbpedia.org/resource/": "DBpedia",
}
"""Datasets that others link to: what their IRIs begin with, and their names."""

_LINKING = {
    *(
        PREFIXES["skos"] + name
        for name in ("exactMatch", "closeMatch", "relatedMatch", "broadMatch", "narrowMatch")
    ),
    PREFIXES["owl"] + "sameAs",
    PREFIXES["schema"] + "sameAs",
    PREFIXES["rdfs"] + "seeAlso",
}


@dataclass(frozen=True, slots=True)
class PropertyCount:
    """How many triples a property makes, of how many subjects and objects."""

    triples: int
    subjects: int
    objects: int


@dataclass(frozen=True, slots=True)
class Counts:
    """
    How much a dataset or one of its graphs holds.

    Attributes
    ----------
    triples
        How many different triples.
    entities
        How many different subjects are under the base of the dataset.
    subjects, objects
        How many different subjects and objects the triples have.
    classes
        How many things each class has, by IRI.
    properties
        How much each property says, by IRI.
    """

    triples: int
    entities: int
    subjects: int
    objects: int
    classes: Mapping[str, int]
    properties: Mapping[str, PropertyCount]


@dataclass(frozen=True, slots=True)
class Links:
    """How many triples link to another dataset by one property."""

    target: str
    property: str
    triples: int


def count(store: EmbeddedStore, graph: str, *, base: str) -> Counts:
    """
    Return what a graph holds, or the union of all graphs, if none is named.

    Parameters
    ----------
    store
        The dataset.
    graph
        The IRI of a named graph, or an empty text.
    base
        What the IRIs of the dataset's own things begin with.
    """
    where = f"GRAPH {NamedNode(graph)}" if graph else ""
    whole = f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ {where} {{ ?s ?p ?o }} }}"
    objects = f"SELECT (COUNT(DISTINCT ?o) AS ?n) {{ {where} {{ ?s ?p ?o }} }}"
    own = f"""SELECT (COUNT(*) AS ?n) {{ {{ SELECT DISTINCT ?s {{ {where} {{ ?s ?p ?o }} }} }}
        FILTER(STRSTARTS(STR(?s), {_quoted(base)})) }}"""
    properties = dict(_properties(store, where))
    return Counts(
        triples=sum(each.triples for each in properties.values()),
        entities=_number(store, own),
        subjects=_number(store, whole),
        objects=_number(store, objects),
        classes=_classes(store, where),
        properties=properties,
    )


def links(store: EmbeddedStore) -> list[Links]:
    """Return how many triples link to other well-known datasets, in order."""
    starts = tuple(TARGETS)
    found = {
        (quad.subject, quad.predicate, quad.object)
        for quad in store.quads()
        if _is_link(quad) and text(quad.object).startswith(starts)
    }
    counted = Counter(
        (next(start for start in starts if text(value).startswith(start)), predicate.value)
        for _, predicate, value in found
    )
    return [Links(target, by, number) for (target, by), number in sorted(counted.items())]


def _is_link(quad: Quad) -> bool:
    return quad.predicate.value in _LINKING and isinstance(quad.object, NamedNode)


def _classes(store: EmbeddedStore, where: str) -> Mapping[str, int]:
    rows = store.select(
        f"""SELECT ?class (COUNT(DISTINCT ?s) AS ?n)
        {{ {where} {{ ?s a ?class }} FILTER(isIRI(?class)) }} GROUP BY ?class ORDER BY ?class"""
    )
    return {text(row["class"]): int(text(row["n"])) for row in rows}


def _properties(store: EmbeddedStore, where: str) -> Iterator[tuple[str, PropertyCount]]:
    """Yield the properties one after another, so that the memory holds the pairs of one."""
    names = f"SELECT DISTINCT ?p {{ {where} {{ ?s ?p ?o }} }} ORDER BY ?p"
    for name in [text(row["p"]) for row in store.select(names)]:
        pairs = f"SELECT DISTINCT ?s ?o {{ {where} {{ ?s {NamedNode(name)} ?o }} }}"
        row = next(
            iter(
                store.select(
                    f"""SELECT (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects)
                    (COUNT(DISTINCT ?o) AS ?objects) {{ {{ {pairs} }} }}"""
                )
            )
        )
        numbers = (int(text(row[column])) for column in ("triples", "subjects", "objects"))
        yield name, PropertyCount(*numbers)


def _number(store: EmbeddedStore, sparql: str) -> int:
    return int(text(next(iter(store.select(sparql)))["n"]))


def _quoted(words: str) -> str:
    return str(Literal(words))
