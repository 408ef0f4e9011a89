"""
The network picture: actors as circles, ties as lines, a colour and a line style a level.

Collective actors are hollow.  Labels stand where they cover neither each other nor a circle;
one that finds no room beside its circle moves away from it and a thin line leads back.
"""

import math
import textwrap
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import networkx as nx
import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch
from matplotlib.transforms import Bbox

from coordgraph.engines.networkx import simple
from coordgraph.network.projection import Network
from coordgraph.publish.figures.style import FONT, INK, PAPER, blank, level_name, said, strokes
from coordgraph.ties import Ties

__all__ = ["network_figure"]

_SIZE = (11.0, 7.7)
_WRAP = 22
_REACHES = (1.0, 1.9, 2.9, 4.0, 5.2, 6.5, 8.0, 10.0, 12.0, 15.0)
_ANGLES = tuple(math.radians(angle) for angle in range(0, 360, 15))

Point = tuple[float, float]


class _Node(NamedTuple):
    """An actor in the picture; the radius in points, the direction away from its ties."""

    iri: str
    at: Point
    radius: float
    outward: float


def network_figure(
    network: Network, *, lang: str = "en", short: Mapping[str, str] | None = None
) -> Figure:
    """
    Return the picture of a network.

    Parameters
    ----------
    network
        What to draw; actors without a tie are left out and counted below.
    lang
        The language of title and legend: ``en``, ``es`` or ``pt``.
    short
        Labels to use in place of full ones, such as acronyms, by IRI.
    """
    figure = blank(*_SIZE)
    axes = figure.add_axes((0.01, 0.07, 0.98, 0.87))
    axes.set_axis_off()
    figure.text(0.02, 0.965, said("network", lang), fontsize=13, color=INK, weight="bold")
    graph = simple(network.ties.merged())
    isolates = list(nx.isolates(graph))
    graph.remove_nodes_from(isolates)
    if not graph:
        axes.text(0.5, 0.5, said("empty", lang), ha="center", **FONT)
        return figure
    nodes = _nodes(graph)
    _frame(axes, nodes)
    _draw_ties(axes, network.ties, nodes)
    _draw_nodes(axes, network, nodes)
    _draw_labels(figure, axes, nodes, _texts(network, short or {}))
    _draw_legend(figure, network, lang)
    if isolates:
        figure.text(
            0.98, 0.018, said("isolates", lang).format(len(isolates)), ha="right", **FONT
        )
    return figure


def _nodes(graph: "nx.Graph[str]") -> dict[str, _Node]:
    places = _packed([_layout(graph.subgraph(part)) for part in _parts(graph)])
    strengths = dict(graph.degree(weight="weight"))
    largest = max(strengths.values())
    return {
        iri: _Node(
            iri,
            places[iri],
            3.5 + 6.5 * math.sqrt(strengths[iri] / largest),
            _outward(places[iri], [places[other] for other in graph[iri]]),
        )
        for iri in sorted(places)
    }


def _outward(at: Point, others: list[Point]) -> float:
    across = sum(at[0] - x for x, _ in others)
    up = sum(at[1] - y for _, y in others)
    return math.atan2(up, across)


def _parts(graph: "nx.Graph[str]") -> list[set[str]]:
    found = nx.connected_components(graph)
    return sorted(found, key=lambda part: (-len(part), min(part)))


def _layout(part: "nx.Graph[str]") -> dict[str, Point]:
    """Place one connected part around its middle, in a circle that grows with it."""
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(sorted(part))
    ordered.add_edges_from(sorted(part.edges))
    places = nx.kamada_kawai_layout(ordered) if len(part) > 2 else _pair(sorted(part))
    points = np.array([places[iri] for iri in ordered])
    points -= (points.max(axis=0) + points.min(axis=0)) / 2
    reach = np.hypot(*points.T).max() or 1.0
    points *= math.sqrt(len(part)) / reach
    return {iri: (float(x), float(y)) for iri, (x, y) in zip(ordered, points, strict=True)}


def _pair(iris: list[str]) -> dict[str, Point]:
    return {iri: (0.0, float(place)) for place, iri in enumerate(iris)}


def _packed(parts: list[dict[str, Point]]) -> dict[str, Point]:
    """Set the parts side by side in rows, of the length that lets them be drawn largest."""
    sizes = [_size(part) for part in parts]
    total = sum(width for width, _ in sizes)
    pages = [max(sizes[0][0], total / rows) for rows in np.arange(1, 8, 0.25)]
    return max((_in_rows(parts, sizes, page) for page in pages), key=_scale)


def _size(part: Mapping[str, Point]) -> Point:
    """Return width and height of a part, with room for its labels."""
    width, height = np.ptp(np.array(list(part.values())), axis=0)
    return float(width) + 2.6, float(height) + 1.6


def _in_rows(
    parts: list[dict[str, Point]], sizes: list[Point], page: float
) -> dict[str, Point]:
    placed: dict[str, Point] = {}
    left = top = deepest = 0.0
    for part, (width, height) in zip(parts, sizes, strict=True):
        if left + width > page * 1.001 and left > 0:
            left, top, deepest = 0.0, top - deepest, 0.0
        middle = (left + width / 2, top - height / 2)
        placed.update({iri: (x + middle[0], y + middle[1]) for iri, (x, y) in part.items()})
        left, deepest = left + width, max(deepest, height)
    return placed


def _scale(places: Mapping[str, Point]) -> float:
    """Return how large the parts can be drawn on the page."""
    width, height = _size(places)
    return min(_SIZE[0] / width, _SIZE[1] / height)


def _frame(axes: Axes, nodes: Mapping[str, _Node]) -> None:
    points = np.array([node.at for node in nodes.values()])
    (left, bottom), (right, top) = points.min(axis=0), points.max(axis=0)
    wide, high = max(right - left, 1.0), max(top - bottom, 1.0)
    axes.set_xlim(left - 0.09 * wide, right + 0.09 * wide)
    axes.set_ylim(bottom - 0.06 * high, top + 0.06 * high)


def _draw_ties(axes: Axes, ties: Ties, nodes: Mapping[str, _Node]) -> None:
    levels = (*ties.levels, "")
    for source, target, level, bend, weight in _lines(ties):
        stroke = strokes.get(levels[level], strokes[""])
        axes.add_patch(
            FancyArrowPatch(
                nodes[ties.actors[source]].at,
                nodes[ties.actors[target]].at,
                arrowstyle="-",
                connectionstyle=f"arc3,rad={bend}",
                color=stroke.colour,
                linestyle=stroke.style,
                linewidth=stroke.width * min(1 + 0.25 * (weight - 1), 2.2),
                shrinkA=0,
                shrinkB=0,
                zorder=1,
            )
        )


def _lines(ties: Ties) -> Iterator[tuple[int, int, int, float, float]]:
    """Yield each tie with a bend that no other tie of the same pair has."""
    columns = (ties.source, ties.target, ties.level, ties.weight)
    rows = list(zip(*(column.tolist() for column in columns), strict=True))
    pairs: dict[tuple[int, int], list[int]] = {}
    for place, row in enumerate(rows):
        pairs.setdefault((row[0], row[1]), []).append(place)
    for places in pairs.values():
        for turn, place in enumerate(places):
            source, target, level, weight = rows[place]
            yield source, target, level, 0.16 * (turn - (len(places) - 1) / 2), weight


def _draw_nodes(axes: Axes, network: Network, nodes: Mapping[str, _Node]) -> None:
    for iri, node in nodes.items():
        hollow = network.actors[iri].is_group
        axes.plot(
            *node.at,
            marker="o",
            markersize=2 * node.radius,
            markerfacecolor=PAPER if hollow else INK,
            markeredgecolor=INK,
            markeredgewidth=1.2,
            zorder=2,
        )


def _texts(network: Network, short: Mapping[str, str]) -> dict[str, str]:
    return {
        iri: "\n".join(textwrap.wrap(short.get(iri, actor.label), _WRAP)[:4])
        for iri, actor in network.actors.items()
    }


def _draw_labels(
    figure: Figure, axes: Axes, nodes: Mapping[str, _Node], texts: Mapping[str, str]
) -> None:
    """Place labels one after the other, those of the largest circles first."""
    canvas = figure.canvas
    assert isinstance(canvas, FigureCanvasAgg)
    renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]
    scale = figure.dpi / 72
    taken = [_around(_on_page(axes, node), node.radius * scale) for node in nodes.values()]
    page = figure.bbox.padded(-4)
    for node in sorted(nodes.values(), key=lambda node: (-node.radius, node.iri)):
        label = axes.annotate(
            texts[node.iri],
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
        box = label.get_window_extent(renderer)
        centre = _on_page(axes, node)
        reach, spot = _free_spot(centre, node, scale, box, taken=taken, page=page)
        label.set_position(((spot[0] - centre[0]) / scale, (spot[1] - centre[1]) / scale))
        if reach > 1:
            _lead(axes, node, (spot[0] - centre[0], spot[1] - centre[1]), scale)
        taken.append(_centred(spot, box.width + 2, box.height + 1))


def _free_spot(  # noqa: PLR0913 - where, of what size, and what is in the way
    centre: Point, node: _Node, scale: float, box: Bbox, *, taken: list[Bbox], page: Bbox
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
            inside = inside and page.y0 + 40 <= wanted.y0 and wanted.y1 <= page.y1
            if inside and not any(wanted.overlaps(other) for other in taken):
                return reach, spot
    return best


def _lead(axes: Axes, node: _Node, offset: Point, scale: float) -> None:
    axes.annotate(
        "",
        node.at,
        xytext=(offset[0] / scale, offset[1] / scale),
        textcoords="offset points",
        arrowprops={
            "arrowstyle": "-",
            "color": "#bbbbbb",
            "linewidth": 0.5,
            "shrinkB": node.radius,
        },
        zorder=0.5,
    )


def _on_page(axes: Axes, node: _Node) -> Point:
    x, y = axes.transData.transform(node.at)
    return float(x), float(y)


def _around(point: Point, radius: float) -> Bbox:
    return _centred(point, 2 * radius, 2 * radius)


def _centred(middle: Point, width: float, height: float) -> Bbox:
    x, y = float(middle[0]), float(middle[1])
    return Bbox.from_extents(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _draw_legend(figure: Figure, network: Network, lang: str) -> None:
    levels = [*network.ties.levels, ""]
    handles = [
        Line2D(
            [],
            [],
            color=strokes.get(level, strokes[""]).colour,
            linestyle=strokes.get(level, strokes[""]).style,
            linewidth=2,
            label=level_name(level, lang),
        )
        for level in levels
    ]
    for hollow, word in ((False, "actor"), (True, "group")):
        fill = PAPER if hollow else INK
        handles.append(
            Line2D(
                [],
                [],
                marker="o",
                linestyle="none",
                markerfacecolor=fill,
                markeredgecolor=INK,
                markersize=8,
                label=said(word, lang),
            )
        )
    figure.legend(
        handles=handles,
        loc="lower left",
        bbox_to_anchor=(0.01, 0.0),
        ncols=len(handles),
        frameon=False,
        fontsize=8,
        labelcolor=INK,
    )
