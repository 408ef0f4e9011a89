"""A sheet holds no formula, and numbers are numbers."""

from io import BytesIO

import pytest
from pyoxigraph import QuerySolutions

from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.questions import answered
from coordgraph.serve.sheets import write_sheet
from coordgraph.store import EmbeddedStore, open_store


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    return open_store()


def sheet(store: EmbeddedStore, sparql: str) -> str:
    sink, found = BytesIO(), store.oxigraph.query(sparql)
    assert isinstance(found, QuerySolutions)
    write_sheet(found, sink)
    return sink.getvalue().decode()


def test_a_formula_is_a_text(store: EmbeddedStore) -> None:
    question = "SELECT * { VALUES (?a ?b) { ('=1+1' '@x') (<urn:x> UNDEF) ('-' \"a,\\n\") } }"
    assert sheet(store, question) == "a,b\n'=1+1,'@x\nurn:x,\n'-,\"a,\n\"\n"


def test_a_number_is_a_number_unless_it_is_none(store: EmbeddedStore) -> None:
    xsd = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
    question = xsd + "SELECT * { VALUES ?n { -1 -0.5 '=1'^^xsd:integer 'INF'^^xsd:double } }"
    assert sheet(store, question) == "n\n-1\n-0.5\n'=1\nINF\n"


def test_many_rows_have_one_head(store: EmbeddedStore) -> None:
    digits = "VALUES ?{0} {{ 0 1 2 3 4 5 6 7 8 9 }}"
    question = "SELECT * { " + " ".join(digits.format(name) for name in "abcd") + " }"
    lines = sheet(store, question).splitlines()
    assert len(lines) == 10_001
    assert lines.count(lines[0]) == 1


def test_a_sheet_is_asked_for_by_name(store: EmbeddedStore) -> None:
    head = {"accept": "text/csv", "sheet": True}
    reply = answered(store, Message(head, b"SELECT ('=x' AS ?a) {}"), Limits())
    assert (reply.status, reply.body) == (200, b"a\n'=x\n")
    plain = answered(
        store, Message({"accept": "text/csv"}, b"SELECT ('=x' AS ?a) {}"), Limits()
    )
    assert plain.body == b"a\r\n=x\r\n"
    assert answered(store, Message(head, b"ASK {}"), Limits()).body == b"true"


def test_a_sheet_has_a_size(store: EmbeddedStore) -> None:
    many = "SELECT * { VALUES ?a { " + " ".join(f"'{n:0200}'" for n in range(3000)) + " } }"
    head = {"accept": "text/csv", "sheet": True}
    reply = answered(store, Message(head, many.encode()), Limits(answer_bytes=100_000))
    assert reply.status == 413
