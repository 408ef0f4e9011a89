"""Every store answers the same questions with the same answers."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pyoxigraph
import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, RdfFormat

from coordgraph.errors import CoordgraphError, EndpointError, QuerySyntaxError
from coordgraph.store import (
    EmbeddedStore,
    RemoteStore,
    Store,
    as_store,
    open_store,
    text,
    to_rdflib,
)
from tests.serving import served

DATA = """
<urn:a> <urn:p> <urn:b> <urn:g1> .
<urn:a> <urn:p> <urn:b> <urn:g2> .
<urn:a> <urn:q> "Acuerdo"@es <urn:g2> .
<urn:b> <urn:year> "2008"^^<http://www.w3.org/2001/XMLSchema#date> <urn:g1> .
"""


def oxigraph() -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.load(DATA, format=RdfFormat.N_QUADS)
    return store


class Endpoint(BaseHTTPRequestHandler):
    """A small SPARQL endpoint; paths other than /sparql misbehave in a way of their own."""

    store = oxigraph()

    def do_GET(self) -> None:
        self.answer(parse_qs(urlsplit(self.path).query).get("query", [""])[0])

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.answer(parse_qs(body)["query"][0])

    def answer(self, sparql: str) -> None:
        path = urlsplit(self.path).path
        if path == "/broken":
            self.reply(500, "text/plain", b"out of memory")
        elif path == "/page":
            self.reply(200, "text/html", b"<h1>Welcome</h1>")
        elif path == "/cut":
            body = b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":'
            self.reply(200, "application/sparql-results+json", body)
        else:
            self.query(sparql)

    def query(self, sparql: str) -> None:
        try:
            found = self.store.query(sparql, use_default_graph_as_union=True)
        except SyntaxError as error:
            self.reply(400, "text/plain", str(error).encode())
            return
        if isinstance(found, pyoxigraph.QueryTriples):
            body = found.serialize(format=RdfFormat.N_TRIPLES) or b""
            self.reply(200, "application/n-triples", body)
        else:
            body = found.serialize(format=QueryResultsFormat.JSON) or b""
            self.reply(200, "application/sparql-results+json", body)

    def reply(self, code: int, media_type: str, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", media_type)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with served(Endpoint) as address:
        yield address


def in_memory(_: Path, __: str) -> Store:
    return EmbeddedStore(oxigraph())


def on_disk(folder: Path, _: str) -> Store:
    stored = open_store(folder / "store")
    stored.oxigraph.extend(oxigraph())
    return stored


def dataset(_: Path, __: str) -> Store:
    return as_store(to_rdflib(EmbeddedStore(oxigraph())))


def dataset_without_union(_: Path, __: str) -> Store:
    found = rdflib.Dataset()
    found.parse(data=DATA, format="nquads")
    return as_store(found)


def remote(_: Path, server: str) -> Store:
    return RemoteStore(f"{server}/sparql")


Make = Callable[[Path, str], Store]


@pytest.fixture(params=[in_memory, on_disk, dataset, dataset_without_union, remote])
def store(request: pytest.FixtureRequest, tmp_path: Path, server: str) -> Store:
    make: Make = request.param
    return make(tmp_path, server)


def test_the_default_graph_is_the_union_of_all(store: Store) -> None:
    rows = list(store.select("SELECT DISTINCT ?o { <urn:a> <urn:p> ?o }"))
    assert rows == [{"o": NamedNode("urn:b")}]


def test_graphs_are_told_apart(store: Store) -> None:
    found = store.select("SELECT ?g { GRAPH ?g { <urn:a> <urn:p> <urn:b> } } ORDER BY ?g")
    assert [text(row["g"]) for row in found] == ["urn:g1", "urn:g2"]


def test_columns_are_known_without_rows(store: Store) -> None:
    found = store.select("SELECT ?x ?y { ?x <urn:none> ?y }")
    assert found.variables == ("x", "y")
    assert list(found) == []


def test_an_unbound_variable_is_absent(store: Store) -> None:
    (row,) = store.select(
        "SELECT ?o ?none { <urn:a> <urn:q> ?o OPTIONAL { ?o <urn:z> ?none } }"
    )
    assert row == {"o": Literal("Acuerdo", language="es")}


def test_columns_are_the_texts_of_rows(store: Store) -> None:
    table = store.columns(
        "SELECT ?p ?o ?none { <urn:a> ?p ?o OPTIONAL { ?o <urn:z> ?none } } ORDER BY DESC(?p)"
    )
    assert table.column_names == ["p", "o", "none"]
    assert table.slice(0, 1).to_pylist() == [{"p": "urn:q", "o": "Acuerdo", "none": None}]


def test_a_malformed_date_keeps_its_form(store: Store) -> None:
    (row,) = store.select("SELECT ?year { ?s <urn:year> ?year }")
    assert text(row["year"]) == "2008"


def test_yes_and_no(store: Store) -> None:
    assert store.ask("ASK { <urn:a> ?p ?o }")
    assert not store.ask("ASK { <urn:z> ?p ?o }")


def test_statements_are_constructed(store: Store) -> None:
    (triple,) = store.construct("CONSTRUCT { ?o <urn:of> ?s } { ?s <urn:p> ?o }")
    assert text(triple.subject) == "urn:b"


def test_all_statements_can_be_had(store: Store) -> None:
    triples = {str(quad.triple) for quad in store.quads()}
    assert len(triples) == 3


def test_a_long_query_is_answered(store: Store) -> None:
    padding = " ".join(f"<urn:long{number}>" for number in range(400))
    assert store.ask(f"ASK {{ VALUES ?x {{ {padding} }} <urn:a> ?p ?o }}")


def test_the_form_of_a_query_is_known(store: Store) -> None:
    assert store.answer("ASK {}") is True
    assert not isinstance(store.answer("SELECT * {}"), bool)


@pytest.mark.parametrize("ask", ["select", "ask", "construct"])
def test_a_query_of_another_form_is_refused(store: Store, ask: str) -> None:
    other = "ASK {}" if ask != "ask" else "SELECT * {}"
    with pytest.raises(QuerySyntaxError, match="This is no"):
        getattr(store, ask)(other)


def test_what_is_no_sparql_is_refused_in_one_message(store: Store) -> None:
    with pytest.raises(CoordgraphError) as caught:
        list(store.select("SELECT * {"))
    assert "Traceback" not in str(caught.value)


def test_a_plain_rdflib_graph_is_a_store() -> None:
    graph = rdflib.Graph().parse(data="<urn:a> <urn:p> 1 .", format="turtle")
    (row,) = as_store(graph).select("SELECT ?o { ?s ?p ?o }")
    assert text(row["o"]) == "1"
    assert len(list(as_store(graph).quads())) == 1


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/broken", "Internal"),
        ("/page", "text/html, not application/sparql-results"),
        ("/cut", "is no SPARQL result|breaks off"),
    ],
)
def test_a_misbehaving_endpoint_is_named(server: str, path: str, message: str) -> None:
    with pytest.raises(EndpointError, match=message) as caught:
        list(RemoteStore(server + path).select("SELECT * { ?s ?p ?o }"))
    assert str(caught.value).startswith(server)


def test_an_endpoint_that_is_not_there_is_named() -> None:
    with pytest.raises(EndpointError, match=r"http://127.0.0.1:9/: no answer"):
        RemoteStore("http://127.0.0.1:9/").ask("ASK {}")
