"""Ties say what stands behind them."""

from pathlib import Path

import pytest
from pyarrow import parquet
from pyoxigraph import RdfFormat, Store

from coordgraph.network.exports import export
from coordgraph.network.projection import project
from coordgraph.store import EmbeddedStore

DATA = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
<urn:m> dcterms:title "Accord"@en , "Acuerdo"@es ; cg:level <urn:level> ;
  cg:participation <urn:1>, <urn:2> ; cg:evidence <urn:table> .
<urn:level> skos:prefLabel "policy"@en , "políticas"@es .
<urn:1> cg:actor <urn:unit> ; cg:role <urn:role/lead>, <urn:role/party> ;
  cg:evidence <urn:law> ; cg:from "1990"^^xsd:gYear .
<urn:2> cg:actor <urn:b> ; cg:evidence <urn:table> ; cg:from "1991-05"^^xsd:gYearMonth .
<urn:n> cg:level <urn:level> ; cg:endedOn "1980"^^xsd:gYear ;
  cg:participation <urn:3>, <urn:4> .
<urn:3> cg:actor <urn:unit> ; cg:until "1970-01-01"^^xsd:date .
<urn:4> cg:actor <urn:b> .
<urn:unit> org:unitOf <urn:a> .
<urn:table> dcterms:isPartOf <urn:article> ; cg:locator "Table 2" .
<urn:article> dcterms:title "The article"@en , "El artículo"@es .
<urn:law> dcterms:title "Law 1" .
"""


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    made = EmbeddedStore(Store())
    made.oxigraph.load(DATA, format=RdfFormat.TURTLE)
    return made


@pytest.mark.parametrize("lift", [False, True])
def test_a_tie_leads_to_its_evidence_also_that_of_a_unit(
    store: EmbeddedStore, tmp_path: Path, *, lift: bool
) -> None:
    path, _ = export(project(store, lift=lift), tmp_path / "n.parquet", store=store)
    (tie,) = parquet.read_table(path).to_pylist()
    assert {tie["source"], tie["target"]} == {"urn:a" if lift else "urn:unit", "urn:b"}
    assert tie["evidence"] == ["urn:law", "urn:table"]
    assert tie["locators"] == ["Law 1", "The article, Table 2"]
    assert tie["sources"] == ["urn:article", "urn:law"]


def test_a_tie_begins_with_the_later_party_and_ends_when_all_have(
    store: EmbeddedStore, tmp_path: Path
) -> None:
    path, _ = export(project(store), tmp_path / "n.parquet", store=store)
    (tie,) = parquet.read_table(path).to_pylist()
    assert (tie["first"], tie["first_by"]) == ("1991-05", "participation")
    assert (tie["last"], tie["held"]) == (None, "dated")


def test_a_tie_says_in_which_roles_its_ends_take_part(
    store: EmbeddedStore, tmp_path: Path
) -> None:
    path, _ = export(project(store), tmp_path / "n.parquet", store=store)
    (tie,) = parquet.read_table(path).to_pylist()
    roles = {tie[end]: tie[f"{end}_roles"] for end in ("source", "target")}
    assert roles == {"urn:unit": ["lead", "party"], "urn:b": []}


def test_titles_levels_and_sources_are_in_the_language_asked_for(
    store: EmbeddedStore, tmp_path: Path
) -> None:
    path, _ = export(project(store), tmp_path / "n.parquet", store=store, lang="es")
    (tie,) = parquet.read_table(path).to_pylist()
    assert tie["titles"] == ["Acuerdo", "urn:n"]
    assert tie["level_label"] == "políticas"
    assert tie["locators"][1] == "El artículo, Table 2"


def test_levels_of_the_ontology_have_names_without_it(tmp_path: Path) -> None:
    made = EmbeddedStore(Store())
    level = "<https://w3id.org/coordgraph/id/level/policy>"
    made.oxigraph.load(DATA.replace("<urn:level> ;", f"{level} ;"), format=RdfFormat.TURTLE)
    path, _ = export(project(made), tmp_path / "n.parquet", store=made, lang="pt")
    (tie,) = parquet.read_table(path).to_pylist()
    assert tie["level_label"] == "nível de políticas"
