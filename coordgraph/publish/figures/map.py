"""
The map of agreements: states where they are, and a curve between two whom one in force ties.

The Caribbean and Europe, where many states lie close together, are drawn once more, larger.
"""

import math
import textwrap
from collections.abc import Mapping

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from coordgraph.publish.figures.labels import Node, draw_labels
from coordgraph.publish.figures.layout import Point
from coordgraph.publish.figures.panels import INSETS, SIZE, WORLD, Panel, frame
from coordgraph.publish.figures.states import State, StateNetwork
from coordgraph.publish.figures.style import FONT, INK, PAPER, blank, said

__all__ = ["map_figure"]

_BILATERAL = "#0072B2"
_MULTILATERAL = "#D55E00"
_BEND = 0.13
_COLUMN = 8.55
_CHARACTERS = 38


def map_figure(network: StateNetwork, *, lang: str = "en") -> Figure:
    """
    Return the map of the states that agreements in force tie.

    Parameters
    ----------
    network
        States and pairs; pairs that no agreement in force ties are counted beside the map.
    lang
        The language of title and legend: ``en``, ``es`` or ``pt``.
    """
    figure = blank(*SIZE)
    figure.text(0.015, 0.972, said("map", lang), fontsize=13, color=INK, weight="bold")
    for panel in (WORLD, *INSETS):
        axes = frame(figure, panel, lang)
        nodes = _nodes(panel, network)
        _draw_ties(axes, panel, network, nodes)
        _draw_nodes(axes, network, nodes)
        page = axes.get_window_extent().padded(-3)
        texts = {
            iri: _text(network.states[iri]) for iri in nodes if _named(panel, iri, network)
        }
        draw_labels(figure, axes, list(nodes.values()), texts, page=page, above=True)
    _draw_legend(figure, network, lang)
    return figure


def _nodes(panel: Panel, network: StateNetwork) -> dict[str, Node]:
    """Return the states inside a panel, as circles that grow with their partners."""
    most = max((state.partners for state in network.states.values()), default=0) or 1
    return {
        iri: Node(
            iri,
            panel.place(state.spot),
            panel.scale * (2.0 + 5.5 * math.sqrt(state.partners / most)),
            0.0,
        )
        for iri, state in network.states.items()
        if state.spot and panel.holds(state.spot)
    }


def _named(panel: Panel, iri: str, network: StateNetwork) -> bool:
    """Say whether a state is named in a panel: on the world only if no inset names it."""
    spot = network.states[iri].spot
    return bool(panel.name) or not any(spot and inset.holds(spot) for inset in INSETS)


def _text(state: State) -> str:
    return f"{state.name} {state.partners}" if state.partners else state.name


def _draw_ties(
    axes: Axes, panel: Panel, network: StateNetwork, shown: Mapping[str, Node]
) -> None:
    """Draw the ties that end in a panel, those of a kind and number as one path."""
    groups: dict[tuple[bool, int], list[Path]] = {}
    for pair, tied in network.in_force().items():
        one, other = (network.states[iri].spot for iri in pair)
        if one and other and not shown.keys().isdisjoint(pair):
            curve = _curve(panel.place(one), panel.place(other))
            groups.setdefault((tied.bilateral > 0, tied.in_force), []).append(curve)
    for (bilateral, number), curves in sorted(groups.items()):
        axes.add_patch(
            PathPatch(
                Path.make_compound_path(*curves),
                facecolor="none",
                edgecolor=_BILATERAL if bilateral else _MULTILATERAL,
                alpha=0.5 if bilateral else 0.4,
                linewidth=0.7 * number * (0.4 + 0.6 * panel.scale),
                zorder=1.1 if bilateral else 1.0,
            )
        )


def _curve(one: Point, other: Point) -> Path:
    """Return an arc that rises to the north, as great circles do on maps of the north."""
    (left, right) = sorted((one, other))
    across, up = right[0] - left[0], right[1] - left[1]
    middle = (left[0] + across / 2 - _BEND * up, left[1] + up / 2 + _BEND * across)
    return Path([left, middle, right], [Path.MOVETO, Path.CURVE3, Path.CURVE3])


def _draw_nodes(axes: Axes, network: StateNetwork, nodes: Mapping[str, Node]) -> None:
    for iri, node in nodes.items():
        state = network.states[iri]
        axes.add_line(
            _mark(*node.at, state.is_american, size=2 * node.radius if state.partners else 0)
        )


def _mark(x: float, y: float, american: bool, *, size: float) -> Line2D:  # noqa: FBT001
    """Return how a state is drawn: as a cross, if no agreement with it is in force."""
    if not size:
        return Line2D([x], [y], marker="x", markersize=4.5, color=INK, linestyle="none")
    return Line2D(
        [x],
        [y],
        marker="o",
        markersize=size,
        markerfacecolor=INK if american else PAPER,
        markeredgecolor=PAPER if american else INK,
        markeredgewidth=0.6 if american else 1.1,
        linestyle="none",
        zorder=2,
    )


def _draw_legend(figure: Figure, network: StateNetwork, lang: str) -> None:
    handles = [
        Line2D([], [], color=_BILATERAL, linewidth=2, label=said("bilateral_tie", lang)),
        Line2D([], [], color=_MULTILATERAL, linewidth=2, label=said("multilateral_tie", lang)),
        *(_mark(0, 0, american, size=8) for american in (True, False)),
        _mark(0, 0, american=True, size=0),
    ]
    words = ("american", "elsewhere_state", "no_partner")
    for handle, word in zip(handles[2:], words, strict=True):
        handle.set_label(said(word, lang))
    left, top = _COLUMN / SIZE[0], WORLD.corner[1] / SIZE[1]
    figure.legend(
        handles=handles,
        loc="upper left",
        bbox_to_anchor=(left - 0.012, top),
        frameon=False,
        fontsize=8,
        handlelength=1.4,
        labelcolor=INK,
    )
    notes = "\n\n".join(textwrap.fill(note, _CHARACTERS) for note in _notes(network, lang))
    figure.text(left, top - 0.108, notes, va="top", linespacing=1.25, **FONT)


def _notes(network: StateNetwork, lang: str) -> list[str]:
    """Return what a reader has to know: what is drawn, what is not, whose coasts these are."""
    drawn = network.in_force()
    lost = [
        state.name
        for state in network.states.values()
        if state.spot is None or not WORLD.holds(state.spot)
    ]
    notes = [
        said("map_drawn", lang).format(len(drawn)),
        said("map_left_out", lang).format(len(network.pairs) - len(drawn)),
        said("map_coasts", lang),
    ]
    if lost:
        notes.insert(2, said("map_unplaced", lang).format(len(lost), ", ".join(lost)))
    return notes
