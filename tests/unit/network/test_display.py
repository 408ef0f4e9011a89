"""Notebooks show networks, tables and explanations as HTML that is safe and accessible."""

from xml.etree import ElementTree as ET

import pyarrow as pa
import pytest

import coordgraph as cg
from coordgraph.network.display import html_of_table, show
from coordgraph.network.projection import Network


@pytest.fixture(scope="module")
def network() -> Network:
    return cg.project(cg.load(derived=False), network="practices")


def parsed(html: str) -> ET.Element:
    """Return HTML that is also XML, which nothing unescaped is."""
    return ET.fromstring(f"<div>{html.replace('<br>', '<br/>')}</div>")  # noqa: S314 - our own


def test_what_a_cell_says_is_never_markup() -> None:
    table = pa.table({"label": ["<script>alert(1)</script>"], "a&b": ['"quoted" & <b>']})
    html = html_of_table(table, "<i>caption</i>")
    assert "<script>" not in html
    assert "<b>" not in html
    assert parsed(html).findtext(".//caption") == "<i>caption</i>"


def test_columns_and_rows_have_headers() -> None:
    root = parsed(html_of_table(pa.table({"label": ["x", "y"], "degree": [1, 2]}), "Degrees"))
    assert [one.text for one in root.findall(".//th[@scope='col']")] == ["label", "degree"]
    assert [one.text for one in root.findall(".//th[@scope='row']")] == ["x", "y"]


def test_only_web_addresses_are_links() -> None:
    table = pa.table(
        {"x": ["https://w3id.org/coordgraph/id/actor/afip", "javascript:alert(1)"]}
    )
    (link,) = parsed(html_of_table(table)).findall(".//a")
    assert link.attrib["href"] == "https://w3id.org/coordgraph/id/actor/afip"
    assert link.text == "actor/afip"


def test_iris_stand_behind_their_labels(network: Network) -> None:
    html = html_of_table(cg.centrality(network, measures=["degree"]))
    assert "id/actor/" not in html
    assert "... 22 more" in html


def test_missing_and_several_values_are_shown() -> None:
    lists = pa.array([["a", "b"], None], pa.list_(pa.string()))
    root = parsed(html_of_table(pa.table({"one": ["x", None], "places": lists})))
    (first, second) = root.findall(".//td")
    assert "".join(first.itertext()) == "ab"
    assert not "".join(second.itertext())


def test_a_shown_table_says_what_its_user_should_know() -> None:
    table = pa.table({"label": ["x"]}).replace_schema_metadata({"notes": "Mind <this>."})
    shown = show(table, "Caption")
    assert shown._repr_html_().endswith("<p>Mind &lt;this&gt;.</p>")
    assert repr(shown).startswith("Caption\n  label")


def test_a_network_shows_its_size_and_its_strongest(network: Network) -> None:
    assert repr(network).startswith("Network of 42 actors, 98 ties (21 at policy, ")
    root = parsed(network._repr_html_())
    assert root.findtext(".//caption") == repr(network)
    assert root.findtext(".//th[@scope='row']") == "Argentina"


def test_a_network_of_nobody_shows_that() -> None:
    empty = cg.project(cg.open_store())
    assert repr(empty) == "Network of 0 actors, 0 ties, weight count"
    assert parsed(empty._repr_html_()).find(".//td") is None


@pytest.mark.parametrize(("measure", "tables"), [("betweenness", 2), ("degree", 1)])
def test_an_explanation_shows_its_tables(measure: str, tables: int, network: Network) -> None:
    found = cg.explain(network, "afip", measure, lang="pt")
    root = parsed(found._repr_html_())
    assert len(root.findall(".//table")) == tables
    assert "posição" in (root.findtext("p") or "")
