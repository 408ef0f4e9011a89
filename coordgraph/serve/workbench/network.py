"""The network view: what the server tells of the network before a script draws it."""

from collections.abc import Mapping
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
        graph = graph_of(asked.store, Selection(), asked.lang)
    except TooLarge as error:
        return {"problem": str(error), "actors": [], "ties": [], "number": (0, 0)}
    nodes, edges = graph["nodes"], graph["edges"]
    degree = _degrees(graph)
    first = sorted(range(len(nodes)), key=lambda at: (-degree[at], at))[:_ROWS]
    return {
        "problem": " ".join(graph["notes"]),
        "actors": [_actor(nodes[at], degree[at], graph["names"]) for at in first],
        "ties": [_tie(edge, graph) for edge in edges[:_ROWS]],
        "number": (len(nodes), len(edges)),
    }


def _degrees(graph: Mapping[str, Any]) -> list[int]:
    pairs = {(edge["source"], edge["target"]) for edge in graph["edges"]}
    found = [0] * len(graph["nodes"])
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
