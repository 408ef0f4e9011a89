"""Parquet, for pandas, polars, DuckDB and Spark: a table of edges and a table of nodes."""

import pyarrow as pa
from pyarrow import parquet

from coordgraph.network.exports.document import Document
from coordgraph.network.exports.rendering import Sink

__all__ = ["write_edges", "write_nodes"]


def write_nodes(document: Document, sink: Sink) -> None:
    """Write a row a node; lists are lists, and what is not known is null."""
    parquet.write_table(document.nodes, sink)


def write_edges(document: Document, sink: Sink) -> None:
    """Write a row an edge; ``directed`` among the metadata says whether edges are."""
    writer: parquet.ParquetWriter | None = None
    for block in document.blocks():
        if writer is None:
            told = {"directed": "true" if document.directed else "false"}
            schema = _plain(block.table).schema.with_metadata(told)
            writer = parquet.ParquetWriter(sink, schema)
        writer.write_table(_plain(block.table).cast(schema))
    assert writer is not None, "of no edges there is an empty block"
    writer.close()


def _plain(table: pa.Table) -> pa.Table:
    """Return names as texts, which every reader takes; Parquet keeps each once anyway."""
    named = table.drop_columns(["id"])
    fields = [
        field.with_type(pa.string()) if pa.types.is_dictionary(field.type) else field
        for field in named.schema
    ]
    return named.cast(pa.schema(fields))
