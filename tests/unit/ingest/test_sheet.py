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
