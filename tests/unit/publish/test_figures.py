"""Figures are legible: no label covers another or a circle, in any language."""

from itertools import combinations
from pathlib import Path

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Annotation
from matplotlib.transforms import Bbox
from pyoxigraph import Store

from coordgraph.ingest.dataset import load
from coordgraph.network.centrality import centrality
from coordgraph.network.projection import Network, project
from coordgraph.publish import figures
from coordgraph.publish.pictures import acronyms
from coordgraph.store import EmbeddedStore


@pytest.fixture(scope="module")
def dataset() -> EmbeddedStore:
    return load(derived=False)


def boxes(figure: Figure) -> list[Bbox]:
    canvas = figure.canvas
    assert isinstance(canvas, FigureCanvasAgg)
    renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]
    (axes,) = figure.axes
    labels = [text for text in axes.texts if isinstance(text, Annotation) and text.get_text()]
    return [label.get_window_extent(renderer) for label in labels]


def overlaps(found: list[Bbox]) -> int:
    shrunk = [box.padded(-1.5) for box in found]
    return sum(bool(one.overlaps(other)) for one, other in combinations(shrunk, 2))


@pytest.mark.parametrize("lang", ["en", "es", "pt"])
@pytest.mark.parametrize("level", [None, "policy"])
def test_labels_do_not_cover_each_other(
    dataset: EmbeddedStore, lang: str, level: str | None
) -> None:
    network = project(dataset, lang=lang, level=level, network="practices")
    figure = figures.network_figure(network, lang=lang, short=acronyms(dataset))
    found = boxes(figure)
    assert len(found) > 15
    assert overlaps(found) == 0


def test_nothing_to_draw_is_said(tmp_path: Path) -> None:
    network: Network = project(EmbeddedStore(Store()))
    for stem, figure in (
        ("network", figures.network_figure(network)),
        ("levels", figures.levels_figure([])),
        ("centrality", figures.centrality_figure(centrality(network))),
    ):
        assert all(path.exists() for path in figures.save(figure, tmp_path / stem))


def test_two_runs_draw_the_same_bytes(dataset: EmbeddedStore, tmp_path: Path) -> None:
    for name in ("one", "two"):
        figures.save(
            figures.network_figure(project(dataset, network="practices")),
            tmp_path / name,
            title="x",
        )
    for suffix in (".svg", ".png"):
        one, two = (tmp_path / f"{name}{suffix}" for name in ("one", "two"))
        assert one.read_bytes() == two.read_bytes()


def test_words_stay_words_in_svg(dataset: EmbeddedStore, tmp_path: Path) -> None:
    figure = figures.centrality_figure(centrality(project(dataset)), lang="pt")
    svg, _ = figures.save(figure, tmp_path / "c", title="t", description="quem lidera")
    text = svg.read_text(encoding="utf-8")
    assert "Quão centrais são os atores?" in text
    assert "quem lidera" in text
