"""The other networks that a test compares one with, as its options name them."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, get_args

import click

from coordgraph.errors import CallError
from coordgraph.network.partition import partition
from coordgraph.network.projection import Network, project
from coordgraph.network.selection import Selection
from coordgraph.store import Store

__all__ = ["other_networks", "parsed"]

_SAME = "same"
_MANY = {"kind": "kinds", "status": "statuses"}
_NAMES = {"lift": (bool,), **{}}


def parsed(text: str) -> dict[str, str]:
    """
    Return the choices in a text as ``level=policy,groups=drop``.

    Raises
    ------
    CallError
        If it is not written so.

    Examples
    --------
    >>> parsed("level=policy,groups=drop")
    {'level': 'policy', 'groups': 'drop'}
    """
    found = {}
    for part in text.split(","):
        name, equals, value = (piece.strip() for piece in part.partition("="))
        if not (name and equals and value):
            raise CallError(
                f"{text!r}: write what differs as level=policy, several with commas, or "
                "same=country."
            )
        found[name] = value
    return found
