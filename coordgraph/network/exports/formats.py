"""Which formats there are, by the suffix of the file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from coordgraph.network.exports import (
    comma_separated,
    cytoscape,
    gexf,
    graphml,
    graphology,
    node_link,
    pajek,
    parquet,
    ucinet,
)
from coordgraph.network.exports.document import Document
from coordgraph.network.exports.rendering import Sink

__all__ = ["FORMATS", "Format", "Writer"]

Writer = Callable[[Document, Sink], None]


@dataclass(frozen=True, slots=True)
class Format:
    """
    One format.

    Attributes
    ----------
    parts
        What writes each file, by what stands before the suffix: nothing, or ``nodes``.
    by_level
        Whether it is about levels, which two-mode networks have none of.
    bare
        Whether it takes names, weights and levels alone: no dates, no evidence.
    """

    parts: Mapping[str, Writer]
    by_level: bool = False
    bare: bool = False


FORMATS: Mapping[str, Format] = {
    "graphml": Format({"": graphml.write}),
    "gexf": Format({"": gexf.write}),
    "net": Format({"": pajek.write}, bare=True),
    "levels.net": Format({"": pajek.write_levels}, by_level=True, bare=True),
    "paj": Format({"": pajek.write_project}, bare=True),
    "dl": Format({"": ucinet.write}, bare=True),
    "levels.dl": Format({"": ucinet.write_levels}, by_level=True, bare=True),
    "json": Format({"": node_link.write}),
    "cyjs": Format({"": cytoscape.write}),
    "graphology.json": Format({"": graphology.write}),
    "csv": Format({"nodes": comma_separated.write_nodes, "edges": comma_separated.write_edges}),
    "parquet": Format({"": parquet.write_edges, "nodes": parquet.write_nodes}),
}
"""The formats that are written, by suffix."""
