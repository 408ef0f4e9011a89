"""What is checked is written once, and asked only for what is found."""

from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from coordgraph.errors import EmptyData, ParseError, UnwritableTarget
from coordgraph.ingest.rdf import triples_of
from coordgraph.validation import statements as module
from coordgraph.validation.statements import Statements, written

P = NamedNode("urn:p")
OWN = [
    Triple(NamedNode("urn:a"), P, Literal("two\nlines urn:b")),
    Triple(BlankNode("x"), P, BlankNode("y")),
    Triple(BlankNode("x"), P, Literal("1")),
]
BESIDE = [Triple(NamedNode("urn:b"), P, NamedNode("urn:a"))]


def test_the_data_comes_first_and_is_counted_apart() -> None:
    with written(OWN, BESIDE) as statements:
        assert list(statements.triples()) == [*OWN, *BESIDE]
        assert (statements.own, statements.total) == (3, 4)


def test_only_the_data_describes() -> None:
    asked = {"urn:a", "urn:b", "urn:c", "_:x", "_:y", "words, no IRI"}
    with written(OWN, BESIDE) as statements:
        assert statements.described(asked) == {"urn:a", "_:x"}
        assert statements.described(set()) == set()


def test_what_is_said_of_blank_nodes_leaves_out_blank_nodes() -> None:
    with written(OWN, BESIDE) as statements:
        assert statements.said({"_:x", "_:y"}) == {"_:x": {("urn:p", "1")}, "_:y": set()}


def test_names_of_any_script_are_described() -> None:
    named = Triple(NamedNode("urn:salud-pública"), P, NamedNode("urn:ação"))
    with written([named]) as statements:
        assert statements.described(["urn:salud-pública", "urn:ação"]) == {"urn:salud-pública"}


def test_nothing_that_is_asked_for_is_not_looked_for() -> None:
    nowhere = Statements(Path("nowhere"), own=1, total=1)
    assert (nowhere.described([]), nowhere.said([])) == (set(), {})


def test_the_file_is_gone_afterwards_whatever_happens() -> None:
    with pytest.raises(RuntimeError), written(OWN) as statements:
        raise RuntimeError
    assert not statements.path.parent.exists()


def test_a_broken_file_is_named_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "broken.nt"
    file.write_text("<urn:a> <urn:p> 1 .\n<urn:a> oops\n", encoding="utf-8")
    with pytest.raises(ParseError, match=r"broken\.nt:1:"), written(triples_of(file)):
        pass


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "empty.ttl"
    file.write_text("# nothing", encoding="utf-8")
    with pytest.raises(EmptyData, match=r"empty\.ttl"), written(triples_of(file)):
        pass


def test_no_place_for_temporary_files_is_told_with_a_way_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/nowhere")
    with pytest.raises(UnwritableTarget, match=r"^/nowhere/.*TMPDIR"), written(OWN):
        pass
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr("tempfile._candidate_tempdir_list", lambda: ["/nowhere"])
    with pytest.raises(UnwritableTarget, match=r"^statements.nt: .*TMPDIR"), written(OWN):
        pass


def test_a_full_disk_is_told_with_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "_write", full)
    told = r": cannot be written: no space left on device\. TMPDIR names another place\.$"
    with pytest.raises(UnwritableTarget, match=told), written(OWN):
        pass
