"""The page on Spark shows what the benchmark measured."""

import json
import re

import pytest

from tests.docs.pages import ROOT

PAGE = (ROOT / "docs" / "explanation" / "spark.md").read_text(encoding="utf-8")
FILE = ROOT / "benchmarks" / "results" / "spark.json"
ROWS = json.loads(FILE.read_text(encoding="utf-8"))["rows"]
TOLD = re.findall(
    r"^\| ([\d,]+) \| (nt\.gz|parquet) \| (?:`([^`|]+)`|([\w ]+)) \| (.+) \|$",
    PAGE,
    re.MULTILINE,
)
STEPS = ("read", "ties", "component", "pagerank", "core")


@pytest.mark.parametrize("row", TOLD, ids=" ".join)
def test_a_row_of_the_page_is_what_was_measured(row: tuple[str, ...]) -> None:
    size, form, master, place, cells = row
    called = master or place.replace("one process", "here")
    (found,) = [
        one
        for one in ROWS
        if (f"{one['participations']:,}", one["form"], one["place"]) == (size, form, called)
    ]
    for step, cell in zip(STEPS, cells.split(" | "), strict=True):
        measured = found["steps"].get(step)
        assert cell == ("-" if measured is None else told(measured)), step


def told(measured: dict[str, float]) -> str:
    seconds, processor = measured["seconds"], measured["processor"]
    return (
        f"{seconds:.1f} ({processor:.1f})"
        if seconds < 10
        else f"{seconds:.0f} ({processor:.0f})"
    )


def test_all_that_was_measured_is_on_the_page() -> None:
    assert len(TOLD) == len(ROWS)


@pytest.mark.parametrize("size", sorted({row["participations"] for row in ROWS}))
def test_all_places_come_to_the_same(size: int) -> None:
    answers = [row["answer"] for row in ROWS if row["participations"] == size]
    for name in ("actors", "ties", "components", "core"):
        assert len({answer[name] for answer in answers if name in answer}) == 1
    ranks = [answer["pagerank"] for answer in answers if "pagerank" in answer]
    assert ranks == pytest.approx(ranks[:1] * len(ranks), rel=1e-6)
