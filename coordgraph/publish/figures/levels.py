"""The level matrix: what each part of the article says of each practice and level."""

import textwrap
from collections.abc import Iterable, Mapping

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from coordgraph.namespace import LEVELS
from coordgraph.publish.figures.style import FONT, INK, PAPER, blank, legible, level_name, said

__all__ = ["READINGS", "levels_figure"]

READINGS = ("table_2", "headings", "introduction", "detail_tables")
"""The parts of the article that list all levels of a practice."""

_CONFLICT = "#D55E00"


def levels_figure(rows: Iterable[Mapping[str, str]], *, lang: str = "en") -> Figure:
    """
    Return the matrix of practices by levels by parts of the article.

    Parameters
    ----------
    rows
        One a practice and level: ``practice`` (its name), ``level`` (an IRI), each of
        `READINGS` (``true`` or ``false``) and ``status`` (``conflict`` or ``agree``).
    lang
        The language of title and legend.
    """
    cells = {(row["practice"], row["level"]): row for row in rows}
    practices = list(dict.fromkeys(practice for practice, _ in cells))
    figure = blank(11.0, 1.9 + 0.55 * max(len(practices), 1))
    axes = figure.add_axes((0.01, 0.09, 0.98, 0.80))
    axes.set_axis_off()
    axes.set_xlim(-7.2, 13.6)
    axes.set_ylim(len(practices) - 0.4, -2.6)
    figure.text(0.015, 0.945, said("levels", lang), fontsize=12, color=INK, weight="bold")
    _draw_heads(axes, lang)
    for line, practice in enumerate(practices):
        name = "\n".join(
            textwrap.wrap(textwrap.shorten(legible(practice), 100, placeholder=" ..."), 52)
        )
        axes.text(-0.9, line, name, ha="right", va="center", linespacing=0.95, **FONT)
        for place, level in enumerate(LEVELS):
            if (practice, level) in cells:
                _draw_cell(axes, cells[practice, level], 4.3 * place, line)
    _draw_legend(figure, lang)
    return figure


def _draw_heads(axes: Axes, lang: str) -> None:
    for place, level in enumerate(LEVELS):
        left = 4.3 * place
        axes.text(
            left + 1.5,
            -2.35,
            level_name(level, lang),
            ha="center",
            fontsize=9.5,
            weight="bold",
            color=INK,
        )
        for step, reading in enumerate(READINGS):
            axes.text(
                left + step,
                -0.55,
                said(reading, lang),
                rotation=38,
                ha="left",
                va="bottom",
                **FONT,
            )


def _draw_cell(axes: Axes, row: Mapping[str, str], left: float, line: int) -> None:
    for step, reading in enumerate(READINGS):
        yes = row[reading] == "true"
        axes.plot(
            left + step,
            line,
            marker="o" if yes else "_",
            markersize=9 if yes else 6,
            color=INK if yes else "#8a8a8a",
        )
    if row["status"].casefold() == "conflict":
        box = Rectangle(
            (left - 0.48, line - 0.42),
            3.96,
            0.84,
            facecolor="none",
            edgecolor=_CONFLICT,
            linewidth=1.8,
            zorder=3,
        )
        axes.add_patch(box)
        axes.text(
            left + 3.62,
            line,
            "!",
            ha="left",
            va="center",
            fontsize=12,
            weight="bold",
            color=_CONFLICT,
        )


def _draw_legend(figure: Figure, lang: str) -> None:
    handles = [
        Line2D(
            [],
            [],
            marker="o",
            linestyle="none",
            color=INK,
            markersize=8,
            label=said("yes", lang),
        ),
        Line2D(
            [],
            [],
            marker="_",
            linestyle="none",
            color="#8a8a8a",
            markersize=8,
            label=said("no", lang),
        ),
        Rectangle(
            (0, 0),
            1,
            1,
            facecolor=PAPER,
            edgecolor=_CONFLICT,
            linewidth=1.8,
            label=f"! {said('conflict', lang)}",
        ),
    ]
    figure.legend(
        handles=handles, loc="lower left", ncols=3, frameon=False, fontsize=8, labelcolor=INK
    )
