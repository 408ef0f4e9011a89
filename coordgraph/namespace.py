"""The names of things: prefixes, and how IRIs are minted and shortened."""

from pyoxigraph import NamedNode

__all__ = [
    "CG",
    "FOLLOWING",
    "GRAPH",
    "GRAPHS",
    "ID",
    "LEVELS",
    "NAMING",
    "NOT_STATED",
    "PREFIXES",
    "expanded",
    "graph",
    "shrink",
    "slug",
    "term",
    "thing",
]

CG = "https://w3id.org/coordgraph/ns#"
ID = "https://w3id.org/coordgraph/id/"
GRAPH = "https://w3id.org/coordgraph/graph/"

PREFIXES = {
    "cg": CG,
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "skosxl": "http://www.w3.org/2008/05/skos-xl#",
    "vann": "http://purl.org/vocab/vann/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

GRAPHS = ("ontology", "article", "institutions", "agreements", "derived", "measures")

NAMING = (
    PREFIXES["skos"] + "prefLabel",
    PREFIXES["dcterms"] + "title",
    PREFIXES["rdfs"] + "label",
)
"""By which properties things are named, the preferred one first."""

LEVELS = tuple(f"{ID}level/{name}" for name in ("policy", "operational", "service-delivery"))
"""The three levels of coordination, from high to street."""


def term(name: str) -> NamedNode:
    """
    Return the class or property of the ontology that has this name.

    >>> term("Actor").value
    'https://w3id.org/coordgraph/ns#Actor'
    """
    return NamedNode(CG + name)


def thing(kind: str, name: str) -> NamedNode:
    """
    Return the IRI of a thing of the dataset.

    >>> thing("actor", "afip").value
    'https://w3id.org/coordgraph/id/actor/afip'
    """
    return NamedNode(f"{ID}{kind}/{name}")


def graph(name: str) -> NamedNode:
    """
    Return the IRI of a named graph.

    >>> graph("article").value
    'https://w3id.org/coordgraph/graph/article'
    """
    return NamedNode(GRAPH + name)


def slug(iri: str) -> str:
    """
    Return what a reader needs of an IRI: its last part.

    >>> slug("https://w3id.org/coordgraph/id/level/policy")
    'policy'
    """
    return iri.rstrip("/#").rpartition("#")[2].rpartition("/")[2] or iri


def shrink(iri: str) -> str:
    """
    Return an IRI with its prefix, or as it is where no prefix fits.

    >>> shrink("http://www.w3.org/2004/02/skos/core#prefLabel")
    'skos:prefLabel'
    >>> shrink("https://w3id.org/coordgraph/id/actor/afip")
    'actor/afip'
    """
    if iri.startswith(ID):
        return iri.removeprefix(ID)
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and "/" not in iri.removeprefix(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def expanded(name: str) -> str | None:
    """
    Return the IRI that a prefixed name or an IRI writes; None if it is neither.

    >>> expanded("skos:prefLabel")
    'http://www.w3.org/2004/02/skos/core#prefLabel'
    >>> expanded("country") is None
    True
    """
    prefix, colon, local = name.partition(":")
    if not colon:
        return None
    iri = PREFIXES[prefix] + local if prefix in PREFIXES else name
    return iri if prefix in PREFIXES or "://" in name or prefix == "urn" else None


NOT_STATED = frozenset(graph(name) for name in ("ontology", "derived", "measures"))
"""Graphs that hold what terms mean, what follows and what is computed, not what sources say."""

FOLLOWING = frozenset(
    term(name)
    for name in (
        "between",
        "coordinatesAtOperationalLevelWith",
        "coordinatesAtPolicyLevelWith",
        "coordinatesAtServiceDeliveryLevelWith",
        "coordinatesWith",
        "participatesIn",
        "party",
    )
)
"""Properties that follow by rule from participations."""
