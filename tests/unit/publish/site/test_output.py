"""A site is brought up to date by one process at a time, and knows what killed ones left."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from coordgraph.errors import UnwritableTarget
from coordgraph.publish.site import output
from coordgraph.publish.site.output import MANIFEST, MARK, UNFINISHED, Output

WRITE = """
import sys
from pathlib import Path
from coordgraph.publish.site.output import Output
output = Output(Path(sys.argv[1]))
with output.alone(), output.drafts() as drafts:
    (drafts / "part").touch()
    for place in sys.argv[2:]:
        output.write(place, place)
    print("at work", flush=True)
    sys.stdin.read()
"""


def writing(folder: Path, *places: str) -> "subprocess.Popen[bytes]":
    """Let another process write places of a site, and not come to an end."""
    other = subprocess.Popen(
        [sys.executable, "-c", WRITE, str(folder), *places],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert other.stdout
    assert other.stdout.readline() == b"at work\n"
    return other


def publish(folder: Path, *places: str) -> set[str]:
    """Write places of a site, and return all files that are there then."""
    site = Output(folder)
    with site.alone():
        for place in (MARK, *places):
            site.write(place, place)
        site.finish()
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("first", [(), ("a", "sub/b"), (MARK, "a")])
def test_what_a_killed_publication_left_goes_with_the_next(
    tmp_path: Path, first: tuple[str, ...]
) -> None:
    with writing(tmp_path / "site", *first) as other:
        other.kill()
    assert publish(tmp_path / "site", "c") == {MARK, MANIFEST, "c"}
    assert [path.name for path in (tmp_path / "site").glob(".*")] == []


def test_what_others_put_beside_a_site_stays(tmp_path: Path) -> None:
    publish(tmp_path, "a")
    (tmp_path / ".nojekyll").touch()
    with writing(tmp_path, MARK, "b") as other:
        other.kill()
    assert publish(tmp_path, "a") == {MARK, MANIFEST, "a", ".nojekyll"}


def test_one_process_publishes_at_a_time(tmp_path: Path) -> None:
    with writing(tmp_path / "site", "a") as other:
        with pytest.raises(UnwritableTarget, match=f"process {other.pid} is publishing into"):
            publish(tmp_path / "site", "b")
        other.kill()
    assert publish(tmp_path / "site", "b") == {MARK, MANIFEST, "b"}


def test_a_file_that_was_begun_goes_too(tmp_path: Path) -> None:
    publish(tmp_path, "a")
    (tmp_path / f"{output._DRAFT}1").touch()
    assert publish(tmp_path, "a") == {MARK, MANIFEST, "a"}


def test_what_the_system_refuses_in_between_is_told(tmp_path: Path) -> None:
    with (
        pytest.raises(UnwritableTarget, match="drafts: cannot be written: no space left"),
        Output(tmp_path).alone(),
    ):
        raise OSError(28, os.strerror(28), "drafts")


def test_a_list_of_unfinished_files_reaches_nothing_outside(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").touch()
    site = tmp_path / "site"
    site.mkdir()
    (site / UNFINISHED).write_text("../thesis.txt\n", encoding="utf-8")
    publish(site, "a")
    assert (tmp_path / "thesis.txt").exists()


def test_a_site_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    site = Output(tmp_path)
    monkeypatch.setattr(os, "replace", full)
    with (
        pytest.raises(UnwritableTarget, match="cannot be written: no space left"),
        site.alone(),
    ):
        site.write("a", "a")
    assert {path.name for path in tmp_path.iterdir()} == {UNFINISHED}
