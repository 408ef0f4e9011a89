"""A part counts as the whole at the top of its hierarchy."""

import pytest
from pyoxigraph import RdfFormat, Store

from coordgraph.errors import HierarchyError
from coordgraph.network.lifting import tops
from coordgraph.store import EmbeddedStore

DATA = """
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix org: <http://www.w3.org/ns/org#> .
@base <urn:x> .
<urn:desk> org:unitOf <urn:office> .
<urn:office> org:unitOf <urn:ministry> .
<urn:lent> org:unitOf <urn:ministry> , <urn:agency> .
<urn:province> a cg:State ; dcterms:isPartOf <urn:country> .
<urn:country> a cg:State .
<urn:town> dcterms:isPartOf <urn:country> .
"""


def store(more: str = "") -> EmbeddedStore:
    found = EmbeddedStore(Store())
    found.oxigraph.load(DATA + more, format=RdfFormat.TURTLE)
    return found


def test_units_reach_their_institutions_and_territories_their_states() -> None:
    assert tops(store()) == {
        "urn:desk": "urn:ministry",
        "urn:office": "urn:ministry",
        "urn:lent": "urn:agency",
        "urn:province": "urn:country",
    }


def test_a_circle_is_named() -> None:
    with pytest.raises(HierarchyError, match=r"office -> .*ministry -> .*desk -> .*office"):
        tops(store("<urn:ministry> org:unitOf <urn:desk> ."))
