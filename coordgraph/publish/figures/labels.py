"""
Labels that cover neither each other nor a circle.

One that finds no room beside its circle moves away from it, and a thin line leads back.
"""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Annotation
from matplotlib.transforms import Bbox

from coordgraph.publish.figures.layout import Point
from coordgraph.publish.figures.style import FONT, INK, PAPER, legible

__all__ = ["Node", "draw_labels"]

_REACHES = (1.0, 1.9, 2.9, 4.0, 5.2, 6.5, 8.0, 10.0, 12.0, 15.0)
_ANGLES = tuple(math.radians(angle) for angle in range(0, 360, 15))


class Node(NamedTuple):
    """An actor in the picture; the radius in points, the direction away from its ties."""

    iri: str
    at: Point
    radius: float
    outward: float


def draw_labels(  # noqa: PLR0913 - what to draw, and what is in the way
    figure: Figure,
    axes: Axes,
    nodes: Sequence[Node],
    texts: Mapping[str, str],
    *,
    page: Bbox | None = None,
    above: bool = False,
) -> None:
    """
    Place labels one after the other, those of the largest circles first.

    A node without a text is only kept clear.  The page is the whole figure above its legend,
    unless a part of it is given; the lines that lead back go below all ties, or above them.
    """
    canvas = figure.canvas
    assert isinstance(canvas, FigureCanvasAgg)
    renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]
    scale = figure.dpi / 72
    taken = [_around(_on_page(axes, node), node.radius * scale) for node in nodes]
    page = page or _above_legend(figure)
    named = [node for node in nodes if node.iri in texts]
    for node in sorted(named, key=lambda node: (-node.radius, node.iri)):
        label = _label(axes, node, texts[node.iri])
        box = label.get_window_extent(renderer)
        centre = _on_page(axes, node)
        reach, spot = _free_spot(centre, node, scale, box, taken=taken, page=page)
        label.set_position(((spot[0] - centre[0]) / scale, (spot[1] - centre[1]) / scale))
        if reach > 1:
            offset = ((spot[0] - centre[0]) / scale, (spot[1] - centre[1]) / scale)
            _lead(axes, node, offset, above=above)
        taken.append(_centred(spot, box.width + 2, box.height + 1))


def _label(axes: Axes, node: Node, text: str) -> Annotation:
    return axes.annotate(
        legible(text),
        node.at,
        xytext=(0, 0),
        textcoords="offset points",
        ha="center",
        va="center",
        linespacing=0.95,
        zorder=4,
        bbox={"facecolor": PAPER, "edgecolor": "none", "alpha": 0.75, "pad": 0.6},
        **FONT,
    )


def _above_legend(figure: Figure) -> Bbox:
    inner = figure.bbox.padded(-4)
    return Bbox.from_extents(inner.x0, inner.y0 + 40, inner.x1, inner.y1)


def _free_spot(  # noqa: PLR0913 - where, of what size, and what is in the way
    centre: Point, node: Node, scale: float, box: Bbox, *, taken: list[Bbox], page: Bbox
) -> tuple[float, Point]:
    """Return the nearest free spot for a label: how far out in steps, and its middle."""
    radius = node.radius * scale
    angles = sorted(_ANGLES, key=lambda angle: round(1 - math.cos(angle - node.outward), 6))
    best: tuple[float, Point] = (1.0, (centre[0] + radius + box.width / 2 + 3, centre[1]))
    for reach in _REACHES:
        for angle in angles:
            across, up = math.cos(angle), math.sin(angle)
            gap = radius + 10 * (reach - 1) + 4
            spot = (
                centre[0] + across * (gap + box.width / 2),
                centre[1] + up * (gap + box.height / 2),
            )
            wanted = _centred(spot, box.width + 2, box.height + 1)
            inside = page.x0 <= wanted.x0 and wanted.x1 <= page.x1
            inside = inside and page.y0 <= wanted.y0 and wanted.y1 <= page.y1
            if inside and not any(wanted.overlaps(other) for other in taken):
                return reach, spot
    return best


def _lead(axes: Axes, node: Node, offset: Point, *, above: bool) -> None:
    axes.annotate(
        "",
        node.at,
        xytext=offset,
        textcoords="offset points",
        arrowprops={
            "arrowstyle": "-",
            "color": INK if above else "#bbbbbb",
            "linewidth": 0.5,
            "shrinkB": node.radius,
        },
        zorder=1.5 if above else 0.5,
    )


def _on_page(axes: Axes, node: Node) -> Point:
    x, y = axes.transData.transform(node.at)
    return float(x), float(y)


def _around(point: Point, radius: float) -> Bbox:
    return _centred(point, 2 * radius, 2 * radius)


def _centred(middle: Point, width: float, height: float) -> Bbox:
    x, y = float(middle[0]), float(middle[1])
    return Bbox.from_extents(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
