"""
What the endpoint is: its service description [1]_ and the graphs that it holds.

References
----------
.. [1] G. T. Williams (2013). *SPARQL 1.1 Service Description*. W3C Recommendation.
"""

from pyoxigraph import BlankNode, NamedNode, Triple, serialize

from coordgraph.namespace import PREFIXES
from coordgraph.publish.site.negotiation.accept import preferred
from coordgraph.serve.framing import Message
from coordgraph.serve.giving import given
from coordgraph.serve.limits import Limits
from coordgraph.serve.media import STATEMENTS
from coordgraph.serve.worker import Reply, plain
from coordgraph.store import EmbeddedStore, Store

__all__ = ["described"]

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "JSON-LD", "RDF_XML", "TriG", "N-Quads"),
)
_TYPE = NamedNode(PREFIXES["rdf"] + "type")
_COUNTS = """
SELECT ?graph (COUNT(*) AS ?size) { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph ORDER BY ?graph
"""


def described(store: Store, message: Message, limits: Limits) -> Reply:
    """Describe the endpoint; the head of the message says ``root`` and ``accept``."""
    del limits
    assert isinstance(store, EmbeddedStore)
    media = preferred(message.head.get("accept", ""), tuple(STATEMENTS))
    if media is None:
        return plain(406, f"The description is given as {', '.join(STATEMENTS)}.")
    triples = _statements(store, f"{message.head['root']}sparql")
    prefixes = {"sd": _SD, "void": _VOID, "formats": _FORMATS}
    body = serialize(triples, format=STATEMENTS[media], prefixes=prefixes)
    assert body is not None
    return given(body, media, message)


def _statements(store: EmbeddedStore, address: str) -> list[Triple]:
    service, dataset, default = BlankNode("service"), BlankNode("data"), BlankNode("all")
    found = [
        Triple(service, _TYPE, _sd("Service")),
        Triple(service, _sd("endpoint"), NamedNode(address)),
        Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        Triple(service, _sd("feature"), _sd("UnionDefaultGraph")),
        Triple(service, _sd("defaultDataset"), dataset),
        Triple(dataset, _TYPE, _sd("Dataset")),
        Triple(dataset, _sd("defaultGraph"), default),
        Triple(default, _TYPE, _sd("Graph")),
    ]
    found += [
        Triple(service, _sd("resultFormat"), NamedNode(_FORMATS + name)) for name in _RESULTS
    ]
    for number, row in enumerate(store.select(_COUNTS)):
        named, graph = BlankNode(f"n{number}"), BlankNode(f"g{number}")
        found += [
            Triple(dataset, _sd("namedGraph"), named),
            Triple(named, _TYPE, _sd("NamedGraph")),
            Triple(named, _sd("name"), row["graph"]),
            Triple(named, _sd("graph"), graph),
            Triple(graph, _TYPE, _sd("Graph")),
            Triple(graph, NamedNode(_VOID + "triples"), row["size"]),
        ]
    return found


def _sd(name: str) -> NamedNode:
    return NamedNode(_SD + name)
