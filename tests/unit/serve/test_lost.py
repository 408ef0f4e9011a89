"""A server whose processes are killed goes on, or ends and says so."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from coordgraph.ingest.loading import load_store
from coordgraph.store import open_read_only
from tests.servers import coordgraph_serving
from tests.unit.serve.conftest import Client

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(
        not Path("/proc/self/task").exists(), reason="who forked whom is told by Linux only"
    ),
]
SECRET = "0123456789abcdef"  # noqa: S105 - of servers that live for these tests
UPDATE = {"Authorization": f"Bearer {SECRET}", "Content-Type": "application/sparql-update"}
Server = tuple["subprocess.Popen[str]", Client]


def forked(pid: int) -> list[int]:
    """Return the processes that one has forked and that live."""
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [int(one) for one in found]


def kill(*pids: int) -> None:
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
    time.sleep(0.2)


@pytest.fixture
def server(tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server of a store that can be changed; it forks a root, a holder and two workers."""
    load_store(tmp_path / "db", [str(data)])
    monkeypatch.setenv("COORDGRAPH_SERVE_TOKEN", SECRET)
    options = ("--store", str(tmp_path / "db"), "--writable", "--workers", "2")
    with coordgraph_serving(*options) as (process, root):
        yield process, Client(root)


def number(client: Client) -> int:
    answer = client.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", Accept="text/csv")
    assert answer.status == 200, answer.body.decode()
    return int(answer.body.split()[1])


def test_workers_and_the_holder_of_the_data_are_replaced(server: Server) -> None:
    process, client = server
    (root,) = forked(process.pid)
    (holder,) = forked(root)
    kill(*forked(holder))
    assert number(client) == 200
    kill(holder)
    assert [number(client) for _ in range(3)] == [200] * 3
    (holder,) = forked(root) or (holder,)
    if Path(f"/proc/{holder}").exists():
        kill(*forked(holder), holder)
    assert [number(client) for _ in range(3)] == [200] * 3


def test_without_the_root_it_ends_and_says_so(server: Server) -> None:
    process, client = server
    kill(*forked(process.pid))
    assert number(client) == 200
    answer = client.request("POST", "/sparql", UPDATE, b"INSERT DATA { <urn:a> <urn:b> 1 }")
    told = b"A process of the server was ended from outside; start it anew."
    assert (answer.status, answer.body) == (503, told + b" Nothing was changed.\n")
    assert process.wait(timeout=60) == 2
    assert process.stderr
    assert told.decode() in process.stderr.read()


def test_a_store_that_is_loaded_anew_is_noticed(server: Server, tmp_path: Path) -> None:
    _, client = server
    assert b"urn:new" not in client.request("GET", "/en/data").body
    (tmp_path / "new.nt").write_text("<urn:s> <urn:p> <urn:new> .\n", encoding="ascii")
    load_store(tmp_path / "db", [str(tmp_path / "new.nt")])
    assert [number(client) for _ in range(3)] == [1] * 3
    assert b"import/new" in client.request("GET", "/en/data").body


def test_a_store_that_cannot_be_read_any_more_is_told(server: Server, tmp_path: Path) -> None:
    _, client = server
    current = tmp_path / "db" / "CURRENT"
    before = current.read_bytes()
    current.write_bytes(b"generation-99\n")
    answer = client.ask("ASK { ?s ?p ?o }")
    assert answer.status == 503
    assert b"its store generation-99 cannot be read" in answer.body
    current.write_bytes(before)
    assert number(client) == 200


def test_a_change_whose_process_is_killed_is_made_whole_or_not_at_all(
    server: Server, tmp_path: Path
) -> None:
    process, client = server
    (root,) = forked(process.pid)
    before = set(forked(root))
    update = b"INSERT DATA { <urn:a> <urn:b> 1 }"
    with subprocess.Popen(
        ["curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", f"{client.root}sparql"]
        + [part for header in UPDATE.items() for part in ("-H", ": ".join(header))]
        + ["--data-binary", update.decode()],
        stdout=subprocess.PIPE,
    ) as asking:
        while not (changing := set(forked(root)) - before):
            time.sleep(0.001)
        kill(*changing)
        code, _ = asking.communicate(timeout=60)
    made = {b"204": 201, b"503": 200, b"504": 200}[code]
    assert number(client) == made
    assert sum(1 for _ in open_read_only(tmp_path / "db").quads()) == made
    assert client.request("POST", "/sparql", UPDATE, update).status == 204
    assert number(client) == 201
