"""Where actors stand in the picture: each connected part by itself, the parts side by side."""

import math
from collections.abc import Mapping
from functools import partial

import networkx as nx
import numpy as np

__all__ = ["Point", "layout"]

Point = tuple[float, float]


def layout(graph: "nx.Graph[str]", page: Point) -> dict[str, Point]:
    """
    Return a place for each node, the same each time.

    Connected parts are laid out by Kamada and Kawai (1989), *Information Processing Letters*
    31, 7-15, and set in rows, so that they can be drawn as large as the page allows.

    Parameters
    ----------
    graph
        Nodes with at least one edge.
    page
        Width and height, of which the ratio counts.
    """
    return _packed([_one_part(graph.subgraph(part)) for part in _parts(graph)], page)


def _parts(graph: "nx.Graph[str]") -> list[set[str]]:
    found = nx.connected_components(graph)
    return sorted(found, key=lambda part: (-len(part), min(part)))


def _one_part(part: "nx.Graph[str]") -> dict[str, Point]:
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


def _packed(parts: list[dict[str, Point]], page: Point) -> dict[str, Point]:
    """Set the parts side by side in rows, of the length that lets them be drawn largest."""
    sizes = [_size(part) for part in parts]
    total = sum(width for width, _ in sizes)
    lengths = [max(sizes[0][0], total / rows) for rows in np.arange(1, 8, 0.25)]
    return max(
        (_in_rows(parts, sizes, length) for length in lengths), key=partial(_scale, page)
    )


def _size(part: Mapping[str, Point]) -> Point:
    """Return width and height of a part, with room for its labels."""
    width, height = np.ptp(np.array(list(part.values())), axis=0)
    return float(width) + 2.6, float(height) + 1.6


def _in_rows(
    parts: list[dict[str, Point]], sizes: list[Point], length: float
) -> dict[str, Point]:
    placed: dict[str, Point] = {}
    left = top = deepest = 0.0
    for part, (width, height) in zip(parts, sizes, strict=True):
        if left + width > length * 1.001 and left > 0:
            left, top, deepest = 0.0, top - deepest, 0.0
        middle = (left + width / 2, top - height / 2)
        placed.update({iri: (x + middle[0], y + middle[1]) for iri, (x, y) in part.items()})
        left, deepest = left + width, max(deepest, height)
    return placed


def _scale(page: Point, places: Mapping[str, Point]) -> float:
    """Return how large the parts can be drawn on the page."""
    width, height = _size(places)
    return min(page[0] / width, page[1] / height)
