"""``coordgraph incidence`` and ``ties --out`` write Parquet, of an endpoint too."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from pyarrow import parquet

from coordgraph.cli import coordgraph
from tests.servers import coordgraph_served


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
