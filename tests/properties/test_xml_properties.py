"""Whatever text XML can hold is read back from every file in XML as it was."""

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
import rdflib
from hypothesis import given
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from coordgraph.namespace import CG, PREFIXES
from coordgraph.network.exports import document_of, send
from coordgraph.network.projection import project
from coordgraph.publish.rdf import document, stream
from coordgraph.publish.site.dumps.xml import Xml
from coordgraph.serve.dumps import dump_given
from coordgraph.serve.framing import Message
from coordgraph.serve.graphs import graph_given
from coordgraph.serve.limits import Limits
from coordgraph.serve.questions import answered
from coordgraph.store import EmbeddedStore, open_store
from tests.examples import examples
from tests.properties.strategies import xml_texts

Texts = Sequence[str]
_RDF = "application/rdf+xml"


def quads(texts: Texts) -> list[Quad]:
    """Name things by texts."""
    label = NamedNode(PREFIXES["skos"] + "prefLabel")
    named = enumerate(texts)
    return [Quad(NamedNode(f"urn:{n:02}"), label, Literal(words)) for n, words in named]


def streamed(texts: Texts) -> bytes:
    with TemporaryDirectory() as folder:
        target = Path(folder) / "out.rdf"
        triples = [quad.triple for quad in quads(texts)]
        stream(triples, target, RdfFormat.RDF_XML, graph=NamedNode("urn:g"))
        return target.read_bytes()


def in_blocks(texts: Texts) -> bytes:
    xml = Xml(PREFIXES)
    body = "".join(xml.block([quad]) for quad in quads(texts))
    return f"{xml.head()}{body}{xml.foot}".encode()


def given_whole(texts: Texts) -> bytes:
    message = Message({"path": "dataset.rdf"})
    return dump_given(stored(texts), message, Limits()).body


def given_a_graph(texts: Texts) -> bytes:
    message = Message({"graph": None, "accept": _RDF})
    return graph_given(stored(texts), message, Limits()).body


def asked(texts: Texts, question: str, accept: str) -> bytes:
    message = Message({"accept": accept}, question.encode())
    return answered(stored(texts), message, Limits()).body


def stored(texts: Texts) -> EmbeddedStore:
    store = open_store()
    store.oxigraph.extend(quads(texts))
    return store


DOCUMENTS: dict[str, Callable[[Texts], bytes]] = {
    "a document": lambda texts: document(quads(texts), RdfFormat.RDF_XML),
    "a stream": streamed,
    "a page's data": in_blocks,
    "all data of a server": given_whole,
    "a graph of a server": given_a_graph,
    "statements that answer": lambda texts: asked(texts, "CONSTRUCT WHERE { ?s ?p ?o }", _RDF),
}


@pytest.mark.parametrize("name", DOCUMENTS)
@examples(15)
@given(texts=xml_texts())
def test_statements_have_the_texts_that_were_written(name: str, texts: list[str]) -> None:
    body = DOCUMENTS[name](texts)
    found = set(parse(body, RdfFormat.RDF_XML))
    others = rdflib.Graph().parse(data=body, format="xml")
    assert {quad.triple for quad in found} == {quad.triple for quad in quads(texts)}
    assert {f"{subject} {words}" for subject, _, words in others} == {
        f"urn:{number:02} {words}" for number, words in enumerate(texts)
    }


@examples(15)
@given(texts=xml_texts())
def test_rows_have_the_texts_that_were_found(texts: list[str]) -> None:
    question = "SELECT ?o { ?s ?p ?o } ORDER BY ?s"
    body = asked(texts, question, "application/sparql-results+xml")
    name = "{http://www.w3.org/2005/sparql-results#}literal"
    found = ET.fromstring(body).iter(name)  # noqa: S314 - written here
    assert [literal.text or "" for literal in found] == texts


@pytest.mark.parametrize("form", ["graphml", "gexf"])
@examples(15)
@given(texts=xml_texts())
def test_networks_have_the_labels_that_actors_have(form: str, texts: list[str]) -> None:
    store = stored(texts)
    for number, quad in enumerate(quads(texts)):
        part = NamedNode(f"urn:p{number}")
        store.oxigraph.add(Quad(NamedNode("urn:m"), NamedNode(f"{CG}participation"), part))
        store.oxigraph.add(Quad(part, NamedNode(f"{CG}actor"), quad.subject))
    sink = BytesIO()
    send(document_of(project(store), store=store, form=form), sink, form=form)
    sink.seek(0)
    read = nx.read_graphml if form == "graphml" else nx.read_gexf
    graph = read(sink)
    assert [graph.nodes[f"urn:{place:02}"]["label"] for place in range(len(texts))] == texts
