"""
The matrix of agreements: states of the Americas by all states, in blocks of regions.

A full square is a bilateral agreement in force, a circle a multilateral one; an empty square
stands where all that is known has ended, is only signed, or is not known to be in force.
"""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Patch, Rectangle

from coordgraph.publish.figures.states import State, StateNetwork, Tied
from coordgraph.publish.figures.style import FONT, INK, PAPER, blank, legible, said

__all__ = ["matrix_figure"]

_CELL = 0.135
_GAP = 0.6
_LEFT, _TOP, _BOTTOM = 1.75, 2.4, 0.75
_BILATERAL = "#0072B2"
_MULTILATERAL = "#E69F00"
_OTHER = "#8a8a8a"
_HEADS = -12.2
_DIGIT: dict[str, Any] = {
    "fontsize": 6,
    "weight": "bold",
    "ha": "center",
    "va": "center_baseline",
}


class _Line(NamedTuple):
    """A row or a column: its state, and where it is, in cells, with a gap between regions."""

    state: State
    at: float


def matrix_figure(network: StateNetwork, *, lang: str = "en") -> Figure:
    """
    Return the matrix of agreements.

    Rows are the states of the Americas, columns all states; both go by region, and in each
    region from the state of most partners to that of fewest.

    Parameters
    ----------
    network
        States and pairs; pairs without a state of the Americas are counted below.
    lang
        The language of title and legend: ``en``, ``es`` or ``pt``.
    """
    columns = list(_lines(network.states.values()))
    rows = [line for line in columns if line.state.is_american]
    across = columns[-1].at + 1 if columns else 20.0
    down = rows[-1].at + 1 if rows else 3.0
    figure = blank(_LEFT + _CELL * across + 0.12, _TOP + _CELL * down + _BOTTOM)
    wide, high = figure.get_size_inches()
    figure.text(
        0.12 / wide, 1 - 0.3 / high, said("matrix", lang), fontsize=13, color=INK, weight="bold"
    )
    axes = figure.add_axes(
        (_LEFT / wide, _BOTTOM / high, _CELL * across / wide, _CELL * down / high)
    )
    axes.set_axis_off()
    axes.set(xlim=(-0.5, across - 0.5), ylim=(down - 0.5, -0.5))
    if not rows:
        axes.text(across / 2, down / 2, said("empty", lang), ha="center", **FONT)
        return figure
    _draw_blocks(axes, rows, columns)
    _draw_names(axes, rows, columns, lang)
    _draw_cells(axes, network, rows, columns)
    _draw_legend(figure, network, lang)
    return figure


def _lines(states: Iterable[State]) -> Iterator[_Line]:
    place = 0
    for block, (_, members) in enumerate(groupby(states, key=lambda state: state.region)):
        for state in members:
            yield _Line(state, place + _GAP * block)
            place += 1


def _blocks(lines: Sequence[_Line]) -> list[tuple[str, float, float]]:
    """Return each region, with its first and last place."""
    found = groupby(lines, key=lambda line: line.state.region)
    members = [(region, [line.at for line in group]) for region, group in found]
    return [(region, places[0], places[-1]) for region, places in members]


def _draw_blocks(axes: Axes, rows: Sequence[_Line], columns: Sequence[_Line]) -> None:
    """Lay a pale ground under each pair of regions, with a thin line a state to follow."""
    for _, top, bottom in _blocks(rows):
        for _, left, right in _blocks(columns):
            width, height = right - left + 1, bottom - top + 1
            corner = (left - 0.5, top - 0.5)
            axes.add_patch(
                Rectangle(
                    corner, width, height, facecolor="#f4f4f2", edgecolor="none", zorder=0
                )
            )
    first, last = columns[0].at - 0.5, columns[-1].at + 0.5
    axes.hlines([line.at for line in rows], first, last, color=PAPER, linewidth=0.8, zorder=0.5)
    top, bottom = rows[0].at - 0.5, rows[-1].at + 0.5
    axes.vlines(
        [line.at for line in columns], top, bottom, color=PAPER, linewidth=0.8, zorder=0.5
    )


def _draw_names(axes: Axes, rows: Sequence[_Line], columns: Sequence[_Line], lang: str) -> None:
    for line in rows:
        axes.text(-0.8, line.at, legible(line.state.name), ha="right", va="center", **FONT)
    for line in columns:
        name = legible(line.state.name)
        axes.text(line.at, -0.8, name, rotation=90, ha="center", va="bottom", **FONT)
    for region, left, right in _blocks(columns):
        name = textwrap.fill(said(region, lang), max(8, round((right - left + 1) * 1.6)))
        axes.text(
            (left + right) / 2,
            _HEADS,
            name,
            ha="center",
            va="bottom",
            fontsize=8,
            color=INK,
            weight="bold",
        )


def _draw_cells(
    axes: Axes, network: StateNetwork, rows: Sequence[_Line], columns: Sequence[_Line]
) -> None:
    for row in rows:
        for column in columns:
            tied = network.between(row.state.iri, column.state.iri)
            for patch in _glyph(tied, column.at, row.at):
                axes.add_patch(patch)
            _draw_number(axes, tied, column.at, row.at)


def _draw_number(axes: Axes, tied: Tied, x: float, y: float) -> None:
    """Say how many agreements there are, where there are several of a kind."""
    if (number := max(tied.bilateral, tied.multilateral)) > 1:
        colour = INK if tied.multilateral else PAPER
        axes.text(x, y, str(number), color=colour, **_DIGIT)


def _glyph(tied: Tied, x: float, y: float) -> Iterator[Patch]:
    """Yield the shapes of a cell: what is in force, else a trace of what is not."""
    if tied.bilateral:
        yield Rectangle((x - 0.4, y - 0.4), 0.8, 0.8, facecolor=_BILATERAL, linewidth=0)
    if tied.multilateral:
        yield Circle((x, y), 0.34, facecolor=_MULTILATERAL, linewidth=0)
    if tied.other and not tied.in_force:
        corner = (x - 0.3, y - 0.3)
        yield Rectangle(corner, 0.6, 0.6, facecolor=PAPER, edgecolor=_OTHER, linewidth=0.8)


def _draw_legend(figure: Figure, network: StateNetwork, lang: str) -> None:
    looks = (
        ("matrix_bilateral", "s", _BILATERAL, _BILATERAL),
        ("matrix_multilateral", "o", _MULTILATERAL, _MULTILATERAL),
        ("matrix_other", "s", PAPER, _OTHER),
        ("matrix_number", "$2$", INK, INK),
    )
    handles = [
        Line2D(
            [],
            [],
            marker=marker,
            markersize=7,
            markerfacecolor=fill,
            markeredgecolor=edge,
            linestyle="none",
            label=said(word, lang),
        )
        for word, marker, fill, edge in looks
    ]
    wide, high = figure.get_size_inches()
    figure.legend(
        handles=handles,
        loc="lower left",
        bbox_to_anchor=(0.02 / wide, 0.28 / high),
        ncols=len(handles),
        frameon=False,
        fontsize=8,
        labelcolor=INK,
    )
    note = said("matrix_note", lang).format(len(network.outside()))
    figure.text(0.12 / wide, 0.14 / high, note, **FONT)
