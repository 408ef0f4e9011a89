"""
The network in the formats of other programs, chosen by the suffix of the file.

=========== ==============================================================================
.graphml    Gephi, Cytoscape, igraph, NetworkX: an edge a level
.gexf       Gephi: an edge a level
.net        Pajek: one edge a pair, the levels merged
.dl         UCINET: one edge a pair, the levels merged
.json       node-link, as NetworkX and D3 read it: an edge a level
.csv        a pair of tables, ``name.nodes.csv`` and ``name.edges.csv``
.parquet    the ties as a table, an edge a level (actors without ties are not in it)
=========== ==============================================================================
"""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import networkx as nx
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import parquet

from coordgraph.errors import CallError
from coordgraph.files import write_file
from coordgraph.network.projection import Network
from coordgraph.tables import csv_text

__all__ = ["SUFFIXES", "edges", "export", "nodes"]


def nodes(network: Network) -> pa.Table:
    """Return the actors as a table: ``id, label, kind, country, group``."""
    actors = network.actors.values()
    return pa.table(
        {
            "id": [actor.iri for actor in actors],
            "label": [actor.label for actor in actors],
            "kind": [actor.kind for actor in actors],
            "country": [actor.country for actor in actors],
            "group": pa.array([actor.is_group for actor in actors], pa.bool_()),
        }
    )


def edges(network: Network) -> pa.Table:
    """Return the ties as a table: ``source, target, level, weight, mechanisms``."""
    ties = network.ties.to_arrow()
    ends = {name: ties.column(name).cast(pa.string()) for name in ("source", "target")}
    level = pc.fill_null(ties.column("level").cast(pa.string()), "")
    mechanisms = network.incidence.behind(network.ties)
    return pa.table(
        {**ends, "level": level, "weight": network.ties.weight, "mechanisms": mechanisms}
    )


def export(network: Network, path: Path) -> list[Path]:
    """
    Write the network to a file, or to a pair of files for CSV; return what was written.

    Raises
    ------
    CallError
        If the suffix is of no format.
    UnwritableTarget
        If the file cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise CallError(f"{path}: the suffix is of no network format. Known are {known}.")
    written = SUFFIXES[suffix](network, path)
    for target, body in written.items():
        write_file(target, body)
    return list(written)


def _flat(network: Network) -> "nx.MultiGraph[str]":
    """Return the network with attributes that every writer takes: no lists, no nothing."""
    graph = network.to_networkx()
    for *_, attributes in graph.edges(data=True):
        attributes["mechanisms"] = " ".join(attributes["mechanisms"])
    for *_, attributes in graph.nodes(data=True):
        attributes.update({name: _printable(value) for name, value in attributes.items()})
    return graph


def _printable(value: object) -> object:
    """Return a text without the control characters that XML forbids."""
    return (
        re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", value)
        if isinstance(value, str)
        else value
    )


def _graphml(network: Network, path: Path) -> dict[Path, bytes]:
    return {path: "\n".join(nx.generate_graphml(_flat(network))).encode()}


def _gexf(network: Network, path: Path) -> dict[Path, bytes]:
    text = "\n".join(nx.generate_gexf(_flat(network), version="1.2draft"))
    undated = re.sub(r' lastmodifieddate="[^"]*"', "", text)
    return {path: undated.encode()}


def _pajek(network: Network, path: Path) -> dict[Path, bytes]:
    lines = [f"*vertices {len(network.actors)}"]
    for place, actor in enumerate(network.actors.values(), 1):
        lines.append(f'{place} "{_quoted(actor.label)}"')
    lines.append("*edges")
    lines.extend(f"{source} {target} {weight:g}" for source, target, weight in _pairs(network))
    return {path: ("\n".join(lines) + "\n").encode()}


def _ucinet(network: Network, path: Path) -> dict[Path, bytes]:
    labels = ",".join(f'"{_quoted(actor.label)}"' for actor in network.actors.values())
    lines = [f"dl n={len(network.actors)} format=edgelist1", "labels:", labels, "data:"]
    for source, target, weight in _pairs(network):
        lines.extend((f"{source} {target} {weight:g}", f"{target} {source} {weight:g}"))
    return {path: ("\n".join(lines) + "\n").encode()}


def _pairs(network: Network) -> list[tuple[int, int, float]]:
    ties = network.merged()
    columns = (ties.source + 1, ties.target + 1, ties.weight)
    return list(zip(*(column.tolist() for column in columns), strict=True))


def _quoted(label: str) -> str:
    return re.sub(r"[\s\x00-\x1f]+", " ", label).replace('"', "'")


def _json(network: Network, path: Path) -> dict[Path, bytes]:
    linked = nx.node_link_data(network.to_networkx(), edges="edges")
    return {path: (json.dumps(linked, ensure_ascii=False, indent=1) + "\n").encode()}


def _csv(network: Network, path: Path) -> dict[Path, bytes]:
    tables = {"nodes": nodes(network), "edges": edges(network)}
    return {
        path.with_suffix(f".{name}.csv"): _csv_bytes(table) for name, table in tables.items()
    }


def _csv_bytes(table: pa.Table) -> bytes:
    return csv_text(table.column_names, table.to_pylist()).encode()


def _parquet(network: Network, path: Path) -> dict[Path, bytes]:
    sink = pa.BufferOutputStream()
    parquet.write_table(edges(network), sink)
    return {path: sink.getvalue().to_pybytes()}


SUFFIXES: Mapping[str, Callable[[Network, Path], dict[Path, bytes]]] = {
    ".graphml": _graphml,
    ".gexf": _gexf,
    ".net": _pajek,
    ".dl": _ucinet,
    ".json": _json,
    ".csv": _csv,
    ".parquet": _parquet,
}
"""The formats that are written, by suffix."""
