"""The matrix shows what ties each pair that has a state of the Americas."""

from collections.abc import Callable
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle

from coordgraph.publish.figures import matrix_figure, save
from coordgraph.publish.figures.states import StateNetwork, Tied
from tests.unit.publish.figures.conftest import box, outside, texts

LANGUAGES = ["en", "es", "pt"]
States = Callable[[str], StateNetwork]
Drawn = Callable[[str], Figure]


@pytest.fixture(scope="module")
def drawn(states: States) -> Drawn:
    """Draw the matrix of a language once, for all who only look at it."""
    return cache(lambda lang: matrix_figure(states(lang), lang=lang))


def cells(axes: Axes) -> tuple[int, int, int]:
    """Return how many full squares, circles and empty squares there are."""
    squares = [patch for patch in axes.patches if isinstance(patch, Rectangle)]
    full = [square for square in squares if square.get_width() == pytest.approx(0.8)]
    empty = [square for square in squares if square.get_width() == pytest.approx(0.6)]
    circles = [patch for patch in axes.patches if isinstance(patch, Circle)]
    return len(full), len(circles), len(empty)


def wanted(network: StateNetwork, has: Callable[[Tied], bool]) -> int:
    """Return in how many cells a pair is: once a side that is in the Americas."""
    return sum(
        sum(network.states[iri].is_american for iri in pair)
        for pair, tied in network.pairs.items()
        if has(tied)
    )


def test_a_cell_shows_each_kind_of_agreement_in_force_or_a_trace_of_others(
    states: States, drawn: Drawn
) -> None:
    network = states("en")
    (axes,) = drawn("en").axes
    assert cells(axes) == (
        wanted(network, lambda tied: tied.bilateral > 0),
        wanted(network, lambda tied: tied.multilateral > 0),
        wanted(network, lambda tied: not tied.in_force),
    )


def test_several_agreements_of_a_kind_are_numbered(states: States, drawn: Drawn) -> None:
    network = states("en")
    (axes,) = drawn("en").axes
    numbers = [text.get_text() for text in axes.texts if text.get_text().isdigit()]
    several = wanted(network, lambda tied: max(tied.bilateral, tied.multilateral) > 1)
    assert several > 0
    assert numbers == ["2"] * several


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_state_is_a_column_and_each_of_the_americas_a_row(
    states: States, drawn: Drawn, lang: str
) -> None:
    network = states(lang)
    (axes,) = drawn(lang).axes
    columns = [text.get_text() for text in axes.texts if text.get_rotation() == 90]
    rows = [text.get_text() for text in axes.texts if text.get_horizontalalignment() == "right"]
    assert columns == [state.name for state in network.states.values()]
    assert rows == [state.name for state in network.american()]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_covers_another_or_leaves_the_page(drawn: Drawn, lang: str) -> None:
    figure = drawn(lang)
    assert outside(figure) == []
    found = [text for text in texts(figure) if not text.get_text().isdigit()]
    boxes = [(text.get_text(), box(figure, text).padded(-1.5)) for text in found]
    covered = [
        (one, other)
        for (one, at), (other, there) in combinations(boxes, 2)
        if at.overlaps(there)
    ]
    assert covered == []


def test_pairs_without_a_state_of_the_americas_are_counted(
    states: States, drawn: Drawn
) -> None:
    network = states("en")
    said = " ".join(text.get_text() for text in texts(drawn("en")))
    assert f"{len(network.outside())} pairs outside the Americas are left out." in said


def test_nothing_to_draw_is_said(tmp_path: Path) -> None:
    figure = matrix_figure(StateNetwork({}, {}), lang="pt")
    assert "Não há vínculos a desenhar." in {text.get_text() for text in texts(figure)}
    assert all(path.exists() for path in save(figure, tmp_path / "matrix"))


@pytest.mark.long
def test_two_runs_draw_the_same_bytes_and_few_of_them(
    states: States, drawn: Drawn, tmp_path: Path
) -> None:
    save(drawn("en"), tmp_path / "one", title="x")
    save(matrix_figure(states("en")), tmp_path / "two", title="x")
    for suffix in (".svg", ".png"):
        one, two = (tmp_path / f"{name}{suffix}" for name in ("one", "two"))
        assert one.read_bytes() == two.read_bytes()
    assert (tmp_path / "one.svg").stat().st_size < 400_000
