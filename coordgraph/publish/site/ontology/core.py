"""
The model in one drawing: who takes part in what, at which level, and where it is written.

Boxes stand where they stand in every language; only what is written in them differs.
"""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import hypot

from coordgraph.namespace import CG, ID, PREFIXES
from coordgraph.publish.site.reader import Reader

__all__ = ["Arrow", "Box", "Core", "Relation", "core"]

_WIDTH, _HEIGHT = 960, 390
_BOX = 156, 50
_WORDS_IN_BOX, _WORDS_ON_ARROW = 20, 15
_LINE = 14
_HEAD = 9, 4.5
_LEVEL, _ROLE = f"{ID}level", f"{ID}role"

_PLACES: Mapping[str, tuple[float, float]] = {
    _ROLE: (346, 40),
    CG + "Agreement": (614, 40),
    CG + "Actor": (80, 190),
    CG + "Participation": (346, 190),
    CG + "Mechanism": (614, 190),
    CG + "Practice": (880, 190),
    CG + "Source": (80, 348),
    CG + "Passage": (346, 348),
    _LEVEL: (614, 348),
    CG + "LevelClaim": (880, 348),
}
"""Where the middles of boxes are."""


@dataclass(frozen=True, slots=True)
class Relation:
    """An arrow from one box to another, by a property; ``derived`` if a rule makes it."""

    source: str
    by: str
    target: str
    derived: bool = False


_RELATIONS = (
    Relation(CG + "Mechanism", CG + "participation", CG + "Participation"),
    Relation(CG + "Participation", CG + "actor", CG + "Actor"),
    Relation(CG + "Participation", CG + "role", _ROLE),
    Relation(CG + "Mechanism", CG + "inPractice", CG + "Practice"),
    Relation(CG + "Mechanism", CG + "level", _LEVEL),
    Relation(CG + "Agreement", PREFIXES["rdfs"] + "subClassOf", CG + "Mechanism"),
    Relation(CG + "LevelClaim", CG + "claimsLevel", _LEVEL),
    Relation(CG + "LevelClaim", CG + "claimsPractice", CG + "Practice"),
    Relation(CG + "Participation", CG + "evidence", CG + "Passage"),
    Relation(CG + "Mechanism", CG + "evidence", CG + "Passage"),
    Relation(CG + "Passage", PREFIXES["dcterms"] + "isPartOf", CG + "Source"),
    Relation(CG + "Actor", CG + "coordinatesWith", CG + "Actor", derived=True),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words, and where it stands."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Box:
    """A class, or a list of concepts, as a box: its corner, its size, what is in it."""

    iri: str
    x: float
    y: float
    width: float
    height: float
    concept: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow: its line and its head as paths, and what is written on it."""

    path: str
    head: str
    derived: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Core:
    """The drawing, and what it says."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    relations: tuple[Relation, ...]


def core(reader: Reader) -> Core:
    """Return the drawing in the language of a reader."""
    return Core(
        _WIDTH,
        _HEIGHT,
        tuple(_box(reader, iri) for iri in _PLACES),
        tuple(_arrow(reader, relation) for relation in _RELATIONS),
        _RELATIONS,
    )


def _box(reader: Reader, iri: str) -> Box:
    x, y = _PLACES[iri]
    width, height = _BOX
    lines = tuple(_lines(reader.name(iri).text, x, y, _WORDS_IN_BOX))
    return Box(iri, x - width / 2, y - height / 2, width, height, iri.startswith(ID), lines)


def _lines(
    words: str, x: float, y: float, width: int, *, above: bool = False
) -> Iterator[Line]:
    """Yield the lines of a text whose middle is at a point, or which stands above it."""
    lines = textwrap.wrap(words, width, break_long_words=False)
    tall = _LINE * (len(lines) - 1)
    first = y - 7 - tall if above else y + 4.5 - tall / 2
    for number, line in enumerate(lines):
        yield Line(x, first + _LINE * number, line)


def _arrow(reader: Reader, relation: Relation) -> Arrow:
    words = reader.name(relation.by).text
    if relation.source == relation.target:
        return _loop(relation, words)
    (x, y), (to_x, to_y) = _ends(_PLACES[relation.source], _PLACES[relation.target])
    middle = (x + to_x) / 2, (y + to_y) / 2
    lines = tuple(_lines(words, *middle, _WORDS_ON_ARROW, above=y == to_y))
    path = f"M{x:g} {y:g}L{to_x:g} {to_y:g}"
    return Arrow(path, _head(x, y, to_x, to_y), relation.derived, lines)


def _ends(
    source: tuple[float, float], target: tuple[float, float]
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return where an arrow leaves a box and where it meets another."""
    half_width, half_height = _BOX[0] / 2, _BOX[1] / 2
    (x, y), (to_x, to_y) = source, target
    if y == to_y:
        side = half_width if to_x > x else -half_width
        return (x + side, y), (to_x - side, to_y)
    rise = half_height if to_y > y else -half_height
    lean = 0 if x == to_x else (half_width * 0.7 if to_x > x else -half_width * 0.7)
    return (x + lean, y + rise), (to_x - lean, to_y - rise)


def _head(x: float, y: float, to_x: float, to_y: float) -> str:
    long = hypot(to_x - x, to_y - y)
    across, down = (to_x - x) / long, (to_y - y) / long
    length, half = _HEAD
    back_x, back_y = to_x - length * across, to_y - length * down
    one = back_x - half * down, back_y + half * across
    two = back_x + half * down, back_y - half * across
    return f"M{to_x:g} {to_y:g}L{one[0]:.1f} {one[1]:.1f}L{two[0]:.1f} {two[1]:.1f}Z"


def _loop(relation: Relation, words: str) -> Arrow:
    """Return an arrow from a box to itself, above it."""
    x, y = _PLACES[relation.source]
    top = y - _BOX[1] / 2
    path = f"M{x - 40:g} {top:g}c-20 -66 100 -66 80 0"
    lines = tuple(_lines(words, x, top - 50, _WORDS_IN_BOX, above=True))
    return Arrow(path, _head(x + 46, top - 24, x + 40, top), relation.derived, lines)
