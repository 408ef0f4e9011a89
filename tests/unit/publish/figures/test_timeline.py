"""The timeline has a mark for each agreement, dated or not."""

from collections import Counter
from collections.abc import Callable, Mapping
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from matplotlib.axes import Axes

from coordgraph.namespace import ID
from coordgraph.publish.figures import save, timeline_figure
from coordgraph.publish.figures.states import IN_FORCE, MULTILATERAL
from tests.unit.publish.figures.conftest import box, outside, texts

LANGUAGES = ["en", "es", "pt"]
Lives = Callable[[str], list[Mapping[str, str]]]

BILATERAL = f"{ID}agreement-type/bilateral"


def life(name: str, **known: str) -> dict[str, str]:
    return {"agreement": name, "type": BILATERAL, "status": IN_FORCE, "title": name, **known}


def marks(axes: Axes) -> list[tuple[float, float]]:
    """Return where the marks of agreements are, each once."""
    found = [line for line in axes.lines if line.get_marker() in list("osD^")]
    places = [(np.ravel(line.get_xdata()), np.ravel(line.get_ydata())) for line in found]
    return [(float(x[0]), float(y[0])) for x, y in places]


def test_each_agreement_of_the_dataset_has_one_mark_in_its_year(lives: Lives) -> None:
    rows = lives("en")
    dated, undated = timeline_figure(rows).axes
    years = Counter(int(row["in_force"][:4]) for row in rows if "in_force" in row)
    assert Counter(int(x) for x, _ in marks(dated)) == years
    assert len(marks(undated)) == sum("in_force" not in row for row in rows)
    assert len(set(marks(dated)) | set(marks(undated))) == len(rows)
    assert len(marks(dated)) + len(marks(undated)) == len(rows) == 256


def test_decades_and_what_has_no_date_are_counted(lives: Lives) -> None:
    rows = lives("en")
    said = {text.get_text() for text in texts(timeline_figure(rows))}
    nineties = sum(row.get("in_force", "").startswith("199") for row in rows)
    assert f"1990s: {nineties}" in said
    assert f"No date known: {sum('in_force' not in row for row in rows)}" in said


def test_a_mark_is_hollow_where_the_agreement_is_not_known_to_be_in_force() -> None:
    ended = life("b", in_force="1990-05", status=f"{ID}agreement-status/superseded")
    dated, _ = timeline_figure([life("a", in_force="1990"), ended]).axes
    filled = [
        line.get_markerfacecolor() == line.get_markeredgecolor()
        for line in dated.lines
        if line.get_marker() == "o"
    ]
    assert filled == [True, False]


def test_multilateral_agreements_are_named(lives: Lives) -> None:
    rows = lives("es")
    said = {" ".join(text.get_text().split()) for text in texts(timeline_figure(rows))}
    named = [row["title"] for row in rows if row["type"] == MULTILATERAL and "in_force" in row]
    assert named
    assert set(named) <= said


def test_many_names_are_named_as_far_as_there_is_room() -> None:
    rows = [
        life(f"An agreement of several parties, {n}", type=MULTILATERAL, in_force=str(1990 + n))
        for n in range(30)
    ]
    figure = timeline_figure(rows)
    assert outside(figure) == []
    assert len(marks(figure.axes[0])) == 30


def test_a_type_unheard_of_is_drawn_and_said() -> None:
    figure = timeline_figure([life("a", type="urn:new", in_force="1990-01-01")])
    assert "of another type" in {text.get_text() for text in texts(figure)}
    assert len(marks(figure.axes[0])) == 1


def test_without_any_date_all_stand_beside() -> None:
    dated, undated = timeline_figure([life("a"), life("b")]).axes
    assert (len(marks(dated)), len(marks(undated))) == (0, 2)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_covers_another_or_leaves_the_page(lives: Lives, lang: str) -> None:
    figure = timeline_figure(lives(lang), lang=lang)
    assert outside(figure) == []
    found = [text for text in texts(figure) if text.axes]
    boxes = [(text.get_text(), box(figure, text).padded(-1.5)) for text in found]
    covered = [
        (one, other)
        for (one, at), (other, there) in combinations(boxes, 2)
        if at.overlaps(there)
    ]
    assert covered == []


def test_nothing_to_draw_is_said(tmp_path: Path) -> None:
    figure = timeline_figure([])
    assert [text.get_text() for text in texts(figure)][1:] == ["No ties to draw."]
    assert all(path.exists() for path in save(figure, tmp_path / "timeline"))


def test_two_runs_draw_the_same_bytes(lives: Lives, tmp_path: Path) -> None:
    for name in ("one", "two"):
        save(timeline_figure(lives("en")), tmp_path / name, title="x")
    for suffix in (".svg", ".png"):
        one, two = (tmp_path / f"{name}{suffix}" for name in ("one", "two"))
        assert one.read_bytes() == two.read_bytes()
