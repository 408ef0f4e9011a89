"""Each question of the library has a page, its answer here, and a description for editors."""

from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.library.answers import asked, in_language
from coordgraph.publish.site.library.executables import collection
from coordgraph.publish.site.library.pages import write_library
from coordgraph.publish.site.output import Output
from coordgraph.queries import find, library
from tests.unit.publish.site.description.releases import BASE, DATA
from tests.unit.publish.site.dumps.dataset import store_of

SELECT = "http://www.w3.org/ns/shacl#select"


@pytest.fixture(scope="module")
def small() -> Knowledge:
    return Knowledge.of(store_of(DATA), Addresses(BASE), ("en", "es"))


@pytest.fixture(scope="module")
def folder(small: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("library") / "site"
    write_library(small, Output(out), [f"{BASE}sparql"])
    return out


def test_every_question_has_a_page_in_every_language(folder: Path) -> None:
    for name in library():
        for suffix in ("en.html", "es.html", "ttl", "nt", "jsonld", "rq"):
            assert (folder / f"queries/{name}.{suffix}").is_file(), (name, suffix)


def test_a_page_links_what_is_answered(folder: Path) -> None:
    page = (folder / "queries/actors/names.en.html").read_text("utf-8")
    assert find("actors/names").question in page
    listed = (folder / "queries.es.html").read_text("utf-8")
    assert 'href="queries/actors/names.es.html"' in listed
    assert "Preguntas" in listed
    assert find("actors/names").said("es").question in listed
    assert find("actors/names").said("es").columns["kind"] in (
        folder / "queries/actors/names.es.html"
    ).read_text("utf-8")


def test_what_a_question_names_stands_under_the_base(small: Knowledge) -> None:
    one = next(one for one in asked(small) if one.query.name == "levels/detail-table")
    assert f"<{BASE}id/practice/siaci>" in one.query.sparql
    assert "<https://w3id.org/coordgraph/ns#>" in one.query.sparql


def test_names_in_the_answer_are_in_the_language_of_the_page(small: Knowledge) -> None:
    one = next(one for one in asked(small) if one.query.name == "actors/across-all-levels")
    spanish = in_language(one, small, "es")
    assert 'VALUES ?lang { "es" }' in spanish.query.sparql
    assert in_language(one, small, "en") is one
    assert in_language(replace(one, rows=None), small, "es").rows is None


def test_a_large_dataset_is_not_asked(small: Knowledge) -> None:
    assert all(one.rows is None for one in asked(small, largest=0))
    assert any(one.rows for one in asked(small))


def test_editors_find_every_question_as_an_example(folder: Path) -> None:
    body = (folder / "queries/index.ttl").read_bytes()
    quads = list(parse(body, format=RdfFormat.TURTLE))
    selects = [quad for quad in quads if quad.predicate.value == SELECT]
    assert len(selects) == len(library())
    targets = {str(q.object) for q in quads if q.predicate.value.endswith("org/target")}
    assert targets == {f"<{BASE}sparql>"}


def test_without_a_known_endpoint_none_is_named() -> None:
    said = collection([find("levels/ties")], Addresses(), [])
    assert not [quad for quad in said if quad.predicate.value.endswith("org/target")]


def test_a_thing_cannot_take_the_place_of_a_question() -> None:
    place = Addresses(BASE).place(f"{BASE}queries/levels/ties")
    assert place.startswith("thing/")
