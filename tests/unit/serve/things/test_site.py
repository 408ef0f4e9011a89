"""A server makes the pages that a published site has, one at a time."""

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.namespace import ID, PREFIXES
from coordgraph.serve.things.site import Site
from coordgraph.store import EmbeddedStore, open_store

ROOT = "http://127.0.0.1:7878/"


@pytest.fixture(scope="module")
def site(dataset: EmbeddedStore) -> Site:
    return Site(dataset, base=None, root=ROOT)


def test_every_thing_has_a_place_that_tells_it(dataset: EmbeddedStore, site: Site) -> None:
    subjects = {quad.subject for quad in dataset.quads()}
    things = {one.value for one in subjects if isinstance(one, NamedNode)}
    places = {iri: place for iri in things if (place := site.place(iri))}
    assert len(places) > 4000
    assert {site.thing_at(place) for place in places.values()} == places.keys()


def test_a_thing_has_a_page_a_language(site: Site) -> None:
    page = site.page("id/actor/afip.pt.html")
    assert page is not None
    assert '<html lang="pt">' in page
    assert f'<link rel="canonical" href="{ROOT}id/actor/afip.pt.html">' in page
    assert site.page("id/actor/afip.html") is None
    assert site.page_of("id/actor/afip.html") == "id/actor/afip.en.html"
    assert site.page("id/actor/nobody.es.html") is None
    assert site.page_of("id/actor/nobody.es.html") is None


def test_a_minor_thing_has_one_page(site: Site) -> None:
    place = "id/passage/article-l91"
    assert site.is_short(ID + "passage/article-l91")
    assert site.page(f"{place}.html") is not None
    assert site.page_of(f"{place}.es.html") == f"{place}.html"


def test_a_long_table_goes_on_on_further_pages(site: Site) -> None:
    first = site.page("id/actor/state-arg.es.html")
    further = "id/actor/state-arg.taking_part.2.es.html"
    assert first is not None
    assert further.rpartition("/")[2] in first
    page = site.page(further)
    assert page is not None
    assert "(2)" in page
    assert site.page("id/actor/state-arg.taking_part.999.es.html") is None
    assert (
        site.page_of("id/actor/state-arg.taking_part.999.es.html")
        == "id/actor/state-arg.es.html"
    )


def test_lists_lead_to_things(site: Site) -> None:
    page = site.page("browse/actors.es.html")
    assert page is not None
    assert 'href="../id/actor/afip.es.html"' in page
    assert site.page("browse/actors.99.es.html") is None
    assert site.page("browse/nothing.es.html") is None


def test_a_dataset_elsewhere_stands_where_its_base_says() -> None:
    store = open_store()
    label = NamedNode(PREFIXES["skos"] + "prefLabel")
    iris = [
        "https://data.example.org/kg/id/actor/one",
        "https://data.example.org/kg/sparql",
        "https://data.example.org/kg/a%20b",
        "https://data.example.org/kg/ns#a/b",
        "urn:x:<1>".replace("<", "(").replace(">", ")"),
    ]
    for iri in iris:
        store.oxigraph.add(Quad(NamedNode(iri), label, Literal("<script>")))
    site = Site(store, base="https://data.example.org/kg/", root=ROOT)
    places = [site.place(iri) for iri in iris]
    assert places[0] == "id/actor/one"
    assert all(place is not None and place.startswith("thing/") for place in places[1:])
    assert [site.thing_at(place) for place in places if place] == iris
    page = site.page("id/actor/one.es.html")
    assert page is not None
    assert "<script>" not in page.replace('<script type="application/ld+json">', "")
    assert site.thing_at("thing/~~~") is None
