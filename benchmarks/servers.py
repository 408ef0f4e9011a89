"""SPARQL servers of the same data, each for as long as it is asked."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import coordgraph as cg

# What a user would otherwise serve: rdflib by rdflib-endpoint, with no limits.
RDFLIB = """
import sys
import rdflib, uvicorn
from rdflib_endpoint import SparqlEndpoint
data = rdflib.Dataset(default_union=True)
data.parse(sys.argv[1], format="nquads")
endpoint = SparqlEndpoint(graph=data, path="/sparql")
uvicorn.run(endpoint, port=int(sys.argv[2]), log_level="error")
"""


class Served(NamedTuple):
    """A server that runs: where it is asked, and its process."""

    address: str
    process: "subprocess.Popen[bytes]"

    def processes(self) -> list[int]:
        """Return its process and all that this one has made."""
        return _with_children(self.process.pid)

    def processor_seconds(self) -> float:
        """Return how long its processes, and those that are gone, have used the processor."""
        return sum(map(_seconds, self.processes()))

    def memory_mb(self) -> float:
        """Return the memory of its processes, what they share once."""
        found = 0
        for pid in self.processes():
            with suppress(OSError):
                told = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
                found += int(told.partition("\nPss:")[2].split()[0])
        return found / 1024


def _with_children(pid: int) -> list[int]:
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in task.read_text(encoding="ascii").split():
                found += _with_children(int(child))
    return found


def _seconds(pid: int) -> float:
    found = 0
    for task in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        with suppress(OSError):
            found += int(task.read_text(encoding="ascii").split()[0])
    with suppress(OSError):
        told = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        gone = sum(map(int, told[13:15])) / os.sysconf("SC_CLK_TCK")
        return found / 1e9 + gone
    return 0


def shipped(folder: Path) -> Path:
    """Write the shipped dataset as N-Quads."""
    path = folder / "data.nq"
    lines = sorted(f"{quad} .\n" for quad in cg.load().quads())
    path.write_text("".join(lines), encoding="utf-8")
    return path


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def running(command: list[str], port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server until it is no longer needed; yield when it answers."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=quiet) as server:
        try:
            _await(server, port)
            yield server
        finally:
            server.terminate()


def _await(server: "subprocess.Popen[bytes]", port: int) -> None:
    for _ in range(1200):
        if server.poll() is not None:
            break
        try:
            urlopen(f"http://127.0.0.1:{port}/sparql?query=ASK%7B%7D", timeout=5).close()
        except HTTPError:
            return
        except (URLError, OSError):
            time.sleep(0.05)
        else:
            return
    sys.exit(f"{server.args!r} does not answer")


@contextmanager
def coordgraph_served(data: Path, *options: str) -> Iterator[Served]:
    port = free_port()
    command = [sys.executable, "-m", "coordgraph", "serve", "--data", str(data)]
    with running([*command, "--port", str(port), *options], port) as server:
        yield Served(f"http://127.0.0.1:{port}/sparql", server)


@contextmanager
def oxigraph_served(data: Path) -> Iterator[Served]:
    beside = Path(sys.executable).parent / "oxigraph"
    port = free_port()
    command = [str(beside) if beside.exists() else "oxigraph", "serve"]
    with running(
        [*command, "--bind", f"127.0.0.1:{port}", "--union-default-graph"], port
    ) as at:
        headers = {"Content-Type": "application/n-quads"}
        root = f"http://127.0.0.1:{port}"
        body = data.read_bytes()
        urlopen(Request(f"{root}/store", body, headers, method="POST")).close()  # noqa: S310
        yield Served(f"{root}/sparql", at)


@contextmanager
def rdflib_served(data: Path) -> Iterator[Served]:
    port = free_port()
    with running([sys.executable, "-c", RDFLIB, str(data), str(port)], port) as server:
        yield Served(f"http://127.0.0.1:{port}/sparql", server)


@contextmanager
def all_served() -> Iterator[dict[str, Served]]:
    """Yield all servers, by name."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        data = shipped(Path(folder))
        makers = {
            "coordgraph": coordgraph_served,
            "oxigraph serve": oxigraph_served,
            "rdflib-endpoint": rdflib_served,
        }
        yield {name: stack.enter_context(make(data)) for name, make in makers.items()}
