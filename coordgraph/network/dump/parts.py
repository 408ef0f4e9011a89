"""The folder beside a dump that keeps finished parts of it until it is whole."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from coordgraph.errors import UnwritableTarget
from coordgraph.files import new_file, write_file
from coordgraph.network.dump.asking import COLUMNS, Piece
from coordgraph.reasons import reason

__all__ = ["SCHEMA", "Parts"]

SCHEMA = pa.schema([(name, pa.string()) for name in COLUMNS])
"""The columns of every file."""

_ASKED = "asked.txt"


@dataclass(frozen=True, slots=True)
class Parts:
    """
    Finished parts of one dump.

    Attributes
    ----------
    folder
        Where they are.
    asked
        Who was asked what; parts of another question are not taken for these.
    """

    folder: Path
    asked: str

    def open(self, *, anew: bool = False) -> None:
        """
        Make the folder ready; parts of another question are thrown away, or all, if anew.

        Raises
        ------
        UnwritableTarget
            If something else stands there, or it cannot be written.
        """
        told = self.folder / _ASKED
        if self.folder.exists() and not told.is_file():
            problem = _(
                "is in the way and holds no {mark}; name another file for the dump."
            ).format(mark=_ASKED)
            raise UnwritableTarget(str(self.folder), problem)
        if self.folder.exists() and (anew or told.read_text(encoding="utf-8") != self.asked):
            self.close()
        try:
            self.folder.mkdir(exist_ok=True)
        except OSError as error:
            problem = _("cannot be written: {problem}.").format(problem=reason(error))
            raise UnwritableTarget(str(self.folder.with_suffix("")), problem) from None
        write_file(told, self.asked.encode())

    def holds(self, piece: Piece) -> bool:
        """Say whether a piece is there, with as many rows as it has now."""
        path = self._path(piece)
        return path.is_file() and _rows(path) == piece.rows

    def write(self, piece: Piece, batches: Iterator[pa.RecordBatch]) -> None:
        """Write a piece, whole or not at all."""
        with (
            new_file(self._path(piece)) as draft,
            draft.path.open("wb") as file,
            parquet.ParquetWriter(file, SCHEMA, compression="zstd") as writer,
        ):
            for batch in batches:
                writer.write_batch(batch)

    def read(self, piece: Piece) -> Iterator[pa.RecordBatch]:
        """Yield what a piece holds, some rows at a time."""
        with self._path(piece).open("rb") as opened, parquet.ParquetFile(opened) as file:
            for group in range(file.num_row_groups):
                yield from file.read_row_group(group, use_threads=False).to_batches()

    def close(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.folder)

    def _path(self, piece: Piece) -> Path:
        return self.folder / f"{piece.first or 'all'}-{piece.last or 'all'}.parquet"


def _rows(path: Path) -> int:
    """Return how many rows a file has; -1 if it is no file of this kind."""
    try:
        with path.open("rb") as file:
            return int(parquet.read_metadata(file).num_rows)
    except (pa.ArrowException, OSError):
        return -1
