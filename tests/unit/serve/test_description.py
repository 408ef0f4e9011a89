"""The endpoint says what it is, where it is and which graphs it holds."""

import rdflib
from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.serve.description import described
from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.worker import Reply
from coordgraph.store import EmbeddedStore, open_store

SD, VOID = (
    rdflib.Namespace(name)
    for name in ("http://www.w3.org/ns/sparql-service-description#", "http://rdfs.org/ns/void#")
)


def store() -> EmbeddedStore:
    found = open_store()
    thing, graph = NamedNode("urn:a"), NamedNode("urn:g")
    found.oxigraph.extend(Quad(thing, thing, Literal(str(n)), graph) for n in range(3))
    found.oxigraph.add(Quad(thing, thing, thing))
    return found


def asked(accept: str) -> Reply:
    head = {"root": "http://x/", "accept": accept, "under": "https://mine.org/"}
    return described(store(), Message(head), Limits())


def test_it_tells_its_address_its_dataset_and_the_size_of_each_graph() -> None:
    reply = asked("text/turtle")
    assert reply.status == 200
    told = rdflib.Graph().parse(data=reply.body, format="turtle")
    (service,) = told.subjects(rdflib.RDF.type, SD.Service)
    assert told.value(service, SD.endpoint) == rdflib.URIRef("http://x/sparql")
    dataset = told.value(service, SD.defaultDataset)
    assert dataset == rdflib.URIRef("https://mine.org/dataset")
    (named,) = told.objects(dataset, SD.namedGraph)
    assert told.value(named, SD.name) == rdflib.URIRef("urn:g")
    graph = told.value(named, SD.graph)
    assert told.value(graph, VOID.triples) == rdflib.Literal(3)


def test_what_is_no_rdf_is_not_given() -> None:
    reply = asked("image/png")
    assert reply.status == 406
    assert b"text/turtle" in reply.body
