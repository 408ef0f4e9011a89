"""A statement is found in the cell that says it, by what a column means and what it holds."""

import json
from pathlib import Path

import pytest

from coordgraph.ingest.cell_places import CellPlaces
from coordgraph.ingest.tabular import read_tables
from coordgraph.namespace import CG, ID, PREFIXES
from tests.unit.ingest.test_table import EVENTS

COMMENT = PREFIXES["rdfs"] + "comment"


@pytest.mark.parametrize(
    ("predicate", "value", "cell"),
    [
        (CG + "happenedOn", "1990", "date"),
        (COMMENT, "another note", "note"),
        (CG + "unheardOf", "1990", "date"),
        ("", "a note", "note"),
        (CG + "unheardOf", "unheard of", ""),
    ],
)
def test_a_cell_says_it(
    predicate: str, value: str, cell: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    described = {"@context": "http://www.w3.org/ns/csvw", "tables": [EVENTS]}
    Path("csv-metadata.json").write_text(json.dumps(described), encoding="utf-8")
    Path("events.csv").write_text("id,date,note\nev-1,1990,a note\n", encoding="utf-8")
    reading = read_tables(Path("csv-metadata.json"))
    places = CellPlaces(reading.parts, reading.rows)
    place = places.place(ID + "event/ev-1", predicate, value)
    assert str(place) == f"events.csv:2{f': {cell}' if cell else ''}"
    assert places.place("urn:nowhere", predicate, value) is None
