"""What a user names to be loaded: files, folders and web addresses, known before and after."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from gettext import gettext as _
from http.client import HTTPException
from pathlib import Path, PurePosixPath
from typing import IO, cast
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen
from uuid import uuid4

from pyoxigraph import NamedNode, RdfFormat

from coordgraph.errors import UnreadableFile
from coordgraph.files import check_file, place_of
from coordgraph.ingest.rdf import announced, format_of, import_graph, rdf_files
from coordgraph.reasons import reason
from coordgraph.store.access import web_address
from coordgraph.store.body import Body

__all__ = ["Source", "opened", "sources"]

_TIMEOUT = 60


@dataclass(frozen=True, slots=True)
class Source:
    """
    Something to be loaded.

    Attributes
    ----------
    name
        What messages call it.
    form
        Its format.
    graph
        Where statements go that it puts in no graph.
    key
        What tells it from any other source, and from itself after a change.
    size
        How many bytes it has; 0 if that is not known.
    zipped
        Whether it is compressed by gzip.
    """

    name: str
    form: RdfFormat
    graph: NamedNode
    key: str
    size: int
    zipped: bool

    @property
    def is_web(self) -> bool:
        """Whether it is fetched from the web."""
        return _is_web(self.name)


def sources(names: Sequence[str]) -> list[Source]:
    """
    Return what files, folders and addresses stand for, in order and each once.

    Raises
    ------
    UnreadableFile
        If one cannot be read, or is no RDF.
    """
    found: dict[str, Source] = {}
    for name in names:
        if _is_web(name):
            source = _of_web(web_address(name))
            found[source.key] = source
        else:
            path = place_of(name)
            for file in rdf_files(path) if path.is_dir() else [path]:
                found[str(file.resolve())] = _of_file(file)
    return list(found.values())


@contextmanager
def opened(source: Source) -> Iterator[IO[bytes]]:
    """
    Open a source, as its bytes are stored.

    Raises
    ------
    UnreadableFile
        If it cannot be read, now or on the way.
    """
    try:
        if source.is_web:
            with urlopen(source.name, timeout=_TIMEOUT) as response:  # noqa: S310 - it is checked
                yield cast("IO[bytes]", Body(response, source.name, _TIMEOUT).file)
        else:
            with Path(source.name).open("rb") as file:
                yield file
    except (URLError, HTTPException) as error:
        raise UnreadableFile(
            source.name, _("cannot be fetched: {error}.").format(error=reason(error))
        ) from None


def _is_web(name: str) -> bool:
    return urlsplit(name).scheme in {"http", "https"}


def _of_file(path: Path) -> Source:
    form = announced(path)
    check_file(path)
    try:
        with path.open("rb"):
            found = path.stat()
    except OSError as error:
        raise UnreadableFile(str(path), f"{reason(error)}.") from None
    key = f"{path.resolve()} {found.st_size} {found.st_mtime_ns}"
    zipped = path.suffix.lower() == ".gz"
    return Source(str(path), form, import_graph(path), key, found.st_size, zipped)


def _of_web(url: str) -> Source:
    """Ask what is at an address; without an ETag or date, it is new each time."""
    name = PurePosixPath(urlsplit(url).path).name or "data"
    try:
        with urlopen(url, timeout=_TIMEOUT) as response:  # noqa: S310 - the address is checked
            headers = response.headers
    except (URLError, HTTPException, OSError, ValueError) as error:
        raise UnreadableFile(
            url, _("cannot be fetched: {error}.").format(error=reason(error))
        ) from None
    version = headers.get("ETag") or headers.get("Last-Modified") or uuid4().hex
    size = headers.get("Content-Length", "")
    form = RdfFormat.from_media_type(headers.get_content_type()) or _by_name(url, name)
    zipped = name.lower().endswith(".gz") or headers.get("Content-Encoding") == "gzip"
    key, length = f"{url} {size} {version}", int(size) if size.isdigit() else 0
    return Source(url, form, import_graph(name), key, length, zipped)


def _by_name(url: str, name: str) -> RdfFormat:
    try:
        return format_of(Path(name))
    except UnreadableFile:
        problem = _("what is there is no RDF: neither its media type nor its name says so.")
        raise UnreadableFile(url, problem) from None
