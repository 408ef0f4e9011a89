"""The page on speed shows what the benchmarks measured."""

import json
import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "explanation" / "performance.md").read_text(encoding="utf-8")
SIZES = json.loads(
    (ROOT / "benchmarks" / "results" / "network.json").read_text(encoding="utf-8")
)["sizes"]
ROWS = re.findall(r"^\| ([\d,]+) \| ([\w ]+) \| (.+) \| (.+) \| (.+) \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize("row", ROWS, ids=" ".join)
def test_a_number_of_the_page_is_one_that_was_measured(row: tuple[str, ...]) -> None:
    statements, step, *cells = row
    (found,) = [size for size in SIZES.values() if f"{size['statements']:,}" == statements]
    for stack, cell in zip(("coordgraph", "by_hand", "plain"), cells, strict=True):
        if cell == "not run":
            assert stack not in found
            continue
        told, _, unit = cell.partition(" ")
        steps = found[stack]["seconds"]
        measured = (
            steps[step.removesuffix(" table")] if unit == "s" else found[stack]["peak_mb"]
        )
        assert float(told) == round(measured, len(told.partition(".")[2])), (stack, measured)


def test_the_page_has_a_table() -> None:
    assert len(ROWS) >= 8


@pytest.mark.long
def test_the_chart_is_drawn_from_the_results(tmp_path: Path) -> None:
    runpy.run_path(str(ROOT / "benchmarks" / "chart.py"))["chart"](tmp_path / "times.svg")
    kept = ROOT / "docs" / "images" / "performance" / "times.svg"
    told = [
        re.findall(r"<desc>(.+)</desc>", path.read_text(encoding="utf-8"))
        for path in (tmp_path / "times.svg", kept)
    ]
    assert told[0] == told[1], "run `python benchmarks/chart.py`"
