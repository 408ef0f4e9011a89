"""``coordgraph incidence`` and ``ties --out`` write Parquet, of an endpoint too."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from pyarrow import parquet
from pyoxigraph import RdfFormat, parse, serialize

from coordgraph.cli import coordgraph
from coordgraph.errors import DataError
from coordgraph.network.dump import dumping
from tests.servers import coordgraph_served, oxigraph_served
from tests.unit.cli.test_commands import LEAST


def run(*arguments: object) -> tuple[int, str, str]:
    done = CliRunner().invoke(coordgraph, [str(argument) for argument in arguments])
    return done.exit_code, done.stdout, done.stderr


@pytest.mark.long
def test_ties_of_an_endpoint_are_those_that_are_printed(tmp_path: Path) -> None:
    out = tmp_path / "ties.parquet"
    with coordgraph_served() as address:
        endpoint = ("--endpoint", f"{address}sparql")
        code, printed, told = run("ties", *endpoint, "--out", out)
        many = run("incidence", *endpoint, "--out", tmp_path / "a.parquet", "--part-rows", 200)
    listed = json.loads(run("ties", "--format", "json", "-q")[1])
    assert (code, printed) == (0, "")
    assert told.splitlines()[-1] == f"{out}: {len(listed):,} ties."
    assert parquet.read_table(out).to_pylist() == listed
    rows = parquet.read_metadata(tmp_path / "ties.incidence.parquet").num_rows
    assert many == (0, "", f"{tmp_path / 'a.parquet'}: {rows} participations.\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        *("a.parquet", "ties.incidence.parquet", "ties.parquet"),
    ]


@pytest.fixture(scope="module")
def endpoint() -> Iterator[tuple[str, str]]:
    """Ask a server that knows of one tie."""
    quads = serialize(parse(LEAST, format=RdfFormat.TURTLE), format=RdfFormat.N_QUADS)
    assert quads is not None
    with oxigraph_served(quads) as address:
        yield "--endpoint", f"{address}/query"


def test_ties_of_an_endpoint_are_made_of_what_is_written_beside_them(
    endpoint: tuple[str, str], tmp_path: Path
) -> None:
    out, beside = tmp_path / "t.parquet", tmp_path / "t.incidence.parquet"
    told = run("ties", *endpoint, "--out", out)
    assert told == (0, "", f"{beside}: 3 participations.\n{out}: 1 ties.\n")
    assert [row["target"] for row in parquet.read_table(out).to_pylist()] == ["urn:b"]
    assert run("ties", *endpoint, "--out", out, "--quiet") == (0, "", "")


def test_an_incidence_that_was_broken_off_goes_on(
    endpoint: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "i.parquet"
    with monkeypatch.context() as broken:
        broken.setattr(dumping, "_join", broken_off)
        assert run("incidence", *endpoint, "--out", out)[0] == 1
    told = f"{out}: 3 participations, 1 of 1 parts kept from before.\n"
    assert run("incidence", *endpoint, "--out", out) == (0, "", told)
    told = f"{out}: 3 participations.\n"
    assert run("incidence", *endpoint, "--out", out) == (0, "", told)


def broken_off(*_: object) -> None:
    raise DataError("broken off")


def test_a_server_whose_graphs_are_apart_is_told_how_to_join_them(
    endpoint: tuple[str, str],
) -> None:
    code, printed, told = run("ties", *endpoint, "--between", "states", "--format", "json")
    assert (code, json.loads(printed)) == (0, [])
    assert "only if the server's default graph is the union of all graphs" in told


@pytest.mark.usefixtures("read_once")
def test_ties_of_the_dataset_need_nothing_beside_them(tmp_path: Path) -> None:
    out = tmp_path / "ties.parquet"
    assert run("ties", "afip", "--out", out, "-q") == (0, "", "")
    printed = json.loads(run("ties", "afip", "--format", "json", "-q")[1])
    assert parquet.read_table(out).to_pylist() == printed
    assert [path.name for path in tmp_path.iterdir()] == ["ties.parquet"]


@pytest.mark.usefixtures("read_once")
@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["ties", "--out", "ties.csv"], 2, "ties.csv is no .parquet"),
        (["ties", "--out", "a.parquet", "--format", "csv"], 2, "Leave out one."),
        (["incidence", "--out", "none/a.parquet"], 2, "none/a.parquet: cannot be written"),
        (["incidence", "--out", "a.parquet", "--max-rows", "9"], 1, "at most 9 are asked for"),
    ],
)
def test_a_bad_call_is_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    code: int,
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    found, printed, told = run(*arguments)
    assert (found, printed) == (code, "")
    assert message in told
    assert list(tmp_path.iterdir()) == []
