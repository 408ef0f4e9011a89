"""The map shows every state and every pair that an agreement in force ties, legibly."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import combinations, islice
from pathlib import Path

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.text import Annotation

from coordgraph.publish.figures import map_figure, save
from coordgraph.publish.figures.states import StateNetwork
from coordgraph.publish.geography import Spot
from tests.unit.publish.figures.conftest import box, outside, texts

LANGUAGES = ["en", "es", "pt"]
States = Callable[[str], StateNetwork]
Drawn = Callable[[str], Figure]


@pytest.fixture(scope="module")
def drawn(states: States) -> Drawn:
    """Draw the map of a language once, for all who only look at it."""
    return cache(lambda lang: map_figure(states(lang), lang=lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_state_is_named_once_with_its_partners(
    states: States, drawn: Drawn, lang: str
) -> None:
    network = states(lang)
    named = Counter(
        text.get_text()
        for axes in drawn(lang).axes
        for text in axes.texts
        if text.get_zorder() == 4
    )
    wanted = [
        f"{state.name} {state.partners}" if state.partners else state.name
        for state in network.states.values()
    ]
    assert named == Counter(wanted)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_name_covers_another_and_nothing_leaves_the_page(drawn: Drawn, lang: str) -> None:
    figure = drawn(lang)
    assert outside(figure) == []
    for axes in figure.axes:
        named = [text for text in axes.texts if isinstance(text, Annotation)]
        boxes = [box(figure, text).padded(-1.5) for text in named if text.get_text()]
        frame = axes.get_window_extent()
        assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
        assert all(frame.x0 <= at.x0 and at.x1 <= frame.x1 for at in boxes)


def test_the_legend_and_the_notes_do_not_touch_the_insets(drawn: Drawn) -> None:
    for lang in LANGUAGES:
        figure = drawn(lang)
        europe = figure.axes[2].get_window_extent()
        notes = [text for text in texts(figure) if text.get_text().count("\n") > 3]
        assert notes
        assert all(box(figure, text).x0 > europe.x1 for text in notes)


def test_as_many_curves_and_marks_are_drawn_as_there_are_pairs_and_states(
    states: States, drawn: Drawn
) -> None:
    network = states("en")
    world = drawn("en").axes[0]
    curves = [patch for patch in world.patches if isinstance(patch, PathPatch)][1:]
    assert sum(np.shape(patch.get_path().vertices)[0] for patch in curves) == 3 * len(
        network.in_force()
    )
    marks = Counter(line.get_marker() for line in world.lines if isinstance(line, Line2D))
    tied = sum(state.partners > 0 for state in network.states.values())
    assert marks["o"] == tied
    assert marks["x"] == len(network.states) - tied


def test_what_is_not_drawn_is_counted(states: States, drawn: Drawn) -> None:
    network = states("en")
    said = " ".join(" ".join(text.get_text().split()) for text in texts(drawn("en")))
    there = len(network.in_force())
    assert f"Drawn: {there} pairs" in said
    assert f"Not drawn: {len(network.pairs) - there} pairs" in said
    assert "Not on the map" not in said


@pytest.mark.parametrize("spot", [None, Spot(-178, -14, "oceania")])
def test_a_state_that_is_not_on_the_map_is_named_beside_it(
    states: States, spot: Spot | None
) -> None:
    whole = states("es")
    few = dict(islice(whole.states.items(), 9))
    first = next(iter(few.values()))
    lost = {**few, first.iri: replace(first, spot=spot)}
    pairs = {pair: tied for pair, tied in whole.pairs.items() if few.keys() >= set(pair)}
    figure = map_figure(StateNetwork(lost, pairs), lang="es")
    said = " ".join(" ".join(text.get_text().split()) for text in texts(figure))
    assert f"desconocido o quedar fuera: 1 ({first.name})" in said


def test_a_network_of_nobody_is_an_empty_map(tmp_path: Path) -> None:
    figure = map_figure(StateNetwork({}, {}))
    assert all(path.exists() for path in save(figure, tmp_path / "map"))


@pytest.mark.long
def test_two_runs_draw_the_same_bytes_and_few_of_them(
    states: States, drawn: Drawn, tmp_path: Path
) -> None:
    save(drawn("pt"), tmp_path / "one", title="x")
    save(map_figure(states("pt"), lang="pt"), tmp_path / "two", title="x")
    for suffix in (".svg", ".png"):
        one, two = (tmp_path / f"{name}{suffix}" for name in ("one", "two"))
        assert one.read_bytes() == two.read_bytes()
    assert (tmp_path / "one.svg").stat().st_size < 400_000
