"""Columns and arrays become each other, without pandas."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from coordgraph.arrow import booleans, encoded, floats, integers, numbers, texts, whole

wide = st.integers(-(2**62), 2**62)


@given(st.lists(st.text()))
def test_texts_stay_what_they_are(values: list[str]) -> None:
    assert texts(values).to_pylist() == values


@given(st.lists(wide), st.integers(0, 5))
def test_numbers_stay_what_they_are(values: list[int], start: int) -> None:
    column = integers(np.array(values, dtype=np.int64))
    assert column.to_pylist() == values
    assert numbers(column.slice(start)).tolist() == values[start:]
    assert integers(np.array(values, dtype=np.int64)[::-1]).to_pylist() == values[::-1]


@given(st.lists(st.lists(st.sampled_from(["a", "b", ""]), min_size=1)))
def test_pieces_of_a_column_become_one(pieces: list[list[str]]) -> None:
    chunks = [texts(piece).dictionary_encode() for piece in pieces]
    column = pa.chunked_array(chunks, pa.dictionary(pa.int32(), pa.string()))
    found = encoded(column)
    assert found.to_pylist() == [value for piece in pieces for value in piece]
    assert len(set(found.dictionary.to_pylist())) == len(found.dictionary)


@given(st.lists(st.lists(st.text())))
def test_pieces_become_one_whether_or_not_there_are_any(pieces: list[list[str]]) -> None:
    found = whole(pa.chunked_array(map(texts, pieces), pa.string()))
    assert found.equals(pa.array([value for piece in pieces for value in piece], pa.string()))


@given(st.lists(st.floats()))
def test_what_is_no_number_is_nothing(values: list[float]) -> None:
    expected = [None if np.isnan(value) else value for value in values]
    assert floats(np.array(values, dtype=np.float64)).to_pylist() == expected
    assert floats(np.array(values, dtype=np.float64)[::-1]).to_pylist() == expected[::-1]


@given(st.lists(st.integers(0, 9)))
def test_yes_and_no_stay_what_they_are(values: list[int]) -> None:
    column = integers(np.array(values, dtype=np.int64)).cast("bool")
    assert booleans(column).tolist() == [bool(value) for value in values]


def test_what_is_not_known_is_no() -> None:
    assert booleans(pa.array([None, True, False])).tolist() == [False, True, False]


@given(st.lists(st.integers(-1, 3)), st.integers(0, 3))
def test_nothing_is_a_number_of_its_own(values: list[int], start: int) -> None:
    column = integers(np.array(values, dtype=np.int64), null=-1)
    assert column.to_pylist() == [None if value == -1 else value for value in values]
    assert numbers(column.slice(start), null=-1).tolist() == values[start:]
    other = [9 if value == -1 else value for value in values]
    assert numbers(column, null=9).tolist() == other


def test_answers_import_no_pandas(tmp_path: Path) -> None:
    data = tmp_path / "data.ttl"
    data.write_text(
        "@prefix cg: <https://w3id.org/coordgraph/ns#> . <urn:m> a cg:Mechanism ; "
        "cg:participation [ cg:actor <urn:a> ], [ cg:actor <urn:b> ], [ cg:actor <urn:c> ] .",
        encoding="utf-8",
    )
    probe = (
        "import sys; from click.testing import CliRunner;"
        "from coordgraph.cli import coordgraph; given = ['-q', '--data', sys.argv[1]];"
        "calls = ('ties', 'centrality', 'query actors/by-class');"
        "print(*[CliRunner().invoke(coordgraph, [*call.split(), *given]) for call in calls]);"
        "print('pandas' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe, data], capture_output=True, text=True, check=True
    )
    assert done.stdout == "<Result okay> <Result okay> <Result okay>\nFalse\n"
