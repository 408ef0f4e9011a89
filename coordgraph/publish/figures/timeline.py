"""
The timeline of agreements: a mark for each, stacked in the year of its entry into force.

Those of which no such date is known stand beside it, so that nothing is counted away.
"""

import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from coordgraph.namespace import ID
from coordgraph.publish.figures.states import IN_FORCE, MULTILATERAL
from coordgraph.publish.figures.style import FONT, INK, PAPER, blank, legible, said

__all__ = ["timeline_figure"]

_SIZE = (11.0, 3.7)
_LEFT, _WIDTH, _BESIDE = 0.17, 8.6, 9.25
_BOTTOM, _HEIGHT = 0.8, 2.4
_COLUMNS, _FEWEST = 10, 6
_WRAP, _APART = 17, 1.15


class _Look(NamedTuple):
    """How agreements of a type are drawn: a colour of Okabe and Ito's, and a shape."""

    word: str
    colour: str
    marker: str
    size: float


_LOOKS = {
    f"{ID}agreement-type/bilateral": _Look("bilateral", "#0072B2", "o", 6.6),
    f"{ID}agreement-type/subnational": _Look("subnational", "#009E73", "s", 5.9),
    MULTILATERAL: _Look("multilateral", "#D55E00", "D", 5.5),
}
"""From the most frequent to the rarest, which are stacked on top, where their names are."""

_OTHER = _Look("other_type", "#777777", "^", 6.4)


class _Entry(NamedTuple):
    """An agreement: its type, whether it is in force, its year or None, and its title."""

    kind: str
    in_force: bool
    year: int | None
    title: str

    @property
    def rank(self) -> tuple[int, bool]:
        known = [*_LOOKS, self.kind]
        return known.index(self.kind), not self.in_force


def timeline_figure(lives: Iterable[Mapping[str, str]], *, lang: str = "en") -> Figure:
    """
    Return the timeline of entries into force.

    Parameters
    ----------
    lives
        The answer of ``agreements/entries-into-force``; an agreement with dates in several
        years stands at the first.
    lang
        The language of title and legend: ``en``, ``es`` or ``pt``.
    """
    entries = _entries(lives)
    figure = blank(*_SIZE)
    figure.text(0.015, 0.925, said("timeline", lang), fontsize=13, color=INK, weight="bold")
    if not entries:
        figure.text(0.5, 0.5, said("empty", lang), ha="center", **FONT)
        return figure
    dated = [entry for entry in entries if entry.year is not None]
    undated = [entry for entry in entries if entry.year is None]
    decades = _decades([entry.year for entry in dated if entry.year is not None])
    axes = _axes(figure, _LEFT, _WIDTH, (decades[0] - 0.5, decades[-1] + 9.5))
    _draw_years(axes, dated, decades, lang)
    unit = _WIDTH / (10 * len(decades))
    beside = _axes(figure, _BESIDE, (_COLUMNS + 1) * unit, (0.0, _COLUMNS + 1.0))
    _draw_undated(beside, undated, lang)
    _draw_legend(figure, entries, lang)
    return figure


def _entries(lives: Iterable[Mapping[str, str]]) -> list[_Entry]:
    first: dict[str, _Entry] = {}
    for row in lives:
        date = row.get("in_force", "")
        entry = _Entry(
            row["type"],
            row["status"] == IN_FORCE,
            int(date[:4]) if date else None,
            row.get("title", ""),
        )
        first.setdefault(row["agreement"], entry)
    return sorted(first.values(), key=lambda entry: entry.rank)


def _decades(years: Sequence[int]) -> range:
    """Return the first years of the decades to show; some before, where there are few."""
    last = 10 * (max(years, default=2020) // 10)
    first = 10 * (min(years, default=2020) // 10)
    return range(min(first, last - 10 * (_FEWEST - 1)), last + 1, 10)


def _axes(figure: Figure, left: float, width: float, limits: tuple[float, float]) -> Axes:
    """Return axes, placed in inches, in which a mark takes as much room upwards as across."""
    wide, high = _SIZE
    axes = figure.add_axes((left / wide, _BOTTOM / high, width / wide, _HEIGHT / high))
    span = limits[1] - limits[0]
    axes.set(xlim=limits, ylim=(0.4, 0.4 + span * _HEIGHT / width), xticks=[], yticks=[])
    for side in ("top", "left", "right"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(INK)
    return axes


def _draw_years(axes: Axes, dated: Sequence[_Entry], decades: range, lang: str) -> None:
    axes.set_xticks(range(decades[0], decades[-1] + 10, 5))
    axes.tick_params(axis="x", length=3, labelsize=7.5, labelcolor=INK)
    counted = Counter(10 * (entry.year // 10) for entry in dated if entry.year is not None)
    for start in decades:
        shade = "#f3f3f1" if start // 10 % 2 else PAPER
        axes.axvspan(start - 0.5, start + 9.5, color=shade, linewidth=0, zorder=0)
        _head(axes, start + 4.5, said("per_decade", lang).format(start, counted[start]))
    heights: Counter[int] = Counter()
    marks: list[tuple[int, int, str]] = []
    for entry in dated:
        assert entry.year is not None
        heights[entry.year] += 1
        _draw_mark(axes, entry, entry.year, heights[entry.year])
        if entry.kind == MULTILATERAL:
            marks.append((entry.year, heights[entry.year], entry.title))
    _name(axes, sorted(marks), max(heights.values(), default=0))


def _head(axes: Axes, x: float, text: str) -> None:
    axes.text(x, axes.get_ylim()[1] - 0.5, text, ha="center", va="top", **FONT)


def _name(axes: Axes, marks: Sequence[tuple[int, int, str]], highest: int) -> None:
    """Name agreements of several parties above all marks, as many as find room there."""
    left, right = axes.get_xlim()
    apart = (right - left) * _APART / _WIDTH
    named = marks[: int((right - left) / apart)]
    centres = _spread([year for year, _, _ in named], apart, (left, right))
    for centre, (year, height, title) in zip(centres, named, strict=True):
        above = highest + 0.8
        axes.plot(
            (year, year, centre),
            (height + 0.5, above, above + 0.9),
            color="#777777",
            linewidth=0.6,
        )
        axes.text(
            centre,
            above + 1.1,
            textwrap.fill(legible(title), _WRAP),
            ha="center",
            va="bottom",
            linespacing=1.1,
            **FONT,
        )


def _spread(years: Sequence[int], apart: float, limits: tuple[float, float]) -> list[float]:
    """Return where names go: near their years, a step apart at least, and inside the limits."""
    centres = [float(year) for year in years]
    for place in range(1, len(centres)):
        centres[place] = max(centres[place], centres[place - 1] + apart)
    if not centres:
        return []
    # What was moved to the right is moved back by half, and never beyond an edge.
    back = max((centres[-1] - years[-1]) / 2, centres[-1] + apart / 2 - limits[1])
    back = min(back, centres[0] - apart / 2 - limits[0])
    return [centre - back for centre in centres]


def _draw_mark(axes: Axes, entry: _Entry, x: float, y: float) -> None:
    look = _LOOKS.get(entry.kind, _OTHER)
    axes.add_line(_mark(look, hollow=not entry.in_force, x=x, y=y))


def _mark(look: _Look, *, hollow: bool, x: float = 0, y: float = 0) -> Line2D:
    return Line2D(
        [x],
        [y],
        marker=look.marker,
        markersize=look.size,
        markerfacecolor=PAPER if hollow else look.colour,
        markeredgecolor=look.colour,
        markeredgewidth=1.1,
        linestyle="none",
    )


def _draw_undated(axes: Axes, undated: Sequence[_Entry], lang: str) -> None:
    axes.spines["bottom"].set_visible(False)
    for place, entry in enumerate(undated):
        row, column = divmod(place, _COLUMNS)
        _draw_mark(axes, entry, column + 1, row + 1)
    _head(axes, (_COLUMNS + 1) / 2, said("undated", lang).format(len(undated)))


def _draw_legend(figure: Figure, entries: Sequence[_Entry], lang: str) -> None:
    kinds = {entry.kind for entry in entries}
    looks = [look for kind, look in _LOOKS.items() if kind in kinds]
    looks += [_OTHER] if kinds - _LOOKS.keys() else []
    handles = [_mark(look, hollow=False) for look in looks]
    for handle, look in zip(handles, looks, strict=True):
        handle.set_label(said(look.word, lang))
    handles.append(_mark(_Look("", INK, "o", 6.6), hollow=True))
    handles[-1].set_label(said("hollow", lang))
    figure.legend(
        handles=handles,
        loc="lower left",
        bbox_to_anchor=(0.005, 0.055),
        ncols=len(handles),
        frameon=False,
        fontsize=8,
        labelcolor=INK,
        handletextpad=0.2,
    )
    figure.text(0.015, 0.03, said("timeline_note", lang), **FONT)
