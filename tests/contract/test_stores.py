"""Every store answers the same questions with the same answers."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, RdfFormat

from coordgraph.errors import CoordgraphError, QuerySyntaxError
from coordgraph.store import (
    EmbeddedStore,
    RemoteStore,
    Store,
    as_store,
    open_store,
    text,
    to_rdflib,
)
from tests.servers import oxigraph_served, virtuoso_load

GRAPHS = "&".join(
    f"{kind}-graph-uri={graph}"
    for kind in ("default", "named")
    for graph in ("urn:g1", "urn:g2")
)
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


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with oxigraph_served(DATA.encode()) as address:
        yield f"{address}/query"


@pytest.fixture(scope="module")
def virtuoso_endpoint(virtuoso: tuple[str, int], dataset_file: Path) -> str:
    """Give the address of the graphs of this test among those that Virtuoso holds."""
    address, sql = virtuoso
    file = dataset_file.with_name("contract.nq")
    file.write_text(DATA, encoding="utf-8")
    virtuoso_load(sql, file)
    return f"{address}?{GRAPHS}"


Ask = pytest.FixtureRequest


def in_memory(_: Ask) -> Store:
    return EmbeddedStore(oxigraph())


def on_disk(ask: Ask) -> Store:
    folder: Path = ask.getfixturevalue("tmp_path")
    stored = open_store(folder / "store")
    stored.oxigraph.extend(oxigraph())
    return stored


def dataset(_: Ask) -> Store:
    return as_store(to_rdflib(EmbeddedStore(oxigraph())))


def dataset_without_union(_: Ask) -> Store:
    found = rdflib.Dataset()
    found.parse(data=DATA, format="nquads")
    return as_store(found)


def remote(ask: Ask) -> Store:
    return RemoteStore(ask.getfixturevalue("server"))


def virtuoso_server(ask: Ask) -> Store:
    return RemoteStore(ask.getfixturevalue("virtuoso_endpoint"))


Make = Callable[[Ask], Store]
of_virtuoso = pytest.param(virtuoso_server, marks=pytest.mark.virtuoso)
local = [in_memory, on_disk, dataset, dataset_without_union]


@pytest.fixture(params=[*local, remote, of_virtuoso])
def store(request: Ask) -> Store:
    make: Make = request.param
    return make(request)


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


def test_a_malformed_date_keeps_its_form(store: Store, request: Ask) -> None:
    if "virtuoso" in request.node.name:
        pytest.skip("Virtuoso makes a whole date of a part of one; the guide says so")
    (row,) = store.select("SELECT ?year { ?s <urn:year> ?year }")
    assert text(row["year"]) == "2008"


def test_yes_and_no(store: Store) -> None:
    assert store.ask("ASK { <urn:a> ?p ?o }")
    assert not store.ask("ASK { <urn:z> ?p ?o }")


def test_statements_are_constructed(store: Store) -> None:
    (triple,) = store.construct("CONSTRUCT { ?o <urn:of> ?s } { ?s <urn:p> ?o }")
    assert text(triple.subject) == "urn:b"


def test_all_statements_can_be_had(store: Store) -> None:
    found = {(str(quad.triple), str(quad.graph_name)) for quad in store.quads()}
    assert len({triple for triple, _ in found}) == 3
    assert {graph for _, graph in found} == {"<urn:g1>", "<urn:g2>"}
    assert len(found) == 4


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
