"""Columns are written as texts whatever their kind, their length and their parts."""

import json

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordgraph.network.exports.markup import escaped, quoted
from coordgraph.network.exports.rendering import body, flat, json_rows, line, mapped

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = {
    pa.string(): TEXTS,
    pa.dictionary(pa.int32(), pa.string()): TEXTS,
    pa.list_(pa.string()): st.lists(TEXTS),
    pa.bool_(): st.booleans(),
    pa.float64(): st.floats(1e-9, 1e15),
    pa.int64(): st.integers(-(2**40), 2**40),
}


@pytest.mark.parametrize("kind", VALUES, ids=str)
def test_json_gives_back_what_was_written(kind: pa.DataType) -> None:
    @given(st.lists(st.none() | VALUES[kind], max_size=5))
    def check(values: list[object]) -> None:
        rows = json_rows(pa.table({"a": pa.array(values, kind), "b": pa.nulls(len(values))}))
        assert [json.loads(row) for row in rows.to_pylist()] == [
            {"a": value, "b": None} for value in values
        ]

    check()


@given(TEXTS)
def test_arrow_finds_all_that_xml_escapes(text: str) -> None:
    assert escaped(pa.array([text])).to_pylist() == [quoted(text)]


def test_a_part_of_a_column_is_written_as_that_part() -> None:
    column = line(pa.array(["a", "b", "c"], pa.large_string()), "\n")
    assert body(column[1:2]) == b"b\n"
    assert body(column[1:1]) == b""


def test_a_column_without_rows_keeps_its_kind() -> None:
    for kind in VALUES:
        empty = pa.chunked_array([], kind)
        assert flat("a", empty).type == pa.large_string()
        assert not len(mapped(flat("a", empty), str.upper))
