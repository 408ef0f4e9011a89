"""Countries are where they are."""

from coordgraph.serve.api.spots import COLUMNS, placed
from coordgraph.store import open_store


def test_countries_are_placed_by_their_codes() -> None:
    rows = placed(open_store(), {})
    assert all(tuple(row) == COLUMNS for row in rows)
    where = {row["code"]: (row["longitude"], row["latitude"]) for row in rows}
    assert list(where) == sorted(where)
    longitude, latitude = where["ARG"]
    assert -74 < longitude < -53
    assert -56 < latitude < -21
    assert "BRB" in where
