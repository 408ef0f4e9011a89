"""Commands give the same answers from an endpoint as from files."""

import threading
from collections.abc import Iterator
from http.server import HTTPServer

import pytest
from click.testing import CliRunner

from coordgraph.cli import coordgraph
from coordgraph.ingest.dataset import load
from tests.contract.test_stores import Endpoint


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    handler = type("Dataset", (Endpoint,), {"store": load().oxigraph})
    server = HTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/sparql"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    "command",
    [
        ["ties", "afip", "--format", "json"],
        ["ties", "--lift", "--groups", "drop", "--level", "policy"],
        ["centrality", "--practice", "siaci"],
        ["query", "levels/conflicts"],
    ],
    ids=" ".join,
)
def test_the_answer_is_the_same(command: list[str], endpoint: str) -> None:
    here = CliRunner().invoke(coordgraph, command)
    there = CliRunner().invoke(coordgraph, [*command, "--endpoint", endpoint])
    assert there.exit_code == here.exit_code == 0, there.output
    assert there.stdout == here.stdout
