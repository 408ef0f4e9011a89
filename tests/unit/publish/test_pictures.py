"""The figures of a release are all drawn, described, and those of the docs are up to date."""

import re
from pathlib import Path

import pytest

from coordgraph.ingest.dataset import load
from coordgraph.network.centrality import centrality
from coordgraph.network.projection import project
from coordgraph.publish.pictures import Measured, draw

pytestmark = pytest.mark.long

DOCS = Path(__file__).parents[3] / "docs" / "images"
NAMES = ["centrality", "levels", "load", "map", "matrix", "network", "timeline"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    dataset = load()
    network = project(dataset, network="practices")
    states = project(dataset, network="agreements", between="states")
    drawn = tmp_path_factory.mktemp("release") / "figures"
    draw(
        drawn, dataset, Measured(network, centrality(network), states, centrality(states)), "en"
    )
    return drawn


def told(path: Path) -> list[str]:
    """Return what a drawing tells those who cannot see it: its title and its description."""
    svg = path.read_text(encoding="utf-8")
    return re.findall(r"<(?:title|desc)>(.+)</(?:title|desc)>", svg)


def test_each_figure_is_there_as_svg_and_png(folder: Path) -> None:
    wanted = sorted(f"{name}.{suffix}" for name in NAMES for suffix in ("svg", "png"))
    assert sorted(path.name for path in folder.iterdir()) == wanted


@pytest.mark.parametrize("name", NAMES)
def test_each_drawing_tells_what_is_to_be_seen(folder: Path, name: str) -> None:
    title, description = told(folder / f"{name}.svg")
    assert title
    assert len(description) > 10
    assert "{" not in description


def test_the_map_tells_who_has_most_partners(folder: Path) -> None:
    _, description = told(folder / "map.svg")
    assert description.startswith("85 states, 323 pairs")
    assert "Canada (59), Qu\u00e9bec (39), United States (31)" in description


@pytest.mark.parametrize("path", sorted(DOCS.glob("*.svg")), ids=lambda path: path.stem)
def test_a_picture_of_the_docs_tells_what_is_drawn_today(folder: Path, path: Path) -> None:
    assert told(path) == told(folder / path.name), "copy it from a new build"
