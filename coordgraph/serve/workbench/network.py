"""The network view: what the server tells of the network before a script draws it."""

import re
from collections.abc import Mapping
from typing import Any

import numpy as np

from coordgraph.actors import Actor, actors, labels
from coordgraph.engines.arrays import degree
from coordgraph.errors import TooLarge
from coordgraph.namespace import ID, slug
from coordgraph.network.picture.cap import most_connected
from coordgraph.network.projection import tie
from coordgraph.network.selection import Selection, select
from coordgraph.serve.api.taking import takings_of
from coordgraph.serve.workbench.names import readings_named
from coordgraph.serve.workbench.texts import texts_of
from coordgraph.serve.workbench.texts.measures import MEASURE_NAMES
from coordgraph.serve.workbench.texts.network import NETWORK as TEXTS
from coordgraph.serve.workbench.view import Asked, View
from coordgraph.ties import NO_LEVEL, Ties

__all__ = ["NETWORK"]

_SHARED = re.compile("(lift_to|reading)(_|$)")
_ROWS = 50
_LONGEST = 200


def _shown(asked: Asked) -> Mapping[str, Any]:
    nothing: dict[str, Any] = {
        "problem": "",
        "cut": None,
        "actors": [],
        "ties": [],
        "number": (0, 0),
        "readings": readings_named(asked.store, asked.lang),
    }
    try:
        takings = takings_of(asked.store)
        ties = tie(select(asked.store, Selection(), takings=takings).incidence)
    except TooLarge as error:
        return {**nothing, "problem": str(error)}
    if not ties.actors:
        return nothing
    counterparts = degree(ties.merged()).astype(np.int64)
    first = np.argsort(-counterparts, kind="stable")[:_ROWS]
    shown = {*first.tolist(), *ties.source[:_ROWS].tolist(), *ties.target[:_ROWS].tolist()}
    known = actors(asked.store, [ties.actors[at] for at in sorted(shown)], lang=asked.lang)
    kinds = {f"{ID}actor-kind/{actor.kind}" for actor in known.values() if actor.kind}
    called = labels(asked.store, {*kinds, *ties.levels}, lang=asked.lang)
    return {
        **nothing,
        "cut": _cut(ties),
        "actors": [
            _actor(known[ties.actors[at]], int(counterparts[at]), called) for at in first
        ],
        "ties": _rows(ties, known, called),
        "number": (len(ties.actors), len(ties)),
    }


def _cut(ties: Ties) -> dict[str, int] | None:
    """Return how much of a large network is left out of its picture; None if nothing is."""
    shown = most_connected(ties)
    number, there = len(shown.actors), int(np.count_nonzero(shown.ties))
    left = len(ties.actors) - number
    if not left:
        return None
    return {
        "actors": number,
        "of_actors": len(ties.actors),
        "left": left,
        "ties_left": len(ties) - there,
        "of_ties": len(ties),
    }


def _actor(actor: Actor, counterparts: int, called: Mapping[str, str]) -> dict[str, Any]:
    return {
        "iri": actor.iri,
        "label": _short(actor.label or actor.iri),
        "kind": called.get(f"{ID}actor-kind/{actor.kind}", ""),
        "country": actor.country,
        "degree": counterparts,
    }


def _rows(
    ties: Ties, known: Mapping[str, Actor], called: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return the first ties, in their order."""
    levels = [called.get(level, slug(level)) for level in ties.levels]
    found = []
    for row in range(min(_ROWS, len(ties))):
        ends = (known[ties.actors[int(side[row])]] for side in (ties.source, ties.target))
        source, target = ((one.iri, _short(one.label or one.iri)) for one in ends)
        at = int(ties.level[row])
        level = None if at == NO_LEVEL else levels[at]
        weight = int(ties.weight[row])
        found.append({"source": source, "target": target, "level": level, "number": weight})
    return found


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"


def _texts(lang: str) -> Mapping[str, str]:
    """Return what the view says: measures and choices are called as where they are measured."""
    shared = texts_of("measures")[lang].items()
    return {
        **{key: words for key, words in shared if _SHARED.match(key)},
        **MEASURE_NAMES[lang],
        **TEXTS[lang],
    }


NETWORK = View("network", {lang: _texts(lang) for lang in TEXTS}, _shown)
"""The whole network, to be looked at and filtered."""
