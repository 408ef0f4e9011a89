"""SPARQL servers on loopback for as long as tests need them: Oxigraph and Virtuoso."""

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest

__all__ = [
    "coordgraph_served",
    "coordgraph_serving",
    "free_port",
    "oxigraph_served",
    "running",
    "virtuoso_load",
    "virtuoso_served",
]

_PATIENCE = 60
_VIRTUOSO = """
[Database]
DatabaseFile = v.db
ErrorLogFile = v.log
LockFile = v.lck
TransactionFile = v.trx
xa_persistent_file = v.pxa
[TempDatabase]
DatabaseFile = v-temp.db
TransactionFile = v-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 4000
MaxDirtyBuffers = 2500
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
[SPARQL]
ResultSetMaxRows = {most_rows}
MaxQueryExecutionTime = 60
"""


@contextmanager
def coordgraph_served(*options: str) -> Iterator[str]:
    """Give the address of ``coordgraph serve`` with these options, at a free port."""
    with coordgraph_serving(*options) as (_, root):
        yield root


@contextmanager
def coordgraph_serving(*options: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """Give the process, too."""
    command = [sys.executable, "-m", "coordgraph", "serve", "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            said = server.stderr.readline()
            address = re.match(r"(http://\S+/)sparql ", said)
            assert address, said + server.stderr.read()
            yield server, address[1]
        finally:
            server.terminate()


@contextmanager
def oxigraph_served(data: bytes = b"") -> Iterator[str]:
    """Give the address of an Oxigraph server that holds these N-Quads."""
    beside = Path(sys.executable).parent / "oxigraph"
    program = str(beside) if beside.exists() else "oxigraph"
    port = free_port()
    command = [program, "serve", "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    with running(command, port):
        root = f"http://127.0.0.1:{port}"
        headers = {"Content-Type": "application/n-quads"}
        urlopen(Request(f"{root}/store", data, headers, method="POST")).close()  # noqa: S310
        yield root


@contextmanager
def virtuoso_served(folder: Path, *, most_rows: int = 10_000) -> Iterator[tuple[str, int]]:
    """Give the address and the SQL port of a Virtuoso server; skip where there is none."""
    if not (shutil.which("virtuoso-t") and shutil.which("isql-vt")):
        pytest.skip("Virtuoso is not there: `apt-get install virtuoso-opensource` installs it")
    http, sql = free_port(), free_port()
    settings = {"folder": folder, "http": http, "sql": sql, "most_rows": most_rows}
    (folder / "virtuoso.ini").write_text(_VIRTUOSO.format(**settings), encoding="utf-8")
    command = ["virtuoso-t", "-f", "-c", "virtuoso.ini"]
    with running(command, http, folder=folder):
        yield f"http://127.0.0.1:{http}", sql


def virtuoso_load(sql: int, file: Path) -> None:
    """Load N-Quads into a Virtuoso server that may read the folder of the file."""
    as_quads = 512
    load = f"DB.DBA.TTLP(file_to_string_output('{file}'), '', 'urn:unnamed', {as_quads});"
    login = [f"127.0.0.1:{sql}", "dba", "dba"]
    done = subprocess.run(
        ["isql-vt", *login, f"exec={load}"], capture_output=True, text=True, check=False
    )
    assert "Error" not in done.stdout + done.stderr, done.stdout + done.stderr


@contextmanager
def running(command: list[str], port: int, *, folder: Path | None = None) -> Iterator[None]:
    """Run a server until it is no longer needed; yield when it answers."""
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            _await(server, port)
            yield
        finally:
            server.kill()


def _await(server: "subprocess.Popen[bytes]", port: int) -> None:
    until = time.monotonic() + _PATIENCE
    while server.poll() is None and time.monotonic() < until:
        try:
            urlopen(f"http://127.0.0.1:{port}/sparql", timeout=5).close()
        except HTTPError as error:
            if error.code == 404:  # it answers, and has no such page
                return
            time.sleep(0.05)
        except (URLError, OSError):
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"{server.args!r} does not answer")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
