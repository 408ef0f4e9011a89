"""The server answers whom it should, and outlives what is meant to harm it."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from coordgraph.errors import CallError, LostProcess
from coordgraph.serve import app
from coordgraph.serve.app import serve
from coordgraph.serve.limits import Limits
from coordgraph.store import open_store
from tests.servers import coordgraph_served
from tests.unit.serve.conftest import Client

ALL = "SELECT * { ?s ?p ?o }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def test_a_question_is_answered(client: Client) -> None:
    answer = client.ask(ALL, Accept="application/json")
    assert answer.status == 200
    assert len(json.loads(answer.body)["results"]["bindings"]) == 200
    assert client.request("GET", "/sparql/?query=ASK%7B%7D").status == 200


def test_who_has_the_answer_is_not_sent_it_again(client: Client) -> None:
    first = client.ask(ALL)
    again = client.ask(ALL, **{"If-None-Match": first.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    other = client.ask(ALL, **{"If-None-Match": '"other"'})
    assert other.status == 200


def test_head_gives_what_get_gives_without_the_body(client: Client) -> None:
    got = client.ask(ALL)
    head = client.request("HEAD", "/sparql?query=SELECT%20*%20%7B%20?s%20?p%20?o%20%7D")
    assert head.status == 200
    assert head.body == b""
    assert head.headers["content-length"] == got.headers["content-length"]


@pytest.mark.parametrize(
    "path",
    [
        *("/sparql?query=ASK%7B%7D", "/sparql", "/store?default", "/void.ttl", "/queries"),
        *("/assets/style.css", "/shapes/mechanism.ttl", "/api/search?q=a"),
    ],
)
def test_every_address_knows_head_options_and_what_a_client_has(
    client: Client, path: str
) -> None:
    got, head = client.request("GET", path), client.request("HEAD", path)
    assert (got.status, head.status, head.body) == (200, 200, b"")
    same = ("content-type", "content-length", "etag")
    assert [head.headers[name] for name in same] == [got.headers[name] for name in same]
    again = client.request("GET", path, {"If-None-Match": got.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    assert client.request("OPTIONS", path).status == 204
    assert client.request("PATCH", path).status == 405


def test_an_iri_that_is_served_leads_to_its_page(client: Client) -> None:
    led = client.request("GET", "/resolve?iri=urn%3As1&lang=es")
    page = client.request("GET", f"/{led.headers['location']}")
    assert (led.status, page.status) == (303, 200)
    assert b"urn:s1" in page.body
    data = client.request("GET", "/resolve?iri=urn%3As1", {"Accept": "text/turtle"})
    assert data.headers["location"].endswith(".ttl")


def test_options_tell_what_may_be_asked(client: Client) -> None:
    answer = client.request("OPTIONS", "/sparql")
    assert answer.status == 204
    assert "POST" in answer.headers["allow"]
    assert "PUT" not in answer.headers["allow"]
    of_graphs = client.request("OPTIONS", "/store?default").headers["allow"]
    assert {"PUT", "DELETE"} <= set(of_graphs.split(", "))


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused(client: Client, method: str) -> None:
    answer = client.request(method, "/sparql?query=ASK%7B%7D")
    assert answer.status == 405
    assert "GET" in answer.headers["allow"]


def test_nothing_is_written(client: Client) -> None:
    kind = {"Content-Type": "application/sparql-update"}
    assert client.request("POST", "/sparql", kind, b"CLEAR ALL").status == 403
    assert len(client.ask(ALL).body) > 1000


def test_a_request_has_a_size(client: Client) -> None:
    kind = {"Content-Type": "application/sparql-query"}
    answer = client.request("POST", "/sparql", kind, b" " * (11 << 20))
    assert answer.status == 413


def test_the_description_names_the_endpoint_and_its_graphs(client: Client) -> None:
    answer = client.request("GET", "/sparql", {"Accept": "text/turtle"})
    assert f"sd:endpoint <{client.root}sparql>" in answer.body.decode()
    assert "void:triples 200" in answer.body.decode()
    assert f"rdfs:seeAlso <{client.root}void.ttl>" in answer.body.decode()
    assert client.request("GET", "/.well-known/void").headers["location"] == "../void.ttl"
    assert client.request("GET", "/void.ttl").status == 200
    assert client.request("GET", "/sparql", {"Accept": "image/png"}).status == 406


def test_a_page_elsewhere_that_points_its_name_here_is_refused(client: Client) -> None:
    assert client.ask("ASK {}", Host="evil.example").status == 421
    assert client.ask("ASK {}", Host="localhost:1234").status == 200


def test_answers_are_no_pages_that_run(client: Client) -> None:
    headers = client.ask("ASK {}").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


@pytest.mark.long
def test_pages_elsewhere_read_own_data_only_if_told(client: Client, data: Path) -> None:
    assert "access-control-allow-origin" not in client.ask("ASK {}").headers
    with coordgraph_served("--data", str(data), "--cors", "https://example.org") as root:
        headers = Client(root).ask("ASK {}").headers
        assert headers["access-control-allow-origin"] == "https://example.org"
        assert "Origin" in headers["vary"]


def test_an_endless_question_is_ended_and_its_worker_replaced(client: Client) -> None:
    for _ in range(3):
        answer = client.ask(ENDLESS)
        assert answer.status == 504
        assert "longer than 1 seconds" in answer.body.decode()
    assert client.ask("ASK {}").status == 200


def bomb(steps: int) -> str:
    """Return a question whose text grows tenfold a step."""
    grown = (f"BIND(CONCAT({', '.join([f'?v{n}'] * 10)}) AS ?v{n + 1})" for n in range(steps))
    return f"SELECT * {{ BIND('{'a' * 1000}' AS ?v0) {' '.join(grown)} }}"


HOSTILE = {
    "braces": "ASK " + "{" * 6000 + "}" * 6000,
    "brackets": "SELECT (" + "(" * 20_000 + "1" + ")" * 20_000 + " AS ?x) {}",
    "sums": "SELECT (1" + "+1" * 50_000 + " AS ?x) {}",
    "options": "SELECT * { " + "OPTIONAL { " * 3000 + "?s ?p ?o" + " }" * 3000 + " }",
    "a text of ten gigabytes": bomb(7),
    "a path of paths": "SELECT * { ?s " + "(" * 5000 + "<urn:p>" + ")*" * 5000 + " ?o }",
    "paths without end": "SELECT (COUNT(*) AS ?n) { ?a (!<urn:q>|^!<urn:q>)+ ?b . "
    "?b (!<urn:q>|^!<urn:q>)* ?c . ?c (!<urn:q>|^!<urn:q>)* ?d }",
    "everything sorted": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a",
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_question_kills_its_worker_only(client: Client, hostile: str) -> None:
    kind = {"Content-Type": "application/sparql-query"}
    answer = client.request("POST", "/sparql", kind, hostile.encode())
    assert answer.status in {504, 507}
    assert client.ask("ASK {}").status == 200


@pytest.mark.parametrize(
    "named",
    [
        "FROM <file:///etc/passwd>",
        "FROM <http://127.0.0.1/>",
        "FROM NAMED <file:///etc/passwd>",
    ],
)
def test_a_graph_elsewhere_is_empty(client: Client, named: str) -> None:
    everywhere = "{ { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
    answer = client.ask(f"SELECT * {named} {everywhere}")
    assert answer.status == 200
    assert json.loads(answer.body)["results"]["bindings"] == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Accept": ",".join(f"text/x{n};q=0.{n % 10}" for n in range(4000))},
        {"Accept": "a" * 60_000},
        {"Accept": "text/csv;q=\xb2"},
        {"Accept-Language": ",".join(f"x{n}" for n in range(9000))},
        {"Accept-Encoding": "gzip;q=" + "9" * 400},
        {"If-None-Match": '"a",' * 9000},
    ],
    ids=["many types", "one long type", "no number", "languages", "encoding", "tags"],
)
@pytest.mark.parametrize("path", ["/sparql?query=ASK%7B%7D", "/id/x", "/resolve?iri=urn:x"])
def test_headers_that_are_none_are_answered(
    client: Client, path: str, headers: dict[str, str]
) -> None:
    assert client.request("GET", path, headers).status in {200, 303, 404, 406}


@pytest.mark.parametrize(
    "path",
    [
        *("/%00", "/id/%ff%fe", "/api/%ff", "/queries/%ff", "/en/%ff", "/static/%ff"),
        *("/reconcile?queries=%7B", "/resolve?iri=%00", "/store?graph=%00", "//evil.example"),
        *("/browse/actors.999999.en.html", "/id/..%2f..%2fetc/passwd.ttl", "/thing/AAAA"),
        "/resolve?iri=" + "a" * 60_000,
    ],
)
def test_addresses_that_lead_nowhere_say_so(client: Client, path: str) -> None:
    assert client.request("GET", path).status in {400, 404}


def test_a_question_whose_client_leaves_frees_its_worker(client: Client) -> None:
    with ThreadPoolExecutor(2) as pool:
        endless = [pool.submit(client.ask, ENDLESS) for _ in range(2)]
        time.sleep(0.3)
        assert client.ask("ASK {}").status == 200
        assert {one.result().status for one in endless} == {504}


@pytest.mark.long
def test_who_cannot_wait_is_told_to_come_back(data: Path) -> None:
    options = ("--timeout", "3", "--workers", "1", "--patience", "0.2")
    with coordgraph_served("--data", str(data), *options) as root:
        client = Client(root)
        busy = threading.Thread(target=client.ask, args=(ENDLESS,), daemon=True)
        busy.start()
        time.sleep(1)
        answer = client.ask("ASK {}")
        assert answer.status == 503
        assert answer.headers["retry-after"] == "2"


@pytest.mark.long
def test_what_has_begun_is_finished_before_the_server_stops(data: Path) -> None:
    command = [sys.executable, "-m", "coordgraph", "serve", "--port", "0"]
    command += ["--data", str(data), "--timeout", "1.5"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        client = Client(server.stderr.readline().split("sparql ")[0])
        with ThreadPoolExecutor(1) as pool:
            running = pool.submit(client.ask, ENDLESS)
            time.sleep(0.5)
            server.send_signal(signal.SIGTERM)
            assert running.result().status == 504
        assert server.wait(20) == -signal.SIGTERM


@pytest.mark.long
def test_a_worker_that_is_killed_is_replaced(data: Path) -> None:
    command = [sys.executable, "-m", "coordgraph", "serve", "--port", "0"]
    command += ["--data", str(data), "--workers", "1"]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, process_group=0
    ) as server:
        assert server.stderr is not None
        client = Client(server.stderr.readline().split("sparql ")[0])
        assert client.ask("ASK {}").status == 200
        with ThreadPoolExecutor(1) as pool:
            asked = pool.submit(client.ask, ENDLESS)
            time.sleep(1)
            os.kill(worker_of(server), signal.SIGKILL)
            assert asked.result().status == 500
        assert client.ask("ASK {}").status == 200
        server.terminate()


def worker_of(server: "subprocess.Popen[str]") -> int:
    """Return the process of a server that has made none itself."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            _, parent, group, *_ = path.read_text(encoding="utf-8").rpartition(")")[2].split()
            if int(group) == server.pid:
                parents[int(path.parent.name)] = int(parent)
    (worker,) = parents.keys() - parents.values()
    return worker


@pytest.mark.long
def test_no_process_is_left_when_the_server_is_killed(data: Path) -> None:
    command = [sys.executable, "-m", "coordgraph", "serve", "--port", "0", "--data", str(data)]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, process_group=0
    ) as server:
        assert server.stderr is not None
        server.stderr.readline()
        server.kill()
        server.wait()
        for _ in range(100):
            try:
                os.killpg(server.pid, 0)
            except ProcessLookupError:
                return
            time.sleep(0.05)
    pytest.fail("workers outlive their server")


def test_a_port_in_use_is_named(client: Client) -> None:
    port = client.root.rsplit(":", 1)[1].strip("/")
    command = [sys.executable, "-m", "coordgraph", "serve", "--port", port]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"127.0.0.1:{port}: address already in use. Choose another --port." in done.stderr


def test_a_graph_is_given_in_the_form_that_its_address_names(client: Client) -> None:
    named = client.request("GET", "/store?default&format=nt", {"Accept": "text/turtle"})
    assert named.status == 200
    assert named.headers["content-type"].startswith("application/n-triples")
    wrong = client.request("GET", "/store?default&format=gold")
    assert wrong.status == 400
    assert b"none of ttl, nt" in wrong.body


def test_a_store_in_memory_is_served_to_nobody_who_would_change_it() -> None:
    with pytest.raises(CallError, match="Only a store in a folder can be changed"):
        serve(open_store(), token="0123456789abcdef", port=0)  # noqa: S106 - of none


def test_a_server_that_has_lost_what_it_cannot_be_without_ends_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lost = LostProcess("A process was ended.")

    def run(server: Any, sockets: Sequence[socket.socket]) -> None:
        assert len(sockets) == 1
        server._crew.lost = lost
        assert asyncio.run(server.on_tick(1))

    monkeypatch.setattr(app._Server, "run", run)
    told: list[str] = []
    with pytest.raises(LostProcess) as raised:
        serve(open_store(), port=0, limits=Limits(workers=1), ready=told.append)
    assert raised.value is lost
    assert [one.startswith("http://127.0.0.1:") for one in told] == [True]
