"""The agreements of the dataset, as figures are given them; and what a figure shows."""

from collections.abc import Callable, Mapping
from functools import cache
from weakref import WeakSet

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from coordgraph.ingest.dataset import load
from coordgraph.network.projection import project
from coordgraph.publish.answers import rows_of
from coordgraph.publish.figures.states import StateNetwork
from coordgraph.publish.pictures import states_of
from coordgraph.store import EmbeddedStore

Lives = list[Mapping[str, str]]


@cache
def dataset() -> EmbeddedStore:
    return load(derived=False)


@cache
def network(lang: str) -> StateNetwork:
    found = project(dataset(), lang=lang, network="agreements", between="states")
    return states_of(dataset(), found, lang=lang)


@cache
def _lives(lang: str) -> Lives:
    _, rows = rows_of("agreements/entries-into-force", dataset(), lang)
    return [*rows]


@pytest.fixture(scope="session")
def states() -> Callable[[str], StateNetwork]:
    return network


@pytest.fixture(scope="session")
def lives() -> Callable[[str], Lives]:
    return _lives


_drawn: WeakSet[Figure] = WeakSet()


def texts(figure: Figure) -> list[Text]:
    """Return every text of a figure that is not empty, legend included, where it is drawn."""
    if figure not in _drawn:
        figure.canvas.draw()
        _drawn.add(figure)
    return [text for text in figure.findobj(Text) if isinstance(text, Text) and text.get_text()]


def box(figure: Figure, text: Text) -> Bbox:
    canvas = figure.canvas
    assert isinstance(canvas, FigureCanvasAgg)
    return text.get_window_extent(canvas.get_renderer())  # type: ignore[no-untyped-call]


def outside(figure: Figure) -> list[str]:
    """Return the texts that stick out of the page."""
    page = figure.bbox
    boxes = [(text.get_text(), box(figure, text)) for text in texts(figure)]
    return [
        words
        for words, at in boxes
        if at.x0 < page.x0 or at.y0 < page.y0 or at.x1 > page.x1 or at.y1 > page.y1
    ]
