"""Parts are whole or not there."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest

from coordgraph.network.dump.asking import Piece
from coordgraph.network.dump.parts import SCHEMA, Parts

PIECE = Piece("000", "7ff", 2)


def batches(*, breaks: bool = False) -> Iterator[pa.RecordBatch]:
    yield pa.RecordBatch.from_pylist([{"mechanism": "m", "actor": "a"}], SCHEMA)
    if breaks:
        raise OSError(5, "it broke")
    yield pa.RecordBatch.from_pylist([{"mechanism": "m", "actor": "b"}], SCHEMA)


def test_a_part_is_read_as_it_was_written(tmp_path: Path) -> None:
    parts = Parts(tmp_path / "parts", "who")
    parts.open()
    assert not parts.holds(PIECE)
    parts.write(PIECE, batches())
    assert parts.holds(PIECE)
    assert not parts.holds(PIECE._replace(rows=3))
    found = pa.Table.from_batches(parts.read(PIECE))
    assert found.column("actor").to_pylist() == ["a", "b"]


def test_a_part_that_breaks_off_is_not_there(tmp_path: Path) -> None:
    parts = Parts(tmp_path / "parts", "who")
    parts.open()
    with pytest.raises(Exception, match="it broke"):
        parts.write(PIECE, batches(breaks=True))
    assert [path.name for path in parts.folder.iterdir()] == ["asked.txt"]


def test_parts_are_found_again_by_who_was_asked(tmp_path: Path) -> None:
    for asked, anew, kept in (
        ("who", False, True),
        ("who", True, False),
        ("him", False, False),
    ):
        parts = Parts(tmp_path / "parts", "who")
        parts.open()
        parts.write(PIECE, batches())
        again = Parts(tmp_path / "parts", asked)
        again.open(anew=anew)
        assert again.holds(PIECE) == kept
