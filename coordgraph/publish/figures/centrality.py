"""The centrality chart: the leading actors by three measures, side by side."""

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from coordgraph.publish.figures.style import FONT, INK, PAPER, blank, name_line, said

__all__ = ["centrality_figure"]

_MEASURES = ("strength", "betweenness", "pagerank")
_COLOUR = "#0072B2"
_MOST = 15


def centrality_figure(table: pa.Table, *, lang: str = "en") -> Figure:
    """
    Return the chart of the fifteen actors of greatest strength, groups hollow.

    Parameters
    ----------
    table
        As `centrality` gives it, with strength, betweenness and pagerank.
    lang
        The language of title and axes.
    """
    rows = table.slice(0, _MOST).to_pylist()
    figure = blank(11.0, 1.6 + 0.36 * max(len(rows), 1))
    figure.text(0.015, 0.95, said("centrality", lang), fontsize=12, color=INK, weight="bold")
    if not rows:
        figure.text(0.5, 0.5, said("empty", lang), ha="center", **FONT)
        return figure
    for place, measure in enumerate(_MEASURES):
        axes = figure.add_axes((0.34 + 0.222 * place, 0.04, 0.185, 0.80))
        _draw(axes, rows, measure, lang)
        if place == 0:
            for line, row in enumerate(rows):
                name_line(axes, line, row["label"])
    return figure


def _draw(axes: Axes, rows: Sequence[Mapping[str, Any]], measure: str, lang: str) -> None:
    values = [float(row[measure]) for row in rows]
    top = max(values) or 1.0
    axes.set_title(said(measure, lang), fontsize=8.5, color=INK, loc="left", pad=8)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_xlim(-0.04 * top, 1.28 * top)
    axes.set_yticks([])
    axes.set_xticks([])
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)
    for line, (row, value) in enumerate(zip(rows, values, strict=True)):
        axes.hlines(line, 0, value, color="#cccccc", linewidth=1)
        fill = PAPER if row["group"] else _COLOUR
        axes.plot(
            value,
            line,
            marker="o",
            markersize=7,
            markerfacecolor=fill,
            markeredgecolor=_COLOUR,
            markeredgewidth=1.4,
        )
        axes.text(value + 0.06 * top, line, f"{value:.3g}", va="center", **FONT)
