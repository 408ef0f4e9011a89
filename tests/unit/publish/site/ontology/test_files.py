"""The ontology as data says what its source says, whole, at its IRI and at its version's."""

import re
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from coordgraph.namespace import CG
from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.dumps.formats import Formats
from coordgraph.publish.site.dumps.statements import Statements
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.ontology.files import SUFFIXES, version, write_files
from coordgraph.publish.site.output import MARK, Output
from coordgraph.resources import ONTOLOGY
from tests.unit.publish.site.dumps.dataset import by_pyld, by_rdflib, flat, store_of

PLACES = ("ns", "ontology/0.1.0", "ontology/concepts")


def read(path: Path) -> list[Quad]:
    form = RdfFormat.from_extension(path.suffix[1:])
    return list(parse(path.read_bytes(), format=form))


def test_it_is_the_ontology_with_its_alignments(folder: Path) -> None:
    written = [ONTOLOGY / "coordgraph.ttl", *(ONTOLOGY / "alignments").glob("*.ttl")]
    wanted = {quad for path in written for quad in read(path)}
    found = set(read(folder / "ns.ttl"))
    assert wanted <= found
    others = {str(quad.subject) for quad in found - wanted}
    assert others == {f"<{CG}Explicit>", f"<{CG}Inferred>"}


@pytest.mark.parametrize("place", PLACES)
def test_every_format_says_the_same_to_two_parsers(place: str, folder: Path) -> None:
    wanted = flat(read(folder / f"{place}.ttl"))
    assert len(wanted) > 500
    for suffix in SUFFIXES:
        path = folder / f"{place}.{suffix}"
        assert flat(read(path)) == wanted, suffix
        assert flat(by_rdflib(path)) == wanted, suffix
    assert flat(by_pyld(folder / f"{place}.jsonld")) == wanted


def test_turtle_begins_with_what_the_ontology_is(folder: Path) -> None:
    text = (folder / "ns.ttl").read_text("utf-8")
    first = re.search(r"^<.*>$", text, re.MULTILINE)
    assert first is not None
    assert first[0] == "<https://w3id.org/coordgraph/ns>"
    assert text.index("\ncg:Actor\n") < text.index("\ncg:level\n")


def test_the_concepts_are_those_of_the_source(folder: Path) -> None:
    subjects = {str(quad.subject) for quad in read(ONTOLOGY / "concepts.ttl")}
    found = {str(quad.subject) for quad in read(folder / "ontology/concepts.ttl")}
    assert {one for one in subjects if CG not in one} <= found


def test_an_earlier_version_stays_in_the_same_folder(small: Knowledge, tmp_path: Path) -> None:
    formats = Formats.of(Statements(small.store), Statements(small.vocabulary))
    first = Output(tmp_path)
    first.write(MARK, "{}")
    for place in ("ontology/0.0.9.ttl", "ontology/other.ttl"):
        first.write(place, "")
    first.finish()
    second = Output(tmp_path)
    second.write(MARK, "{}")
    write_files(small, formats, second)
    second.finish()
    assert (tmp_path / "ontology/0.0.9.ttl").is_file()
    assert not (tmp_path / "ontology/other.ttl").exists()
    assert "ontology/0.0.9.ttl" in (tmp_path / "SHA256SUMS").read_text("utf-8")


def test_an_ontology_without_a_graph_or_a_version_is_written_too(tmp_path: Path) -> None:
    data = "@prefix cg: <https://w3id.org/coordgraph/ns#> . cg:Mechanism a cg:Kind ."
    knowledge = Knowledge.of(store_of(data), Addresses(), ("en",))
    assert version(knowledge) == ""
    write_files(knowledge, Formats.of(Statements(knowledge.store)), Output(tmp_path / "site"))
    assert [str(quad.subject) for quad in read(tmp_path / "site/ns.nt")] == [f"<{CG}Mechanism>"]
    assert not (tmp_path / "site/ontology/.ttl").exists()
