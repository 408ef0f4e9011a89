"""Files that hold no RDF are named, with what is wrong."""

from pathlib import Path

import pytest

from coordgraph.errors import ParseError, UnreadableFile
from coordgraph.ingest.rdf import triples_of


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "data.ttl"
    folder.mkdir()
    with pytest.raises(UnreadableFile, match="this is a folder, not a file"):
        list(triples_of(folder))


def test_a_file_that_is_not_there_is_named_with_where_it_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=f"no such file.*{tmp_path.name}"):
        list(triples_of(tmp_path / "data.ttl"))


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    path = tmp_path / "data.ttl"
    path.symlink_to(path)
    with pytest.raises(UnreadableFile, match="links that lead to each other"):
        list(triples_of(path))


def test_broken_compression_is_told(tmp_path: Path) -> None:
    path = tmp_path / "data.nt.gz"
    path.write_bytes(b"\x1f\x8b\x08no")
    with pytest.raises((ParseError, UnreadableFile), match="compressed data is broken"):
        list(triples_of(path))
