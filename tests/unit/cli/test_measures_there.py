"""``centrality --engine spark`` prints what it prints without."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from pyarrow import parquet
from pyoxigraph import RdfFormat

from coordgraph.cli import coordgraph
from coordgraph.store import EmbeddedStore
from tests.unit.spark.place import ASKED

EXACT = ("degree", "strength", "pagerank", "core")


def run(*arguments: object) -> tuple[int, str, str]:
    done = CliRunner().invoke(coordgraph, ["centrality", *map(str, arguments)])
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture(scope="module")
def dump(dataset: EmbeddedStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dump") / "dataset.nq"
    with path.open("wb") as file:
        dataset.oxigraph.dump(file, format=RdfFormat.N_QUADS)
    return path


@pytest.mark.long
def test_rows_are_those_that_one_machine_prints(dump: Path) -> None:
    asked = [word for name in EXACT for word in ("--measure", name)]
    asked += ["--network", "practices", "--lang", "es", "--data", str(dump)]
    there = json.loads(run(*asked, "--format", "json", *ASKED)[1])
    here = json.loads(run(*asked, "--format", "json")[1])
    assert list(there[0]) == list(here[0])
    by_actor = {row["actor"]: row for row in here}
    assert [row["actor"] for row in there] == [row["actor"] for row in here]
    for row in there:
        expected = by_actor[row["actor"]]
        for name in EXACT:
            assert row[name] == pytest.approx(expected[name], rel=1e-6)
            assert type(row[name]) is type(expected[name])
        assert {**row, **expected} == expected


@pytest.mark.long
def test_measures_go_into_a_folder(dump: Path, tmp_path: Path) -> None:
    out = tmp_path / "measures"
    asked = ("--network", "practices", "--data", dump, *ASKED, "--measure", "component")
    code, printed, told = run(*asked, "--out", out)
    assert (code, printed) == (0, "")
    assert told.splitlines()[-1].startswith(f"{out}: ")
    listed = list(csv.DictReader(io.StringIO(run(*asked, "--format", "csv")[1])))
    rows = parquet.read_table(out / "measures").to_pylist()
    assert {row["actor"]: row["component"] for row in rows} == {
        row["actor"]: row["component"] for row in listed
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((*ASKED, "--measure", "betweenness", "--data", "{dump}"), "'betweenness'. Known are"),
        ((*ASKED, "--weighted"), "without --weighted"),
        ((*ASKED, "--two-mode"), "without --two-mode"),
        ((*ASKED, "--directed"), "without --directed"),
        ((*ASKED, "--approximate", "0.1"), "without --approximate"),
        ((*ASKED, "--format", "ttl"), "without RDF"),
        ((*ASKED, "--endpoint", "http://127.0.0.1/"), "coordgraph incidence"),
        (("--out", "folder"), "--out goes with --engine spark"),
        (("--work", "folder"), "--work goes with --engine spark"),
    ],
)
def test_what_spark_does_not_do_is_refused(
    dump: Path, arguments: tuple[str, ...], said: str
) -> None:
    code, printed, told = run(*(word.replace("{dump}", str(dump)) for word in arguments))
    assert (code, printed) == (2, "")
    assert said in told
