"""The load chart draws what the table says, in any language, and tells groups apart."""

from pathlib import Path

import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from pyoxigraph import Store as Oxigraph

import coordgraph as cg
from coordgraph.publish import figures
from coordgraph.publish.figures.style import PAPER
from coordgraph.store import EmbeddedStore, Store


def drawn(dataset: Store, lang: str = "en") -> Figure:
    network = cg.project(dataset, network="practices", lang=lang)
    return figures.load_figure(network, cg.assess_load(network), lang=lang)


def bars(figure: Figure) -> list[Rectangle]:
    (axes,) = figure.axes
    return [patch for patch in axes.patches if isinstance(patch, Rectangle)]


def test_bars_are_as_long_as_there_are_counterparts(dataset: Store) -> None:
    network = cg.project(dataset, network="practices")
    leaders = cg.assess_load(network)["actor"].to_pylist()[:15]
    at_levels = cg.layers(network, by="actor-level", unstated="keep").to_pylist()
    expected = sum(row["degree"] for row in at_levels if row["actor"] in leaders)
    assert sum(bar.get_width() for bar in bars(drawn(dataset))) == expected


def test_groups_are_hollow(dataset: Store) -> None:
    hollow = {round(bar.get_y()) for bar in bars(drawn(dataset)) if is_hollow(bar)}
    table = cg.assess_load(cg.project(dataset, network="practices")).to_pylist()[:15]
    assert hollow == {line for line, row in enumerate(table) if row["group"]}


def is_hollow(bar: Rectangle) -> bool:
    return bool(to_hex(bar.get_facecolor()) == PAPER)


@pytest.mark.parametrize("lang", ["en", "es", "pt"])
def test_it_speaks_the_language_asked_for(dataset: Store, lang: str) -> None:
    figure = drawn(dataset, lang)
    words = [text.get_text() for text in (*figure.texts, *figure.axes[0].texts)]
    assert figures.said("load", lang) in words
    assert "32 = 4 × 2 × 4" in words  # noqa: RUF001 - it is a product


def test_two_runs_draw_the_same_bytes(dataset: Store, tmp_path: Path) -> None:
    one, two = (
        figures.save(drawn(dataset), tmp_path / name, title="x") for name in ("one", "two")
    )
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def test_nothing_to_draw_is_said(tmp_path: Path) -> None:
    network = cg.project(EmbeddedStore(Oxigraph()))
    figure = figures.load_figure(network, cg.assess_load(network))
    assert figures.said("empty", "en") in [text.get_text() for text in figure.texts]
    assert all(path.exists() for path in figures.save(figure, tmp_path / "load"))
