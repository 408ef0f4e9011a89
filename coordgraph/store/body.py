"""The body of an answer, which knows when it is not whole."""

import io
from gettext import gettext as _
from http.client import HTTPException, HTTPResponse
from typing import Any, Self

from coordgraph.errors import EndpointError

__all__ = ["Body"]

_BLOCK = 1 << 16


class Body:
    """
    What comes after the head of an answer: a file, to be read once.

    Attributes
    ----------
    url
        Who answers.
    media_type
        What it says that it answers with.
    file
        What is read; an end that comes early is an `EndpointError`.
    """

    def __init__(self, response: HTTPResponse, url: str, timeout: float) -> None:
        self._response, self.url = response, url
        self.media_type = response.headers.get_content_type()
        self.file = io.BufferedReader(_Wire(response, url, timeout), _BLOCK)
        self.is_end_marked = response.chunked or response.length is not None

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Hang up."""
        self.close()

    @property
    def from_virtuoso(self) -> bool:
        """Whether the server says that it is Virtuoso, which has ways of its own."""
        return self._response.headers.get("Server", "").startswith("Virtuoso")

    @property
    def most_rows(self) -> int | None:
        """How many rows the server stops at, if it says that it did."""
        said = self._response.headers.get("X-SPARQL-MaxRows", "")
        return int(said) if said.isdigit() else None

    @property
    def stopped(self) -> str | None:
        """What the server says if its time was up before it found all."""
        headers = self._response.headers
        partial = self._response.status == 206 or headers.get("X-SQL-State") == "S1TAT"
        return headers.get("X-SQL-Message", "partial content") if partial else None

    def check_end(self) -> None:
        """Make sure that nothing is missing after the last thing that was understood."""
        while self.file.read(_BLOCK):
            pass

    def close(self) -> None:
        """Hang up."""
        self._response.close()


class _Wire(io.RawIOBase):
    """The bytes of an answer as they come."""

    def __init__(self, response: HTTPResponse, url: str, timeout: float) -> None:
        self._response, self._url, self._timeout = response, url, timeout

    def close(self) -> None:
        """Hang up, also when nobody reads on."""
        self._response.close()
        super().close()

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Fill a buffer with what comes next; return how many bytes, 0 at the end."""
        found = self._read(len(buffer))
        buffer[: len(found)] = found
        return len(found)

    def _read(self, size: int) -> bytes:
        response = self._response
        try:
            found = response.read1(size)
        except TimeoutError:
            problem = _("the answer breaks off: nothing came for {seconds:g} s.").format(
                seconds=self._timeout
            )
            raise EndpointError(self._url, problem) from None
        except (HTTPException, OSError, ValueError):
            raise EndpointError(self._url, _("the answer breaks off before its end.")) from None
        if not found and response.length:
            problem = _("the answer breaks off: {count} bytes are missing.").format(
                count=response.length
            )
            raise EndpointError(self._url, problem)
        return found
