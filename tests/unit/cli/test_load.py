"""``coordgraph load`` tells how far it is and what came of it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from coordgraph.cli import coordgraph, progress
from coordgraph.cli.load import _how_far, _ticker
from coordgraph.ingest.stream import Progress


def run(*arguments: object) -> tuple[int, str, str]:
    done = CliRunner().invoke(coordgraph, [str(argument) for argument in arguments])
    return done.exit_code, done.stdout, done.stderr


def test_what_is_loaded_is_read_by_other_commands(tmp_path: Path) -> None:
    code, printed, told = run("load", "--with-dataset", "--derive", "--store", tmp_path / "s")
    assert (code, printed) == (0, "")
    assert told.splitlines()[-1].startswith(f"{tmp_path / 's'}: ")
    assert "statements in 5 named graphs, in " in told
    assert run("ties", "afip", "--store", tmp_path / "s") == run("ties", "afip")


def test_quiet_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.nt").write_text("<urn:a> <urn:b> <urn:c> .\n", encoding="utf-8")
    assert run("load", tmp_path / "a.nt", "--store", tmp_path / "s", "-q") == (0, "", "")


def test_what_was_done_before_is_told(tmp_path: Path) -> None:
    first, second = tmp_path / "a.nt", tmp_path / "b.nt"
    first.write_text("<urn:a> <urn:b> <urn:c> .\n", encoding="utf-8")
    second.write_text("bad", encoding="utf-8")
    call = ("load", first, second, "--store", tmp_path / "s")
    assert run(*call)[0] == 1
    second.write_text("<urn:a> <urn:b> <urn:d> .\n", encoding="utf-8")
    code, _, told = run(*call)
    assert code == 0
    assert told.startswith("Went on with an earlier load: 1 sources were done.\n")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--store", "s"], 2, "Name a file, a folder or a web address."),
        (["a.nt"], 2, "Missing option '--store'"),
        (["none.nt", "--store", "s"], 2, "none.nt: "),
        (["bad.nt", "--store", "s"], 1, "bad.nt:1"),
        (["http://ana:pw@127.0.0.1/a.nt", "--store", "s"], 2, "in an address is refused"),
    ],
)
def test_a_bad_call_is_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    code: int,
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bad.nt").write_text("bad", encoding="utf-8")
    found, printed, told = run("load", *arguments)
    assert (found, printed) == (code, "")
    assert message in told
    assert not Path("s").exists()


@pytest.mark.parametrize(
    ("done", "words"),
    [
        (Progress("a.nt", 100, 50, 3000), "a.nt: 3,000 statements, 1,500 a second (50%)"),
        (Progress("a.ttl", 0, 4_000_000), "a.ttl: 4 MB, 2 a second"),
        (Progress("putting the store in order"), "putting the store in order"),
    ],
)
def test_how_far_it_is_is_told_in_words(done: Progress, words: str) -> None:
    assert _how_far(done, 2.0) == words


def test_it_is_told_again_while_a_file_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "_EVERY", -1)
    tick = _ticker(quiet=False)
    for done in (0, 50, 100):
        tick(Progress("a.nt", 100, done, done))
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(" a second")[2] for line in told] == ["", " (50%)", " (100%)"]
