"""Whoever follows the IRI of a term gets to the line that says what it means."""

import re
from pathlib import Path

import pytest

from coordgraph.namespace import CG, PREFIXES
from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.dumps.formats import Formats
from coordgraph.publish.site.dumps.statements import Statements
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.ontology.pages import ontology_page, write_ontology
from coordgraph.publish.site.output import Output
from coordgraph.publish.site.shapes.reading import shapes
from tests.unit.publish.site.dumps.dataset import store_of


@pytest.fixture(scope="module")
def page(folder: Path) -> str:
    return (folder / "ns.es.html").read_text("utf-8")


def test_every_term_and_shape_is_named_once(page: str, small: Knowledge) -> None:
    names = re.findall(r' id="([^"]+)"', page)
    assert len(names) == len(set(names))
    terms = {iri.removeprefix(CG) for iri in small.classes if iri.startswith(CG)}
    terms |= {shape.iri.removeprefix(CG) for shape in shapes().values()}
    assert terms <= set(names)


def test_terms_lead_to_pages_of_their_own(page: str, small: Knowledge) -> None:
    for iri in small.classes:
        if iri.startswith(CG):
            assert f'href="{small.addresses.place(iri)}.es.html"' in page


def test_it_speaks_the_language_of_the_page(page: str, folder: Path) -> None:
    assert "Quien puede participar en la coordinación" in page
    assert "Whoever can take part" not in page
    assert "Whoever can take part" in (folder / "ns.en.html").read_text("utf-8")


def test_it_states_version_licence_and_prefix(page: str) -> None:
    assert "0.1.0" in page
    assert 'href="https://creativecommons.org/licenses/by/4.0/"' in page
    assert 'href="ontology/0.1.0.rdf"' in page


def test_drawings_have_words(page: str) -> None:
    for title in re.findall(r'aria-labelledby="(core-title|tree-title)"', page):
        assert re.search(rf'<title id="{title}">[^<]+</title>', page)
    assert page.count("<svg") == 2


def _of_one_class() -> Knowledge:
    data = f"<{CG}Mechanism> a <{PREFIXES['owl']}Class> ; <urn:p/1> 2 ."
    return Knowledge.of(store_of(data), Addresses(), ("en",))


def test_contents_lead_to_the_parts_that_are_there(page: str) -> None:
    for told in (page, ontology_page(_of_one_class(), "en")):
        assert set(re.findall(r'href="#(part-\w+)"', told)) == set(
            re.findall(r'<h2 id="(part-\w+)"', told)
        )


def test_a_file_that_xml_cannot_hold_is_left_out_and_not_led_to(tmp_path: Path) -> None:
    knowledge = _of_one_class()
    formats = Formats.of(Statements(knowledge.store))
    told = write_ontology(knowledge, formats, Output(tmp_path / "site"))
    assert told == ["ns.rdf: XML has no name for the property <urn:p/1>."]
    written = {path.name for path in (tmp_path / "site").glob("ns.*")}
    assert written == {"ns.ttl", "ns.jsonld", "ns.nt", "ns.en.html"}
    page = (tmp_path / "site/ns.en.html").read_text("utf-8")
    assert set(re.findall(r'href="(ns\.[a-z]+)"', page)) == {"ns.ttl", "ns.jsonld", "ns.nt"}


def test_it_is_no_large_page(folder: Path) -> None:
    assert max(path.stat().st_size for path in folder.glob("*.html")) < 200_000
