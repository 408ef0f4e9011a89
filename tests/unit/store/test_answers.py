"""Answers are what was asked for, or an error."""

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, QuerySolutions, Store

from coordgraph.errors import EndpointError
from coordgraph.store import RemoteStore, answers, text
from tests.unit.store.conftest import Told
from tests.unit.store.misbehaving import JSON, ROW, ROWS, Reply

TSV = "text/tab-separated-values"
VIRTUOSO = {"Server": "Virtuoso/07.20.3229 (Linux)"}
SELECT = "SELECT ?s { ?s ?p ?o }"


def told_off(url: str, ask: str = "select") -> str:
    with pytest.raises(EndpointError) as caught:
        list(getattr(RemoteStore(url), ask)(SELECT))
    return str(caught.value).removeprefix(f"{url}: ")


def test_a_page_for_people_is_no_answer(told: Told) -> None:
    page = Reply(b"<h1>Welcome</h1>", "text/html")
    said = f"the answer is text/html, not {JSON}. Is this a SPARQL endpoint?"
    assert told_off(told(page)) == said
    assert told_off(told(page), "columns") == said
    with pytest.raises(EndpointError, match=r"text/html, not application/n-triples\. Is"):
        list(RemoteStore(told(page)).construct("DESCRIBE <urn:a>"))


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"", "Unexpected end of file"),
        (b'{"head":{}}', "is no"),
        (ROWS.replace(b"urn:a", b"urn:\xff"), "Invalid UTF-8"),
        (ROWS.replace(b"urn:a", b"a b"), "Invalid IRI"),
        (b'{"results":{"bindings":[]}}', "it has no head"),
        (ROWS + b"and more", "expected"),
        (ROWS.replace(b"urn:a", b"urn:" + b"a" * 17_000_000), "breaks off: "),
    ],
)
def test_what_is_no_result_is_told(told: Told, body: bytes, problem: str) -> None:
    said = told_off(told(Reply(body)))
    assert said.startswith(f"the answer is no {JSON}, or breaks off: ")
    assert problem in said
    assert len(said) < 400


@pytest.mark.parametrize(
    "body",
    [
        b"?s\n<urn:\xff>\n",
        b"?s\n<urn:a>\t<urn:b>\n",
    ],
)
def test_what_is_no_table_is_told(told: Told, body: bytes) -> None:
    said = told_off(told(Reply(body, TSV)), "columns")
    assert said.startswith(f"the answer is no {TSV}, or breaks off: ")


def test_other_columns_than_asked_are_told(told: Told) -> None:
    for body in (b"?s\t?o\n<urn:a>\t1\n", b"?o\n1\n", b"\n"):
        said = told_off(told(Reply(body, TSV)), "columns")
        assert said.startswith("the answer has the columns ")
        assert said.endswith("; asked were s. Is this a SPARQL endpoint?")


def test_rows_may_stand_before_the_head_and_are_read_whole(told: Told) -> None:
    listed = ",".join([ROW] * 9_000)
    body = f'{{"results":{{"bindings":[{listed}]}},"head":{{"vars":["s"]}}}}'.encode()
    store = RemoteStore(told(Reply(body)))
    assert sum(1 for _ in store.select("SELECT ?s { ?s ?p ?o }")) == 9_000


def test_columns_are_read_from_a_table(told: Told) -> None:
    store = Store()
    store.update('INSERT DATA { <urn:a> <urn:p> <urn:b>, _:c, 1, "x\\ty\\n\\"z\\\\ñ"@es, "" }')
    sparql = "SELECT ?s ?o ?none { ?s ?p ?o OPTIONAL { ?o <urn:q> ?none } } ORDER BY ?o"
    answer = store.query(sparql)
    assert isinstance(answer, QuerySolutions)
    written = answer.serialize(format=QueryResultsFormat.TSV)
    assert written
    found = RemoteStore(told(Reply(written, TSV))).columns(sparql)
    assert found.column_names == ["s", "o", "none"]
    node, *others = found["o"].to_pylist()
    assert node.startswith("_:")
    assert set(others) == {"urn:b", "", "1", 'x\ty\n"z\\ñ'}
    assert found["none"].to_pylist() == [None] * 5


@pytest.mark.parametrize(
    "reply",
    [
        Reply(ROWS),
        Reply(b'"s"\n"urn:a"\n', TSV),
    ],
    ids=["json", "another dialect"],
)
def test_columns_are_read_from_rows_where_there_is_no_table(told: Told, reply: Reply) -> None:
    store = RemoteStore(told(reply, Reply(ROWS)))
    assert store.columns(SELECT).to_pylist() == [{"s": "urn:a"}]
    assert store.columns(SELECT).to_pylist() == [{"s": "urn:a"}]


def test_truth_is_written_in_one_way(told: Told) -> None:
    body = (
        '{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"typed-literal",'
        '"datatype":"http://www.w3.org/2001/XMLSchema#boolean","value":"1"}}]}}'
    )
    (row,) = RemoteStore(told(Reply(body.encode()))).select(SELECT)
    assert row == {"s": Literal(value=True)}


def test_blank_nodes_of_virtuoso_are_blank_nodes(told: Told) -> None:
    body = (
        '{ "head": { "link": [], "vars": ["s"] },\n "results": { "bindings": [\n'
        '{ "s": { "type": "bnode", "value": "nodeID://b1" }},\n'
        '{ "s": { "type": "literal", "value": "\\"bnode\\", \\"value\\": \\"nodeID://b1" }}'
        "\n] } }"
    )
    found = list(RemoteStore(told(Reply(body.encode(), headers=VIRTUOSO))).select(SELECT))
    assert [row["s"] for row in found] == [
        BlankNode("b1"),
        Literal('"bnode", "value": "nodeID://b1'),
    ]


@pytest.mark.parametrize(("value", "truth"), [("1", True), ("0", False)])
def test_yes_and_no_of_virtuoso_are_yes_and_no(told: Told, value: str, *, truth: bool) -> None:
    body = (
        '{"head":{"vars":["__ASK_RETVAL"]},"results":{"bindings":[{"__ASK_RETVAL":{"type":'
        '"typed-literal","datatype":"http://www.w3.org/2001/XMLSchema#integer","value":"'
        f'{value}"}}}}]}}}}'
    )
    assert RemoteStore(told(Reply(body.encode(), headers=VIRTUOSO))).ask("ASK {}") is truth


@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        ("application/n-triples", b"<urn:a> <urn:p> <urn:b> ."),
        ("text/turtle", b"PREFIX : <urn:> :a :p :b ."),
    ],
)
def test_statements_are_read_in_the_format_they_come_in(
    told: Told, media_type: str, body: bytes
) -> None:
    (triple,) = RemoteStore(told(Reply(body, media_type))).construct("DESCRIBE <urn:a>")
    assert (triple.subject, text(triple.object)) == (NamedNode("urn:a"), "urn:b")


def test_what_is_no_statement_is_told(told: Told) -> None:
    url = told(Reply(b"<urn:a> <urn:p> .", "application/n-triples"))
    with pytest.raises(EndpointError, match="is no application/n-triples, or breaks off: "):
        list(RemoteStore(url).construct("DESCRIBE <urn:a>"))


def test_columns_come_in_batches(told: Told) -> None:
    rows = b"".join(b"<urn:%d>\n" % number for number in range(30_000))
    found = list(RemoteStore(told(Reply(b"?s\n" + rows, TSV))).batches(SELECT))
    assert [value for batch in found for value in batch["s"].to_pylist()] == [
        f"urn:{number}" for number in range(30_000)
    ]
    (batch,) = RemoteStore(told(Reply(ROWS))).batches(SELECT)
    assert batch.to_pylist() == [{"s": "urn:a"}]


def test_more_columns_than_anyone_asks_for_are_told(told: Told) -> None:
    names = b"\t".join(b"?c%d" % number for number in range(10_001))
    said = told_off(told(Reply(names + b"\n", TSV)), "columns")
    assert said.startswith("the answer has 10,001 columns. Is this")


def test_statements_that_would_harm_their_parser_are_told(told: Told) -> None:
    nested = Reply(b"<urn:a> <urn:p> " + b"<< <urn:a> <urn:p> " * 10_000, "text/turtle")
    with pytest.raises(
        EndpointError, match="the answer cannot be read: statements on statements"
    ):
        list(RemoteStore(told(nested)).construct("DESCRIBE <urn:a>"))


def test_a_row_of_a_table_may_be_long_but_not_without_end(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = b"?s\n<urn:a>\n" + b'"' + b"a" * 9_000_000 + b'"\n'
    assert RemoteStore(told(Reply(body, TSV))).columns(SELECT).num_rows == 2
    monkeypatch.setattr(answers, "_LONGEST_PART", 1 << 20)
    assert "a single value is too long" in told_off(told(Reply(body, TSV)), "columns")
