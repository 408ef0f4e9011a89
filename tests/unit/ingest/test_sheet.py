"""Tables that cannot be read are told with what to do."""

from pathlib import Path

import pytest

from coordgraph.errors import UnreadableFile
from coordgraph.ingest.sheet import dialect_of


def test_a_table_in_no_known_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(b"id,label\n1,\x81\n")
    with pytest.raises(UnreadableFile, match=r"in none of UTF-8.*Save it as UTF-8"):
        dialect_of(path, {"id", "label"})


def test_a_folder_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="it is a folder"):
        dialect_of(tmp_path, {"id"})


def test_a_table_that_says_that_it_is_utf_16_and_is_not_is_told(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(b"\xff\xfe\x00\xd8a\x00\n\x00")
    with pytest.raises(UnreadableFile, match=r"this table is no UTF-16\. Save it as UTF-8"):
        dialect_of(path, {"id", "label"})


def test_a_first_line_without_end_is_no_header(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("a" * 2_000_000, encoding="utf-8")
    with pytest.raises(UnreadableFile, match="that is no header of a table"):
        dialect_of(path, {"id"})
