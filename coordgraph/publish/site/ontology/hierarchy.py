"""Classes below those that they are kinds of, drawn in two columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from coordgraph.publish.site.ontology.model import Class

__all__ = ["Branch", "Hierarchy", "hierarchy"]

_WIDTH, _COLUMNS = 960, 2
_ROW, _INDENT, _MARGIN = 27, 26, 12


@dataclass(frozen=True, slots=True)
class Branch:
    """
    A class where it is drawn.

    Attributes
    ----------
    shown
        The class.
    x, y
        Where its mark is.
    path
        The line from the class above it, or nothing.
    """

    shown: Class
    x: float
    y: float
    path: str


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """The drawing."""

    width: int
    height: int
    branches: tuple[Branch, ...]


def hierarchy(classes: Sequence[Class]) -> Hierarchy:
    """Return the drawing of classes, each of which follows the one above it."""
    columns = _columns(classes)
    longest = max(map(len, columns), default=0)
    branches = [
        branch
        for number, column in enumerate(columns)
        for branch in _drawn(column, _MARGIN + number * _WIDTH / _COLUMNS)
    ]
    return Hierarchy(_WIDTH, _MARGIN + longest * _ROW, tuple(branches))


def _columns(classes: Sequence[Class]) -> list[Sequence[Class]]:
    """Return classes in two columns, as even as branches allow."""
    starts = [at for at, one in enumerate(classes) if one.depth == 0]
    middle = min(starts, key=lambda at: abs(2 * at - len(classes)), default=0)
    return [classes[:middle], classes[middle:]]


def _drawn(column: Sequence[Class], left: float) -> list[Branch]:
    above: dict[int, Branch] = {}
    found = []
    for row, one in enumerate(column):
        x, y = left + one.depth * _INDENT, _MARGIN + row * _ROW + 4
        path = ""
        if one.depth:
            parent = above[one.depth - 1]
            path = f"M{parent.x:g} {parent.y + 5:g}V{y:g}H{x - 6:g}"
        above[one.depth] = branch = Branch(one, x, y, path)
        found.append(branch)
    return found
