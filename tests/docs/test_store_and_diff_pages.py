"""The pages on large data and on releases can be followed, on small data."""

import gzip
from pathlib import Path

import pytest

from tests.docs.pages import ROOT, blocks
from tests.docs.telling import run

HOW_TO = ROOT / "docs" / "how-to"
CG, ID = "https://w3id.org/coordgraph/ns#", "https://w3id.org/coordgraph/id/"


def meeting(*actors: str) -> str:
    """Return N-Triples of a mechanism in which these meet."""
    mechanism = f"<{ID}mechanism/{'-'.join(actors)}>"
    taking = [(f"<{mechanism[1:-1]}/{actor}>", actor) for actor in actors]
    return "".join(
        f"{mechanism} <{CG}participation> {part} .\n{part} <{CG}actor> <{ID}actor/{actor}> .\n"
        for part, actor in taking
    )


def test_large_data_is_loaded_and_asked_as_told(tmp_path: Path) -> None:
    block, plan = blocks(HOW_TO / "large-stores.md", "sh")
    (tmp_path / "more").mkdir()
    for number, actors in enumerate((("a", "b"), ("b", "c")), 1):
        packed = gzip.compress(meeting(*actors).encode())
        (tmp_path / f"part-{number}.nt.gz").write_bytes(packed)
    (tmp_path / "more" / "own.nt").write_text(meeting("c", "d"), encoding="utf-8")
    (tmp_path / "dump.nq").write_text(meeting("d", "e"), encoding="utf-8")
    script = block.text.replace("https://example.org/dump.nq", "dump.nq")
    assert script != block.text
    rows = run(script, tmp_path).stdout.splitlines()[1:]
    pairs = [tuple(cell.rpartition("/")[2] for cell in row.split(",")[:2]) for row in rows]
    assert pairs == [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")]
    assert "ties,4,,counted" in run(plan.text, tmp_path).stdout


@pytest.mark.long
def test_releases_are_compared_as_told(tmp_path: Path) -> None:
    for year, others in (("2025", ("b",)), ("2026", ("b", "c"))):
        folder = tmp_path / f"build-{year}"
        folder.mkdir()
        (folder / "coordgraph.nt").write_text(meeting("a", *others), encoding="utf-8")
    (tmp_path / "mine.ttl").write_text(meeting("a", "b"), encoding="utf-8")
    words, only, patches = blocks(HOW_TO / "compare-releases.md", "sh")
    assert "Statements: " in run(words.text, tmp_path).stdout
    assert "read the changes" in run(only.text, tmp_path).stdout
    run(patches.text, tmp_path)
    for name, said in (("trig", "mechanism"), ("ru", "INSERT"), ("rdfp", "A <")):
        assert said in (tmp_path / f"changes.{name}").read_text(encoding="utf-8")
