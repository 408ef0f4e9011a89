"""A part of a network arranged anew, for a client that has filtered it."""

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from coordgraph.errors import CallError, TooLarge
from coordgraph.network.picture.cap import MOST_ACTORS, MOST_TIES
from coordgraph.network.picture.places import places
from coordgraph.serve.api.written import as_json
from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.speech import gettext as _
from coordgraph.serve.worker import Reply
from coordgraph.store import Store
from coordgraph.ties import NO_LEVEL, Ties

__all__ = ["SHAPE", "arranged"]

_SHAPE = '{"actors": ["<IRI>", ...], "ties": [[0, 1, 0.5], ...]}'
_INDEX = {"type": "integer", "minimum": 0}
SHAPE: Mapping[str, Any] = {
    "type": "object",
    "required": ["actors", "ties"],
    "properties": {
        "actors": {"type": "array", "uniqueItems": True, "items": {"type": "string"}},
        "ties": {
            "type": "array",
            "items": {
                "type": "array",
                "prefixItems": [_INDEX, _INDEX, {"type": "number", "exclusiveMinimum": 0}],
                "minItems": 3,
                "maxItems": 3,
            },
        },
    },
}
"""What is asked, as JSON Schema says it."""


def arranged(store: Store, message: Message, limits: Limits) -> Reply:
    """
    Return a row of x and y an actor, as `coordgraph.network.picture.places` puts them.

    The body of the message is JSON: ``actors``, what tells them apart, and ``ties``, each the
    places of two actors and a weight.  What is in the store does not matter.

    Raises
    ------
    CallError
        If the body is of another shape.
    TooLarge
        If a picture cannot hold so much.
    """
    del store
    actors, ties = _asked(message.body)
    # Ties name actors by their places in order of names.
    order = sorted(range(len(actors)), key=actors.__getitem__)
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    ends = np.array([tie[:2] for tie in ties], dtype=np.int64).reshape(-1, 2)
    weight = np.array([tie[2] for tie in ties], dtype=np.float64)
    pairs = np.sort(rank[ends], axis=1)
    network = Ties(
        tuple(actors[at] for at in order),
        (),
        pairs[:, 0],
        pairs[:, 1],
        np.full(len(ties), NO_LEVEL, dtype=np.int64),
        weight,
    )
    found = np.round(places(network.merged())[rank], 3).tolist()
    return as_json({"places": found}, message, most=limits.answer_bytes)


def _asked(body: bytes) -> tuple[list[str], list[Sequence[Any]]]:
    try:
        asked = json.loads(body)
        actors, ties = asked["actors"], asked["ties"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _misshapen() from None
    if not isinstance(actors, list) or not isinstance(ties, list):
        raise _misshapen()
    if len(actors) > MOST_ACTORS or len(ties) > MOST_TIES:
        words = _("A picture holds {actors:,} actors and {ties:,} ties.")
        raise TooLarge(words.format(actors=MOST_ACTORS, ties=MOST_TIES))
    if not all(isinstance(one, str) for one in actors) or len(set(actors)) < len(actors):
        raise _misshapen()
    if not all(_is_tie(one, len(actors)) for one in ties):
        raise _misshapen()
    return actors, ties


def _misshapen() -> CallError:
    words = _(
        "POST JSON here: {shape}; a tie has the places of two different actors in their list, "
        "and a weight above 0."
    )
    return CallError(words.format(shape=_SHAPE))


def _is_tie(one: Any, size: int) -> bool:
    if not isinstance(one, list) or len(one) != 3:
        return False
    source, target, weight = one
    known = (type(end) is int and 0 <= end < size for end in (source, target))
    number = type(weight) in {int, float} and math.isfinite(weight) and weight > 0
    return number and all(known) and source != target
