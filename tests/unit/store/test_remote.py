"""Rows are read while they come; a server that cuts its answers is asked page by page."""

import pytest

from coordgraph.errors import EndpointError, QuerySyntaxError
from coordgraph.store import RemoteStore
from tests.unit.store.conftest import Told
from tests.unit.store.misbehaving import ROW, ROWS, Misbehaving, Reply

CUT = {"X-SPARQL-MaxRows": "2"}
ORDERED = "SELECT ?s { ?s ?p ?o } ORDER BY ?s"


def rows(count: int, **how: object) -> Reply:
    bindings = ",".join([ROW] * count)
    body = f'{{"head":{{"vars":["s"]}},"results":{{"bindings":[{bindings}]}}}}'
    return Reply(body.encode(), **how)  # type: ignore[arg-type]


def test_rows_are_read_while_they_come(told: Told) -> None:
    url = told(rows(100_000, cut=1))
    found = iter(RemoteStore(url).select(ORDERED))
    assert next(found)
    with pytest.raises(EndpointError, match="breaks off"):
        list(found)


def test_an_ordered_answer_that_is_cut_is_asked_page_by_page(told: Told) -> None:
    cut = rows(2, headers=CUT)
    url = told(cut, cut, cut, rows(1))
    found = RemoteStore(url).select(ORDERED)
    assert found.variables == ("s",)
    assert len(list(found)) == 5
    offsets = [path.rpartition("OFFSET+")[2] for _, path, _ in Misbehaving.requests[1:]]
    assert offsets == ["0", "2", "4"]


def test_an_answer_that_is_cut_without_an_order_is_refused(told: Told) -> None:
    url = told(rows(2, headers=CUT))
    for ask in (RemoteStore(url).select, RemoteStore(url).columns):
        with pytest.raises(EndpointError) as caught:
            ask("SELECT ?s { ?s ?p ?o }")
        assert str(caught.value) == (
            f"{url}: the answer is cut after 2 rows. End it with ORDER BY, so that it can be "
            "asked page by page, or ask for less."
        )


def test_a_cut_is_found_even_where_virtuoso_does_not_say_so(told: Told) -> None:
    virtuoso = {"Server": "Virtuoso/07.20"}
    triple = Reply(b"<urn:a> <urn:b> <urn:c> .\n", "application/n-triples", headers=virtuoso)
    construct = "CONSTRUCT { ?s a ?o } { ?s ?p ?o }"
    assert len(list(RemoteStore(told(triple, rows(1))).construct(construct))) == 1
    with pytest.raises(EndpointError, match="the answer is cut after 2 rows"):
        RemoteStore(told(triple, rows(2, headers=CUT))).construct(construct)


def test_the_connection_is_closed_when_nobody_reads_on(told: Told) -> None:
    found = iter(RemoteStore(told(rows(100_000))).select(ORDERED))
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert list(found) == []


def test_updates_go_where_the_environment_says(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = told(Reply(ROWS), path="/query")
    monkeypatch.setenv("COORDGRAPH_ENDPOINT_UPDATE_URL", told(Reply(b""), path="/update"))
    RemoteStore(url).update("INSERT DATA { <urn:a> <urn:b> 1 }")
    assert [path for _, path, _ in Misbehaving.requests] == ["/update"]


def test_a_query_is_no_update_and_an_update_no_query(told: Told) -> None:
    store = RemoteStore(told(Reply(ROWS)))
    with pytest.raises(QuerySyntaxError, match="This is no update"):
        store.update("SELECT * {}")
    with pytest.raises(QuerySyntaxError, match="CLEAR changes what a store holds"):
        store.answer("CLEAR ALL")
    with pytest.raises(QuerySyntaxError, match="This is no SELECT"):
        store.columns("ASK {}")
    assert Misbehaving.requests == []


@pytest.mark.parametrize(
    "term",
    [
        '"s":{"type":"literal","value":"a"},',
        '"p":{"type":"bnode","value":"b"},',
        '"g":{"type":"literal","value":"a"},',
        "",
    ],
    ids=["a text that is described", "a relation without a name", "a text", "nothing"],
)
def test_statements_that_are_none_are_refused(told: Told, term: str) -> None:
    known = {name: f'"{name}":{{"type":"uri","value":"urn:{name}"}},' for name in "gsp"}
    known[term[1:2]] = term
    row = "".join(known.values()) + ('"o":{"type":"uri","value":"urn:o"}' if term else "")
    body = (
        '{"head":{"vars":["g","s","p","o"]},"results":{"bindings":[{' + row.strip(",") + "}]}}"
    )
    with pytest.raises(EndpointError, match=r'holds what is no statement: (<urn:g>|"a")'):
        list(RemoteStore(told(Reply(body.encode()))).quads())


def test_statements_of_a_server_that_cuts_are_asked_page_by_page(told: Told) -> None:
    row = ",".join(f'"{name}":{{"type":"uri","value":"urn:{name}"}}' for name in "gspo")
    body = f'{{"head":{{"vars":["g","s","p","o"]}},"results":{{"bindings":[{{{row}}}]}}}}'
    unnamed = body.replace('"g",', "").replace('"g":{"type":"uri","value":"urn:g"},', "")
    cut = Reply(body.encode(), headers=CUT)
    url = told(cut, cut, Reply(body.encode()), Reply(unnamed.encode()))
    found = [str(quad.graph_name) for quad in RemoteStore(url).quads()]
    assert found == ["<urn:g>", "DEFAULT"]
    asked = [path.rpartition("OFFSET+")[2] for _, path, _ in Misbehaving.requests[2:3]]
    assert asked == ["0"]
