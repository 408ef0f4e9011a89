"""A release tells what changed since the one before, and the changelog goes on."""

import json
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from coordgraph.publish.site.description.vocabulary import iri
from coordgraph.publish.site.publishing import publish
from tests.unit.publish.site.description.releases import (
    ABOUT,
    BASE,
    DATA,
    about_file,
    read,
    values,
)
from tests.unit.publish.site.dumps.dataset import store_of

SECOND = DATA.replace('skos:prefLabel "B"', 'skos:prefLabel "Bee"')
THIRD = SECOND.replace('"1990"', '"1989"')


@pytest.fixture(scope="module")
def releases(released: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two releases after the first one; the third one in the place of the second."""
    folder = tmp_path_factory.mktemp("releases")
    site = folder / "next"
    for version, data, since in (("8", SECOND, released), ("9", THIRD, site)):
        about = about_file(folder, ABOUT.replace('"7"', f'"{version}"'))
        publish(
            store_of(data), site, base=BASE, about=about, since=str(since), langs=("en", "es")
        )
    return folder


def test_the_changelog_goes_on_with_the_newest_first(releases: Path) -> None:
    log = (releases / "next/CHANGELOG.md").read_text("utf-8")
    assert log.startswith("# What changed\n\n## 9\n")
    assert log.count("# What changed") == 1
    assert log.index("## 9") < log.index("1989") < log.index("## 8") < log.index("Bee")


def test_the_catalogue_names_the_release_before(releases: Path) -> None:
    catalogue = read(releases / "next/dataset.ttl")
    (before,) = values(catalogue, f"{BASE}dataset", iri("dcat:previousVersion"))
    assert before.startswith("ni:///sha-256;")
    assert values(catalogue, before, iri("dcat:version")) == ["8"]
    patch = read(releases / "next/changes/changes.trig")
    assert NamedNode(before) in {quad.object for quad in patch}


def test_a_page_tells_it_in_each_language_with_data(releases: Path) -> None:
    page = (releases / "next/changes.es.html").read_text("utf-8")
    assert "1989" in page
    assert 'href="changes/changes.rdfp" download' in page
    told = json.loads((releases / "next/changes/changes.es.json").read_text("utf-8"))
    assert told["statements"] == {"added": 1, "removed": 1}
    dataset = (releases / "next/dataset.en.html").read_text("utf-8")
    assert 'href="changes.en.html"' in dataset


def test_a_release_may_follow_a_file_of_no_version(tmp_path: Path) -> None:
    (tmp_path / "old.trig").write_text("<urn:a> <urn:p> [] .", encoding="utf-8")
    about = about_file(tmp_path, ABOUT + '<> dcterms:rights "Free to use."@en .')
    new, old = store_of("<urn:a> <urn:q> [] ."), str(tmp_path / "old.trig")
    publish(new, tmp_path / "site", base=BASE, about=about, since=old, langs=("en",))
    catalogue = read(tmp_path / "site/dataset.ttl")
    (before,) = values(catalogue, f"{BASE}dataset", iri("dcat:previousVersion"))
    assert values(catalogue, before, iri("dcat:version")) == []
    assert values(catalogue, f"{BASE}dataset", iri("dcterms:conformsTo")) == []
    assert (tmp_path / "site/LICENSE").read_text("utf-8").endswith("\n\nFree to use.\n")
    written = {path.name for path in (tmp_path / "site/changes").iterdir()}
    assert "changes.trig" in written
    assert "changes.ru" not in written  # blank nodes have no names there


def test_what_was_told_stays_if_no_release_before_is_named(releases: Path) -> None:
    site = releases / "next"
    before = (site / "CHANGELOG.md").read_bytes()
    publish(store_of(THIRD), site, base=BASE, about=about_file(releases), langs=("en", "es"))
    assert (site / "CHANGELOG.md").read_bytes() == before
    assert "CHANGELOG.md" in (site / "SHA256SUMS").read_text("utf-8")
