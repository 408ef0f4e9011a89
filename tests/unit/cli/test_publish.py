"""``coordgraph publish``: what it takes, what it says, and how it ends."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result

from coordgraph.cli import coordgraph
from coordgraph.cli import publish as command
from coordgraph.cli.ending import ended
from tests.unit.cli.test_commands import run
from tests.unit.publish.site.description.releases import ABOUT, about_file
from tests.unit.publish.site.vocabulary import without_concepts

DATA = """
@prefix cg: <https://w3id.org/coordgraph/ns#> .
<https://data.example.org/kg/id/a> a cg:Institution ; <urn:p/1> "x" .
"""


@pytest.fixture(autouse=True)
def _few_pages() -> Iterator[None]:
    with without_concepts():
        yield


def publish(folder: Path, *options: object) -> Result:
    data = folder / "mine.ttl"
    data.write_text(DATA, encoding="utf-8")
    base = ("--base", "https://data.example.org/kg/", "--langs", "en")
    return run("publish", "--data", data, *base, "--out", folder / "site", *options)


def test_it_says_what_it_wrote_and_what_it_could_not(tmp_path: Path) -> None:
    result = publish(tmp_path)
    assert result.exit_code == 0
    assert "--about FILE states them" in result.stderr
    assert "Left out: dump/dataset.rdf: XML has no name for the property" in result.stderr
    assert "of them written." in result.stderr


def test_quiet_says_only_what_is_missing(tmp_path: Path) -> None:
    result = publish(tmp_path, "--quiet", "--about", about_file(tmp_path))
    assert result.exit_code == 0
    assert all(line.startswith("Left out: ") for line in result.stderr.splitlines())


@pytest.mark.parametrize(
    ("options", "code", "problem"),
    [
        (["--langs", "en,fr"], 2, "known are en, es, pt"),
        (["--base", "example.org"], 2, "--base 'example.org' is no web address"),
        (["--host", "files"], 2, "--host 'files' is no web address"),
        (["--since", "nowhere"], 2, "nowhere"),
        (["--about", "nowhere.ttl"], 2, "nowhere.ttl"),
    ],
)
def test_a_wrong_call_writes_nothing(
    options: list[str], code: int, problem: str, tmp_path: Path
) -> None:
    result = publish(tmp_path, *options)
    assert result.exit_code == code
    assert problem in result.stderr
    assert not (tmp_path / "site").exists()


def test_missing_facts_are_named_and_nothing_is_written(tmp_path: Path) -> None:
    about = about_file(tmp_path, ABOUT.replace("dcterms:title", "dcterms:subject"))
    result = publish(tmp_path, "--about", about)
    assert result.exit_code == 1
    assert "about.ttl: the dataset lacks a title" in result.stderr
    assert not (tmp_path / "site").exists()


def test_an_interruption_says_how_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "publish_site", interrupted)
    arguments = ["publish", "--out", str(tmp_path / "site")]
    assert ended(lambda: coordgraph.main(arguments, standalone_mode=False)) == 130
    told = f"coordgraph: interrupted; {tmp_path / 'site'} is not whole. Publish again into it"
    assert capsys.readouterr().err.startswith(told)
