"""Ties as a file of Parquet, with the columns that are printed of them."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from coordgraph.files import new_file
from coordgraph.network.directed import Projected
from coordgraph.network.tie_rows import tie_rows

__all__ = ["write_ties"]

_BLOCK = 100_000


def write_ties(network: Projected, path: Path, ego: str | None = None) -> int:
    """
    Write a row a pair and level, in order of source, target and level; return how many.

    Weights are whole numbers where they count; mechanisms are a list of IRIs.

    Parameters
    ----------
    network
        Whose ties these are.
    path
        The file; it is replaced when all is well.
    ego
        The IRI of an actor whose ties only are wanted.

    Raises
    ------
    UnwritableTarget
        If the file cannot be written.
    """
    schema, written = _schema(network), 0
    with (
        new_file(path) as draft,
        parquet.ParquetWriter(draft.path, schema, compression="zstd") as writer,
    ):
        for block in _blocks(tie_rows(network, ego)):
            writer.write_batch(pa.RecordBatch.from_pylist(block, schema))
            written += len(block)
    return written


def _schema(network: Projected) -> pa.Schema:
    names = ("source", "target", "source_label", "target_label", "level")
    weight = pa.int64() if network.weight == "count" else pa.float64()
    return pa.schema(
        [
            *((name, pa.string()) for name in names),
            ("weight", weight),
            ("mechanisms", pa.list_(pa.string())),
        ]
    )


def _blocks(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while block := list(islice(rows, _BLOCK)):
        yield block
