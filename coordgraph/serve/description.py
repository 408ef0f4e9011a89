"""
What the endpoint is: its service description [1]_ and the graphs that it holds.

References
----------
.. [1] G. T. Williams (2013). *SPARQL 1.1 Service Description*. W3C Recommendation.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from pyoxigraph import BlankNode, NamedNode, Quad, serialize

from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.description.vocabulary import DESCRIBING, integer, iri, say
from coordgraph.publish.site.negotiation.accept import preferred
from coordgraph.serve.framing import Message
from coordgraph.serve.giving import given
from coordgraph.serve.limits import Limits
from coordgraph.serve.media import STATEMENTS
from coordgraph.serve.speech import gettext as _
from coordgraph.serve.worker import Reply, plain
from coordgraph.store import EmbeddedStore, Store, text

__all__ = ["described", "graph_sizes"]

_RESULTS = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "JSON-LD", "RDF_XML", "TriG", "N-Quads"),
)
_PREFIXES = {name: DESCRIBING[name] for name in ("sd", "void", "formats", "rdfs")}


def described(store: Store, message: Message, limits: Limits) -> Reply:
    """
    Describe the endpoint.

    The head of the message says ``root``, ``accept`` and ``under``: what the IRIs of the
    dataset begin with, or None for those of the shipped one.
    """
    del limits
    assert isinstance(store, EmbeddedStore)
    media = preferred(message.head.get("accept", ""), tuple(STATEMENTS))
    if media is None:
        words = _("The description is given as {media}.")
        return plain(406, words.format(media=", ".join(STATEMENTS)))
    base = Addresses.under(message.head.get("under")).base
    said = _statements(store, message.head["root"], NamedNode(f"{base}dataset"))
    triples = (quad.triple for quad in said)
    body = serialize(triples, format=STATEMENTS[media], prefixes=_PREFIXES)
    assert body is not None
    return given(body, media, message)


@lru_cache(maxsize=1)
def graph_sizes(store: EmbeddedStore) -> Mapping[NamedNode, int]:
    """Return how many statements each named graph holds, by IRI; data stay as they are."""
    named = (name for name in store.oxigraph.named_graphs() if isinstance(name, NamedNode))
    return {name: _size(store, name) for name in sorted(named, key=str)}


def _size(store: EmbeddedStore, name: NamedNode) -> int:
    (row,) = store.select(f"SELECT (COUNT(*) AS ?size) {{ GRAPH {name} {{ ?s ?p ?o }} }}")
    return int(text(row["size"]))


def _statements(store: EmbeddedStore, root: str, dataset: NamedNode) -> Iterator[Quad]:
    address = NamedNode(f"{root}sparql")
    service, default = BlankNode("service"), BlankNode("all")
    yield from say(
        service,
        rdf_type="sd:Service",
        sd_endpoint=address,
        sd_supportedLanguage="sd:SPARQL11Query",
        sd_feature="sd:UnionDefaultGraph",
        sd_defaultDataset=dataset,
        sd_resultFormat=[iri(f"formats:{name}") for name in _RESULTS],
    )
    yield from say(
        dataset,
        rdf_type=("sd:Dataset", "void:Dataset"),
        sd_defaultGraph=default,
        void_sparqlEndpoint=address,
        rdfs_seeAlso=NamedNode(f"{root}void.ttl"),
    )
    yield from say(default, rdf_type="sd:Graph")
    for number, (name, size) in enumerate(graph_sizes(store).items()):
        named, graph = BlankNode(f"n{number}"), BlankNode(f"g{number}")
        yield from say(dataset, sd_namedGraph=named)
        yield from say(named, rdf_type="sd:NamedGraph", sd_name=name, sd_graph=graph)
        yield from say(graph, rdf_type="sd:Graph", void_triples=integer(size))
