"""Lines are shown of files that were loaded, of no other, and as they are."""

import gzip
from pathlib import Path

import pytest

from coordgraph.errors import CallError, UnreadableFile
from coordgraph.serve.api.report import SHIPPED
from coordgraph.serve.workbench.written import excerpt, read_from


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "data.nt"
    path.write_text("".join(f"line {n}\n" for n in range(1, 101)), encoding="utf-8")
    return path


def test_the_lines_around_a_place_are_told_with_the_number_of_the_first(data: Path) -> None:
    found = excerpt([str(data)], str(data), 50)
    assert found.lines[50 - found.first] == "line 50"
    assert found.first < 50 < found.first + len(found.lines) - 1
    assert excerpt([str(data)], str(data), 1).first == 1
    assert excerpt([str(data)], str(data), 100).lines[-1] == "line 100"


def test_no_file_is_shown_that_was_not_loaded(data: Path) -> None:
    secret = data.parent / "secret.txt"
    secret.write_text("secret")
    loaded = [str(data)]
    near = data.parent / "x" / ".." / "data.nt"
    for name in (str(secret), f"{data}/../secret.txt", str(near), "secret.txt", "", "\0"):
        with pytest.raises(CallError, match="none of the files"):
            excerpt(loaded, name, 1)
    with pytest.raises(CallError, match="none of the files"):
        excerpt([], str(data), 1)


def test_a_file_that_is_gone_or_shorter_by_now_is_told(data: Path) -> None:
    with pytest.raises(CallError, match="has no line 101 any more"):
        excerpt([str(data)], str(data), 101)
    data.unlink()
    with pytest.raises(UnreadableFile, match="no such file"):
        excerpt([str(data)], str(data), 1)


def test_packed_files_are_unpacked_and_broken_ones_told(tmp_path: Path) -> None:
    path = tmp_path / "data.nt.gz"
    path.write_bytes(gzip.compress("é\nzwei\n".encode()))
    assert excerpt([str(path)], str(path), 2).lines == ["é", "zwei"]
    packed = path.read_bytes()
    for broken in (packed[:-12], packed[:10] + b"\xff" * 20, b"not packed"):
        path.write_bytes(broken)
        with pytest.raises(UnreadableFile, match="unpacked"):
            excerpt([str(path)], str(path), 2)


def test_a_row_of_a_table_is_told_by_column_even_over_several_lines(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text('\ufeffid,name,note\na,"two\nlines",\nb,x,y\n', encoding="utf-8")
    assert excerpt([str(path)], str(path), 2).row == {"id": "a", "name": "two\nlines"}
    assert excerpt([str(path)], str(path), 4).row == {"id": "b", "name": "x", "note": "y"}
    assert excerpt([str(path)], str(path), 1).row == {}
    for body in ('id,"name\na,b\n', f"id,name\na,{'x' * 200_000}\n"):
        path.write_text(body, encoding="utf-8")
        assert excerpt([str(path)], str(path), 2).row == {}


def test_a_line_without_end_is_cut_short(tmp_path: Path) -> None:
    path = tmp_path / "data.jsonld"
    path.write_text("x" * 1_000_000)
    (line,) = excerpt([str(path)], str(path), 1).lines
    assert len(line) < 2_000
    assert line.endswith("…")


def test_all_files_of_the_shipped_dataset_are_known() -> None:
    known = read_from([SHIPPED])
    assert {"sources.ttl", "agreements.csv", "coordgraph.ttl"} <= {
        path.name for path in known.values()
    }
    assert all(path.is_file() for path in known.values())
