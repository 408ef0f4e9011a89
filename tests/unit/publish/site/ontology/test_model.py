"""Terms stand in their places: below which classes, of what and to what."""

from pyoxigraph import NamedNode

from coordgraph.namespace import CG, ID, PREFIXES
from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.ontology.model import Property, model
from tests.unit.publish.site.dumps.dataset import store_of

CIRCLE = """
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
cg:Mechanism a owl:Class ; rdfs:subClassOf cg:Agreement .
cg:Agreement a owl:Class ; rdfs:subClassOf cg:Mechanism .
"""


def test_classes_follow_those_that_they_are_kinds_of(small: Knowledge) -> None:
    classes = model(small).classes
    names = [one.iri.removeprefix(CG) for one in classes]
    assert names[:6] == ["Actor", "ActorGroup", "Institution", "Person", "State", "Unit"]
    assert [one.depth for one in classes[:6]] == [0, 1, 1, 1, 1, 1]
    assert classes[0].above == (f"{PREFIXES['foaf']}Agent",)
    assert classes[0].below == tuple(one.iri for one in classes[1:6])


def test_no_term_is_left_out(small: Knowledge) -> None:
    found = model(small)
    terms = [one.iri for one in found.classes] + [one.iri for one in found.properties]
    assert sorted([*terms, *found.values]) == [
        iri for iri in small.classes if iri.startswith(CG)
    ]
    assert set(found.values) == {f"{CG}Explicit", f"{CG}Inferred"}


def test_classes_in_a_circle_are_shown_once_each() -> None:
    knowledge = Knowledge.of(store_of(CIRCLE), Addresses(), ("en",))
    names = [one.iri.removeprefix(CG) for one in model(knowledge).classes]
    assert names == ["Agreement", "Mechanism"]


def of(small: Knowledge, name: str) -> Property:
    return next(one for one in model(small).properties if one.iri == CG + name)


def test_a_domain_and_a_range_are_as_stated(small: Knowledge) -> None:
    assert of(small, "ofAgreement").of == (f"{CG}AgreementEvent",)
    assert of(small, "ofAgreement").to == (NamedNode(f"{CG}Agreement"),)


def test_without_a_domain_shapes_tell_of_what_a_property_is(small: Knowledge) -> None:
    assert of(small, "mechanismKind").of == (f"{CG}Mechanism",)
    assert f"{CG}mechanismKind" in next(
        one.properties for one in model(small).classes if one.iri == f"{CG}Mechanism"
    )


def test_concepts_are_out_of_the_list_that_shapes_name(small: Knowledge) -> None:
    assert of(small, "mechanismKind").to == (NamedNode(f"{ID}mechanism-kind"),)


def test_lists_of_concepts_are_counted(small: Knowledge) -> None:
    assert model(small).schemes[f"{ID}level"] == 3


def test_terms_are_matched_with_those_of_others(small: Knowledge) -> None:
    matches = {(one.iri, one.other) for one in model(small).matches}
    assert (f"{CG}Participation", f"{PREFIXES['org']}Membership") in matches
    assert not [other for _, other in matches if other.startswith(CG)]
