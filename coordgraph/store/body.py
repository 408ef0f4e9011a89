"""The body of an answer, which knows when it is not whole."""

import io
import re
from gettext import gettext as _
from http.client import HTTPException, HTTPResponse
from time import monotonic
from typing import Any, Self

from coordgraph.errors import EndpointError
from coordgraph.guard import is_memory_full

__all__ = ["Body"]

_BLOCK = 1 << 16
_OFTEN = 16 << 20
_WHILE = 10
_TRICKLE = 1 << 10
_NUMBER = re.compile(r"[0-9]{1,18}")


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
        What is read; an end that comes early is an `EndpointError`, and so are bytes that
        trickle: fewer than a thousand within ten times the seconds of patience.
    asked
        The columns that were asked for; None where any may come.
    """

    def __init__(
        self,
        response: HTTPResponse,
        url: str,
        timeout: float,
        *,
        asked: frozenset[str] | None = None,
    ) -> None:
        self._response, self.url, self.asked = response, url, asked
        self.media_type = response.headers.get_content_type()
        self._wire = _Wire(response, url, timeout)
        self.file = io.BufferedReader(self._wire, _BLOCK)
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
        return int(said) if _NUMBER.fullmatch(said) else None

    @property
    def stopped(self) -> str | None:
        """What the server says if its time was up before it found all."""
        headers = self._response.headers
        partial = self._response.status == 206 or headers.get("X-SQL-State") == "S1TAT"
        return headers.get("X-SQL-Message", "partial content") if partial else None

    def expect(self, most: int | None) -> None:
        """
        Read no more than so many bytes until this is said again; any number if it is None.

        From then on an answer may not fill the memory, either.
        """
        self._wire.expect(most)

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
        self._left: int | None = None
        self._held, self._unchecked = False, 0
        self._since, self._came = monotonic(), 0

    def expect(self, most: int | None) -> None:
        """Read no more than so many bytes until this is said again; hold to the memory."""
        self._left, self._held = most, True

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
        self._check_flow(len(found))
        if self._held:
            self._check_amount(len(found))
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

    def _check_flow(self, size: int) -> None:
        """Give up on bytes that trickle for ever."""
        self._came += size
        now, patience = monotonic(), _WHILE * self._timeout
        if now - self._since < patience:
            return
        if size and self._came < _TRICKLE:
            problem = _(
                "the answer trickles: {count} bytes came within {patience:g} s."
            ).format(count=self._came, patience=patience)
            raise EndpointError(self._url, problem)
        self._since, self._came = now, 0

    def _check_amount(self, size: int) -> None:
        """Give up on what says nothing, or more than there is room for."""
        if self._left is not None:
            self._left -= size
            if self._left < 0:
                problem = _("the answer goes on and on without a row, a statement or an end.")
                raise EndpointError(self._url, problem)
        self._unchecked += size
        if self._unchecked > _OFTEN:
            self._unchecked = 0
            if is_memory_full():
                problem = _(
                    "the answer is more than the memory of this machine holds. Ask for less."
                )
                raise EndpointError(self._url, problem)
