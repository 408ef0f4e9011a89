"""What pages tell of servers works: those that start them, and what is asked of them."""

import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import coordgraph as cg
from coordgraph.cli import coordgraph
from coordgraph.cli.serve import serve
from tests.docs.following import commands
from tests.docs.pages import ROOT, blocks
from tests.docs.telling import run
from tests.servers import coordgraph_served

HOW_TO = ROOT / "docs" / "how-to"
SERVE, ENDPOINT = HOW_TO / "serve.md", HOW_TO / "use-an-endpoint.md"
HERE = "http://127.0.0.1:7878/"


def lines(page: Path, start: str) -> list[str]:
    """Return the commands of a page that start so."""
    told = [line for block in blocks(page, "sh") for line in commands(block.text)]
    return [line for line in told if line.startswith(start)]


STARTS = [*lines(SERVE, "coordgraph"), *lines(HOW_TO / "workbench.md", "coordgraph")]
QUESTIONS = [line for line in lines(SERVE, "curl") if "$COORDGRAPH_SERVE_TOKEN" not in line]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Serve the shipped dataset."""
    with coordgraph_served() as address:
        yield address


@pytest.mark.parametrize("line", STARTS)
def test_a_server_can_be_started_so(line: str) -> None:
    called, _, _ = line.partition("  #")
    verb, *options = shlex.split(called)[1:]
    assert verb == "serve"
    assert isinstance(serve, click.Command)
    # A command remembers the options that its first context gives it, such as -h of its parent.
    whole = click.Context(coordgraph, info_name="coordgraph", **coordgraph.context_settings)
    with serve.make_context("serve", options, parent=whole) as context:
        assert context.params["host"] == "127.0.0.1"


@pytest.mark.long
@pytest.mark.parametrize("line", QUESTIONS)
def test_the_server_answers_what_a_page_asks(line: str, address: str, tmp_path: Path) -> None:
    if not shutil.which("curl"):
        pytest.skip("curl is not there")
    asked = line.replace(HERE, address).replace("curl ", "curl --silent --show-error --fail ")
    assert run(asked, tmp_path).stdout


@pytest.mark.long
def test_who_has_the_token_changes_data_as_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not shutil.which("curl"):
        pytest.skip("curl is not there")
    (line,) = [line for line in lines(SERVE, "curl") if "$COORDGRAPH_SERVE_TOKEN" in line]
    monkeypatch.setenv("COORDGRAPH_SERVE_TOKEN", "a-secret-of-this-test-0123456789")
    store = tmp_path / "db"
    cg.open_store(store)
    with coordgraph_served("--store", str(store), "--writable") as address:
        run(line.replace(HERE, address).replace("curl ", "curl --silent --fail "), tmp_path)
        asked = f"{address}sparql?query=ASK{{<urn:a>?p?o}}"
        said = run(f"curl --silent --fail --globoff '{asked}'", tmp_path).stdout
    assert "true" in said


@pytest.mark.long
@pytest.mark.parametrize("line", lines(ENDPOINT, "coordgraph"))
def test_an_endpoint_is_asked_as_told(
    line: str, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    words = shlex.split(line)[1:]
    words[words.index("--endpoint") + 1] = f"{address}sparql"
    done = CliRunner().invoke(coordgraph, words)
    assert done.exit_code == 0, done.output
    if "--out" in words:
        assert Path(words[-1]).stat().st_size > 1_000
    else:
        assert len(done.stdout.splitlines()) > 1


def test_oxigraph_takes_what_is_told(tmp_path: Path) -> None:
    load, start = lines(ENDPOINT, "oxigraph")
    (tmp_path / "coordgraph-build").mkdir()
    quads = tmp_path / "coordgraph-build" / "coordgraph.nq"
    quads.write_text("<urn:a> <urn:b> <urn:c> <urn:d> .\n", encoding="utf-8")
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or "oxigraph"
    subprocess.run([program, *shlex.split(load)[1:]], cwd=tmp_path, check=True)
    help_ = subprocess.run(
        [program, "serve", "--help"], capture_output=True, text=True, check=True
    )
    options = [word for word in shlex.split(start) if word.startswith("--")]
    assert [option for option in options if option not in help_.stdout] == []
