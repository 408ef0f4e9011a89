"""What is said of a dataset that is served is what its publisher or the data state."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat

from coordgraph.errors import IncompleteAbout
from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.description.about import ABOUT
from coordgraph.serve.things.stating import stated
from coordgraph.store import EmbeddedStore, open_store

MINE = Addresses("https://data.example.org/")
PREFIXES = """
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix void: <http://rdfs.org/ns/void#> .
"""
ONE = """
<urn:d> a dcat:Dataset ; dcterms:title "Mine"@en ; dcterms:license <urn:by> ;
  dcterms:creator <urn:me> ; dcterms:hasPart <urn:part> ; dcat:version "3" ; void:triples 7 .
<urn:me> foaf:name "Me" .
<urn:part> a dcat:Dataset ; dcterms:title "Part" ; dcterms:isPartOf <urn:d> .
<urn:links> a void:Linkset ; void:objectsTarget <urn:other> .
<urn:other> a void:Dataset ; dcterms:title "Other" .
"""


def held(turtle: str) -> EmbeddedStore:
    store = open_store()
    store.oxigraph.load((PREFIXES + turtle).encode(), format=RdfFormat.TURTLE)
    return store


def test_a_file_tells_what_a_dataset_is() -> None:
    about = stated(held(ONE), Addresses(), ABOUT)
    assert about is not None
    assert about.value("dcterms:license") == "https://creativecommons.org/licenses/by/4.0/"
    assert about.names("dcterms:creator") == ["The coordgraph maintainers"]


def test_data_tell_what_they_are_under_the_address_of_the_dataset() -> None:
    about = stated(held(ONE), MINE, None)
    assert about is not None
    assert about.dataset.value == "https://data.example.org/dataset"
    assert about.text("dcterms:title") == "Mine"
    assert about.value("dcterms:license") == "urn:by"
    assert about.names("dcterms:creator") == ["Me"]
    assert about.value("dcat:version") == "3"
    assert not about.objects("void:triples")
    assert not about.objects("dcterms:hasPart")


def test_of_several_datasets_the_one_that_is_served_is_meant() -> None:
    several = ONE + '<urn:e> a dcat:Dataset ; dcterms:title "Else" .'
    assert stated(held(several), MINE, None) is None
    here = several + f'<{MINE.base}dataset> a void:Dataset ; dcterms:title "Here" .'
    about = stated(held(here), MINE, None)
    assert about is not None
    assert about.text("dcterms:title") == "Here"


@pytest.mark.parametrize(
    "turtle", ["", "<urn:d> a dcat:Dataset .", '[] a dcat:Dataset ; dcterms:title "x" .']
)
def test_nothing_is_guessed(turtle: str) -> None:
    assert stated(held(turtle), MINE, None) is None


def test_a_file_that_says_too_little_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "about.ttl"
    path.write_text(PREFIXES + "<urn:d> a dcat:Dataset .", encoding="utf-8")
    with pytest.raises(IncompleteAbout, match="lacks a title"):
        stated(open_store(), MINE, path)
