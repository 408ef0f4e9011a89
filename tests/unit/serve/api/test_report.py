"""The report has the findings of the checks, with their places where the files are known."""

import json
from pathlib import Path

import pytest

import coordgraph as cg
from coordgraph.errors import TooLarge
from coordgraph.ingest.source import read_files
from coordgraph.serve.api import report
from coordgraph.serve.api.answering import api_answered
from coordgraph.serve.api.report import SHIPPED, findings
from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.store import EmbeddedStore, open_store

_BAD = """@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:x:one> a cg:Institution ;
    skos:prefLabel "One"@en, "Uno"@en .
"""


@pytest.fixture
def bad(tmp_path: Path) -> tuple[EmbeddedStore, str]:
    path = tmp_path / "bad.ttl"
    path.write_text(_BAD, encoding="utf-8")
    return read_files([str(path)]), str(path)


def test_a_finding_has_its_file_and_line_where_files_are_known(
    bad: tuple[EmbeddedStore, str],
) -> None:
    store, path = bad
    found = list(findings(store, lang="es", sources=[path], severity="violation"))
    assert {row["file"] for row in found} == {path}
    assert {row["line"] for row in found} <= {3, 4}
    assert found[0]["thing"] == "urn:x:one"
    assert {row["file"] for row in findings(store, lang="es")} == {None}


def test_a_finding_has_no_place_where_the_file_is_gone(
    bad: tuple[EmbeddedStore, str], tmp_path: Path
) -> None:
    gone = str(tmp_path / "gone.ttl")
    found = list(findings(bad[0], lang="en", sources=[gone]))
    assert found == list(findings(bad[0], lang="en"))


def test_messages_are_in_the_language(bad: tuple[EmbeddedStore, str]) -> None:
    told = {
        lang: [row["message"] for row in findings(bad[0], lang=lang)]
        for lang in ("en", "es", "pt")
    }
    assert len({len(messages) for messages in told.values()}) == 1
    assert told["en"] != told["es"] != told["pt"]


def test_the_shipped_data_have_places_and_no_violation() -> None:
    found = list(findings(cg.load(), lang="en", sources=[SHIPPED]))
    assert found
    assert all(row["file"] for row in found)
    assert "violation" not in {row["severity"] for row in found}


def test_the_api_reports(bad: tuple[EmbeddedStore, str]) -> None:
    head = {
        "path": "report",
        "search": "severity=violation&limit=1",
        "accept": "",
        "root": "http://x/",
        "sources": [bad[1]],
    }
    rows = json.loads(api_answered(bad[0], Message(head), Limits()).body)["rows"]
    assert len(rows) == 1
    assert rows[0]["severity"] == "violation"
    assert rows[0]["file"] == bad[1]


def test_nothing_is_found_in_nothing() -> None:
    assert list(findings(open_store(), lang="en")) == []


def test_what_takes_too_long_to_check_is_refused_at_once(
    bad: tuple[EmbeddedStore, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "MOST", 2)
    with pytest.raises(TooLarge, match="coordgraph validate"):
        list(findings(bad[0], lang="en"))
