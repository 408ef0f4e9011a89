"""Commands give the same answers from an endpoint as from files."""

from collections.abc import Iterator

import pytest
from click.testing import CliRunner

from coordgraph.cli import coordgraph
from coordgraph.ingest.dataset import load
from tests.contract.test_stores import Endpoint
from tests.serving import served


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    handler = type("Dataset", (Endpoint,), {"store": load().oxigraph})
    with served(handler) as address:
        yield f"{address}/sparql"


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
