"""The network view: what the server tells of the network before a script draws it."""

from collections.abc import Mapping, Sequence
from typing import Any

from coordgraph.errors import TooLarge
from coordgraph.namespace import slug
from coordgraph.network.selection import Selection
from coordgraph.serve.api.graph import graph_of
from coordgraph.serve.workbench.texts.network import NETWORK as TEXTS
from coordgraph.serve.workbench.view import Asked, View

__all__ = ["NETWORK"]

_ROWS = 50
_LONGEST = 200


def _shown(asked: Asked) -> Mapping[str, Any]:
    try:
        graph = graph_of(asked.store, Selection(subsidiary="keep"), asked.lang)
    except TooLarge as error:
        return {"problem": str(error), "cut": None, "actors": [], "ties": [], "number": (0, 0)}
    nodes, edges = graph["nodes"], _tied(graph)
    degree = _degrees(len(nodes), edges)
    first = sorted(range(len(nodes)), key=lambda at: (-degree[at], at))[:_ROWS]
    return {
        "problem": "",
        "cut": _cut(graph["shown"]),
        "actors": [_actor(nodes[at], degree[at], graph["names"]) for at in first],
        "ties": [_tie(edge, graph) for edge in edges[:_ROWS]],
        "number": (len(nodes), len(edges)),
    }


def _cut(shown: Mapping[str, int]) -> dict[str, int] | None:
    """Return how much of a large network is left out; None if all is shown."""
    left = shown["of_actors"] - shown["actors"]
    if not left:
        return None
    return {**shown, "left": left, "ties_left": shown["of_ties"] - shown["ties"]}


def _tied(graph: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the ties that a script shows first: no states by what carries out an agreement."""
    nodes, mechanisms = graph["nodes"], graph["mechanisms"]
    found = []
    for edge in graph["edges"]:
        of_states = any(nodes[edge[end]]["state"] for end in ("source", "target"))
        behind = edge["mechanisms"]
        if of_states:
            behind = [at for at in behind if not mechanisms[at]["subsidiary"]]
        if behind:
            found.append({**edge, "mechanisms": behind})
    return found


def _degrees(actors: int, edges: Sequence[Mapping[str, Any]]) -> list[int]:
    pairs = {(edge["source"], edge["target"]) for edge in edges}
    found = [0] * actors
    for pair in pairs:
        for end in pair:
            found[end] += 1
    return found


def _actor(node: Mapping[str, Any], degree: int, names: Mapping[str, Any]) -> dict[str, Any]:
    countries = (node["country"] or "").split()
    return {
        "iri": node["iri"],
        "label": _short(node["label"] or node["iri"]),
        "kind": names["kinds"].get(node["kind"], ""),
        "country": ", ".join(names["countries"][code] for code in countries),
        "degree": degree,
    }


def _tie(edge: Mapping[str, Any], graph: Mapping[str, Any]) -> dict[str, Any]:
    source, target = (graph["nodes"][edge[end]] for end in ("source", "target"))
    level = edge["level"]
    return {
        "source": (source["iri"], _short(source["label"] or source["iri"])),
        "target": (target["iri"], _short(target["label"] or target["iri"])),
        "level": level and graph["names"]["levels"].get(level, slug(level)),
        "number": len(edge["mechanisms"]),
    }


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"


NETWORK = View("network", TEXTS, _shown)
"""The whole network, to be looked at and filtered."""
