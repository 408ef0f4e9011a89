"""The scripts and styles of the workbench, as `workbench/build.mjs` bundled them."""

import json
import mimetypes
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["Asset", "address_of", "assets", "manifest"]

_FOLDER = files("coordgraph.serve.workbench") / "static"
_NAMED_BY_CONTENT = re.compile(r".+-[0-9A-Z]{8}\.\w+")
_TYPES = {".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2"}


class Asset:
    """A file that browsers ask for, and what they are told about it."""

    __slots__ = ("body", "headers")

    def __init__(self, name: str, body: bytes) -> None:
        suffix = name[name.rindex(".") :]
        media = _TYPES.get(suffix) or mimetypes.types_map.get(suffix, "text/plain")
        charset = "; charset=utf-8" if media.startswith("text/") else ""
        forever = _NAMED_BY_CONTENT.fullmatch(name)
        self.body = body
        self.headers: Mapping[str, str] = {
            "content-type": f"{media}{charset}",
            "cache-control": "public, max-age=31536000, immutable" if forever else "no-cache",
        }


@cache
def assets() -> Mapping[str, Asset]:
    """Return all files by name."""
    return {one.name: Asset(one.name, one.read_bytes()) for one in _FOLDER.iterdir()}


@cache
def manifest() -> Mapping[str, Mapping[str, Any]]:
    """Return the names of files: by view, by kind of file."""
    found: Mapping[str, Mapping[str, Any]] = json.loads(
        (_FOLDER / "manifest.json").read_text(encoding="utf-8")
    )
    return found


def address_of(name: str) -> str:
    """
    Return the address of a file.

    >>> address_of("icon.svg")
    '/static/icon.svg'
    """
    return f"/static/{name}"
