"""The parts of the globe that the map shows: the world, and two that are drawn once more."""

from functools import cache
from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from coordgraph.publish.figures.layout import Point
from coordgraph.publish.figures.style import INK, said
from coordgraph.publish.geography import Spot, Window, equal_earth, land

__all__ = ["INSETS", "SIZE", "WORLD", "Panel", "frame"]

SIZE = (11.0, 9.8)
"""Width and height of the map's page in inches."""

_LAND = "#e6e6e1"
_EDGE = "#8a8a8a"


class Panel(NamedTuple):
    """
    A part of the globe on the page.

    Attributes
    ----------
    name
        What it shows; empty for the world.
    window
        What is seen.
    corner, width
        Where its lower left corner is, and how wide it is, in inches.
    detail
        By how many degrees coasts may be moved.
    scale
        How large circles and lines are.
    """

    name: str
    window: Window
    corner: Point
    width: float
    detail: float
    scale: float

    def place(self, spot: Spot) -> Point:
        """Return where a place is in the panel's projection."""
        return self._project(spot.longitude, spot.latitude)

    def corners(self) -> tuple[Point, Point]:
        """Return the lower left and the upper right corner in the panel's projection."""
        west, south, east, north = self.window
        middle = (south + north) / 2
        (left, _), (right, _) = self._project(west, middle), self._project(east, middle)
        (_, bottom), (_, top) = self._project(self._centre, south), self._project(0, north)
        return (left, bottom), (right, top)

    def holds(self, spot: Spot) -> bool:
        """Say whether a place is inside."""
        (x, y), ((left, bottom), (right, top)) = self.place(spot), self.corners()
        return left < x < right and bottom < y < top

    def outline(self, of: "Panel") -> list[Point]:
        """Return the edge of another panel's window, as it is seen in this one."""
        west, south, east, north = of.window
        around = [(west, south), (east, south), (east, north), (west, north), (west, south)]
        return [self._project(*corner) for corner in around]

    def shores(self) -> list[Path]:
        """Return the land, as far as the panel may show it."""
        west, south, east, north = self.window
        seen = Window(max(west - 40, -180), max(south - 9, -85), min(east + 40, 180), north + 7)
        return [
            Path(np.stack(equal_earth(*ring.T, centre=self._centre), axis=1), closed=True)
            for ring in land(seen, detail=self.detail)
        ]

    @property
    def _centre(self) -> float:
        return (self.window.west + self.window.east) / 2 if self.name else 0.0

    def _project(self, longitude: float, latitude: float) -> Point:
        where = np.array([longitude], dtype=float), np.array([latitude], dtype=float)
        x, y = equal_earth(*where, centre=self._centre)
        return float(x[0]), float(y[0])


WORLD = Panel("", Window(-141, -57, 166, 77), (0.12, 3.95), 10.76, 0.4, 0.62)
INSETS = (
    Panel("caribbean", Window(-91.7, 3.5, -53, 27.6), (0.12, 0.12), 4.24, 0.08, 0.85),
    Panel("europe", Window(-12, 33.2, 37.5, 69.5), (4.46, 0.12), 3.9, 0.15, 0.85),
)


def frame(figure: Figure, panel: Panel, lang: str) -> Axes:
    """Return the axes of a panel, with land and, on the world, the outlines of the others."""
    (left, bottom), (right, top) = panel.corners()
    height = panel.width * (top - bottom) / (right - left)
    wide, high = SIZE
    axes = figure.add_axes(
        (panel.corner[0] / wide, panel.corner[1] / high, panel.width / wide, height / high)
    )
    axes.set(xlim=(left, right), ylim=(bottom, top), xticks=[], yticks=[])
    for spine in axes.spines.values():
        spine.set(visible=bool(panel.name), color=_EDGE, linewidth=0.8)
    # The axes have limits already: they need not follow each coast to find some.
    axes.add_artist(PathPatch(_coasts(panel), facecolor=_LAND, edgecolor="none", zorder=0))
    if panel.name:
        _head(axes, said(f"{panel.name}_inset", lang))
    else:
        for inset in INSETS:
            x, y = zip(*panel.outline(inset), strict=True)
            axes.plot(x, y, color=_EDGE, linewidth=0.7, linestyle=(0, (4, 2)), zorder=0.8)
    return axes


@cache
def _coasts(panel: Panel) -> Path:
    """Return the land of a panel as one; it is the same in every language."""
    return Path.make_compound_path(*panel.shores())


def _head(axes: Axes, name: str) -> None:
    axes.annotate(
        name,
        (0, 1),
        xycoords="axes fraction",
        xytext=(0, 4),
        textcoords="offset points",
        fontsize=8.5,
        color=INK,
        weight="bold",
    )
