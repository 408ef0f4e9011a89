"""Search engines read of a page what it says, in terms of schema.org."""

import json
import re
from pathlib import Path

import pytest

from coordgraph.namespace import CG, ID
from coordgraph.publish.site.embedding import embedded, schema_of
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.reader import Reader


def test_an_institution_is_an_organization_with_its_names_and_addresses(
    knowledge: Knowledge,
) -> None:
    reader = Reader(knowledge, "es", "id/actor/afip.es.html")
    found = schema_of(reader, ID + "actor/afip", [])
    assert found["@type"] == "Organization"
    assert found["name"] == "Administración Federal de Ingresos Públicos"
    assert found["alternateName"] == ["AFIP"]
    assert found["sameAs"] == ["https://www.afip.gov.ar"]
    assert CG + "Institution" in found["additionalType"]
    assert found["url"].endswith("/id/actor/afip.es.html")


def test_no_text_ends_the_json_or_the_page() -> None:
    names = {"name": "</script><script>alert(1)</script><!--"}
    assert "<" not in embedded(names)
    assert json.loads(embedded(names)) == names


@pytest.mark.long
def test_every_page_of_a_thing_has_it(site: Path) -> None:
    page = (site / "id/practice/siaci.pt.html").read_text("utf-8")
    match = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert match is not None
    assert json.loads(match[1])["subjectOf"]["@id"] == "https://w3id.org/coordgraph/dataset"
