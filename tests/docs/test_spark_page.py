"""The page on Spark can be followed, on Sail."""

import gzip
from pathlib import Path

import pytest

from tests.docs.pages import ROOT, blocks
from tests.docs.telling import run
from tests.docs.test_store_and_diff_pages import CG, ID, meeting

pytestmark = pytest.mark.spark

PAGE = ROOT / "docs" / "explanation" / "spark.md"


def test_dumps_become_ties_as_told(tmp_path: Path) -> None:
    block, measures = blocks(PAGE, "sh")
    (tmp_path / "dumps").mkdir()
    for number, actors in enumerate((("a", "b"), ("b", "c")), 1):
        level = f"<{ID}mechanism/{'-'.join(actors)}> <{CG}level> <{ID}level/policy> .\n"
        body = meeting(*actors) + (level if number == 1 else "")
        (tmp_path / "dumps" / f"{number}.nt.gz").write_bytes(gzip.compress(body.encode()))
    rows = run(block.text, tmp_path).stdout.splitlines()
    assert [row.partition(f"{ID}actor/")[2][:1] for row in rows] == ["", "a"]
    cores = run(measures.text, tmp_path).stdout.splitlines()
    assert cores[0] == "actor,label,kind,country,core,group"
    assert [row.split(",")[4] for row in cores[1:]] == ["1", "1", "1"]
    assert sorted(path.name for path in (tmp_path / "ties").iterdir()) == [
        *("actors", "coordgraph-ties", "summary", "ties"),
    ]
