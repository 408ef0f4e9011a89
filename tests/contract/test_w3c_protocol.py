"""
The W3C's tests of the SPARQL 1.1 Protocol, Graph Store Protocol and service description.

They run where COORDGRAPH_W3C_RDF_TESTS names a checkout of w3c/rdf-tests.
"""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import rdflib
from pyoxigraph import RdfFormat
from rdflib import RDF, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.compare import isomorphic
from rdflib.namespace import RDFS
from rdflib.term import Node

from coordgraph.ingest.loading import load_store
from tests.servers import coordgraph_served
from tests.unit.serve.conftest import Answer, Client

SUITE = os.environ.get("COORDGRAPH_W3C_RDF_TESTS")
TOKEN = "0123456789abcdef"  # noqa: S105 - of a server that lives for these tests
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
CODES = {"OK": 200, "Created": 201, "NoContent": 204, "NotFound": 404}

pytestmark = pytest.mark.skipif(
    SUITE is None, reason="COORDGRAPH_W3C_RDF_TESTS names no checkout of w3c/rdf-tests"
)


def manifest(*parts: str) -> rdflib.Graph:
    path = Path(SUITE or "", "sparql", "sparql11", *parts)
    return rdflib.Graph().parse(path, publicID=path.as_uri())


def cases_of(*parts: str) -> list[tuple[rdflib.Graph, Node]]:
    if SUITE is None:
        return []
    graph = manifest(*parts)
    (entries,) = graph.objects(None, MF.entries)
    return [(graph, test) for test in Collection(graph, entries)]


def ids(found: Any) -> str:
    return str(found).rpartition("#")[2] if isinstance(found, URIRef) else ""


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder = tmp_path_factory.mktemp("w3c")
    (folder / "seed.nq").write_text("<urn:s> <urn:p> <urn:o> <urn:g> .\n", encoding="utf-8")
    load_store(folder / "store", [str(folder / "seed.nq")])
    os.environ["COORDGRAPH_SERVE_TOKEN"] = TOKEN
    options = ("--store", str(folder / "store"), "--writable", "--allow-host", "www.example")
    with coordgraph_served(*options) as root:
        yield Client(root)
    del os.environ["COORDGRAPH_SERVE_TOKEN"]


def literal(graph: rdflib.Graph, node: Node, path: Node) -> str:
    return str(graph.value(node, path) or "")


def headers_of(graph: rdflib.Graph, node: Node) -> dict[str, str]:
    listed = graph.value(node, HT.headers)
    if listed is None:
        return {}
    return {
        literal(graph, one, HT.fieldName): literal(graph, one, HT.fieldValue)
        for one in Collection(graph, listed)
    }


def put_data(client: Client, graph: rdflib.Graph, test: Node) -> None:
    for data in graph.objects(test, UT.graphData):
        path = Path(str(graph.value(data, UT.graph)).removeprefix("file://"))
        name = literal(graph, data, RDFS.label)
        headers = {"Content-Type": "text/turtle", "Authorization": f"Bearer {TOKEN}"}
        answer = client.request("PUT", f"/store?graph={name}", headers, path.read_bytes())
        assert answer.status in {201, 204}, answer


def send(client: Client, graph: rdflib.Graph, request: Node, location: str) -> Answer:
    body_node = graph.value(request, HT.body)
    encoding = "utf-8"
    body = ""
    if body_node is not None:
        body = literal(graph, body_node, CNT.chars)
        encoding = literal(graph, body_node, CNT.characterEncoding) or encoding
    path = literal(graph, request, HT.absolutePath).replace("$LOCATION$", location)
    path = re.sub("^/gsp", "/store", path)
    headers = {"Authorization": f"Bearer {TOKEN}", "Host": "www.example"}
    headers |= headers_of(graph, request)
    method = literal(graph, request, HT.methodName)
    return client.request(method, path, headers, body.encode(encoding))


def check(graph: rdflib.Graph, response: Node, answer: Answer) -> None:
    expected = [ids(status) for status in graph.objects(response, MF.expectedStatus)]
    assert any(
        answer.status == CODES.get(name)
        or re.fullmatch(name.removeprefix("StatusCode").replace("x", r"\d"), str(answer.status))
        for name in expected
    ), (answer.status, expected, answer.body)
    told = graph.value(response, MF.expectedBoolean)
    if isinstance(told, Literal):
        assert json.loads(answer.body)["boolean"] is told.toPython()
    body = graph.value(response, HT.body)
    if body is not None:
        media = headers_of(graph, response)["content-type"]
        assert answer.headers["content-type"] == media
        form = media.partition(";")[0]
        assert RdfFormat.from_media_type(form) is not None
        wanted = rdflib.Graph().parse(data=literal(graph, body, CNT.chars), format=form)
        assert isomorphic(rdflib.Graph().parse(data=answer.body, format=form), wanted)


def run(client: Client, graph: rdflib.Graph, test: Node) -> None:
    update = {"Content-Type": "application/sparql-update", "Authorization": f"Bearer {TOKEN}"}
    assert client.request("POST", "/sparql", update, b"DROP ALL").status == 204
    put_data(client, graph, test)
    action = graph.value(test, MF.action)
    listed = graph.value(action, HT.requests)
    assert listed is not None
    location = ""
    for request in Collection(graph, listed):
        answer = send(client, graph, request, location)
        response = graph.value(request, HT.resp)
        assert response is not None
        check(graph, response, answer)
        location = answer.headers.get("location", location)


@pytest.mark.parametrize(("graph", "test"), cases_of("protocol", "manifest.ttl"), ids=ids)
def test_the_protocol_is_followed(client: Client, graph: rdflib.Graph, test: Node) -> None:
    run(client, graph, test)


GRAPHS = [
    *cases_of("graph-store-protocol", "manifest-direct.ttl"),
    *cases_of("graph-store-protocol", "manifest-indirect.ttl"),
]


@pytest.mark.parametrize(("graph", "test"), GRAPHS, ids=ids)
def test_graphs_are_read_and_changed(client: Client, graph: rdflib.Graph, test: Node) -> None:
    run(client, graph, test)


def test_the_service_describes_itself(client: Client) -> None:
    answer = client.request("GET", "/sparql", {"Accept": "application/rdf+xml"})
    found = rdflib.Graph().parse(data=answer.body, format="xml")
    (service,) = found.subjects(RDF.type, SD.Service)
    assert str(found.value(service, SD.endpoint)) == f"{client.root}sparql"
    (dataset,) = found.objects(service, SD.defaultDataset)
    (default,) = found.objects(dataset, SD.defaultGraph)
    assert (default, RDF.type, SD.Graph) in found
    for named in found.objects(dataset, SD.namedGraph):
        assert isinstance(found.value(named, SD.name), URIRef)
