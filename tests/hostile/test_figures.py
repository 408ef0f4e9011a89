"""Figures show any name as a name: no formula, no markup, nothing that breaks a drawing."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from matplotlib.figure import Figure

import coordgraph as cg
from coordgraph.namespace import LEVELS
from coordgraph.network.centrality import centrality
from coordgraph.network.projection import Network, project
from coordgraph.publish import figures
from coordgraph.publish.figures.states import IN_FORCE, MULTILATERAL, State, StateNetwork, Tied
from coordgraph.publish.geography import Spot
from coordgraph.publish.plotting import plot
from tests.hostile.labels import LABELS, OBEYED, labelled

FEW = (
    "US$ 5 to US$ 6",
    "$\\frac$",
    *(one for one in LABELS if OBEYED.search(one) or "<" in one),
)
"""Those that a drawing may take for something else."""

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def network() -> Network:
    return project(labelled(FEW))


def states() -> StateNetwork:
    spot = Spot(-58.0, -34.0, "south-america")
    there = {
        f"urn:{at:02}": State(f"urn:{at:02}", name, spot, 1) for at, name in enumerate(FEW)
    }
    names = list(there)
    pairs = pairwise(names)
    return StateNetwork(there, dict.fromkeys(pairs, Tied(1, 0, 0)))


def lives() -> list[dict[str, str]]:
    return [
        {"agreement": f"urn:{at}", "title": title, "type": MULTILATERAL, "status": IN_FORCE}
        | {"in_force": str(1950 + at)}
        for at, title in enumerate(FEW)
    ]


def readings() -> list[dict[str, str]]:
    parts = dict.fromkeys(("table_2", "headings", "introduction", "detail_tables"), "true")
    return [
        {"practice": label, "level": LEVELS[0], "status": "agree", **parts} for label in FEW
    ]


FIGURES: dict[str, Callable[[Network], Figure]] = {
    "network": figures.network_figure,
    "plot": lambda network: plot(network, title=" ".join(FEW)[:200]),
    "centrality": lambda network: figures.centrality_figure(centrality(network)),
    "load": lambda network: figures.load_figure(network, cg.assess_load(network)),
    "map": lambda _: figures.map_figure(states()),
    "matrix": lambda _: figures.matrix_figure(states()),
    "timeline": lambda _: figures.timeline_figure(lives()),
    "levels": lambda _: figures.levels_figure(readings()),
}


@pytest.mark.filterwarnings("ignore:Glyph:UserWarning")
@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_shows_names_as_they_are(name: str, network: Network, tmp_path: Path) -> None:
    figure = FIGURES[name](network)
    svg, _ = figures.save(figure, tmp_path / name, title=FEW[2], description=FEW[3])
    root = ET.parse(svg).getroot()  # noqa: S314 - our own
    assert not any(one.tag in {f"{SVG}script", f"{SVG}img", f"{SVG}a"} for one in root.iter())
    assert not any(key.startswith("on") for one in root.iter() for key in one.attrib)
    said = "".join(root.itertext())
    assert not OBEYED.search(said)
    if name in {"network", "map", "matrix", "timeline", "levels"}:
        assert "US$ 5 to" in said
        assert "$\\frac$" in said
