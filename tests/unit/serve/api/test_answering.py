"""The API answers what the command line answers, and tells what is wrong with a request."""

import csv
import io
import json
from typing import Any
from urllib.parse import urlencode

import pytest

import coordgraph as cg
from coordgraph.queries import library
from coordgraph.serve.api.answering import api_answered, library_answered
from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.worker import Job, Reply, done
from coordgraph.store import EmbeddedStore

LIMITS = Limits()


@pytest.fixture(scope="module")
def store(dataset: EmbeddedStore) -> EmbeddedStore:
    return dataset


def get(store: EmbeddedStore, path: str, *, job: Job = api_answered, **given: str) -> Reply:
    accept = given.pop("accept", "")
    head = {"path": path, "search": urlencode(given), "accept": accept, "root": "http://x/"}
    return job(store, Message(head), LIMITS)


def rows(reply: Reply) -> list[dict[str, Any]]:
    assert reply.status == 200, reply.body
    found: list[dict[str, Any]] = json.loads(reply.body)["rows"]
    return found


def test_ties_are_those_of_the_network(store: EmbeddedStore) -> None:
    found = rows(get(store, "ties", level="policy", weight="newman"))
    network = cg.project(store, level="policy", weight="newman")
    assert [row["weight"] for row in found] == network.ties.weight.tolist()
    ego = rows(get(store, "ties", actor="afip", limit="2"))
    assert {row["source"].rpartition("/")[2] for row in ego} == {"afip"}
    assert len(ego) == 2


def test_centrality_is_the_table_with_its_notes(store: EmbeddedStore) -> None:
    found = rows(get(store, "centrality", measure="degree", groups="drop"))
    expected = cg.centrality(cg.project(store, groups="drop"), measures=["degree"])
    assert found == expected.to_pylist()
    told = json.loads(get(store, "centrality", measure="coreness", limit="1").body)
    assert "correlation with one core" in told["notes"][0]
    assert len(told["rows"]) == 1


@pytest.mark.parametrize(
    ("path", "given"), [("ties", {}), ("ties", {"format": "csv"}), ("openapi.json", {})]
)
def test_an_answer_that_is_too_large_is_refused(
    store: EmbeddedStore, path: str, given: dict[str, str]
) -> None:
    head = {"path": path, "search": urlencode(given), "root": "http://x/"}
    reply = api_answered(store, Message(head), Limits(answer_bytes=100))
    assert reply.status == 413
    assert "ask for less" in reply.body.decode()


def test_a_number_is_explained(store: EmbeddedStore) -> None:
    reply = get(store, "explain", actor="anses", measure="degree")
    found = json.loads(reply.body)
    assert found["value"] == len(found["ties"])


def test_names_are_searched(store: EmbeddedStore) -> None:
    assert rows(get(store, "search", q="administracion federal"))[0]["score"] > 0.5
    assert rows(get(store, "search", q="zzzz")) == []


@pytest.mark.parametrize(
    ("accept", "delimiter"), [("text/csv", ","), ("text/tab-separated-values", "\t")]
)
def test_rows_come_as_tables_for_who_accepts_them(
    store: EmbeddedStore, accept: str, delimiter: str
) -> None:
    reply = get(store, "ties", accept=accept, limit="3")
    table = list(csv.reader(io.StringIO(reply.body.decode()), delimiter=delimiter))
    assert table[0][0] == "source"
    assert len(table) == 4


@pytest.mark.parametrize(
    ("path", "given", "status", "words"),
    [
        ("nothing", {}, 404, "there are ties, centrality"),
        ("ties", {"level": "nowhere"}, 404, "nowhere"),
        ("ties", {"actor": "nobody-at-all"}, 404, "nobody-at-all"),
        ("search", {}, 400, "q is missing"),
        ("centrality", {"measure": "fame"}, 400, "none of degree"),
        ("ties", {"as_of": "2001-02-30"}, 400, "2001-02-30"),
    ],
)
def test_what_is_wrong_is_told(
    store: EmbeddedStore, path: str, given: dict[str, str], status: int, words: str
) -> None:
    head = {"path": path, "search": urlencode(given), "root": "http://x/"}
    reply = done(api_answered, store, Message(head), LIMITS)
    assert reply.status == status
    assert words in reply.body.decode()


def test_the_library_is_listed_and_each_question_answered(store: EmbeddedStore) -> None:
    listed = json.loads(get(store, "", job=library_answered).body)["queries"]
    assert [one["name"] for one in listed] == list(library())
    name = "agreements/treaty-partners"
    reply = get(store, name, job=library_answered, state="state-ury", format="csv")
    asked = library()[name].run(store, state="state-ury")
    assert len(reply.body.splitlines()) == 1 + len(list(asked))
    sheet = get(store, name, job=library_answered, state="state-ury", format="sheet")
    assert len(sheet.body.splitlines()) == len(reply.body.splitlines())


def test_a_parameter_is_a_term_and_never_a_piece_of_sparql(store: EmbeddedStore) -> None:
    hostile = '"} ; DROP ALL ; {"'
    with pytest.raises(cg.CoordgraphError):
        get(store, "agreements/treaty-partners", job=library_answered, state=f"x> {hostile}")


@pytest.mark.parametrize(
    ("path", "search", "status", "words"),
    [
        ("nothing/here", "", 404, "nothing/here"),
        ("levels/ties", "format=gold", 400, "format='gold' is none of json, csv"),
        ("agreements/treaty-partners", "state=state-ury&state=state-arg", 400, "given once"),
        ("levels/ties", "format=csv&format=json", 400, "given once"),
        ("levels/ties", "level=%ff", 400, "percent-encoded"),
        ("levels/ties", "x=1" + "&x=1" * 100, 400, "a hundred at most"),
    ],
)
def test_what_is_no_question_of_the_library_is_told(
    store: EmbeddedStore, path: str, search: str, status: int, words: str
) -> None:
    reply = done(library_answered, store, Message({"path": path, "search": search}), LIMITS)
    assert reply.status == status
    assert words in reply.body.decode()


def test_a_path_is_told_with_what_is_written_of_it(store: EmbeddedStore) -> None:
    ends = {"from": "afip", "to": "imss"}
    found = json.loads(get(store, "path", job=api_answered, **ends).body)
    assert found["length"] == len(found["steps"]) == 3
    behind = found["steps"][0]["levels"][0]["mechanisms"]
    assert behind[0]["passages"][0]["locator"]
    apart = json.loads(get(store, "path", job=api_answered, level="policy", **ends).body)
    assert (apart["length"], apart["steps"]) == (None, [])
