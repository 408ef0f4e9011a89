"""Questions are answered in every form, and refused or cut off with a reason."""

import gzip
import json

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.questions import answered, refusal
from coordgraph.serve.worker import Reply, done
from coordgraph.store import EmbeddedStore, open_store


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    found = open_store()
    for graph in ("a", "b"):
        subject, graph_name = NamedNode(f"urn:{graph}"), NamedNode(f"urn:graph:{graph}")
        found.oxigraph.add(Quad(subject, NamedNode("urn:p"), Literal("é\n"), graph_name))
    return found


def ask(store: EmbeddedStore, sparql: str, **head: object) -> Reply:
    return answered(store, Message(head, sparql.encode()), Limits(answer_bytes=10_000))


def rows(reply: Reply) -> list[str]:
    assert reply.status == 200, reply.body
    found = json.loads(reply.body)["results"]["bindings"]
    return sorted(row["s"]["value"] for row in found)


def test_the_default_graph_is_all_graphs_unless_others_are_named(store: EmbeddedStore) -> None:
    question = "SELECT ?s { ?s ?p ?o }"
    assert rows(ask(store, question)) == ["urn:a", "urn:b"]
    assert rows(ask(store, question, graphs=["urn:graph:b"])) == ["urn:b"]
    assert rows(ask(store, question, named=["urn:graph:b"])) == []
    assert rows(ask(store, "SELECT ?s FROM <urn:graph:a> { ?s ?p ?o }")) == ["urn:a"]
    named = "SELECT ?s { GRAPH ?g { ?s ?p ?o } }"
    assert rows(ask(store, named, graphs=["urn:graph:a"])) == []
    assert rows(ask(store, named, named=["urn:graph:a"])) == ["urn:a"]


def test_a_word_in_a_text_or_a_name_names_no_graph(store: EmbeddedStore) -> None:
    for question in (
        "# FROM <urn:x>\nSELECT ?s { ?s ?p ?o }",
        "SELECT ?s ?from { ?s ?p ?from }",
        "PREFIX from: <urn:> SELECT ?s (STR($from) AS ?x) { ?s ?p $from }",
    ):
        assert rows(ask(store, question)) == ["urn:a", "urn:b"]


@pytest.mark.parametrize(
    ("accepted", "media", "start"),
    [
        ("", "application/sparql-results+json", b'{"head"'),
        ("text/csv", "text/csv; charset=utf-8", b"s\r\n"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", b"?s\n"),
        ("application/sparql-results+xml", "application/sparql-results+xml", b"<?xml"),
    ],
)
def test_rows_come_in_four_forms(
    store: EmbeddedStore, accepted: str, media: str, start: bytes
) -> None:
    reply = ask(store, "SELECT ?s { ?s ?p ?o }", accept=accepted)
    assert reply.headers["content-type"] == media
    assert reply.body.startswith(start)


@pytest.mark.parametrize(
    "form",
    [
        RdfFormat.TURTLE,
        RdfFormat.N_TRIPLES,
        RdfFormat.RDF_XML,
        RdfFormat.TRIG,
        RdfFormat.JSON_LD,
    ],
)
def test_statements_are_read_back_as_they_are(store: EmbeddedStore, form: RdfFormat) -> None:
    reply = ask(store, "CONSTRUCT WHERE { ?s ?p ?o }", accept=form.media_type)
    assert reply.headers["content-type"].startswith(form.media_type)
    found = {(quad.subject.value, quad.object.value) for quad in parse(reply.body, form)}
    assert found == {("urn:a", "é\n"), ("urn:b", "é\n")}


def test_an_answer_is_tagged_and_packed_for_who_can_unpack_it(store: EmbeddedStore) -> None:
    question = (
        "SELECT * { VALUES ?x { 'a' } " + "BIND('x' AS ?y) ".replace("x", "long " * 300) + "}"
    )
    whole, small = ask(store, question), ask(store, question, gzip=True)
    assert gzip.decompress(small.body) == whole.body
    assert small.headers["content-encoding"] == "gzip"
    assert small.headers["etag"] != whole.headers["etag"]
    assert ask(store, question).headers["etag"] == whole.headers["etag"]


@pytest.mark.parametrize(
    ("question", "status", "words"),
    [
        ("SELECT ?s {\n ?s ?p }", 400, "line 2, column"),
        ("SELECT ?s { ?s no:where ?o }", 400, "prefix is not declared"),
        ("CLEAR ALL", 400, "line 1"),
        ("ASK { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", 400, "SERVICE is refused"),
        ("ASK { service silent ?x { ?s ?p ?o } }", 400, "SERVICE is refused"),
        ("SELECT * { VALUES ?x { 'long' } BIND('%s' AS ?y) }" % ("x" * 20_000), 413, "LIMIT"),
    ],
)
def test_what_cannot_be_answered_is_said(
    store: EmbeddedStore, question: str, status: int, words: str
) -> None:
    reply = ask(store, question)
    assert reply.status == status
    assert words in reply.body.decode()


def test_a_form_that_nobody_gives_is_said(store: EmbeddedStore) -> None:
    assert ask(store, "ASK {}", accept="image/png").status == 406
    assert ask(store, "CONSTRUCT WHERE { ?s ?p ?o }", accept="text/csv").status == 406


@pytest.mark.parametrize(
    ("question", "accept"),
    [
        ("SELECT * { VALUES ?x { 'a\\u0007' } }", "application/sparql-results+xml"),
        ("CONSTRUCT { <urn:a> <urn:b> 'a\\u0007' } {}", "application/rdf+xml"),
    ],
)
def test_xml_that_nobody_could_read_is_not_given(
    store: EmbeddedStore, question: str, accept: str
) -> None:
    message = Message({"accept": accept}, question.encode())
    reply = done(answered, store, message, Limits())
    assert reply.status == 422
    assert b"U+0007, a character that XML cannot hold" in reply.body


def test_a_name_or_a_text_is_no_service() -> None:
    for harmless in (
        "ASK { ?service ?p 'SERVICE <urn:x>' } # SERVICE",
        "PREFIX service: <urn:SERVICE> ASK { service:a ?p ?o }",
        "PREFIX a: <urn:x> ASK { a:service ?p ?o }",
    ):
        assert refusal(harmless) is None


def test_a_question_that_has_no_base_to_stand_on_is_told_so(store: EmbeddedStore) -> None:
    reply = ask(store, "ASK {}", base="http://no host/")
    assert reply.status == 500
    assert b"Invalid base IRI" in reply.body
