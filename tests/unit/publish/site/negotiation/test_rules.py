"""Every IRI of a dataset leads to a file of its site, in every form."""

import json
from pathlib import Path

import pytest

from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.negotiation.rules import Answer, Shape, negotiated

ACCEPTS = [
    "",
    "*/*",
    "text/html",
    "text/turtle",
    "application/ld+json;q=0.9, text/html;q=0.2",
    "application/n-triples",
]


@pytest.mark.long
def test_each_iri_leads_to_a_file_whatever_is_accepted(
    knowledge: Knowledge, site: Path
) -> None:
    mark = json.loads((site / "coordgraph-site.json").read_text("utf-8"))
    shape = Shape(tuple(mark["langs"]), frozenset(mark["short"]))
    assert "id/participation" in shape.short
    for iri in knowledge.things():
        path = knowledge.addresses.place(iri)
        for accept in ACCEPTS:
            for language in ("", "pt-BR"):
                answer = negotiated(path, accept, language=language, shape=shape)
                assert answer.status == 303
                assert (site / answer.location).is_file(), iri


@pytest.mark.long
@pytest.mark.parametrize("place", ["dataset", "graph/article", "void", ".well-known/void"])
def test_what_describes_the_dataset_is_found(place: str, site: Path) -> None:
    answer = negotiated(place, "text/turtle")
    assert answer.status == 303
    assert (site / answer.location).is_file()


def test_the_root_leads_home_or_to_the_description() -> None:
    assert negotiated("", "text/html", language="es") == Answer(303, "index.es.html")
    assert negotiated("", "text/turtle") == Answer(303, "dataset.ttl")


def test_a_file_is_itself_whatever_is_accepted() -> None:
    assert negotiated("id/actor/afip.ttl", "text/html") == Answer(200, "id/actor/afip.ttl")
    assert negotiated("LICENSE", "image/png") == Answer(200, "LICENSE")


def test_a_version_of_the_ontology_leads_to_its_own_data() -> None:
    assert negotiated("ns/0.1.0", "text/turtle") == Answer(303, "ontology/0.1.0.ttl")
    assert negotiated("ns/0.1.0/", "text/html") == Answer(303, "ns.en.html")
    assert negotiated("ontology/", "text/html", language="es") == Answer(303, "ns.es.html")
    assert negotiated("ontology", "application/ld+json") == Answer(303, "ns.jsonld")


def test_what_is_not_there_in_an_accepted_form_is_said() -> None:
    assert negotiated("id/actor/afip", "image/png") == Answer(406, "")


@pytest.mark.parametrize("path", ["../secret", "id/../../etc/passwd", "a\\b", "a\0b"])
def test_no_path_leads_outside(path: str) -> None:
    assert negotiated(path, "*/*") == Answer(404, "")


def test_other_names_of_files_lead_to_them() -> None:
    assert negotiated(".well-known/void", "text/html") == Answer(303, "void.ttl")


def test_things_of_one_page_have_it_in_whatever_language() -> None:
    shape = Shape(short=frozenset({"id/observation"}))
    found = negotiated("id/observation/a", "text/html", language="pt", shape=shape)
    assert found == Answer(303, "id/observation/a.html")
