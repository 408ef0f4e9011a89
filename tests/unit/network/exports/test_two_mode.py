"""Actors and mechanisms, both as nodes, open in other programs."""

import json
from pathlib import Path

import igraph
import networkx as nx
import pytest
from pyoxigraph import RdfFormat, Store

from coordgraph.errors import CallError
from coordgraph.network.exports import FORMATS, export
from coordgraph.network.projection import Network, project
from coordgraph.store import EmbeddedStore
from tests.unit.network.exports.test_ucinet import read_dl

DATA = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX id: <https://w3id.org/coordgraph/id/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
BASE <https://w3id.org/coordgraph/id/>
<urn:m> dcterms:title "Accord, the first"@en ; cg:mechanismKind <mechanism-kind/agreement> ;
  cg:level <level/policy>, <level/operational> ; cg:inPractice <practice/p> ;
  cg:participation <urn:1>, <urn:2> ; cg:inForceFrom "1990"^^xsd:gYear .
<urn:1> cg:actor <urn:a> ; cg:role <role/lead> ; cg:basis cg:Explicit ;
  cg:until "1995-03"^^xsd:gYearMonth ; cg:evidence <urn:passage> .
<urn:2> cg:actor <urn:b> ; cg:role <role/host>, <role/approver> ; cg:basis cg:Inferred .
<urn:n> cg:participation [ cg:actor <urn:a> ] .
<urn:passage> dcterms:isPartOf <urn:source> ; cg:locator "line 7" .
<urn:source> dcterms:title "The article" .
"""
ACTORS = ("urn:a", "urn:b")
FORMS = [form for form in FORMATS if not FORMATS[form].by_level]


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    made = EmbeddedStore(Store())
    made.oxigraph.load(DATA, format=RdfFormat.TURTLE)
    return made


@pytest.fixture(scope="module")
def network(store: EmbeddedStore) -> Network:
    return project(store, tied=False)


def test_nodes_are_actors_and_mechanisms(
    network: Network, store: EmbeddedStore, tmp_path: Path
) -> None:
    (path,) = export(network, tmp_path / "n.json", store=store, two_mode=True)
    nodes = json.loads(path.read_text(encoding="utf-8"))["nodes"]
    assert [(node["id"], node["mode"]) for node in nodes] == [
        ("urn:a", "actor"),
        ("urn:b", "actor"),
        ("urn:m", "mechanism"),
        ("urn:n", "mechanism"),
    ]
    accord = nodes[2]
    assert (accord["label"], accord["kind"]) == ("Accord, the first", "agreement")
    assert [level.rsplit("/", 1)[1] for level in accord["levels"]] == ["policy", "operational"]
    assert accord["practices"] == ["https://w3id.org/coordgraph/id/practice/p"]
    assert (accord["first"], accord["last"]) == ("1990", None)


def test_an_edge_says_role_basis_dates_and_evidence(
    network: Network, store: EmbeddedStore, tmp_path: Path
) -> None:
    (path,) = export(network, tmp_path / "n.json", store=store, two_mode=True)
    graph = nx.node_link_graph(json.loads(path.read_text(encoding="utf-8")), edges="edges")
    assert graph.number_of_edges() == 3
    one, other = (
        graph.get_edge_data(actor, "urn:m").popitem()[1] for actor in ("urn:a", "urn:b")
    )
    assert (one["roles"], one["basis"]) == (["lead"], ["Explicit"])
    assert (one["first"], one["last"], one["last_by"]) == ("1990", "1995-03", "participation")
    assert (one["evidence"], one["sources"]) == (["urn:passage"], ["urn:source"])
    assert one["locators"] == ["The article, line 7"]
    assert other["roles"] == ["approver", "host"]
    assert other["evidence"] == []


@pytest.mark.parametrize("form", FORMS)
def test_every_format_without_levels_takes_it(
    network: Network, form: str, tmp_path: Path
) -> None:
    assert all(
        path.stat().st_size for path in export(network, tmp_path / f"n.{form}", two_mode=True)
    )


@pytest.mark.parametrize("form", ["levels.net", "levels.dl"])
def test_a_format_by_level_is_refused(network: Network, form: str, tmp_path: Path) -> None:
    with pytest.raises(CallError, match=f"write .{form[7:]} in place of .{form}"):
        export(network, tmp_path / f"n.{form}", two_mode=True)


def test_pajek_knows_both_modes(network: Network, tmp_path: Path) -> None:
    (path,) = export(network, tmp_path / "n.net", two_mode=True)
    graph = igraph.Graph.Read_Pajek(str(path))
    assert graph.vs["type"] == [False, False, True, True]
    assert graph.get_edgelist() == [(0, 2), (0, 3), (1, 2)]


def test_ucinet_has_actors_as_rows_and_mechanisms_as_columns(
    network: Network, store: EmbeddedStore, tmp_path: Path
) -> None:
    (path,) = export(network, tmp_path / "n.dl", store=store, two_mode=True)
    names, (matrix,) = read_dl(path)
    assert names["column labels:"] == ["Accord_the_first", "urn_n"]
    assert matrix == {(1, 1): 1, (1, 2): 1, (2, 1): 1}


def test_gexf_opens_with_the_spell_of_each_participation(
    network: Network, store: EmbeddedStore, tmp_path: Path
) -> None:
    (path,) = export(network, tmp_path / "n.gexf", store=store, two_mode=True)
    graph = nx.read_gexf(path, version="1.3")
    assert graph.edges["urn:a", "urn:m"]["spells"] == [("1990-01-01", "1995-03-31")]
