"""Changes are made by who may, checked, and kept whole or not at all."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from coordgraph.cli import coordgraph
from coordgraph.cli import serve as serving
from coordgraph.ingest.loading import Options, load_store
from coordgraph.namespace import ID
from coordgraph.store import open_read_only
from tests.servers import coordgraph_served
from tests.unit.serve.conftest import Client

SECRET = "0123456789abcdef"  # noqa: S105 - of servers that live for these tests
MAY = {"Authorization": f"Bearer {SECRET}", "Content-Type": "application/sparql-update"}
TURTLE = {"Authorization": f"Bearer {SECRET}", "Content-Type": "text/turtle"}
CG = "PREFIX cg: <https://w3id.org/coordgraph/ns#> "
NO_TITLE = CG + "INSERT DATA { GRAPH <urn:g> { <urn:m> a cg:Mechanism } }"
SPARQL = "/sparql"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, data: Path) -> Path:
    path = tmp_path_factory.mktemp("writable") / "store"
    load_store(path, [str(data)], Options(derived=True))
    return path


@pytest.fixture(scope="module")
def writable(folder: Path) -> Iterator[Client]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COORDGRAPH_SERVE_TOKEN", SECRET)
        with coordgraph_served("--store", str(folder), "--writable", "--workers", "2") as root:
            yield Client(root)


def holds(client: Client, pattern: str) -> bool:
    answer = client.ask(f"{CG} ASK {{ {pattern} }}", Accept="application/json")
    found: bool = json.loads(answer.body)["boolean"]
    return found


def test_an_update_is_seen_by_whoever_asks_next_and_kept(
    writable: Client, folder: Path
) -> None:
    update = b"INSERT DATA { GRAPH <urn:g> { <urn:new> <urn:p> <urn:o> } }"
    assert writable.request("POST", SPARQL, MAY, update).status == 204
    assert holds(writable, "GRAPH <urn:g> { <urn:new> ?p ?o }")
    assert open_read_only(folder).ask("ASK { <urn:new> ?p ?o }")


def test_an_answer_that_was_kept_is_forgotten_when_the_data_change(writable: Client) -> None:
    def sizes() -> bytes:
        return writable.request("GET", "/en/data").body

    before = sizes()
    assert sizes() == before
    update = b"INSERT DATA { GRAPH <urn:kept> { <urn:kept> <urn:p> <urn:o> } }"
    assert writable.request("POST", SPARQL, MAY, update).status == 204
    assert b"urn:kept" not in before
    assert b"urn%3Akept" in sizes()


def test_who_has_no_token_changes_nothing(writable: Client) -> None:
    for headers in (
        {},
        {"Authorization": "Bearer wrong"},
        {"Authorization": f"Basic {SECRET}"},
    ):
        kind = {"Content-Type": "application/sparql-update", **headers}
        answer = writable.request("POST", SPARQL, kind, b"DROP ALL")
        assert answer.status == 401
        assert "Bearer" in answer.headers["www-authenticate"]
        assert writable.request("DELETE", "/store?default", headers).status == 401
    assert holds(writable, "<urn:s1> ?p ?o")


@pytest.mark.parametrize(
    ("accepted", "words"),
    [
        ("text/plain", b"error:"),
        ("application/json", b'"conforms": false'),
        ("text/turtle", b"ValidationReport"),
    ],
)
def test_what_would_violate_a_shape_is_refused_with_the_report(
    writable: Client, accepted: str, words: bytes
) -> None:
    answer = writable.request("POST", SPARQL, {**MAY, "Accept": accepted}, NO_TITLE.encode())
    assert answer.status == 422
    assert words in answer.body
    assert not holds(writable, "<urn:m> a cg:Mechanism")


@pytest.mark.long
def test_what_was_violated_before_hinders_no_change(tmp_path: Path) -> None:
    bad = tmp_path / "bad.ttl"
    bad.write_text("<urn:m> a <https://w3id.org/coordgraph/ns#Mechanism> .", encoding="utf-8")
    load_store(tmp_path / "store", [str(bad)])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COORDGRAPH_SERVE_TOKEN", SECRET)
        options = ("--store", str(tmp_path / "store"), "--writable")
        with coordgraph_served(*options) as root:
            client = Client(root)
            good = b"INSERT DATA { <urn:x> <urn:p> 1 }"
            assert client.request("POST", SPARQL, MAY, good).status == 204
            worse = NO_TITLE.replace("urn:m>", "urn:other>").encode()
            answer = client.request("POST", SPARQL, MAY, worse)
            assert answer.status == 422
            assert b"urn:other" in answer.body
            assert b"urn:m" not in answer.body


def test_an_update_of_two_steps_is_made_whole_or_not_at_all(writable: Client) -> None:
    update = f"{NO_TITLE} ; INSERT DATA {{ <urn:second> <urn:p> 1 }}"
    assert writable.request("POST", SPARQL, MAY, update.encode()).status == 422
    assert not holds(writable, "<urn:second> ?p ?o")


def test_what_follows_by_rule_is_derived_anew(writable: Client) -> None:
    ministry, party = f"{ID}actor-kind/ministry", f"{ID}role/party"
    mechanism = f"""{CG} PREFIX dcterms: <http://purl.org/dc/terms/>
    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    INSERT DATA {{ GRAPH <urn:g> {{
      <urn:source> a cg:Source ; dcterms:title "A source"@en .
      <urn:one> a cg:Institution ; skos:prefLabel "One"@en ; cg:actorKind <{ministry}> .
      <urn:two> a cg:Institution ; skos:prefLabel "Two"@en ; cg:actorKind <{ministry}> .
      <urn:way> a cg:Mechanism ; dcterms:title "A way"@en ; cg:evidence <urn:source> ;
        cg:mechanismKind <{ID}mechanism-kind/agreement> ;
        cg:participation <urn:p1>, <urn:p2> .
      <urn:p1> a cg:Participation ; cg:actor <urn:one> ; cg:role <{party}> ;
        cg:basis cg:Explicit ; cg:evidence <urn:source> .
      <urn:p2> a cg:Participation ; cg:actor <urn:two> ; cg:role <{party}> ;
        cg:basis cg:Explicit ; cg:evidence <urn:source> .
    }} }}"""
    answer = writable.request("POST", SPARQL, MAY, mechanism.encode())
    assert answer.status == 204, answer.body.decode()
    assert holds(writable, "<urn:one> cg:coordinatesWith <urn:two>")
    gone = b"DELETE WHERE { GRAPH ?g { ?s ?p <urn:p2> } }"
    assert writable.request("POST", SPARQL, MAY, gone).status == 204
    assert not holds(writable, "<urn:one> cg:coordinatesWith <urn:two>")


@pytest.mark.parametrize(
    ("update", "words"),
    [
        (b"LOAD <http://127.0.0.1/>", b"LOAD is refused"),
        (b"INSERT { ?s ?p ?o } WHERE { SERVICE <urn:x> { ?s ?p ?o } }", b"SERVICE is refused"),
        (b"INSERT DATA { <urn:a> <urn:b> }", b"line 1, column"),
    ],
)
def test_what_cannot_be_made_is_said(writable: Client, update: bytes, words: bytes) -> None:
    answer = writable.request("POST", SPARQL, MAY, update)
    assert answer.status == 400
    assert words in answer.body


def test_a_graph_is_put_added_to_and_removed(writable: Client) -> None:
    path = "/store?graph=urn:graph"
    assert writable.request("GET", path).status == 404
    assert writable.request("PUT", path, TURTLE, b"<urn:a> <urn:p> 1 .").status == 201
    assert writable.request("POST", path, TURTLE, b"[] <urn:p> 2 .").status == 204
    read = writable.request("GET", path, {"Accept": "application/n-triples"})
    assert len(read.body.splitlines()) == 2
    assert writable.request("DELETE", path, TURTLE).status == 204
    assert writable.request("DELETE", path, TURTLE).status == 404


@pytest.mark.parametrize(
    ("method", "path", "headers", "body", "status"),
    [
        ("PUT", "/store?graph=urn:graph", TURTLE, b"no Turtle", 400),
        ("PUT", "/store?graph=urn:graph", {**TURTLE, "Content-Type": "text/csv"}, b"a", 415),
        ("PUT", "/store?graph=nothing", TURTLE, b"", 400),
        ("PUT", "/store?graph=urn:a&default", TURTLE, b"", 400),
        ("PUT", "/store", TURTLE, b"", 400),
        ("PATCH", "/store?default", TURTLE, b"", 405),
    ],
)
def test_what_is_no_change_of_a_graph_is_refused(  # noqa: PLR0913 - one a part of a request
    *,
    writable: Client,
    method: str,
    path: str,
    headers: dict[str, str],
    body: bytes,
    status: int,
) -> None:
    assert writable.request(method, path, headers, body).status == status


DEEP = 20_000
HARM = {
    "application/ld+json": b'{"@id": "urn:a", "urn:b": '
    + b'{"@list": [' * DEEP
    + b"]}" * DEEP
    + b"}",
    "text/turtle": b"<urn:a> <urn:b> " + b"<< <urn:a> <urn:b> " * DEEP,
    "application/n-triples": b"<urn:a> <urn:b> " + b"<<( <urn:a> <urn:b> " * DEEP,
    "application/rdf+xml": b"<a>" * DEEP,
}


@pytest.mark.parametrize("method", ["PUT", "POST"])
@pytest.mark.parametrize("media", HARM)
def test_a_graph_that_would_harm_its_reader_is_refused_and_the_server_lives(
    writable: Client, method: str, media: str
) -> None:
    path, headers = "/store?graph=urn:harm", {**TURTLE, "Content-Type": media}
    answer = writable.request(method, path, headers, HARM[media])
    assert answer.status == 400
    assert b"stand in each other more than" in answer.body
    parts = b"--b\r\nContent-Type: %s\r\n\r\n%s\r\n--b--\r\n" % (media.encode(), HARM[media])
    within = {**TURTLE, "Content-Type": "multipart/form-data; boundary=b"}
    assert writable.request(method, path, within, parts).status == 400
    assert writable.request("GET", path).status == 404


@pytest.mark.long
def test_a_change_that_takes_too_much_memory_is_not_made(folder: Path) -> None:
    steps = (f'BIND(REPLACE(?a{step}, "a", ?a{step}) AS ?a{step + 1})' for step in range(3))
    update = f"""INSERT {{ <urn:long> <urn:p> ?long }} WHERE {{ BIND("aaaaaaaaaa" AS ?a0)
        {" ".join(steps)} BIND(STRLEN(CONCAT(?a3, ?a3, ?a3)) AS ?long) }}""".encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COORDGRAPH_SERVE_TOKEN", SECRET)
        options = ("--store", str(folder), "--writable", "--max-memory", "200")
        with coordgraph_served(*options) as root:
            client = Client(root)
            assert client.request("POST", SPARQL, MAY, update).status in {504, 507}
            assert holds(client, "<urn:s1> ?p ?o")
            assert not holds(client, "<urn:long> ?p ?o")


MANY = f"""{CG} INSERT {{ GRAPH <urn:many> {{
  <urn:many> cg:participation ?part . ?part cg:actor ?actor }} }} WHERE {{
  {" ".join(f"VALUES ?{name} {{ 0 1 2 3 4 5 6 7 8 9 }}" for name in "abcd")}
  BIND(IRI(CONCAT("urn:", STR(?a), STR(?b), STR(?c), STR(?d))) AS ?actor)
  BIND(IRI(CONCAT(STR(?actor), "-part")) AS ?part) }}"""
"""Ten thousand actors take part in one mechanism, so that a hundred million ties follow."""


@pytest.mark.long
def test_a_change_from_which_too_much_follows_is_not_made(
    writable: Client, folder: Path
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COORDGRAPH_SERVE_TOKEN", SECRET)
        options = ("--store", str(folder), "--writable", "--check-timeout", "0.5")
        with coordgraph_served(*options) as root:
            client = Client(root)
            answer = client.request("POST", SPARQL, MAY, MANY.encode())
            assert answer.status == 504
            assert b"was not made" in answer.body
            assert b"derived and checked after it 0.5;" in answer.body
            assert not holds(client, "<urn:many> ?p ?o")
    small = b"INSERT DATA { <urn:small> <urn:p> 1 }"
    assert writable.request("POST", SPARQL, MAY, small).status == 204
    assert not open_read_only(folder).ask("ASK { <urn:many> ?p ?o }")


@pytest.mark.long
def test_a_change_from_which_follows_what_takes_too_much_memory_is_not_made(
    folder: Path,
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COORDGRAPH_SERVE_TOKEN", SECRET)
        options = ("--store", str(folder), "--writable", "--check-memory", "600")
        with coordgraph_served(*options) as root:
            client = Client(root)
            answer = client.request("POST", SPARQL, MAY, MANY.encode())
            assert answer.status == 507
            assert b"derived and checked after it 600;" in answer.body
            assert not holds(client, "<urn:many> ?p ?o")
            small = b"INSERT DATA { <urn:slight> <urn:p> 1 }"
            assert client.request("POST", SPARQL, MAY, small).status == 204
    assert not open_read_only(folder).ask("ASK { <urn:many> ?p ?o }")


def test_a_server_that_only_answers_takes_no_graph(client: Client) -> None:
    assert client.request("PUT", "/store?default", TURTLE, b"").status == 403
    assert client.request("GET", "/store?default").status == 200


@pytest.mark.parametrize(
    ("options", "token", "words"),
    [
        ([], SECRET, "give --store DIR"),
        (["--store", "nowhere"], "short", "16 characters"),
    ],
)
def test_a_call_that_lacks_what_writing_takes_says_what_to_do(
    options: list[str], token: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COORDGRAPH_SERVE_TOKEN", token)
    monkeypatch.setattr(serving, "run", lambda *_, **__: pytest.fail("it serves"))
    done = CliRunner().invoke(coordgraph, ["serve", "--port", "0", "--writable", *options])
    assert done.exit_code == 2, done.output
    assert words in done.stderr


@pytest.mark.parametrize(
    "options",
    [["--writable"], pytest.param([], marks=pytest.mark.long)],
    ids=["writable", "read"],
)
def test_a_store_that_is_none_is_not_served(options: list[str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "coordgraph", "serve", "--port", "0"]
    env = {
        **os.environ,
        "COORDGRAPH_SERVE_TOKEN": SECRET,
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run(
        [*command, "--store", "nowhere", *options],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env=env,
    )
    assert done.returncode == 2
    assert "nowhere: this is no store" in done.stderr
    assert "Traceback" not in done.stderr
