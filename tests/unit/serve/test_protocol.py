"""Requests are read as the SPARQL 1.1 Protocol has them."""

from urllib.parse import urlencode

import pytest

from coordgraph.serve.protocol import Asked, Refused, asked

FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"


def test_a_question_comes_by_get_by_form_or_as_it_is() -> None:
    search = urlencode({"query": "ASK {}"}).encode()
    expected = Asked("query", "ASK {}")
    assert asked("GET", search, "", b"") == expected
    assert asked("POST", b"", f"{FORM}; charset=utf-8", search) == expected
    assert asked("POST", b"", QUERY, b"ASK {}") == expected


def test_an_update_comes_by_post() -> None:
    update = b"CLEAR ALL"
    assert asked("POST", b"", "application/sparql-update", update) == Asked(
        "update", "CLEAR ALL"
    )
    with pytest.raises(Refused, match="POST"):
        asked("GET", b"update=CLEAR+ALL", "", b"")


def test_the_client_may_name_the_graphs() -> None:
    search = b"default-graph-uri=urn:a&default-graph-uri=urn:b&named-graph-uri=urn:c"
    found = asked("POST", search, QUERY, b"ASK {}")
    assert (found.graphs, found.named) == (("urn:a", "urn:b"), ("urn:c",))
    using = asked("POST", b"using-graph-uri=urn:a", "application/sparql-update", b"CLEAR ALL")
    assert (using.graphs, using.named) == (("urn:a",), ())


def test_the_form_may_be_named() -> None:
    assert asked("GET", b"query=ASK{}&format=sheet", "", b"").form == "sheet"
    assert asked("GET", b"query=ASK{}&format=text/csv", "", b"").form == "text/csv"
    assert asked("POST", b"format=tsv", QUERY, b"ASK {}").form == "tsv"
    assert asked("GET", b"format=ttl", "", b"") == Asked("description", form="ttl")
    with pytest.raises(Refused, match="is none of json, xml, csv, tsv, sheet, ttl"):
        asked("GET", b"query=ASK{}&format=xls", "", b"")


def test_without_a_question_the_endpoint_is_to_describe_itself() -> None:
    assert asked("GET", b"", "", b"") == Asked("description")


@pytest.mark.parametrize(
    ("search", "content_type", "body", "status", "words"),
    [
        (b"", FORM, b"query=ASK{}&query=ASK{}", 400, "One question"),
        (b"", FORM, b"query=ASK{}&update=CLEAR+ALL", 400, "One question"),
        (b"", FORM, b"q=ASK{}", 400, "lacks"),
        (b"", FORM, b"query=%ff%fe", 400, "UTF-8"),
        (b"", FORM, b"query=\xff", 400, "UTF-8"),
        (b"", QUERY, b"\xff\xfe", 400, "UTF-8"),
        (b"", f"{QUERY}; charset=utf-16", b"ASK {}", 415, "UTF-8"),
        (b"query=ASK{}", QUERY, b"ASK {}", 400, "goes with no"),
        (b"", "text/plain", b"ASK {}", 415, "Content-Type"),
        (b"", "", b"ASK {}", 415, "Content-Type"),
        (b"default-graph-uri=", QUERY, b"ASK {}", 400, "no IRI"),
        (b"named-graph-uri=%3Cscript%3E", QUERY, b"ASK {}", 400, "no IRI"),
        (b"&".join([b"a=b"] * 1001), QUERY, b"ASK {}", 400, "1000"),
    ],
)
def test_what_follows_no_protocol_is_refused_with_a_reason(
    search: bytes, content_type: str, body: bytes, status: int, words: str
) -> None:
    with pytest.raises(Refused, match=words) as refused:
        asked("POST", search, content_type, body)
    assert refused.value.status == status
