"""
Where the actors of one connected network stand, so that those who are tied are near.

Actors push each other away, and ties pull together [1]_; an actor with many counterparts takes
more room [2]_.  Few actors push each other one by one; many push a grid that stands for them
(particle and mesh [3]_), so that a round takes no longer than the grid is large.

References
----------
.. [1] T. M. J. Fruchterman and E. M. Reingold (1991). Graph drawing by force-directed
       placement. *Software: Practice and Experience* 21, 1129-1164.
.. [2] M. Jacomy et al. (2014). ForceAtlas2, a continuous graph layout algorithm. *PLoS ONE* 9,
       e98679.
.. [3] R. W. Hockney and J. W. Eastwood (1988). *Computer Simulation Using Particles*. Hilger.
"""

from functools import cache
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from scipy import fft
from scipy.spatial import cKDTree

from coordgraph.ties import Floats, Ints

__all__ = ["Pulls", "settled"]

_ONE_BY_ONE = 700
_IN_A_RING = 5
_ROUNDS = 300
_ROUNDS_AN_ACTOR = 20
_GRID = 128
_NEAREST = 1e-6
_GRAVITY = 0.02
_ROOM = 0.9
_PARTINGS = 30
_FLATTER = 0.75
_LARGEST = 1.5


class Pulls(NamedTuple):
    """Which actors pull each other: their places, a row a tie, and how strongly."""

    one: Ints
    other: Ints
    strength: Floats


def settled(names: list[str], pulls: Pulls) -> Floats:
    """
    Return where actors stand: one row of x and y each, about one apart, the middle at 0, 0.

    Parameters
    ----------
    names
        What tells the actors apart, such as their IRIs; where they begin depends on these.
    pulls
        What ties them.

    Examples
    --------
    >>> chain = Pulls(np.arange(7), np.arange(1, 8), np.ones(7))
    >>> places = settled(list("abcdefgh"), chain)
    >>> near, far = (np.hypot(*(places[0] - places[other])) for other in (1, 7))
    >>> bool(far > 3 * near)
    True
    """
    size = len(names)
    if size <= _IN_A_RING:
        return _ring(size)
    places = np.array([_begin(name) for name in names]) * np.sqrt(size)
    mass = 1 + np.bincount(pulls.one, minlength=size) + np.bincount(pulls.other, minlength=size)
    mass = np.sqrt(mass)
    push = _pushed if size <= _ONE_BY_ONE else _pushed_by_grid
    heat = np.sqrt(size)
    rounds = min(_ROUNDS, _ROUNDS_AN_ACTOR * size)
    for round_ in range(rounds):
        force = push(places, mass) - _pulled(places, pulls) - _GRAVITY * mass[:, None] * places
        length = np.maximum(np.hypot(force[:, 0], force[:, 1]), _NEAREST)
        most = heat * (1 - round_ / rounds) ** 2 / 4
        places += force * (np.minimum(length, most) / length)[:, None]
    return _parted(_sized(_turned(places)))


def _ring(size: int) -> Floats:
    """Return the places of so few that no force need tell them."""
    turn = 2 * np.pi * np.arange(size) / size
    far = 0.0 if size == 1 else 0.5 / np.sin(np.pi / size)
    return np.stack([far * np.cos(turn), far * np.sin(turn)], axis=1)


def _begin(name: str) -> Floats:
    """Return a point of the disc, the same for the same name."""
    told = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    far, turn = (int.from_bytes(part, "big") / 2**64 for part in (told[:8], told[8:]))
    point: Floats = np.sqrt(far) * np.array(
        [np.cos(2 * np.pi * turn), np.sin(2 * np.pi * turn)]
    )
    return point


def _pulled(places: Floats, pulls: Pulls) -> Floats:
    size = len(places)
    across = (places[pulls.one] - places[pulls.other]) * pulls.strength[:, None]
    found = np.empty_like(places)
    for axis in (0, 1):
        found[:, axis] = np.bincount(pulls.one, across[:, axis], size)
        found[:, axis] -= np.bincount(pulls.other, across[:, axis], size)
    return found


def _pushed(places: Floats, mass: Floats) -> Floats:
    x, y = (places[:, axis, None] - places[None, :, axis] for axis in (0, 1))
    near = mass[None, :] / np.maximum(x * x + y * y, _NEAREST)
    found: Floats = np.stack([(x * near).sum(axis=1), (y * near).sum(axis=1)], axis=1)
    return found * mass[:, None]


def _pushed_by_grid(places: Floats, mass: Floats) -> Floats:
    low = places.min(axis=0)
    wide = max(float((places.max(axis=0) - low).max()), _NEAREST) / (_GRID - 2)
    where = (places - low) / wide
    cell = np.minimum(where.astype(np.int64), _GRID - 2)
    part = where - cell
    corners = [
        (
            (cell[:, 0] + right) * _GRID + cell[:, 1] + up,
            (part[:, 0] if right else 1 - part[:, 0]) * (part[:, 1] if up else 1 - part[:, 1]),
        )
        for right in (0, 1)
        for up in (0, 1)
    ]
    heavy = np.zeros(_GRID * _GRID)
    for at, share in corners:
        heavy += np.bincount(at, mass * share, len(heavy))
    spread = fft.rfft2(heavy.reshape(_GRID, _GRID), (2 * _GRID, 2 * _GRID))
    found = np.empty_like(places)
    for axis, kernel in enumerate(_kernels()):
        field = fft.irfft2(spread * kernel)[:_GRID, :_GRID].ravel()
        found[:, axis] = sum(field[at] * share for at, share in corners)
    return found * (mass / wide)[:, None]


@cache
def _kernels() -> list[Floats]:
    """Return how a cell of a grid pushes the others, as waves, along each axis."""
    step = fft.fftfreq(2 * _GRID, 1 / (2 * _GRID))
    x, y = np.meshgrid(step, step, indexing="ij")
    near = np.maximum(x * x + y * y, 0.5)
    return [fft.rfft2(axis / near) for axis in (x, y)]


def _turned(places: Floats) -> Floats:
    """Return the same picture, longer than high, turned so that it is the same at each run."""
    centred = places - places.mean(axis=0)
    across, along = np.linalg.eigh(centred.T @ centred)[1].T
    found: Floats = centred @ np.stack([along, across], axis=1)
    return found * np.where((found**3).sum(axis=0) < 0, -1, 1)


def _sized(places: Floats) -> Floats:
    """Return the same picture in such a size that actors stand about one apart."""
    places = places - places.mean(axis=0)
    far = np.maximum(np.hypot(places[:, 0], places[:, 1]), _NEAREST)
    places = places * (far**_FLATTER / far)[:, None]
    near = cKDTree(places).query(places, k=2)[0][:, 1]
    reach = float(far.max()) ** _FLATTER
    most = _LARGEST * np.sqrt(len(places))
    found: Floats = places * min(1 / max(float(np.median(near)), _NEAREST), most / reach)
    return found


def _parted(places: Floats) -> Floats:
    """Return places of which no two are much nearer than one."""
    places = places.copy()
    for _ in range(_PARTINGS):
        pairs = cKDTree(places).query_pairs(_ROOM, output_type="ndarray")
        if not len(pairs):
            break
        pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
        across = places[pairs[:, 0]] - places[pairs[:, 1]]
        far = np.hypot(across[:, 0], across[:, 1])
        same = far < _NEAREST
        across[same] = np.array([_begin(str(pair)) for pair in pairs[same].tolist()]).reshape(
            -1, 2
        )
        far = np.where(same, np.hypot(across[:, 0], across[:, 1]), far)
        move = across * ((_ROOM - np.minimum(far, _ROOM)) / far / 2 * 0.8)[:, None]
        for axis in (0, 1):
            places[:, axis] += np.bincount(pairs[:, 0], move[:, axis], len(places))
            places[:, axis] -= np.bincount(pairs[:, 1], move[:, axis], len(places))
    return places
