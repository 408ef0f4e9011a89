"""Cells are read back as they were, and no spreadsheet runs them."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordgraph.tables import bare_cell, csv_text, safe_cell

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2)))
def test_what_is_written_is_read_back(rows: list[list[str]]) -> None:
    text = csv_text(["a", "b"], [dict(zip("ab", row, strict=True)) for row in rows])
    _, *found = csv.reader(io.StringIO(text, newline=""))
    assert [[bare_cell(cell) for cell in row] for row in found] == rows


def test_a_lone_carriage_return_stands_in_quotes() -> None:
    assert csv_text(["a"], [{"a": "one\rtwo"}]) == 'a\n"one\rtwo"\n'


def test_an_empty_cell_alone_is_a_row() -> None:
    assert csv_text(["a"], [{"a": None}]) == 'a\n""\n'


@pytest.mark.parametrize("value", ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", ["=1", "b"]])
def test_a_formula_is_made_a_text(value: object) -> None:
    assert safe_cell(value).startswith("'")
