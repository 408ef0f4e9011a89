"""Where a release is looked over: in a folder, or at a web address."""

import http.client
from collections.abc import Mapping
from gettext import gettext as _
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, urljoin, urlsplit

from coordgraph.errors import UnreadableFile
from coordgraph.publish.site.output import MANIFEST, MARK
from coordgraph.reasons import reason

__all__ = ["Folder", "Place", "Web", "open_place"]

_TIMEOUT = 30
_LARGEST = 500_000_000
_REDIRECTS = 5
_MOVED = {301, 302, 303, 307, 308}


class Place(Protocol):
    """What every place can do: list the files of a release and give them."""

    name: str

    def read(self, place: str) -> bytes | None:
        """Return the content of a file; None if it is not there."""
        ...

    def files(self) -> frozenset[str] | None:
        """Return the places of all files; None where nobody tells them."""
        ...


class Folder:
    """A folder."""

    def __init__(self, path: Path) -> None:
        self.name = str(path)
        self._root = path

    def read(self, place: str) -> bytes | None:
        """Return the content of a file; None if it is not there."""
        path = self._root / place
        if not path.resolve().is_relative_to(self._root.resolve()) or not path.is_file():
            return None
        return path.read_bytes()

    def files(self) -> frozenset[str]:
        """Return the places of all files."""
        found = (path for path in self._root.rglob("*") if path.is_file())
        return frozenset(path.relative_to(self._root).as_posix() for path in found)


class Web:
    """
    A web address; what it redirects to elsewhere is not followed.

    Parameters
    ----------
    url
        The address of the folder that holds the release.
    """

    def __init__(self, url: str) -> None:
        self.name = url if url.endswith("/") else f"{url}/"
        self._origin = urlsplit(self.name)[:2]

    def read(self, place: str) -> bytes | None:
        """Return the content of a file; None if it is not there."""
        status, _, body = self.ask(place, {})
        return body if status == http.client.OK else None

    def files(self) -> None:
        """Return nothing: a server tells of no file that it is not asked for."""

    def ask(self, path: str, headers: Mapping[str, str]) -> tuple[int, str, bytes]:
        """
        Return the status, the media type and the content that a path leads to.

        Raises
        ------
        UnreadableFile
            If the server does not answer, or with too much.
        """
        url = urljoin(self.name, quote(path))
        for _step in range(_REDIRECTS):
            status, found, body = self._once(url, headers)
            target = urljoin(url, found.get("location", ""))
            if status not in _MOVED or urlsplit(target)[:2] != self._origin:
                return status, found.get("content-type", "").partition(";")[0], body
            url = target
        return status, "", b""

    def _once(
        self, url: str, headers: Mapping[str, str]
    ) -> tuple[int, Mapping[str, str], bytes]:
        parts = urlsplit(url)
        secure = parts.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        connection = kind(parts.netloc, timeout=_TIMEOUT)
        try:
            target = f"{parts.path}?{parts.query}" if parts.query else parts.path
            connection.request("GET", target or "/", headers=dict(headers))
            answer = connection.getresponse()
            body = answer.read(_LARGEST + 1)
        except (OSError, http.client.HTTPException) as error:
            raise UnreadableFile(
                url, _("does not answer: {error}.").format(error=reason(error))
            ) from None
        finally:
            connection.close()
        if len(body) > _LARGEST:
            raise UnreadableFile(
                url, _("is larger than {largest:,} bytes.").format(largest=_LARGEST)
            )
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, body


def open_place(name: str) -> Place:
    """
    Return the place that a path or an address names.

    Raises
    ------
    UnreadableFile
        If no release is there.
    """
    web = urlsplit(name).scheme in {"http", "https"}
    place: Place = Web(name) if web else Folder(Path(name))
    if place.read(MARK) is None or place.read(MANIFEST) is None:
        problem = _("holds no release: {mark} or {manifest} is missing.").format(
            mark=MARK, manifest=MANIFEST
        )
        raise UnreadableFile(name, problem)
    return place
