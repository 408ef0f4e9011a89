"""Names that would steer a terminal, or a spreadsheet, are shown as names."""

import csv
import json
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, RdfFormat

from coordgraph.cli.visible import HIDDEN
from tests.hostile.calling import Caller
from tests.hostile.labels import labelled

NAMES = {
    "colours": "\x1b[31mred",
    "a link": "\x1b]8;;https://example.org\x07click\x1b]8;;\x07",
    "a title": "\x1b]0;title\x07",
    "one byte of control": "\x9b2J",
    "a bell": "\x07",
    "a turn of direction": "\u202egnp.exe",
    "an isolate": "\u2066x",
    "a return": "safe\rforged",
    "a line": "one\nUNKNOWN,forged,row",
    "a formula": "=HYPERLINK(1)",
}


def described(folder: Path, name: str) -> Path:
    written = json.dumps(name)
    path = folder / "names.ttl"
    path.write_text(
        f"""@prefix cg: <https://w3id.org/coordgraph/ns#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <urn:a> a cg:Institution ; skos:prefLabel {written}@en . <urn:b> a cg:Institution .
        <urn:c> a cg:Institution ; skos:prefLabel {written}@en .
        <urn:m> cg:participation <urn:p>, <urn:q> .
        <urn:p> cg:actor <urn:a> . <urn:q> cg:actor <urn:b> .""",
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_people_read_steers_their_terminal(
    call: Caller, tmp_path: Path, name: str
) -> None:
    data = described(tmp_path, NAMES[name])
    several = call("ties", NAMES[name], "--data", data).check(2)
    assert "2 actors are named" in several.errors
    shown = call("ties", "--data", data, "--format", "table").check(0)
    for ended in (several, shown):
        assert not HIDDEN.search(ended.errors + ended.out)


@pytest.mark.parametrize("name", NAMES)
def test_programs_read_the_name_as_it_is(call: Caller, tmp_path: Path, name: str) -> None:
    data = described(tmp_path, NAMES[name])
    [row] = json.loads(call("ties", "--data", data, "--format", "json").check(0).out)
    assert row["source_label"] == NAMES[name]
    if name == "colours":  # which are left out where no terminal is
        return
    written = call("ties", "--data", data, "--format", "csv").check(0).out
    [header, cells] = csv.reader(written.splitlines(keepends=True))
    assert dict(zip(header, cells, strict=True))["source_label"].lstrip("'") == NAMES[name]
    assert not cells[2].startswith("=")


@pytest.mark.parametrize("verb", ["ties", "centrality"])
def test_a_table_of_all_odd_names_steers_no_terminal(
    call: Caller, tmp_path: Path, verb: str
) -> None:
    data = tmp_path / "odd.nt"
    labelled().oxigraph.dump(str(data), RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
    shown = call(verb, "--data", data, "--format", "table").check(0)
    assert not HIDDEN.search(shown.errors + shown.out)
    assert "[bold" in shown.out


def test_a_finding_steers_no_terminal(call: Caller, tmp_path: Path) -> None:
    data = described(tmp_path, NAMES["a link"])
    assert not HIDDEN.search(call("validate", data).check(1).out)


def test_a_file_of_a_strange_name_steers_no_terminal(call: Caller, tmp_path: Path) -> None:
    path = tmp_path / "\x1b[31m\u202e.ttl"
    path.write_text("no Turtle", encoding="utf-8")
    assert not HIDDEN.search(call("ties", "--data", path).check(1).errors)


@pytest.mark.parametrize("name", ["a bell", "a formula", "a turn of direction"])
def test_a_workbook_holds_a_name_as_it_is_or_is_not_written(
    call: Caller, tmp_path: Path, name: str
) -> None:
    data, target = tmp_path / "agreement.ttl", tmp_path / "book.xlsx"
    data.write_text(
        f"""@prefix cg: <https://w3id.org/coordgraph/ns#> .
        @prefix dcterms: <http://purl.org/dc/terms/> .
        @base <https://w3id.org/coordgraph/id/> .
        <agreement/a> a cg:Agreement ; dcterms:title {json.dumps(NAMES[name])}@en ;
        cg:mechanismKind <mechanism-kind/social-security-agreement> ;
        cg:evidence <source/law> .""",
        encoding="utf-8",
    )
    ended = call("export", "--data", data, "--out", target).check(0, 2)
    assert ended.code == (2 if name == "a bell" else 0), ended.errors
    if ended.code:
        assert "no workbook holds the text" in ended.errors
        assert not target.exists()
