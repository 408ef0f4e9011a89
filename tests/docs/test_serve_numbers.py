"""The page on speed says of the server what was measured."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "explanation" / "performance.md").read_text(encoding="utf-8")
RESULTS = ROOT / "benchmarks" / "results"
KINDS = json.loads((RESULTS / "serve.json").read_text(encoding="utf-8"))["kinds"]
LOAD = json.loads((RESULTS / "serve-load.json").read_text(encoding="utf-8"))["stretches"]
ROWS = re.findall(
    r"^\| ((?:ASK|SELECT|CONSTRUCT)[^|]*) \| (.+) \| (.+) \| (.+) \|$", PAGE, re.MULTILINE
)
SERVERS = ("coordgraph", "oxigraph serve", "rdflib-endpoint")


@pytest.mark.parametrize("row", ROWS, ids=" ".join)
def test_a_time_of_the_page_is_one_that_was_measured(row: tuple[str, ...]) -> None:
    kind, *cells = row
    for server, cell in zip(SERVERS, cells, strict=True):
        found = re.fullmatch(r"([\d,.]+) ms, ([\d,.]+) ms", cell)
        assert found, cell
        for told, name in zip(found.groups(), ("best_ms", "processor_ms"), strict=True):
            bare = told.replace(",", "")
            measured = KINDS[kind][server][name]
            assert float(bare) == round(measured, len(bare.partition(".")[2])), (kind, server)


def test_the_page_has_all_kinds() -> None:
    assert [row[0] for row in ROWS] == list(KINDS)


def test_no_client_met_an_error_under_load() -> None:
    assert sum(stretch["failures"] for stretch in LOAD) == 0
    assert {status for stretch in LOAD for status in stretch["statuses"]} <= {"200", "503"}


def test_a_runaway_question_moves_the_median_by_no_more_than_a_quarter() -> None:
    alone, beside = (
        sorted(one["p50_ms"] for one in LOAD if one["runaway"] is runaway)
        for runaway in (False, True)
    )
    assert beside[len(beside) // 2] <= 1.25 * alone[len(alone) // 2]
