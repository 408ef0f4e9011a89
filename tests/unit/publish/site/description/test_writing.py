"""A release describes itself truly, and alike in every format."""

from pathlib import Path

import pytest
import yaml
from pyoxigraph import Dataset, NamedNode

from coordgraph.errors import CallError
from coordgraph.publish.site.description.vocabulary import iri
from coordgraph.publish.site.publishing import publish
from tests.unit.publish.site.description.releases import BASE, DATA, read, release, values
from tests.unit.publish.site.dumps.dataset import flat, store_of


@pytest.fixture(scope="module")
def site(released: Path) -> Path:
    return released


@pytest.fixture(scope="module")
def void(site: Path) -> Dataset:
    return read(site / "void.ttl")


@pytest.fixture(scope="module")
def dcat(site: Path) -> Dataset:
    return read(site / "dataset.ttl")


@pytest.mark.parametrize(
    ("node", "triples", "entities", "classes", "subjects"),
    [
        ("dataset", "13", "4", "3", "4"),
        ("graph/one", "11", "4", "3", "4"),
        ("graph/derived", "3", "2", "1", "2"),
    ],
)
def test_statistics_count_each_triple_once(  # noqa: PLR0913, PLR0917
    node: str, triples: str, entities: str, classes: str, subjects: str, void: Dataset
) -> None:
    for name, number in (
        ("void:triples", triples),
        ("void:entities", entities),
        ("void:classes", classes),
        ("void:distinctSubjects", subjects),
    ):
        assert values(void, f"{BASE}{node}", iri(name)) == [number]


def test_partitions_count_classes_and_properties(void: Dataset) -> None:
    institutions = f"{BASE}dataset#class-cg-Institution"
    assert values(void, institutions, iri("void:entities")) == ["2"]
    labels = f"{BASE}graph/one#property-skos-prefLabel"
    assert values(void, labels, iri("void:triples")) == ["3"]
    assert values(void, labels, iri("void:distinctSubjects")) == ["2"]


def test_an_endpoint_is_named_where_there_is_one(tmp_path: Path, void: Dataset) -> None:
    endpoint = "https://example.org/sparql"
    publish(store_of(DATA), tmp_path / "site", base=BASE, langs=["en"], endpoints=[endpoint])
    told = read(tmp_path / "site" / "void.ttl")
    assert values(told, f"{BASE}dataset", iri("void:sparqlEndpoint")) == [endpoint]
    examples = read(tmp_path / "site" / "queries.ttl")
    assert {quad.object for quad in examples if quad.predicate == iri("schema:target")} == {
        NamedNode(endpoint)
    }
    assert values(void, f"{BASE}dataset", iri("void:sparqlEndpoint")) == []
    with pytest.raises(CallError, match="--endpoint 'nowhere' is no web address"):
        publish(store_of(DATA), tmp_path / "other", endpoints=["nowhere"])
    assert not (tmp_path / "other").exists()


def test_links_to_other_datasets_are_counted_by_property(void: Dataset) -> None:
    linksets = list(void.quads_for_object(iri("void:Linkset")))
    assert len(linksets) == 2
    for quad in linksets:
        assert isinstance(quad.subject, NamedNode)
        assert values(void, quad.subject.value, iri("void:triples")) == ["1"]


def test_dumps_stand_with_size_and_digest(site: Path, dcat: Dataset) -> None:
    lines = (site / "SHA256SUMS").read_text("utf-8").splitlines()
    sums = {place: digest for digest, _, place in (line.partition("  ") for line in lines)}
    files = values(dcat, f"{BASE}dataset", iri("dcat:distribution"))
    assert len(files) == 12
    for file in files:
        (url,) = values(dcat, file, iri("dcat:downloadURL"))
        place = url.removeprefix(BASE)
        (checksum,) = values(dcat, file, iri("spdx:checksum"))
        assert values(dcat, checksum, iri("spdx:checksumValue")) == [sums[place]]
        size = str((site / place).stat().st_size)
        assert values(dcat, file, iri("dcat:byteSize")) == [size]


def test_time_covered_is_that_of_the_dates_in_the_data(dcat: Dataset) -> None:
    assert values(dcat, f"{BASE}dataset#period", iri("dcat:startDate")) == ["1990"]
    assert values(dcat, f"{BASE}dataset#period", iri("dcat:endDate")) == ["1991-05-01"]


@pytest.mark.parametrize("place", ["dataset", "graph/one", "graph/derived"])
def test_formats_say_the_same(place: str, site: Path) -> None:
    turtle, lines, json = (
        flat(read(site / f"{place}.{suffix}")) for suffix in ("ttl", "nt", "jsonld")
    )
    assert turtle == lines == json
    assert len(turtle) > 20


def test_what_is_derived_says_of_what(site: Path) -> None:
    prov = read(site / "prov.ttl")
    derived = values(prov, f"{BASE}graph/derived", iri("prov:wasDerivedFrom"))
    assert derived == [f"{BASE}graph/one"]
    assert values(prov, f"{BASE}dataset", iri("prov:hadPrimarySource")) == [f"{BASE}id/s"]


def test_a_time_stands_only_where_the_maker_says_one(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "T" not in "".join(values(read(site / "prov.ttl"), BUILD, ENDED))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    later = release(tmp_path)
    assert values(read(later / "prov.ttl"), BUILD, ENDED) == ["2023-11-14T22:13:20Z"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(CallError, match="no number of seconds"):
        release(tmp_path)


BUILD, ENDED = f"{BASE}dataset#build", iri("prov:endedAtTime")


def test_a_citation_and_a_licence_say_what_was_stated(site: Path) -> None:
    cited = yaml.safe_load((site / "CITATION.cff").read_text("utf-8"))
    assert cited["title"] == "Ours"
    assert cited["license"] == "CC-BY-4.0"
    assert cited["authors"] == [{"name": "The Office"}]
    assert str(cited["date-released"]) == "2026-01-31"
    assert "CC-BY-4.0" in (site / "LICENSE").read_text("utf-8")


def test_nothing_is_claimed_where_nothing_is_stated(tmp_path: Path) -> None:
    publish(store_of(DATA), tmp_path / "site", base=BASE)
    dcat = read(tmp_path / "site/dataset.ttl")
    for name in ("dcterms:title", "dcterms:license", "dcterms:publisher", "dcat:version"):
        assert values(dcat, f"{BASE}dataset", iri(name)) == []
    assert not (tmp_path / "site/CITATION.cff").exists()
    assert not (tmp_path / "site/LICENSE").exists()


def test_files_described_are_all_there(dcat: Dataset, site: Path) -> None:
    urls = {q.object.value for q in dcat if q.predicate == iri("dcat:downloadURL")}
    assert all((site / url.removeprefix(BASE)).is_file() for url in urls)
    assert NamedNode(f"{BASE}graph/one") in {quad.object for quad in dcat}
