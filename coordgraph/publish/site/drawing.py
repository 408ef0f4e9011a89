"""
Small drawings of networks: an actor and its counterparts, or those who take part in something.

Actors stand in two bows, left and right, at even heights, so that every label has a line of
its own; the order is that of levels and IRIs, the same in every language.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from coordgraph.namespace import LEVELS, slug
from coordgraph.publish.site.neighbours import SharedTie

__all__ = ["MOST", "Curve", "Drawing", "Node", "draw_ego", "draw_ring", "draw_star", "look"]

MOST = 24
"""The most actors in a drawing."""

_REACH, _BOW, _STEP, _LEAST = 52.0, 128.0, 36.0, 220.0
_LABEL, _APART = 190.0, 15.0


@dataclass(frozen=True, slots=True)
class Node:
    """An actor or the middle at its place; the side says where its label is."""

    iri: str
    x: float
    y: float
    side: int


@dataclass(frozen=True, slots=True)
class Curve:
    """A line: a path of SVG, and the look of its level."""

    path: str
    look: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """
    A drawing.

    Attributes
    ----------
    word
        The caption, without its blanks filled in.
    middle
        The IRI of what it is about.
    total
        How many actors there are; more than the drawing shows, if there are many.
    nodes, curves
        What is drawn; the middle is at 0, 0.
    levels
        The IRIs of the levels that lines have, and nothing for none.
    width, height
        How large it is.
    centre
        What stands in the middle: ``actor``, ``thing`` or nothing.
    """

    word: str
    middle: str
    total: int
    nodes: tuple[Node, ...]
    curves: tuple[Curve, ...]
    levels: tuple[str, ...]
    width: float
    height: float
    centre: str


def look(level: str) -> str:
    """
    Return how lines of a level look, by the name of a class of the style sheet.

    >>> look(LEVELS[0]), look(""), look("https://example.org/level/1")
    ('policy', 'no-level', 'other-level')
    """
    if level in LEVELS:
        return slug(level)
    return "other-level" if level else "no-level"


def draw_ego(actor: str, ties: Sequence[SharedTie], met: Iterable[tuple[str, str]]) -> Drawing:
    """
    Draw an actor and its counterparts.

    Parameters
    ----------
    actor
        The IRI of the actor.
    ties
        Its ties.
    met
        Pairs of counterparts that are tied to each other, drawn faintly.
    """
    chosen = chosen_counterparts(ties)
    nodes = _placed(chosen)
    at = {node.iri: node for node in nodes}
    between = [
        Curve(_through(at[one], at[other]), "between")
        for one, other in sorted(met)
        if one in at and other in at
    ]
    shown = [tie for tie in ties if tie.target in at]
    total = len({tie.target for tie in ties})
    word = "drawing_ego" if total == len(nodes) else "drawing_cut"
    curves = [*between, *_spokes(at, shown)]
    return _drawing(_Subject(word, actor, "actor", total), nodes, curves, ties)


def draw_star(middle: str, actors: Sequence[str], levels: Sequence[str]) -> Drawing:
    """Draw what actors take part in, and the actors, with a line a level."""
    nodes = _placed(sorted(actors)[:MOST])
    at = {node.iri: node for node in nodes}
    ties = [
        SharedTie(middle, actor, level, (middle,)) for actor in at for level in levels or ("",)
    ]
    word = "drawing_star" if len(nodes) == len(actors) else "drawing_star_cut"
    subject = _Subject(word, middle, "thing", len(actors))
    return _drawing(subject, nodes, _spokes(at, ties), ties)


def draw_ring(middle: str, ties: Sequence[SharedTie]) -> Drawing:
    """Draw the actors that a practice ties to each other."""
    ordered = _by_level((end, tie) for tie in ties for end in (tie.source, tie.target))
    nodes = _placed(ordered[:MOST])
    at = {node.iri: node for node in nodes}
    curves = [
        Curve(_through(at[tie.source], at[tie.target], bend=turn), look(tie.level))
        for turn, tie in _turns(tie for tie in ties if tie.source in at and tie.target in at)
    ]
    word = "drawing_star" if len(nodes) == len(ordered) else "drawing_star_cut"
    return _drawing(_Subject(word, middle, "", len(ordered)), nodes, curves, ties)


def chosen_counterparts(ties: Sequence[SharedTie]) -> list[str]:
    """Return the counterparts with which most mechanisms are shared, in order of level."""
    shared: dict[str, set[str]] = {}
    for tie in ties:
        shared.setdefault(tie.target, set()).update(tie.mechanisms)
    most = sorted(shared, key=lambda iri: (-len(shared[iri]), iri))[:MOST]
    kept = set(most)
    return _by_level((tie.target, tie) for tie in ties if tie.target in kept)


def _by_level(ends: Iterable[tuple[str, SharedTie]]) -> list[str]:
    """Return actors in order of the levels at which they are tied, then of their IRIs."""
    levels: dict[str, set[int]] = {}
    for iri, tie in ends:
        rank = LEVELS.index(tie.level) if tie.level in LEVELS else len(LEVELS)
        levels.setdefault(iri, set()).add(rank)
    return sorted(levels, key=lambda iri: (sorted(levels[iri]), iri))


def _placed(iris: Sequence[str]) -> tuple[Node, ...]:
    """Place actors in two bows, down on the right, then up on the left."""
    right = (len(iris) + 1) // 2
    return (
        *_bow(iris[:right], side=1),
        *_bow(list(reversed(iris[right:])), side=-1),
    )


def _bow(iris: Sequence[str], *, side: int) -> list[Node]:
    height = _height(len(iris))
    return [
        Node(iri, side * _out((place + 0.5) / len(iris)), height * _share(place, iris), side)
        for place, iri in enumerate(iris)
    ]


def _share(place: int, iris: Sequence[str]) -> float:
    return (place + 0.5) / len(iris) - 0.5


def _out(share: float) -> float:
    """Return how far from the middle a place at this share of the height is."""
    return _REACH + _BOW * math.sqrt(max(1 - (2 * share - 1) ** 2, 0))


def _height(count: int) -> float:
    return max(_STEP * count, _LEAST)


def _spokes(at: dict[str, Node], ties: Iterable[SharedTie]) -> list[Curve]:
    middle = Node("", 0, 0, 0)
    return [
        Curve(_arc(middle, at[tie.target], turn), look(tie.level)) for turn, tie in _turns(ties)
    ]


def _turns(ties: Iterable[SharedTie]) -> list[tuple[float, SharedTie]]:
    """Return each tie with how far it bends, so that several of a pair lie apart."""
    pairs: dict[tuple[str, str], list[SharedTie]] = {}
    for tie in ties:
        pairs.setdefault((tie.source, tie.target), []).append(tie)
    return [
        (_APART * (turn - (len(found) - 1) / 2), tie)
        for found in pairs.values()
        for turn, tie in enumerate(found)
    ]


def _arc(one: Node, other: Node, bend: float) -> str:
    """Return a line between two places that bends to its side by some units."""
    across, down = other.x - one.x, other.y - one.y
    length = math.hypot(across, down) or 1.0
    x = (one.x + other.x) / 2 - 2 * bend * down / length
    y = (one.y + other.y) / 2 + 2 * bend * across / length
    return _path(one, (x, y), other)


def _through(one: Node, other: Node, bend: float = 0.0) -> str:
    """Return a line between two actors that bends towards the middle."""
    x = 0.25 * (one.x + other.x) + bend * 1.6
    y = 0.25 * (one.y + other.y) + bend * 1.6
    return _path(one, (x, y), other)


def _path(one: Node, by: tuple[float, float], other: Node) -> str:
    return f"M{one.x:.1f} {one.y:.1f}Q{by[0]:.1f} {by[1]:.1f} {other.x:.1f} {other.y:.1f}"


class _Subject(NamedTuple):
    """What a drawing is about: its caption, its middle, and how many actors there are."""

    word: str
    middle: str
    centre: str
    total: int


def _drawing(
    subject: _Subject,
    nodes: tuple[Node, ...],
    curves: Sequence[Curve],
    ties: Sequence[SharedTie],
) -> Drawing:
    found = {tie.level for tie in ties}
    levels = (
        *(level for level in LEVELS if level in found),
        *sorted(found - set(LEVELS), reverse=True),
    )
    return Drawing(
        subject.word,
        subject.middle,
        subject.total,
        nodes,
        tuple(curves),
        levels,
        width=2 * (_REACH + _BOW + _LABEL),
        height=_height((len(nodes) + 1) // 2) + 24,
        centre=subject.centre,
    )
