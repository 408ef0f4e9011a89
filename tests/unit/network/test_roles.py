"""Which role acts towards which is said by the concept scheme, or by the data itself."""

import re

from pyoxigraph import RdfFormat
from pyoxigraph import Store as Oxigraph

from coordgraph.network.roles import acting_towards
from coordgraph.resources import ONTOLOGY
from coordgraph.store import EmbeddedStore

ROLE = "https://w3id.org/coordgraph/id/role/"


def test_a_store_that_says_nothing_is_read_by_the_concept_scheme(
    dataset: EmbeddedStore,
) -> None:
    assert acting_towards(EmbeddedStore(Oxigraph())) == acting_towards(dataset)


def test_a_store_that_says_something_is_read_as_it_says() -> None:
    own = EmbeddedStore(Oxigraph())
    said = "<urn:r> <https://w3id.org/coordgraph/ns#actsTowards> <urn:s> ."
    own.oxigraph.load(said, format=RdfFormat.TURTLE)
    assert acting_towards(own) == [("urn:r", "urn:s")]


def test_every_role_is_one_of_the_scheme_and_none_goes_both_ways(
    dataset: EmbeddedStore,
) -> None:
    text = (ONTOLOGY / "concepts.ttl").read_text(encoding="utf-8")
    roles = {f"{ROLE}{name}" for name in re.findall(r"^<role/([\w-]+)>$", text, re.MULTILINE)}
    pairs = set(acting_towards(dataset))
    assert {role for pair in pairs for role in pair} <= roles
    assert not pairs & {(other, one) for one, other in pairs}


def test_parties_and_bodies_named_by_treaties_order_nobody(dataset: EmbeddedStore) -> None:
    acting = {role.removeprefix(ROLE) for role, _ in acting_towards(dataset)}
    assert not acting & {"party", "competent-authority", "liaison-body", "signatory"}
