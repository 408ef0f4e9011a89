"""
Documents in XML from which whoever reads them gets every text as it was.

Readers of XML take a bare carriage return for a line feed, and no text may hold most control
characters (Extensible Markup Language 1.0, fifth edition, W3C Recommendation, 2008, sections
2.2 and 2.11).  Oxigraph writes both as they come.
"""

import re
from gettext import gettext as _
from typing import IO, cast

from pyoxigraph import QueryResultsFormat, RdfFormat

from coordgraph.errors import DataError

__all__ = ["SoundXml", "sink_for"]

_NEVER = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
"""What XML forbids, in UTF-8."""

_CUT = 2
"""How many bytes of a character may have come without its end."""


class SoundXml:
    r"""
    Where a document in XML is written, in UTF-8; it goes on from there to a file.

    >>> from io import BytesIO
    >>> file = BytesIO()
    >>> SoundXml(file).write(b"<a>\r\n</a>")
    9
    >>> file.getvalue()
    b'<a>&#13;\n</a>'
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._last = b""

    def write(self, part: bytes) -> int:
        """
        Write a part; return how much of it that was, which is all.

        Raises
        ------
        DataError
            If a text holds a character that XML cannot hold.
        """
        seen = self._last + part
        if found := _NEVER.search(seen):
            problem = _(
                "a text holds U+{code:04X}, a character that XML cannot hold. Choose another "
                "format."
            )
            raise DataError(problem.format(code=ord(found[0].decode())))
        self._last = seen[-_CUT:]
        self._file.write(part.replace(b"\r", b"&#13;"))
        return len(part)

    def flush(self) -> None:
        """Let the file have all."""
        self._file.flush()


def sink_for(form: RdfFormat | QueryResultsFormat, file: IO[bytes]) -> IO[bytes]:
    """Return where to write a document of a format, so that it comes to a file as it should."""
    if form in {RdfFormat.RDF_XML, QueryResultsFormat.XML}:
        return cast("IO[bytes]", SoundXml(file))
    return file
