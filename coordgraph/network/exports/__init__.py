"""
The network in the formats of other programs, each chosen by the suffix of the file.

================ ===========================================================================
.graphml         Gephi, Cytoscape, yEd, igraph, NetworkX: an edge a level
.gexf            Gephi, Sigma: an edge a level, with the spells that a timeline plays
.net             Pajek and most others: one edge a pair, labelled with its levels
.levels.net      Pajek: a relation a level
.paj             Pajek: a project of networks by level, and partitions of the actors
.dl              UCINET, Gephi, igraph: one matrix
.levels.dl       UCINET: a matrix a level
.json            node-link, as NetworkX and D3 read it: an edge a level
.cyjs            Cytoscape and Cytoscape.js: an edge a level
.graphology.json Graphology and Sigma: an edge a level
.csv             a pair of tables, ``name.nodes.csv`` and ``name.edges.csv``
.parquet         the same as a pair, ``name.parquet`` for the edges, ``name.nodes.parquet``
================ ===========================================================================

With ``.gz`` after it, each is compressed.
"""

from coordgraph.network.exports.document import Document
from coordgraph.network.exports.formats import FORMATS
from coordgraph.network.exports.writing import (
    Tick,
    document_of,
    export,
    format_of,
    send,
    write,
)

__all__ = ["FORMATS", "Document", "Tick", "document_of", "export", "format_of", "send", "write"]
