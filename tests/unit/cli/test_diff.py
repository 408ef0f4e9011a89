"""``coordgraph diff``: what it reads, what it prints, and how it ends."""

import gzip
import json
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat

from coordgraph.namespace import CG, ID
from coordgraph.publish.rdf import document
from coordgraph.store import open_store
from tests.unit.changes.graphs import BASE, store
from tests.unit.cli.test_commands import run

MORE = 'agreement:m cg:signedOn "1990"^^xsd:gYear .'


def written(path: Path, turtle: str) -> Path:
    form = RdfFormat.from_extension(path.suffixes[0].removeprefix("."))
    assert form is not None
    body = document(store(turtle).quads(), form)
    path.write_bytes(gzip.compress(body) if path.suffix == ".gz" else body)
    return path


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return written(tmp_path / "old.ttl", BASE)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return written(tmp_path / "new.ttl", BASE + MORE)


@pytest.mark.parametrize("name", ["b.ttl", "b.nt", "b.nq", "b.trig", "b.rdf", "b.nt.gz"])
def test_the_same_graph_in_another_format_is_no_difference(
    name: str, tmp_path: Path, old: Path
) -> None:
    again = written(tmp_path / name, BASE)
    result = run("diff", old, again, "--exit-code")
    assert (result.exit_code, result.stdout) == (0, "No difference.\n")


def test_named_graphs_against_none_are_left_aside(tmp_path: Path, old: Path) -> None:
    named = written(tmp_path / "b.trig", f"<urn:g> {{ {BASE} }}")
    assert run("diff", named, old, "--exit-code").exit_code == 0


@pytest.mark.parametrize(("flag", "code"), [([], 0), (["--exit-code"], 1)])
def test_a_difference_is_an_exit_code_only_if_asked_for(
    flag: list[str], code: int, old: Path, new: Path
) -> None:
    result = run("diff", old, new, *flag)
    assert result.exit_code == code
    assert "signed on 1990 (added)" in result.stdout
    assert "... comparing" in result.stderr


def test_quiet_says_only_what_differs(old: Path, new: Path) -> None:
    assert run("diff", old, new, "--quiet").stderr == ""


def test_words_come_in_the_language_asked_for(old: Path, new: Path) -> None:
    assert "firmado el 1990 (se agrega)" in run("diff", old, new, "--lang", "es").stdout


def test_json_and_csv_hold_the_same_change(old: Path, new: Path) -> None:
    (row,) = json.loads(run("diff", old, new, "--format", "json").stdout)["changes"]
    assert (row["group"], row["property"]) == ("dates", f"{CG}signedOn")
    assert f"dates,added,{ID}agreement/m,Mm," in run("diff", old, new, "--format", "csv").stdout


@pytest.mark.parametrize(
    ("form", "opening"), [("trig", "@prefix"), ("sparql", "INSERT DATA"), ("patch", "TX .")]
)
def test_a_patch_is_printed(form: str, opening: str, old: Path, new: Path) -> None:
    assert run("diff", old, new, "--format", form).stdout.startswith(opening)


def test_only_narrows(old: Path, new: Path) -> None:
    assert run("diff", old, new, "--only", "ties", "--exit-code").stdout == (
        "No difference of this kind.\n"
    )
    result = run("diff", old, new, "--only", "ties", "--only", "dates", "--exit-code")
    assert result.exit_code == 1


def test_only_does_not_go_with_a_patch(old: Path, new: Path) -> None:
    result = run("diff", old, new, "--only", "ties", "--format", "trig")
    assert (result.exit_code, result.stderr) == (
        2,
        "coordgraph: --only narrows words and rows; a patch holds all. Leave out --only.\n",
    )


def test_of_a_folder_that_build_made_one_format_is_read(tmp_path: Path, old: Path) -> None:
    built = tmp_path / "built"
    built.mkdir()
    written(built / "coordgraph.nq", f"<urn:g> {{ {BASE} }}")
    written(built / "coordgraph.ttl", BASE)
    (built / "coordgraph.rdf").write_bytes(b"not read")
    assert run("diff", built, old, "--exit-code").exit_code == 0


def test_another_folder_is_read_whole(tmp_path: Path, old: Path, new: Path) -> None:
    assert new.is_file()
    result = run("diff", old, tmp_path)
    assert "Statements: 1 added, 0 removed." in result.stdout


def test_a_store_on_disk_is_a_version(tmp_path: Path, old: Path) -> None:
    stored = open_store(tmp_path / "db")
    stored.oxigraph.extend(store(BASE).quads())
    stored.oxigraph.flush()
    del stored
    assert run("diff", tmp_path / "db", old, "--exit-code").exit_code == 0


def test_the_shipped_dataset_is_new_if_nothing_else_is() -> None:
    result = run("diff", "shipped", "--exit-code")
    assert (result.exit_code, result.stdout) == (0, "No difference.\n")


@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        ("missing.ttl", 2, "there is no such file"),
        ("missing", 2, "there is no such file"),
        ("notes.doc", 2, "the suffix is of no RDF format"),
        ("broken.ttl", 1, "broken.ttl:1:"),
        ("empty.ttl", 1, "holds no statement"),
    ],
)
def test_what_cannot_be_read_gets_one_clear_message(
    name: str, code: int, message: str, tmp_path: Path, old: Path
) -> None:
    if not name.startswith("missing"):
        (tmp_path / name).write_text("<urn:a" if name.startswith("broken") else "", "utf-8")
    for versions in ((old, tmp_path / name), (tmp_path / name, old)):
        result = run("diff", *versions, "--quiet")
        assert (result.exit_code, result.stdout) == (code, "")
        assert message in result.stderr
        assert len(result.stderr.splitlines()) == 1
