"""
Write who takes part in what into one file of Parquet, however much it is.

Rows are written while they come, so that little memory is needed.  They are asked for in
pieces; a piece that came whole is kept, and a dump that was broken off goes on with the others.
What comes is held against what the store counts, before and after.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from coordgraph.errors import DataError, EmptyData, TooLarge
from coordgraph.files import new_file
from coordgraph.network.dump.asking import COLUMNS, QUESTION, Piece, count, pieces, question
from coordgraph.network.dump.parts import SCHEMA, Parts
from coordgraph.store import RemoteStore, Store

__all__ = ["MOST", "PART", "Dumped", "dump"]

MOST = 100_000_000
"""How many rows are asked for at most; of more, a file that the server exports is better."""

PART = 2_000_000
"""How many rows are asked for at once."""

_NAMELESS = "_:"


@dataclass(frozen=True, slots=True)
class Dumped:
    """
    What a dump holds, and how it was come by.

    Attributes
    ----------
    rows
        Participations, each once a level of its mechanism.
    parts
        How many pieces it was asked for in.
    kept
        How many of these an earlier dump, which was broken off, had left.
    """

    rows: int
    parts: int
    kept: int


def dump(  # noqa: PLR0913 - what is wanted, each by name
    store: Store,
    out: Path,
    *,
    source: str,
    part: int = PART,
    most: int = MOST,
    tick: Callable[[int, int], None] = lambda done, total: None,  # noqa: ARG005 - says nothing
) -> Dumped:
    """
    Write all participations of a store into a file of Parquet.

    The columns are texts: ``mechanism``, ``actor``, ``level`` (null where none is stated),
    ``start`` and ``end`` of the participation (as written; null where unknown).  Finished parts
    are kept in the folder ``OUT.parts`` until the file is whole; those of an endpoint are not
    asked for again.

    Parameters
    ----------
    store
        Where to ask.
    out
        The file; it is replaced when all is well.
    source
        What the store is called; parts of another one are not taken for parts of this.
    part
        How many rows to ask for at once.
    most
        How many rows to write at most.
    tick
        Told how many rows are done, and how many there are.

    Raises
    ------
    EmptyData
        If there is no participation.
    TooLarge
        If there are more rows than ``most``.
    EndpointError
        If a server does not answer with the whole of what is asked for.
    DataError
        If other rows come than are counted, or actors have no IRIs.
    UnwritableTarget
        If the file or the folder of parts cannot be written.
    """
    rows = _counted(store, most)
    parts = Parts(out.with_name(f"{out.name}.parts"), f"{source}\n{QUESTION}\n")
    # What a file calls a node without a name changes each time that it is read.
    parts.open(anew=not isinstance(store, RemoteStore))
    listed = pieces(store, rows, most=part)
    kept = _fetch(store, parts, listed, tick)
    _check_unchanged(store, sum(piece.rows for piece in listed))
    _join(parts, listed, out, source)
    parts.close()
    return Dumped(rows, len(listed), kept)


def _counted(store: Store, most: int) -> int:
    rows = count(store)
    if not rows:
        raise EmptyData(_("No actor takes part in any mechanism: there is nothing to write."))
    if rows > most:
        raise TooLarge(
            _(
                "There are {rows:,} participations, and at most {most:,} are asked for. Let "
                "the server export its statements as N-Quads and read those (--data), or allow "
                "more with --max-rows."
            ).format(rows=rows, most=most)
        )
    return rows


def _fetch(
    store: Store, parts: Parts, listed: list[Piece], tick: Callable[[int, int], None]
) -> int:
    """Write the pieces that are not there yet; return how many were."""
    kept = [piece for piece in listed if parts.holds(piece)]
    done, total = sum(piece.rows for piece in kept), sum(piece.rows for piece in listed)
    whole = len(listed) == 1

    def told(before: int) -> Callable[[int], None]:
        return lambda rows: tick(before + rows, total)

    for piece in listed:
        if piece not in kept:
            asked = question(piece, whole=whole)
            found = _rows(store.batches(asked), piece, tick=told(done), whole=whole)
            parts.write(piece, found)
            done += piece.rows
    return len(kept)


def _rows(
    batches: Iterator[pa.RecordBatch],
    piece: Piece,
    *,
    tick: Callable[[int], None],
    whole: bool,
) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a piece as texts, and make sure that they are as many as counted."""
    rows = 0
    for batch in batches:
        if tuple(batch.schema.names) != COLUMNS:
            found = ", ".join(batch.schema.names)
            raise DataError(
                _("The answer has the columns {found}, not {columns}.").format(
                    found=found, columns=", ".join(COLUMNS)
                )
            )
        rows += batch.num_rows
        if rows > piece.rows:
            break
        _check_named(batch, whole=whole)
        yield pa.RecordBatch.from_arrays(
            [column.dictionary_decode() for column in batch.columns], schema=SCHEMA
        )
        tick(rows)
    if rows != piece.rows:
        said = _("{counted:,} rows were counted, and {rows:,} came")
        if rows > piece.rows:
            said = _("{counted:,} rows were counted, and more came")
        came = said.format(counted=piece.rows, rows=rows)
        remedy = _(
            "the data changes, or the server does not answer with all. Ask again; what came "
            "whole is kept."
        )
        raise DataError(f"{came}: {remedy}")


def _check_named(batch: pa.RecordBatch, *, whole: bool) -> None:
    """Refuse what lacks an actor or a mechanism, and names that hold within one answer only."""
    for name in ("mechanism", "actor"):
        if batch.column(name).null_count:
            raise DataError(
                _("The answer has rows without {name}: it is no answer to this.").format(
                    name=name
                )
            )
    actors = batch.column("actor").dictionary.to_pylist()
    if not whole and any(actor.startswith(_NAMELESS) for actor in actors):
        raise DataError(
            _(
                "Some actors have no IRI, so that they cannot be told apart in pieces. Give "
                "them IRIs, or ask for all at once with a larger --part-rows."
            )
        )


def _check_unchanged(store: Store, rows: int) -> None:
    now = count(store)
    if now != rows:
        raise DataError(
            _(
                "The data changed while it was read: {rows:,} rows before, {now:,} now. Ask "
                "again."
            ).format(rows=rows, now=now)
        )


def _join(parts: Parts, listed: list[Piece], out: Path, source: str) -> None:
    schema = SCHEMA.with_metadata({"source": source})
    with (
        new_file(out) as draft,
        draft.path.open("wb") as file,
        parquet.ParquetWriter(file, schema, compression="zstd") as writer,
    ):
        for piece in listed:
            for batch in parts.read(piece):
                writer.write_batch(batch.replace_schema_metadata(schema.metadata))
