"""
A source of RDF as one stream: unzipped, measured, and ended by a statement that marks its end.

The mark is loaded in one step with all that stands before it, so that a store knows which
sources it holds whole, whatever happened while it was loaded.
"""

import gzip
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from gettext import gettext as _
from itertools import chain
from typing import IO, cast

from pyoxigraph import RdfFormat, Triple

from coordgraph.errors import ParseError, UnreadableFile
from coordgraph.guard import check_packing, guard
from coordgraph.reasons import reason

__all__ = ["Progress", "Stream", "is_markable"]

_BOM = b"\xef\xbb\xbf"
_BLOCK = 1 << 16
_BY_LINE = {RdfFormat.N_TRIPLES, RdfFormat.N_QUADS}
_MARKABLE = {*_BY_LINE, RdfFormat.TURTLE, RdfFormat.TRIG}


@dataclass(slots=True)
class Progress:
    """
    How far the loading of one source is.

    Attributes
    ----------
    name
        What the source is called.
    size
        How many bytes it has; 0 if that is not known.
    done
        How many of them are read.
    statements
        How many statements they hold; None where only the parser could tell.
    """

    name: str
    size: int = 0
    done: int = 0
    statements: int | None = None


def is_markable(form: RdfFormat) -> bool:
    """Return whether a statement can be put behind a document of this format."""
    return form in _MARKABLE


class Stream:
    """
    A document that is read once by a parser.

    Parameters
    ----------
    file
        Where it stands, zipped or not.
    form
        Its format.
    progress
        How far it is; kept up to date.
    tick
        Told of it now and then.

    Attributes
    ----------
    lines
        How many lines were read, the mark aside.
    """

    def __init__(  # noqa: PLR0913 - what there is to know of a document
        self,
        file: IO[bytes],
        form: RdfFormat,
        progress: Progress,
        tick: Callable[[Progress], None],
        *,
        zipped: bool = False,
        mark: Triple | None = None,
    ) -> None:
        self.lines = 0
        self._raw, self._form, self._progress, self._tick = file, form, progress, tick
        self._file = cast("IO[bytes]", gzip.GzipFile(fileobj=file)) if zipped else file
        self._zipped, self._pieces = zipped, self._read(mark)
        self._left = b""

    def read(self, size: int = -1) -> bytes:
        """
        Return the next bytes: of the document, then of the mark.

        Raises
        ------
        ParseError
            If it is zipped, and broken; or would do harm to a parser.
        UnreadableFile
            If the disk does not give it.
        """
        self._left = self._left or next(self._pieces, b"")
        part = self._left if size < 0 else self._left[:size]
        self._left = self._left[len(part) :]
        return part

    def _read(self, mark: Triple | None) -> Iterator[bytes]:
        first = self._block().removeprefix(_BOM)
        looker, unpacked = guard(self._progress.name, self._form), 0
        for piece in chain([first] if first else [], iter(self._block, b"")):
            looker.look(piece)
            unpacked += len(piece)
            if self._zipped and self._raw.seekable():
                check_packing(self._progress.name, self._raw.tell(), unpacked)
            self.lines += piece.count(b"\n")
            self._progress.done += len(piece)
            if self._raw.seekable():
                self._progress.done = self._raw.tell()
            if self._form in _BY_LINE:
                self._progress.statements = self.lines
            self._tick(self._progress)
            yield piece
        if mark is not None:
            yield f"\n{mark} .\n".encode()

    def _block(self) -> bytes:
        name = self._progress.name
        try:
            return self._file.read(_BLOCK)
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise ParseError(
                name, _("the compressed data is broken: {error}.").format(error=error)
            ) from None
        except OSError as error:
            raise UnreadableFile(name, f"{reason(error)}.") from None
