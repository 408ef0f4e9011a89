"""The command line asks Spark, and prints what it prints without."""

from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coordgraph.cli import cluster, coordgraph
from coordgraph.cli.cluster import _rounds, cluster_of
from coordgraph.errors import CallError
from coordgraph.namespace import CG
from tests.unit.spark.place import ASKED, MASTER


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(coordgraph, ["ties", *arguments])


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.nt"
    parts = [("m", "a"), ("m", "b"), ("n", "b"), ("n", "c"), ("n", "a")]
    lines = [
        f"<x:{mechanism}> <{CG}participation> <x:{mechanism}-{actor}> .\n"
        f"<x:{mechanism}-{actor}> <{CG}actor> <x:actor/{actor}> .\n"
        for mechanism, actor in parts
    ]
    label = "http://www.w3.org/2004/02/skos/core#prefLabel"
    path.write_text("".join(lines) + f'<x:actor/a> <{label}> "Á\\tñ"@es .\n')
    return path


@pytest.mark.parametrize("more", [("--format", "json"), ("b", "--weight", "newman"), ()])
def test_rows_are_those_that_one_machine_prints(small: Path, more: tuple[str, ...]) -> None:
    there = _run("--data", str(small), *ASKED, *more)
    here = _run("--data", str(small), *more)
    assert there.exit_code == here.exit_code == 0
    assert there.stdout == here.stdout
    assert "making at most" in there.stderr


def test_ties_go_into_a_folder_and_a_summary_is_said(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "ties"
    found = _run("--data", str(small), *ASKED, "--out", str(out))
    assert found.exit_code == 0, found.stderr
    assert "11 lines read, 0 of them bad" in found.stderr
    assert f"{out}: 3 actors, 3 ties" in found.stderr
    assert (out / "summary").is_dir()


@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        (("--engine", "spark"), "name them with --data", 2),
        (("--engine", "spark", "--store", "s"), "reads files", 2),
        (("--engine", "spark", "--directed"), "no arcs", 2),
        (("--master", MASTER), "--master goes with --engine spark", 2),
        (("--max-bad", "3"), "--max-bad goes with --engine spark", 2),
    ],
)
def test_what_does_not_go_together_is_refused(
    arguments: tuple[str, ...], said: str, code: int
) -> None:
    if "spark" in arguments:
        arguments = (*arguments, "--master", MASTER)
    found = _run(*arguments)
    assert found.exit_code == code
    assert said in found.stderr


def test_without_spark_its_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "find_spec", lambda _: None)
    found = _run("--data", "small.nt", *ASKED)
    assert found.exit_code == 2
    assert "`pip install 'coordgraph[spark]'` installs it." in found.stderr


def test_a_cluster_says_what_begins_unless_it_is_to_be_quiet(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = partial(cluster_of, master=None, conf=(), work=None, wait=None, max_bad=None)
    for quiet, told in ((False, "... reading\n"), (True, "")):
        asked(quiet=quiet).tell("reading")
        assert capsys.readouterr().err == told


def test_a_setting_has_a_name_and_a_value() -> None:
    asked = partial(cluster_of, master=None, work=None, wait=None, max_bad=None, quiet=True)
    assert asked(conf=("a.b=c=d",)).settings == {"a.b": "c=d"}
    with pytest.raises(CallError, match="NAME=VALUE"):
        asked(conf=("a.b",))


def test_rounds_are_told_now_and_then() -> None:
    often, said = list[str](), list[str]()
    for told in (_rounds(often.append, every=0), _rounds(said.append)):
        for name in ("graph-ties", "core-1", "core-2"):
            told(name)
    assert (often, said) == (["core, round 1", "core, round 2"], [])


def test_a_network_is_written_as_ties_and_actors(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "net"
    asked = ["network", "--data", str(small), *ASKED, "--out", str(out), "--lang", "es"]
    found = CliRunner().invoke(coordgraph, [*asked, "--format", "csv"])
    assert found.exit_code == 0, found.stderr
    nodes = "".join(path.read_text() for path in (out / "actors").glob("*.csv"))
    assert "x:actor/a,Á" in nodes
    assert "x:actor/b,b,," in nodes


@pytest.mark.parametrize("more", [("--two-mode",), ("--directed",), ("--format", "graphml")])
def test_a_network_that_spark_does_not_write_is_refused(
    small: Path, more: tuple[str, ...]
) -> None:
    asked = ["network", "--data", str(small), *ASKED, "--out", "none", *more]
    assert CliRunner().invoke(coordgraph, asked).exit_code == 2
    assert not Path("none").exists()
