"""Readings of a practice stand side by side; where they disagree, a mark says so."""

import pytest

from coordgraph.namespace import LEVELS
from coordgraph.publish.figures.levels import READINGS, levels_figure


@pytest.mark.parametrize(("status", "marks"), [("CONFLICT", 1), ("agree", 0)])
def test_a_conflict_is_marked(status: str, marks: int) -> None:
    said = dict.fromkeys(READINGS, "true")
    row = {"practice": "P", "level": LEVELS[0], "status": status, **said}
    (axes,) = levels_figure([row]).axes
    assert [text.get_text() for text in axes.texts].count("!") == marks
    assert len(axes.patches) == marks
