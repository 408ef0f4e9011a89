"""RDF files into a store, each into a named graph, all of a file or nothing of it."""

import gzip
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path
from typing import IO, cast

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Triple, parse

from coordgraph.errors import EmptyData, ParseError, UnreadableFile
from coordgraph.files import check_file
from coordgraph.guard import Guarded, look_over, too_long
from coordgraph.namespace import graph as graph_name
from coordgraph.reasons import reason
from coordgraph.store import EmbeddedStore, placed

__all__ = [
    "FORMATS",
    "announced",
    "check_there",
    "format_of",
    "import_graph",
    "load_bytes",
    "load_file",
    "parse_error",
    "rdf_files",
    "triples_of",
]

FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".jsonld": RdfFormat.JSON_LD,
    ".json": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
    ".owl": RdfFormat.RDF_XML,
    ".xml": RdfFormat.RDF_XML,
}
"""The RDF formats that are read, by the suffix of a file."""

_BOM = b"\xef\xbb\xbf"


def format_of(path: Path) -> RdfFormat:
    """
    Return the RDF format that a file's name announces.

    Raises
    ------
    UnreadableFile
        If the suffix is of no RDF format.
    """
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes[-1:] == [".gz"]:
        suffixes.pop()
    try:
        return FORMATS[suffixes[-1]]
    except (IndexError, KeyError):
        known = ", ".join(FORMATS)
        problem = _(
            "the suffix is of no RDF format. Known are {known}, each also with .gz."
        ).format(known=known)
        raise UnreadableFile(str(path), problem) from None


def check_there(path: Path) -> None:
    """
    Make sure that something stands in a place, before its name is looked at.

    Raises
    ------
    UnreadableFile
        If nothing does, or it may not be looked at.
    """
    try:
        path.stat()
    except OSError as error:
        raise UnreadableFile(str(path), f"{_reason(error, path)}.") from None


def announced(path: Path) -> RdfFormat:
    """Return what `format_of` does for a file that is there; of one that is not, say so."""
    check_there(path)
    return format_of(path)


def import_graph(path: Path | str) -> NamedNode:
    """
    Return the named graph that a user's file goes into.

    >>> import_graph("My data.ttl.gz").value
    'https://w3id.org/coordgraph/graph/import/My-data'
    """
    stem = Path(path).name.split(".")[0]
    return graph_name("import/" + (re.sub(r"[^\w-]+", "-", stem).strip("-") or "data"))


def rdf_files(folder: Path) -> list[Path]:
    """
    Return the RDF files in a folder and below it, in order of name.

    Raises
    ------
    UnreadableFile
        If there is none.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file() and _is_rdf(path))
    if not files:
        known = ", ".join(FORMATS)
        raise UnreadableFile(
            str(folder), _("this folder holds no RDF file ({known}).").format(known=known)
        )
    return files


def _is_rdf(path: Path) -> bool:
    name = path.name.lower().removesuffix(".gz")
    return Path(name).suffix in FORMATS and not name.startswith(".")


def load_file(
    store: EmbeddedStore,
    path: Path,
    *,
    graph: NamedNode | DefaultGraph | None = None,
    form: RdfFormat | None = None,
) -> int:
    """
    Load a file and return how many statements it adds.

    Parameters
    ----------
    store
        Where the statements go; unchanged if the file is bad.
    path
        An RDF file, its format known by its suffix.
    graph
        Where statements go that the file puts in no graph; ``graph/import/<name>`` if not
        given.
    form
        Its format; as its suffix says if not given.

    Raises
    ------
    ParseError
        If the file does not follow the syntax of its format.
    EmptyData
        If it holds no statement.
    UnreadableFile
        If it cannot be read.
    """
    form = form or announced(path)
    target = graph or import_graph(path)
    before = len(store.oxigraph)
    with _reading(path, form) as file:
        _load(store, file, form, graph=target, name=str(path))
    added = len(store.oxigraph) - before
    if not added and not any(store.oxigraph.quads_for_pattern(None, None, None, target)):
        raise EmptyData(_("{path}: this file holds no statement.").format(path=path))
    return added


def triples_of(path: Path, *, form: RdfFormat | None = None) -> Iterator[Triple]:
    """
    Yield the statements of a file as they are read, whatever graph they stand in.

    Its format is as its suffix says if not given.

    Raises
    ------
    ParseError, EmptyData, UnreadableFile
        As `load_file` does, though what precedes the error has been yielded by then.
    """
    form, empty = form or announced(path), True
    with _reading(path, form) as file, _parsing(str(path)):
        for quad in parse(file, format=form, rename_blank_nodes=True):
            empty = False
            yield quad.triple
    if empty:
        raise EmptyData(_("{path}: this file holds no statement.").format(path=path))


def load_bytes(
    store: EmbeddedStore,
    body: bytes,
    form: RdfFormat,
    *,
    graph: NamedNode | DefaultGraph,
    name: str,
) -> None:
    """Load a document that is already in memory; ``name`` is what errors call it."""
    look_over(name, form, body := body.removeprefix(_BOM))
    _load(store, body, form, graph=graph, name=name)


def _load(
    store: EmbeddedStore,
    source: IO[bytes] | bytes,
    form: RdfFormat,
    *,
    graph: NamedNode | DefaultGraph,
    name: str,
) -> None:
    with _parsing(name):
        if form.supports_datasets:
            store.oxigraph.load(source, format=form)
            _name_default(store, graph)
        else:
            store.oxigraph.load(source, format=form, to_graph=graph)


@contextmanager
def _parsing(name: str) -> Iterator[None]:
    """Say of a parser's errors which document they are in."""
    try:
        yield
    except SyntaxError as error:
        raise parse_error(name, error) from None
    except ValueError as error:
        raise ParseError(name, f"{error}.") from None
    except MemoryError:
        raise ParseError(name, too_long()) from None


def _name_default(store: EmbeddedStore, graph: NamedNode | DefaultGraph) -> None:
    unnamed = list(store.oxigraph.quads_for_pattern(None, None, None, DefaultGraph()))
    for quad in unnamed:
        store.oxigraph.remove(quad)
    store.oxigraph.extend(placed(quad.triple, graph) for quad in unnamed)


@contextmanager
def _reading(path: Path, form: RdfFormat) -> Iterator[IO[bytes]]:
    """Open a file, and say what is wrong where it cannot be read."""
    try:
        with _opened(path) as file:
            packed = (
                cast("IO[bytes]", file.fileobj) if isinstance(file, gzip.GzipFile) else None
            )
            yield cast("IO[bytes]", Guarded(file, str(path), form, packed=packed))
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise ParseError(
            str(path), _("the compressed data is broken: {error}.").format(error=error)
        ) from None
    except OSError as error:
        raise UnreadableFile(str(path), f"{_reason(error, path)}.") from None


def _opened(path: Path) -> IO[bytes]:
    if path.is_dir():
        raise UnreadableFile(str(path), _("this is a folder, not a file."))
    check_file(path)
    zipped = path.suffix.lower() == ".gz"
    file = cast("IO[bytes]", gzip.GzipFile(path)) if zipped else path.open("rb")
    if file.read(len(_BOM)) != _BOM:
        file.seek(0)
    return file


def _reason(error: OSError, path: Path) -> str:
    if isinstance(error, FileNotFoundError):
        return _("there is no such file (looked in {parent})").format(
            parent=path.absolute().parent
        )
    return reason(error)


def parse_error(name: str, error: SyntaxError) -> ParseError:
    """Return what a parser says of a document, with its name and place."""
    problem = re.sub(r"^Parser error at line \d+[^:]*: ", "", str(error.args[0]))
    if "UTF-8" in problem:
        problem = _("{problem}. Save the file in the encoding UTF-8").format(problem=problem)
    if "LoadDocumentCallback" in problem:
        problem = _("a JSON-LD context elsewhere is not fetched; put the context in the file")
    return ParseError(name, f"{problem}.", line=error.lineno, column=error.offset)
