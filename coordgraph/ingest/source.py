"""Where an analysis reads from: the shipped dataset, files, a store on disk or an endpoint."""

from collections.abc import Callable, Sequence
from gettext import gettext as _
from http.client import HTTPException
from pathlib import Path, PurePosixPath
from time import sleep
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat

from coordgraph.errors import CallError, UnreadableFile
from coordgraph.files import place_of
from coordgraph.ingest.dataset import load
from coordgraph.ingest.rdf import format_of, import_graph, load_bytes, load_file, rdf_files
from coordgraph.reasons import reason
from coordgraph.store import EmbeddedStore, RemoteStore, Store, open_read_only, open_store
from coordgraph.store.access import web_address
from coordgraph.store.body import Body
from coordgraph.store.exchange import patience

__all__ = ["SHIPPED", "open_source", "read_files", "read_version"]

SHIPPED = "shipped"
"""What the shipped dataset is called where versions are named."""

_PUBLISHED = "coordgraph-site.json"
_BUILT = ("coordgraph.nq", "coordgraph.trig", "dump/dataset.nq", "dump/dataset.nq.gz")
_STORE_MARK = "CURRENT"
_TIMEOUT = 30


def open_source(
    data: Sequence[str] = (),
    *,
    store: str | None = None,
    endpoint: str | None = None,
    derived: bool = True,
    wait: Callable[[float], None] = sleep,
) -> Store:
    """
    Return the store that a call names; the shipped dataset if it names none.

    While an endpoint is busy, ``wait`` is told for how many seconds to wait.

    Raises
    ------
    CallError
        If it names more than one kind of place, or one that cannot be read.
    """
    if sum((bool(data), store is not None, endpoint is not None)) > 1:
        raise CallError(
            _("--data, --store and --endpoint exclude each other; give one of them.")
        )
    if endpoint is not None:
        return RemoteStore(endpoint, patience=patience(wait=wait))
    if store is not None:
        return open_read_only(store)
    return read_files(data) if data else load(derived=derived)


def read_files(
    names: Sequence[str], *, graph: NamedNode | DefaultGraph | None = None
) -> EmbeddedStore:
    """
    Return a store in memory with what files, folders and web addresses hold.

    Parameters
    ----------
    names
        Paths and addresses.  Of a folder that ``publish`` made, which says the same in many
        files, one dump is read.
    graph
        Where statements go that are in no graph; a graph named after each file if not given.
    """
    found = open_store()
    for name in names:
        if urlsplit(name).scheme in {"http", "https"}:
            _fetch(found, name, graph)
        elif (path := place_of(name)).is_dir():
            for file in _files_of(path):
                load_file(found, file, graph=graph)
        else:
            load_file(found, path, graph=graph)
    return found


def _files_of(folder: Path) -> list[Path]:
    dumps = [folder / base for base in _BUILT if (folder / base).is_file()]
    published = (folder / _PUBLISHED).is_file()
    return dumps[:1] if published and dumps else rdf_files(folder)


def read_version(name: str) -> EmbeddedStore:
    """
    Return one version of a dataset, each statement in the graph in which it was written.

    Parameters
    ----------
    name
        ``shipped``, or a file, a folder that ``build`` or ``publish`` made (which hold the
        same statements in six formats: one of them is read), another folder of RDF, an
        on-disk store or a web address.

    Raises
    ------
    UnreadableFile
        If there is nothing of this name, or nothing that can be read.
    ParseError, EmptyData
        If what is there is no RDF, or no statement.
    """
    if name == SHIPPED:
        return load()
    folder = place_of(name)
    if (folder / _STORE_MARK).is_file():
        return open_read_only(folder)
    built = [str(folder / base) for base in _BUILT if (folder / base).is_file()]
    return read_files(built[:1] or [name], graph=DefaultGraph())


def _announced_by_name(url: str, name: str) -> RdfFormat:
    try:
        return format_of(Path(name))
    except UnreadableFile:
        problem = _("what is there is no RDF: neither its media type nor its name says so.")
        raise UnreadableFile(url, problem) from None


def _fetch(
    store: EmbeddedStore, url: str, graph: NamedNode | DefaultGraph | None = None
) -> None:
    try:
        with urlopen(web_address(url), timeout=_TIMEOUT) as response:  # noqa: S310
            document = Body(response, url, _TIMEOUT)
            document.expect(None)
            body = document.file.read()
            announced = RdfFormat.from_media_type(response.headers.get_content_type())
    except (URLError, HTTPException, OSError, ValueError) as error:
        raise UnreadableFile(
            url, _("cannot be fetched: {error}.").format(error=reason(error))
        ) from None
    name = PurePosixPath(urlsplit(url).path).name or "data"
    form = announced or _announced_by_name(url, name)
    load_bytes(store, body, form, graph=graph or import_graph(name), name=url)
