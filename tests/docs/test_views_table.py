"""The page on speed says of the views of the workbench what was measured."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "explanation" / "performance.md").read_text(encoding="utf-8")
RESULTS = ROOT / "benchmarks" / "results" / "views.json"
COLUMNS = ("cold_painted_ms", "cold_there_ms", "warm_there_ms", "cold_server_ms", "cold_all_ms")
ROWS = re.findall(r"^\| (\w+) \|" + r" ([\d.]+) s \|" * len(COLUMNS) + "$", PAGE, re.MULTILINE)


def test_a_view_takes_as_long_as_was_measured() -> None:
    found = (
        json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {"views": {}}
    )
    measured = [
        (view, *(f"{told[name] / 1000:.2f}" for name in COLUMNS))
        for view, told in found["views"].items()
    ]
    assert measured == ROWS
