"""Where countries are, so that a client draws a map."""

from collections.abc import Mapping
from typing import Any

from coordgraph.publish.geography import spots
from coordgraph.store import Store

__all__ = ["COLUMNS", "placed"]

COLUMNS = ("code", "longitude", "latitude")
"""The ISO 3166-1 alpha-3 code of a country, and where its name is set, in degrees."""


def placed(store: Store, given: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return a row a country, in order of codes; what is in the store does not matter."""
    del store, given
    return [
        {"code": code, "longitude": round(one.longitude, 2), "latitude": round(one.latitude, 2)}
        for code, one in sorted(spots().items())
        if len(code) == 3 and code.isalpha()
    ]
