"""GEXF 1.3 opens with the spells that a timeline plays."""

import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
import pytest

from coordgraph.network.exports import export
from coordgraph.network.projection import Network
from tests.unit.network.exports.conftest import ACTORS, TIES, Written

SPACE = "{http://gexf.net/1.3}"


@pytest.fixture
def graph(written: Written) -> ET.Element:
    found = ET.parse(written("gexf")).getroot().find(f"{SPACE}graph")  # noqa: S314 - our own
    assert found is not None
    return found


def test_networkx_reads_it(written: Written) -> None:
    graph = nx.read_gexf(written("gexf"), version="1.3")
    assert (len(graph), graph.number_of_edges()) == (ACTORS, TIES)
    assert graph.nodes["urn:a02"]["label"] == "<script>alert('&amp;')</script>"
    assert graph.nodes["urn:a07"]["label"] == "lone\rreturn"


def test_a_timeline_can_play_it(graph: ET.Element) -> None:
    assert graph.attrib == {
        "defaultedgetype": "undirected",
        "mode": "dynamic",
        "idtype": "string",
        "timeformat": "date",
        "timerepresentation": "interval",
    }


def test_the_file_has_the_parts_of_the_format_in_their_order(graph: ET.Element) -> None:
    parts = [(part.tag.removeprefix(SPACE), part.get("class")) for part in graph]
    assert parts == [
        ("attributes", "node"),
        ("attributes", "edge"),
        ("nodes", None),
        ("edges", None),
    ]
    declared = {part.get("class"): {child.get("id") for child in part} for part in graph[:2]}
    for what, part in (("node", graph[2]), ("edge", graph[3])):
        assert part.get("count") == str(len(part))
        used = {value.get("for") for value in part.iter(f"{SPACE}attvalue")}
        assert used <= declared[what]


def test_a_date_known_to_the_month_or_year_counts_to_its_bounds(graph: ET.Element) -> None:
    edge = graph[3][0]
    spells = [spell.attrib for spell in edge.iter(f"{SPACE}spell")]
    assert spells == [{"start": "1996-02-01", "end": "2001-12-31"}]


def test_what_nothing_dates_has_no_spell_and_is_always_shown(graph: ET.Element) -> None:
    kinds = {edge.get("kind"): edge for edge in graph[3]}
    assert set(kinds) == {"policy", "op", "none"}
    assert not list(kinds["none"].iter(f"{SPACE}spell"))
    assert kinds["none"].get("label") is None


def test_a_network_without_a_store_stands_still(network: Network, tmp_path: Path) -> None:
    (path,) = export(network, tmp_path / "n.gexf")
    assert b'mode="static"' in path.read_bytes()
    assert b"spell" not in path.read_bytes()
