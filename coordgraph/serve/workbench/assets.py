"""The scripts and styles of the workbench, as `workbench/build.mjs` bundled them."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["FOLDER", "address_of", "manifest"]

FOLDER = files("coordgraph.serve.workbench") / "static"
"""Where they are."""


@cache
def manifest() -> Mapping[str, Mapping[str, Any]]:
    """Return the names of files: by view, by kind of file."""
    found: Mapping[str, Mapping[str, Any]] = json.loads(
        (FOLDER / "manifest.json").read_text(encoding="utf-8")
    )
    return found


def address_of(name: str) -> str:
    """
    Return the address of a file.

    >>> address_of("icon.svg")
    '/static/icon.svg'
    """
    return f"/static/{name}"
