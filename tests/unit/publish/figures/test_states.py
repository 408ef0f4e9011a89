"""States have places and partners, and a pair says by what it is tied."""

from collections.abc import Callable

from pyoxigraph import RdfFormat, Store

from coordgraph.namespace import ID
from coordgraph.network.projection import project
from coordgraph.publish.figures.states import StateNetwork, Tied
from coordgraph.publish.geography import spots
from coordgraph.publish.pictures import states_of
from coordgraph.store import EmbeddedStore

States = Callable[[str], StateNetwork]

MADE = """
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@base <https://w3id.org/coordgraph/id/> .

<place/ury> a cg:Place ; skos:notation "URY" ; geo:lat "south" ; geo:long "west" .
<place/north> a cg:Place ; dcterms:isPartOf <place/ury> ; geo:lat 80.5 ; geo:long -10 .
<place/moon> a cg:Place ; geo:lat 1.5 ; geo:long 2 .
<actor/u> a cg:State ; cg:country <place/ury> .
<actor/n> a cg:State ; cg:country <place/north> .
<actor/m> a cg:State ; cg:country <place/moon> .
<actor/x> a cg:State ; cg:country <place/nowhere> .

<agreement/two> a cg:Agreement ; cg:agreementType <agreement-type/bilateral> ;
    cg:agreementStatus <agreement-status/in-force> ; cg:participation [ cg:actor <actor/u> ],
    [ cg:actor <actor/n> ] .
<agreement/old> a cg:Agreement ; cg:agreementType <agreement-type/bilateral> ;
    cg:agreementStatus <agreement-status/superseded> ; cg:participation [ cg:actor <actor/u> ],
    [ cg:actor <actor/x> ] .
<agreement/all> a cg:Agreement ; cg:agreementType <agreement-type/multilateral> ;
    cg:agreementStatus <agreement-status/in-force> ;
    cg:participation [ cg:actor <actor/u> ; cg:role <role/party> ; cg:from "1990" ],
        [ cg:actor <actor/n> ; cg:role <role/party> ; cg:from "1990" ],
        [ cg:actor <actor/m> ; cg:role <role/party> ] .
"""


def made() -> StateNetwork:
    store = EmbeddedStore(Store())
    store.oxigraph.load(MADE, format=RdfFormat.TURTLE)
    return states_of(store, project(store, network="agreements", between="states"))


def tied(one: str, other: str) -> Tied:
    return made().between(f"{ID}actor/{one}", f"{ID}actor/{other}")


def test_a_pair_counts_what_is_in_force_by_type_and_the_rest_together() -> None:
    assert tied("u", "n") == tied("n", "u") == Tied(bilateral=1, multilateral=1, other=0)
    assert tied("u", "x") == Tied(0, 0, 1)
    assert tied("x", "n") == tied("u", "u") == Tied(0, 0, 0)


def test_an_agreement_is_not_in_force_for_a_party_of_which_that_is_not_known() -> None:
    assert tied("u", "m") == tied("n", "m") == Tied(0, 0, 1)


def test_partners_are_those_of_agreements_in_force() -> None:
    partners = {iri[-1]: state.partners for iri, state in made().states.items()}
    assert partners == {"u": 1, "n": 1, "m": 0, "x": 0}
    assert len(made().in_force()) == 1


def test_a_place_is_where_it_says_or_where_its_country_is() -> None:
    found = {iri[-1]: state.spot for iri, state in made().states.items()}
    uruguay, north, moon = found["u"], found["n"], found["m"]
    assert uruguay
    assert north == uruguay._replace(longitude=-10, latitude=80.5)
    assert moon == (2, 1.5, "elsewhere")
    assert found["x"] is None


def test_a_place_that_is_not_on_the_globe_is_where_its_country_is() -> None:
    assert made().states[f"{ID}actor/u"].spot == spots()["URY"]


def test_states_go_by_region_then_by_partners() -> None:
    assert [iri[-1] for iri in made().states] == ["n", "u", "m", "x"]
    assert [state.iri[-1] for state in made().american()] == ["n", "u"]


def test_pairs_outside_the_americas_have_no_state_of_them(states: States) -> None:
    network = states("en")
    named = {
        tuple(sorted(network.states[iri].name for iri in pair)) for pair in network.outside()
    }
    assert ("Portugal", "Spain") in named
    assert "Canada" not in {name for pair in named for name in pair}


def test_all_states_of_the_dataset_have_a_place_and_quebec_its_own(states: States) -> None:
    found = states("en").states
    assert [state.name for state in found.values() if state.spot is None] == []
    canada, quebec = found[f"{ID}actor/state-can"], found[f"{ID}actor/state-can-qc"]
    assert canada.spot
    assert quebec.spot
    assert quebec.region == canada.region == "northern-america"
    assert quebec.spot.latitude < canada.spot.latitude


def test_costa_rica_signed_a_convention_that_does_not_bind_it_yet(states: States) -> None:
    pair = (f"{ID}actor/state-cri", f"{ID}actor/state-esp")
    assert states("en").between(*pair).in_force == 0
