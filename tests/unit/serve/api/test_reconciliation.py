"""OpenRefine reconciles names with actors, and is told when it asks for what is none."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest

from coordgraph.errors import CallError
from coordgraph.serve.api.reconciliation import reconciled
from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.store import EmbeddedStore


@pytest.fixture(scope="module")
def store(dataset: EmbeddedStore) -> EmbeddedStore:
    return dataset


def post(store: EmbeddedStore, path: str = "", **given: Any) -> Any:
    encoded = {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in given.items()
    }
    head = {"path": path, "search": "", "root": "http://127.0.0.1:7878/"}
    return json.loads(
        reconciled(store, Message(head, urlencode(encoded).encode()), Limits()).body
    )


def test_the_service_says_what_it_is(store: EmbeddedStore) -> None:
    found = post(store)
    assert "0.2" in found["versions"]
    assert {"name", "identifierSpace", "schemaSpace"} <= set(found)
    assert {"id": "ministry", "name": "ministry"} in found["defaultTypes"]


def test_each_name_of_a_batch_has_its_candidates_best_first(store: EmbeddedStore) -> None:
    queries = {
        "q0": {"query": "AFIP"},
        "q1": {"query": "Instituto Mexicano del Seguro Social", "limit": 1},
        "q2": {"query": "zzzz"},
    }
    found = post(store, queries=queries)
    assert found["q0"]["result"][0]["id"].endswith("/actor/afip")
    assert found["q0"]["result"][0]["score"] <= 100
    assert [one["id"].rpartition("/")[2] for one in found["q1"]["result"]] == ["imss"]
    assert found["q2"]["result"] == []
    scores = [one["score"] for one in found["q0"]["result"]]
    assert scores == sorted(scores, reverse=True)


def test_half_a_character_in_a_key_or_a_name_comes_back_as_it_came(
    store: EmbeddedStore,
) -> None:
    queries = {"\ud800": {"query": "\udfff"}}
    assert post(store, queries=queries) == {"\ud800": {"result": []}}


def test_a_country_and_a_type_narrow_the_search(store: EmbeddedStore) -> None:
    name = "Ministry of Labour"
    here = [{"pid": "country", "v": {"id": "ARG"}}]
    query = {"query": name, "type": "ministry", "properties": here}
    (first, *_) = post(store, queries={"q": query})["q"]["result"]
    assert [one["id"] for one in first["type"]] == ["ministry"]
    anywhere = post(store, queries={"q": {"query": name}})["q"]["result"]
    assert first in anywhere or first["score"] != anywhere[0]["score"]


def test_properties_other_than_the_country_are_passed_over(store: EmbeddedStore) -> None:
    def found(*properties: Any) -> Any:
        query = {"query": "Ministry of Labour", "properties": properties}
        return post(store, queries={"q": query})["q"]["result"]

    others = ({"pid": "homepage", "v": "x"}, "odd", {"v": "BRA"})
    here = {"pid": "country", "v": "ARG"}
    assert found(*others) == found() != found(here)
    assert found(*others, here) == found(here)


def test_the_beginning_of_a_name_is_completed(store: EmbeddedStore) -> None:
    found = post(store, "suggest/entity", prefix="anse")["result"]
    assert any(one["id"].endswith("/actor/anses") for one in found)
    assert post(store, "suggest/entity", prefix="")["result"] == []


def test_other_addresses_below_are_told_which_there_are(store: EmbeddedStore) -> None:
    message = Message({"path": "suggest/type", "search": "", "root": "http://x/"})
    reply = reconciled(store, message, Limits())
    assert reply.status == 404
    assert b"/reconcile/suggest/entity" in reply.body


@pytest.mark.parametrize("body", [b"queries=%ff", b"queries=\xff", b"x=1" + b"&x=1" * 20])
def test_what_is_no_form_is_told(store: EmbeddedStore, body: bytes) -> None:
    message = Message({"path": "", "search": "", "root": "http://x/"}, body)
    with pytest.raises(CallError, match="come as a form"):
        reconciled(store, message, Limits())


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"queries": "no json"}, "no JSON"),
        ({"queries": []}, "an object"),
        ({"queries": {"q": "AFIP"}}, "an object"),
        ({"queries": {"q": {"query": 1}}}, "an object"),
        ({"queries": {"q": {"query": "a", "limit": "x"}}}, "limit"),
        ({"queries": {"q": {"query": "a", "properties": "x"}}}, "properties"),
        ({"queries": {str(n): {"query": "a"} for n in range(1001)}}, "more than 1000"),
        ({"lang": "xx"}, "none of en, es, pt"),
        (
            {"queries": {"q": {"query": "a", "properties": [{"pid": "country", "v": "Oz"}]}}},
            "Oz",
        ),
    ],
)
def test_what_is_no_query_is_told(
    store: EmbeddedStore, given: dict[str, Any], words: str
) -> None:
    with pytest.raises(CallError, match=words):
        post(store, **given)
