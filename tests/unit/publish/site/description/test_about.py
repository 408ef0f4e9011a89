"""What a publisher states is taken as it is; what a release needs and lacks is asked for."""

from pathlib import Path

import pytest

from coordgraph.errors import IncompleteAbout, ParseError, UnreadableFile
from coordgraph.publish.site.description.about import ABOUT as SHIPPED
from coordgraph.publish.site.description.about import read_about
from coordgraph.store import text
from tests.unit.publish.site.description.releases import ABOUT, BASE, about_file


def test_the_dataset_gets_its_iri_under_the_base(tmp_path: Path) -> None:
    about = read_about(about_file(tmp_path), base=BASE)
    assert about.dataset.value == f"{BASE}dataset"
    assert about.text("dcterms:title", "es") == "Nuestro"
    assert about.text("dcterms:title", "pt") == "Ours"
    assert about.names("dcterms:publisher") == ["The Office"]
    assert "_:" not in "".join(map(str, about.quads))


def test_all_that_is_missing_is_named_at_once(tmp_path: Path) -> None:
    lines = ABOUT.replace('dcat:version "7"', "dcat:theme <urn:t>").replace(
        "2026-01", "2026-13"
    )
    path = about_file(tmp_path, lines.replace("foaf:name", "foaf:nick"))
    with pytest.raises(IncompleteAbout) as caught:
        read_about(path, base=BASE)
    assert list(caught.value.problems) == [
        "the dataset lacks a version (dcat:version).",
        "the publisher lacks a foaf:name.",
        "dcterms:modified '2026-13-31' is no day; write YYYY-MM-DD.",
    ]
    assert str(path) in str(caught.value)


def test_a_licence_is_named_by_its_iri(tmp_path: Path) -> None:
    stated = ABOUT.replace("<https://creativecommons.org/licenses/by/4.0/>", '"free"')
    with pytest.raises(IncompleteAbout, match="the licence is a text; name it by its IRI"):
        read_about(about_file(tmp_path, stated), base=BASE)


def test_a_base_that_is_no_iri_is_told(tmp_path: Path) -> None:
    with pytest.raises(ParseError, match="Invalid base IRI"):
        read_about(about_file(tmp_path), base="http://[/")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("<urn:a> <urn:p> 1 .", IncompleteAbout),
        (ABOUT + "<urn:b> a dcat:Dataset .", IncompleteAbout),
        ("<urn:a> <urn:p>", ParseError),
    ],
)
def test_a_file_that_says_nothing_of_one_dataset_is_refused(
    text: str, error: type[Exception], tmp_path: Path
) -> None:
    with pytest.raises(error, match=r"about\.ttl"):
        read_about(about_file(tmp_path, text), base=BASE)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="nowhere"):
        read_about(tmp_path / "nowhere.ttl", base=BASE)


def test_the_shipped_dataset_states_all_in_three_languages() -> None:
    about = read_about(SHIPPED, base=BASE)
    for name in ("dcterms:title", "dcterms:description", "dcterms:rights"):
        assert about.texts(name).keys() == {"en", "es", "pt"}


def test_nothing_is_said_of_a_graph_that_a_release_does_not_have() -> None:
    about = read_about(SHIPPED, base=BASE)
    graphs = {f"https://w3id.org/coordgraph/graph/{name}" for name in ("article", "derived")}
    said = {text(quad.subject) for quad in about.of(graphs)}
    assert {one for one in said if "/graph/" in one} == graphs
    assert about.dataset.value in said
