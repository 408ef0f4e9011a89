"""An IRI leads to the page or the data that a client accepts best."""

import posixpath
import re

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.things.answering import thing_answered
from coordgraph.serve.worker import Reply
from coordgraph.store import EmbeddedStore, open_store


def get(
    dataset: EmbeddedStore, path: str, accept: str = "text/html", language: str = ""
) -> Reply:
    path, _, search = path.partition("?")
    head = {"path": path, "search": search, "accept": accept, "language": language}
    head["root"] = "http://x/"
    return thing_answered(dataset, Message(head), Limits())


@pytest.mark.parametrize(
    ("path", "accept", "language", "location"),
    [
        ("id/actor/afip", "text/html", "es-AR,es;q=0.9", "afip.es.html"),
        ("id/actor/afip", "*/*", "", "afip.en.html"),
        ("id/actor/afip/", "text/turtle", "", "../afip.ttl"),
        ("id/actor/afip", "text/html;q=0.1, application/ld+json", "", "afip.jsonld"),
        ("id/actor/afip", "application/n-triples", "", "afip.nt"),
        ("id/passage/article-l91", "text/html", "pt", "article-l91.html"),
        ("ns/Actor", "text/html", "pt", "Actor.pt.html"),
        ("ns", "text/turtle", "", "ns.ttl"),
        ("ns/0.1.0", "text/html", "es", "../ns.es.html"),
        ("ns/0.1.0", "text/turtle", "", "../ontology/0.1.0.ttl"),
        ("ns/0.0.9", "text/turtle", "", "../ns.ttl"),
        ("shapes", "text/html", "es", "shapes.es.html"),
        ("ontology/", "*/*", "pt", "../ns.pt.html"),
        ("shapes/mechanism", "text/html", "pt", "mechanism.pt.html"),
        ("shapes/mechanism", "text/turtle", "", "mechanism.ttl"),
        ("index.es.html", "text/html", "", "es/"),
        ("search.pt.html?q=a%20b", "text/html", "", "pt/?q=a%20b"),
        ("queries.en.html", "text/html", "", "en/sparql"),
        ("dataset.en.html", "text/html", "", "en/data"),
        ("id/actor/afip.html", "text/html", "", "afip.en.html"),
        (".well-known/void", "text/turtle", "", "../void.ttl"),
        ("void", "*/*", "", "void.ttl"),
        ("dataset", "text/html", "es", "dataset.es.html"),
        ("dataset", "application/ld+json", "es", "dataset.jsonld"),
    ],
)
def test_an_address_leads_on(
    dataset: EmbeddedStore, path: str, accept: str, language: str, location: str
) -> None:
    reply = get(dataset, path, accept, language)
    assert (reply.status, reply.headers["location"]) == (303, location)


def test_what_it_leads_to_is_there(dataset: EmbeddedStore) -> None:
    for place, media in (
        ("id/actor/afip.es.html", "text/html; charset=utf-8"),
        ("id/actor/afip.ttl", "text/turtle; charset=utf-8"),
        ("id/actor/afip.nt", "application/n-triples"),
        ("id/actor/afip.jsonld", "application/ld+json"),
    ):
        reply = get(dataset, place)
        assert (reply.status, reply.headers["content-type"]) == (200, media)
        assert "etag" in reply.headers


def test_the_ontology_is_documented_and_whole_as_data(dataset: EmbeddedStore) -> None:
    page = get(dataset, "ns.es.html").body.decode()
    assert 'id="Mechanism"' in page
    for place in ("ns.rdf", "ontology/0.1.0.ttl", "ontology/concepts.jsonld"):
        assert f'href="{place}"' in page
        assert get(dataset, place).status == 200
    assert get(dataset, "ontology/0.0.9.ttl").status == 404
    xml = parse(get(dataset, "ns.rdf").body, RdfFormat.RDF_XML)
    whole = set(parse(get(dataset, "ns.ttl").body, RdfFormat.TURTLE))
    assert set(xml) == whole
    terms = {quad.subject for quad in whole}
    assert NamedNode("https://w3id.org/coordgraph/ns#Mechanism") in terms


def test_a_shape_has_a_page_and_data_and_a_term_leads_to_it(dataset: EmbeddedStore) -> None:
    term = get(dataset, "ns/level.en.html").body.decode()
    assert 'href="../shapes/mechanism.en.html#level"' in term
    assert 'href="../en/sparql?library=levels/ties"' in term
    assert 'id="level"' in get(dataset, "shapes/mechanism.en.html").body.decode()
    assert b"cg:MechanismShape-level" in get(dataset, "shapes/mechanism.ttl").body
    assert get(dataset, "shapes/mechanism.jsonld").status == 200
    every = {quad.subject for quad in parse(get(dataset, "shapes.ttl").body, RdfFormat.TURTLE)}
    assert NamedNode("https://w3id.org/coordgraph/ns#MechanismShape-level") in every
    for path in ("shapes/nothing", "shapes/nothing.en.html", "shapes/nothing.ttl"):
        assert get(dataset, path).status == 404


def test_the_dataset_is_described(dataset: EmbeddedStore) -> None:
    endpoint = NamedNode("http://x/sparql")
    for path, form in (("void.ttl", RdfFormat.TURTLE), ("dataset.nt", RdfFormat.N_TRIPLES)):
        reply = get(dataset, path)
        assert reply.status == 200
        assert endpoint in {quad.object for quad in parse(reply.body, form)}


LINK = re.compile(r'(?:href|src)="(?!https?:)([^"#?]+)')


@pytest.mark.parametrize(
    "page",
    [
        "id/actor/afip.es.html",
        "ns/Actor.en.html",
        "browse/actors.pt.html",
        "shapes.en.html",
        "shapes/mechanism.en.html",
        "queries/levels/ties.es.html",
    ],
)
def test_every_link_of_a_page_leads_somewhere(dataset: EmbeddedStore, page: str) -> None:
    found = get(dataset, page)
    assert found.status == 200
    targets = {
        posixpath.normpath(posixpath.join(posixpath.dirname(page), link))
        for link in LINK.findall(found.body.decode())
    }
    assert len(targets) > 10
    lost = [
        target
        for target in sorted(targets)[::3]
        if not target.startswith("assets/") and get(dataset, target).status not in {200, 303}
    ]
    assert not lost


def test_questions_and_shapes_have_data_too(dataset: EmbeddedStore) -> None:
    for place, media in (
        ("queries/levels/ties.rq", "application/sparql-query"),
        ("queries/levels/ties.ttl", "text/turtle; charset=utf-8"),
        ("shapes/mechanism.ttl", "text/turtle; charset=utf-8"),
    ):
        reply = get(dataset, place)
        assert (reply.status, reply.headers["content-type"]) == (200, media)
    assert get(dataset, "queries/levels/none.ttl").status == 404
    assert get(dataset, "shapes/none.es.html").status == 404
    assert get(dataset, "shapes/mechanism").headers["location"] == "mechanism.en.html"


def test_only_the_ontology_is_given_in_rdf_xml(dataset: EmbeddedStore) -> None:
    for path in ("id/actor/afip.rdf", "dataset.rdf", "shapes.rdf", "queries/levels/ties.rdf"):
        assert get(dataset, path).status == 404


def test_an_ontology_that_xml_cannot_hold_is_given_in_other_formats() -> None:
    store = open_store()
    mechanism = NamedNode("https://w3id.org/coordgraph/ns#Mechanism")
    store.oxigraph.add(Quad(mechanism, NamedNode("urn:p/1"), Literal("x")))
    reply = get(store, "ns.rdf")
    assert reply.status == 406
    assert b"XML has no name for the property <urn:p/1>" in reply.body
    assert b"<urn:p/1>" in get(store, "ns.nt").body


def test_what_nobody_can_be_given_is_said(dataset: EmbeddedStore) -> None:
    assert get(dataset, "id/actor/afip", "image/png").status == 406
    assert get(dataset, "resolve?iri=https://w3id.org/coordgraph/ns", "image/png").status == 406


def test_where_nothing_is_that_is_said_as_the_client_likes(dataset: EmbeddedStore) -> None:
    for path in ("id/actor/nobody", "id/actor/nobody.ttl", "afip.csv", "../x", "no.es.html"):
        page = get(dataset, path)
        assert page.status == 404
        assert page.headers["content-type"] == "text/html; charset=utf-8"
        words = get(dataset, path, "text/turtle")
        assert (words.status, words.headers["content-type"][:10]) == (404, "text/plain")


@pytest.mark.parametrize(
    ("search", "accept", "location"),
    [
        (
            "iri=https%3A%2F%2Fw3id.org%2Fcoordgraph%2Fid%2Factor%2Fafip&lang=es",
            "*/*",
            ".es.html",
        ),
        (
            "iri=https%3A%2F%2Fw3id.org%2Fcoordgraph%2Fid%2Factor%2Fafip&lang=xx",
            "*/*",
            ".en.html",
        ),
        ("iri=https%3A%2F%2Fw3id.org%2Fcoordgraph%2Fid%2Factor%2Fafip", "text/turtle", ".ttl"),
    ],
)
def test_an_iri_leads_to_what_describes_it(
    dataset: EmbeddedStore, search: str, accept: str, location: str
) -> None:
    reply = get(dataset, f"resolve?{search}", accept)
    assert reply.headers["location"] == f"id/actor/afip{location}"


def test_an_iri_of_which_nothing_is_said_leads_nowhere(dataset: EmbeddedStore) -> None:
    told = get(dataset, "resolve?iri=http%3A%2F%2Fexample.org%2F%0D%0A")
    assert told.status == 404
    assert b"Nothing is said" in told.body
    assert get(dataset, "resolve").status == 400
    for hostile in ("resolve?" + "&".join(["iri=x"] * 30), "resolve?iri=%ff"):
        assert get(dataset, hostile).status in {400, 404}
