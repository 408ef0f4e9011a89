"""A thing's data is the same in all its formats, by the published context."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import rdflib
from pyld import jsonld
from pyoxigraph import RdfFormat, parse

from tests.unit.publish.site.dumps.dataset import flat


def local(site: Path) -> Callable[[str, Mapping[str, Any]], dict[str, Any]]:
    def load(url: str, options: Mapping[str, Any]) -> dict[str, Any]:
        del options
        place = url.removeprefix("https://w3id.org/coordgraph/")
        document = json.loads((site / place).read_text("utf-8"))
        return {"contextUrl": None, "documentUrl": url, "document": document}

    return load


@pytest.mark.long
def test_each_format_of_a_thing_says_the_same(site: Path) -> None:
    for place in ("id/actor/afip", "id/agreement/multi-mercosur-1997", "ns/Actor"):
        turtle = flat(parse((site / f"{place}.ttl").read_bytes(), format=RdfFormat.TURTLE))
        assert len(turtle) > 5
        lines = (site / f"{place}.nt").read_bytes()
        assert flat(parse(lines, format=RdfFormat.N_TRIPLES)) == turtle
        read = rdflib.Graph().parse(site / f"{place}.jsonld", format="json-ld")
        nt = read.serialize(format="nt")
        assert flat(parse(nt, format=RdfFormat.N_TRIPLES)) == turtle
        options = {
            "base": f"https://w3id.org/coordgraph/{place}.jsonld",
            "documentLoader": local(site),
            "format": "application/n-quads",
        }
        document = json.loads((site / f"{place}.jsonld").read_text("utf-8"))
        nq = jsonld.to_rdf(document, options)
        assert flat(parse(nq, format=RdfFormat.N_QUADS)) == turtle


@pytest.mark.long
def test_the_context_stands_where_its_relative_address_leads(site: Path) -> None:
    document = json.loads((site / "id/actor/afip.jsonld").read_text("utf-8"))
    assert document["@context"] == "../../dump/context.jsonld"
