"""Commands that take long say now and then how far they are."""

from pathlib import Path

import pytest

from coordgraph.cli import progress
from coordgraph.ingest import table
from tests.unit.cli.test_commands import LEAST, run

TABLE = "id,title,class\nlaw-1,Law 1,official-page\nlaw-2,Law 2,official-page\n"
CALLS = {
    "ties": ("network", "--data", "least.ttl", "--out", "n.gexf"),
    "names": ("resolve", "AFIP", "BPS", "--data", "least.ttl"),
    "rows": ("import", "sources.csv", "--out", "out.ttl", "--no-check"),
    "runs": ("communities", "--data", "least.ttl", "--seeds", 6),
    "participations": ("incidence", "--data", "least.ttl", "--out", "i.parquet"),
    "statements": ("load", "least.ttl", "--store", "store"),
}
SAID = {
    "ties": "... 0 of 1 ties written (0%)",
    "names": "... 2 of 2 names",
    "rows": "... 2 rows",
    "runs": "... runs: 6 of 6",
    "participations": "... participations: 3 of 3",
    "statements": "... least.ttl",
}


@pytest.fixture(autouse=True)
def _at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(progress, "_EVERY", -1)
    monkeypatch.setattr(table, "_CHUNK", 1)
    Path("least.ttl").write_text(LEAST, encoding="utf-8")
    Path("sources.csv").write_text(TABLE, encoding="utf-8")


@pytest.mark.parametrize("counted", CALLS)
def test_how_far_a_command_is_is_said(counted: str) -> None:
    done = run(*CALLS[counted])
    assert done.exit_code == 0
    assert SAID[counted] in done.stderr


@pytest.mark.parametrize("counted", CALLS)
def test_quiet_does_not_say_it(counted: str) -> None:
    assert run(*CALLS[counted], "-q").stderr == ""
