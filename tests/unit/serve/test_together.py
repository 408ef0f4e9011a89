"""Documents that come with a question are asked together with the data, and leave no trace."""

import json
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat

from coordgraph.serve import together as module
from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.together import together
from coordgraph.serve.worker import Reply, done
from coordgraph.store import EmbeddedStore, open_read_only, open_store
from tests.unit.serve.conftest import DATA, Client

ALL = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
MINE = {"name": "mine.ttl", "text": "@prefix : <urn:> . :s1 :p :new ."}


def body(query: str, *files: dict[str, str]) -> bytes:
    return json.dumps({"query": query, "files": files}).encode()


def asked(store: EmbeddedStore, sent: bytes) -> Reply:
    return done(together, store, Message({"root": "http://x/"}, sent), Limits())


def values(sent: bytes) -> list[dict[str, str]]:
    found = json.loads(sent)["results"]["bindings"]
    return [{key: term["value"] for key, term in row.items()} for row in found]


def post(client: Client, sent: bytes, **headers: str) -> Any:
    return client.request("POST", "/sparql/together", headers, sent)


def test_a_question_is_answered_from_the_data_and_the_documents(client: Client) -> None:
    sent = body("SELECT ?o { <urn:s1> <urn:p> ?o } ORDER BY ?o", MINE)
    assert values(post(client, sent).body) == [{"o": "urn:new"}, {"o": "urn:s1"}]
    again = post(client, sent, accept="text/csv")
    assert again.body.split() == [b"o", b"urn:new", b"urn:s1"]


def test_nothing_of_a_document_stays(client: Client) -> None:
    for _ in range(4):
        assert values(post(client, body(ALL, MINE)).body) == [{"n": "201"}]
        assert values(client.ask(ALL).body) == [{"n": "200"}]


def test_a_document_stands_in_a_graph_of_its_name_or_in_its_own() -> None:
    files = (
        {"name": "a folder/My file.nt", "text": "<urn:a> <urn:b> <urn:c> ."},
        {
            "name": "quads.TRIG",
            "text": "<urn:g> { <urn:a> <urn:b> <urn:c> } <urn:d> a <urn:e> .",
        },
    )
    found = json.loads(asked(open_store(), body(" ", *files)).body)
    imported = "https://w3id.org/coordgraph/graph/import/"
    assert found["files"] == [
        {"name": "My file.nt", "statements": 1, "graphs": [f"{imported}My-file"]},
        {"name": "quads.TRIG", "statements": 2, "graphs": [f"{imported}quads", "urn:g"]},
    ]


def test_what_the_data_have_in_no_graph_is_not_the_documents() -> None:
    store = open_store()
    store.oxigraph.load(DATA.encode(), format=RdfFormat.N_TRIPLES)
    named = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    trig = {"name": "x.trig", "text": "<urn:a> <urn:b> <urn:c> . <urn:g> { <urn:d> a <urn:e> }"}
    assert values(asked(store, body(named, trig)).body) == [{"n": "2"}]


def test_a_store_on_disk_is_copied_up_to_a_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = open_store(tmp_path / "db")
    stored.oxigraph.load(DATA.encode(), format=RdfFormat.N_TRIPLES)
    del stored
    store = open_read_only(tmp_path / "db")
    assert values(asked(store, body(ALL, MINE)).body) == [{"n": "201"}]
    assert len(store.oxigraph) == 200
    monkeypatch.setattr(module, "MOST_COPIED", 199)
    refused = asked(store, body(ALL, MINE))
    assert refused.status == 422
    assert b"a store on disk of 200 statements" in refused.body


@pytest.mark.parametrize(
    ("name", "text", "status", "words"),
    [
        ("mine.ttl", "<urn:a> <urn:b>\n  oops .", 422, "mine.ttl:2:"),
        ("mine.docx", "x", 400, "mine.docx: the suffix is of no RDF format"),
        ("mine.jsonld", '{"@context": "http://x/c"}', 422, "is not fetched"),
    ],
)
def test_a_document_that_cannot_be_read_is_told_with_its_place(
    name: str, text: str, status: int, words: str
) -> None:
    reply = asked(open_store(), body(ALL, MINE, {"name": name, "text": text}))
    assert (reply.status, words in reply.body.decode()) == (status, True), reply.body


HALF = b'{"query": "%s", "files": [{"name": "%s.ttl", "text": "%s"}]}'


@pytest.mark.parametrize(
    "sent",
    [
        *(b"", b"[]", b"\xff", b'{"query": 3}', b'{"files": [{"name": "x.ttl"}]}'),
        *(b'{"files": 3}', b'{"files": [3]}'),
        *(HALF % (rb"# \ud800", b"", b""), HALF % (b"", rb"\udfff", b"")),
        HALF % (b"", b"", rb"# \ud800"),
    ],
)
def test_another_body_is_refused_with_the_shape_of_a_good_one(sent: bytes) -> None:
    reply = asked(open_store(), sent)
    assert reply.status == 400
    assert b'{"query": "SELECT ...", "files"' in reply.body


def test_a_question_with_documents_is_held_to_what_others_are(client: Client) -> None:
    runaway = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    assert post(client, body(runaway, MINE)).status == 504
    assert post(client, body("SELECT * { SERVICE <urn:x> { ?a ?b ?c } }", MINE)).status == 400
    wrong = post(client, body("SELECT * {\n ?a oops }", MINE))
    assert (wrong.status, b"line 2, column" in wrong.body) == (400, True)
