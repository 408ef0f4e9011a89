"""The load chart: with how many others the most loaded actors coordinate, level by level."""

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from coordgraph.network.layers import layers
from coordgraph.network.projection import Network
from coordgraph.publish.figures.style import (
    FONT,
    INK,
    PAPER,
    blank,
    level_name,
    name_line,
    said,
    strokes,
)

__all__ = ["load_figure"]

_MOST = 15
_HATCHES = ("", "///", "|||", "\\\\\\")


def load_figure(network: Network, table: pa.Table, *, lang: str = "en") -> Figure:
    """
    Return the chart of the fifteen actors of greatest load, groups hollow.

    A bar is made of the counterparts of an actor at each level, those at no stated level last;
    whom it meets at two levels counts at both.  Beside it stands the load, and what it is the
    product of.

    Parameters
    ----------
    network
        A projection of all levels.
    table
        What `assess_load` says of it.
    lang
        The language of title and legend.
    """
    rows = [row for row in table.slice(0, _MOST).to_pylist() if row["load"]]
    figure = blank(11.0, 1.7 + 0.36 * max(len(rows), 1))
    high = figure.get_size_inches()[1]
    figure.text(
        0.015, 1 - 0.32 / high, said("load", lang), fontsize=12, color=INK, weight="bold"
    )
    if not rows:
        figure.text(0.5, 0.5, said("empty", lang), ha="center", **FONT)
        return figure
    axes = figure.add_axes((0.34, 0.62 / high, 0.64, 1 - 1.35 / high))
    degrees = _degrees(network)
    levels = [level for level in (*network.ties.levels, "") if _drawn(degrees, rows, level)]
    widest = max(sum(degrees.get((row["actor"], one), 0) for one in levels) for row in rows)
    axes.set(xlim=(0, 1.32 * widest), ylim=(len(rows) - 0.5, -0.5), xticks=[], yticks=[])
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)
    for line, row in enumerate(rows):
        end = _bar(axes, line, row, [degrees.get((row["actor"], one), 0) for one in levels],
                   levels)  # fmt: skip
        _say(axes, line, row, end, widest)
    _explain(figure, levels, lang)
    return figure


def _degrees(network: Network) -> dict[tuple[str, str], int]:
    """Return how many counterparts each actor has at each level."""
    found = layers(network, by="actor-level", unstated="keep").to_pylist()
    return {(row["actor"], row["level"] or ""): row["degree"] for row in found}


def _drawn(
    degrees: Mapping[tuple[str, str], int], rows: Sequence[Mapping[str, Any]], level: str
) -> bool:
    return any((row["actor"], level) in degrees for row in rows)


def _look(place: int, level: str, *, hollow: bool) -> dict[str, Any]:
    """Return how a level looks: a colour and a pattern, so that neither alone tells it."""
    colour = strokes[level].colour if level in strokes else "#CC79A7"
    return {
        "facecolor": PAPER if hollow else colour,
        "edgecolor": colour if hollow else PAPER,
        "hatch": _HATCHES[place % len(_HATCHES)],
        "linewidth": 1.0,
    }


def _bar(
    axes: Axes, line: int, row: Mapping[str, Any], counts: Sequence[int], levels: Sequence[str]
) -> int:
    """Draw the counterparts of an actor, level after level; return how many that makes."""
    start = 0
    for place, (level, count) in enumerate(zip(levels, counts, strict=True)):
        if count:
            look = _look(place, level, hollow=row["group"])
            axes.barh(line, count, left=start, height=0.62, **look)
            start += count
    return start


def _say(axes: Axes, line: int, row: Mapping[str, Any], end: int, widest: int) -> None:
    factors = (max(row[name], 1) for name in ("counterparts", "levels", "countries"))
    product = " × ".join(map(str, factors))  # noqa: RUF001 - it is a product
    text = f"{row['load']:,} = {product}"
    axes.text(end + 0.015 * widest, line, text, va="center", **FONT)
    name_line(axes, line, row["label"])


def _explain(figure: Figure, levels: Sequence[str], lang: str) -> None:
    high = figure.get_size_inches()[1]
    figure.text(0.015, 1 - 0.58 / high, said("load_note", lang), va="center", **FONT)
    handles = [
        Patch(label=level_name(level, lang), **_look(place, level, hollow=False))
        for place, level in enumerate(levels)
    ]
    group = Patch(facecolor=PAPER, edgecolor=INK, linewidth=1.0, label=said("group", lang))
    figure.legend(
        handles=[*handles, group],
        loc="lower left",
        ncols=len(levels) + 1,
        frameon=False,
        fontsize=8,
        labelcolor=INK,
    )
