"""What is known of mechanisms is found, and where it is written."""

import coordgraph as cg
from coordgraph.ingest.rdf import load_bytes
from coordgraph.namespace import ID, graph
from coordgraph.network.explain.evidence import Mechanism, Passage, mechanisms
from coordgraph.publish.rdf import FORMATS
from coordgraph.store import Store

APPROVAL = f"{ID}mechanism/m-jr-6"
MERCOSUR = f"{ID}agreement/multi-mercosur-1997"
AFIP, MINISTRY, UNIT = (f"{ID}actor/{name}" for name in ("afip", "mteyss", "sss-ar"))


def test_a_mechanism_leads_to_its_lines(dataset: Store) -> None:
    (found,) = mechanisms(dataset, [APPROVAL], [AFIP], lang="es").values()
    assert found.kind == "presentación y aprobación"
    (passage,) = found.passages
    assert (passage.first_line, passage.last_line) == (87, 87)
    assert str(passage).endswith("Joint responsibility section, line 87")
    assert found.parts[AFIP].roles == ("receptor y remitente",)


def test_what_rests_on_a_whole_source_names_it(dataset: Store) -> None:
    (found,) = mechanisms(dataset, [MERCOSUR], []).values()
    assert {passage.iri for passage in found.passages} == {
        passage.source for passage in found.passages
    }
    assert {passage.locator for passage in found.passages} == {""}


def test_where_an_actor_is_named_counts_as_well(dataset: Store) -> None:
    (found,) = mechanisms(dataset, [MERCOSUR], [MINISTRY], whole="institution").values()
    written = found.written(MINISTRY)
    assert len(written) == len(set(written)) > len(found.passages)


def test_a_unit_takes_part_for_its_institution_if_lifted(dataset: Store) -> None:
    (plain,) = mechanisms(dataset, [APPROVAL], [MINISTRY, UNIT]).values()
    (lifted,) = mechanisms(dataset, [APPROVAL], [MINISTRY, UNIT], whole="institution").values()
    assert set(plain.parts) == {UNIT}
    assert set(lifted.parts) == {MINISTRY}


def test_what_is_only_inferred_is_told(dataset: Store) -> None:
    define = f"{ID}mechanism/m-dp-3"
    (found,) = mechanisms(dataset, [define], [AFIP]).values()
    assert found.parts[AFIP].inferred


def test_a_mechanism_of_which_nothing_is_said_has_its_name(dataset: Store) -> None:
    assert mechanisms(dataset, ["urn:m"], []) == {"urn:m": Mechanism("urn:m", "urn:m")}


def test_unnamed_mechanisms_are_looked_up_where_they_are() -> None:
    store = cg.open_store()
    text = b"""@prefix cg: <https://w3id.org/coordgraph/ns#> .
    [] cg:participation [ cg:actor <urn:a> ] ; cg:evidence <urn:source> ."""
    load_bytes(store, text, FORMATS["ttl"], graph=graph("article"), name="text")
    (name,) = cg.project(store).incidence.mechanisms
    (found,) = mechanisms(store, [name], ["urn:a"]).values()
    assert found.passages == (Passage("urn:source", "urn:source", "urn:source"),)


def test_a_text_in_the_place_of_a_source_stands_for_itself() -> None:
    store = cg.open_store()
    text = b"""@prefix cg: <https://w3id.org/coordgraph/ns#> .
    <urn:m> cg:participation [ cg:actor "she" ] ; cg:evidence "a letter", <urn:source> ."""
    load_bytes(store, text, FORMATS["ttl"], graph=graph("article"), name="text")
    (found,) = mechanisms(store, ["urn:m"], ["she"]).values()
    assert [passage.iri for passage in found.passages] == ["a letter", "urn:source"]
    assert list(found.parts) == ["she"]


def test_terms_of_the_ontology_are_named_in_data_of_ones_own() -> None:
    store = cg.open_store()
    text = b"""@prefix cg: <https://w3id.org/coordgraph/ns#> .
    @prefix kind: <https://w3id.org/coordgraph/id/mechanism-kind/> .
    @prefix role: <https://w3id.org/coordgraph/id/role/> .
    <urn:m> cg:mechanismKind kind:agreement ;
      cg:participation [ cg:actor <urn:a> ; cg:role role:party ] ."""
    load_bytes(store, text, FORMATS["ttl"], graph=graph("article"), name="text")
    (found,) = mechanisms(store, ["urn:m"], ["urn:a"], lang="pt").values()
    assert (found.kind, found.parts["urn:a"].roles) == ("acordo", ("parte",))
