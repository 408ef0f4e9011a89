"""
The network picture: actors as circles, ties as lines, a colour and a line style a level.

Collective actors are hollow; lines of several levels between two actors bend apart.
"""

import math
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

import networkx as nx
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch

from coordgraph.engines.networkx import simple
from coordgraph.network.projection import Network
from coordgraph.publish.figures.labels import Node, draw_labels
from coordgraph.publish.figures.layout import Point, layout
from coordgraph.publish.figures.style import (
    FONT,
    INK,
    PAPER,
    blank,
    legible,
    level_name,
    said,
    strokes,
)
from coordgraph.ties import Ties

__all__ = ["network_figure"]

_SIZE = (11.0, 7.7)
_WRAP = 22


def network_figure(
    network: Network,
    *,
    lang: str = "en",
    short: Mapping[str, str] | None = None,
    title: str = "",
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
    title
        In place of the title that says what is drawn.
    """
    figure = blank(*_SIZE)
    axes = figure.add_axes((0.01, 0.07, 0.98, 0.87))
    axes.set_axis_off()
    called = legible(title) or said("network", lang)
    heading: dict[str, Any] = {**FONT, "fontsize": 13, "weight": "bold"}
    figure.text(0.02, 0.965, called, **heading)
    graph = simple(network.merged())
    isolates = list(nx.isolates(graph))
    graph.remove_nodes_from(isolates)
    if not graph:
        axes.text(0.5, 0.5, said("empty", lang), ha="center", **FONT)
        return figure
    nodes = _nodes(graph)
    _frame(axes, nodes)
    _draw_ties(axes, network.ties, nodes)
    _draw_nodes(axes, network, nodes)
    draw_labels(figure, axes, list(nodes.values()), _texts(network, short or {}))
    _draw_legend(figure, network, lang)
    if isolates:
        figure.text(
            0.98, 0.018, said("isolates", lang).format(len(isolates)), ha="right", **FONT
        )
    return figure


def _nodes(graph: "nx.Graph[str]") -> dict[str, Node]:
    places = layout(graph, _SIZE)
    strengths = dict(graph.degree(weight="weight"))
    largest = max(strengths.values())
    return {
        iri: Node(
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


def _frame(axes: Axes, nodes: Mapping[str, Node]) -> None:
    points = np.array([node.at for node in nodes.values()])
    (left, bottom), (right, top) = points.min(axis=0), points.max(axis=0)
    wide, high = max(right - left, 1.0), max(top - bottom, 1.0)
    axes.set_xlim(left - 0.09 * wide, right + 0.09 * wide)
    axes.set_ylim(bottom - 0.06 * high, top + 0.06 * high)


def _draw_ties(axes: Axes, ties: Ties, nodes: Mapping[str, Node]) -> None:
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


def _draw_nodes(axes: Axes, network: Network, nodes: Mapping[str, Node]) -> None:
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
