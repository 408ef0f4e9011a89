"""Networks into files, or into any stream of bytes."""

import gzip
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from gettext import gettext as _
from pathlib import Path

import rdflib

from coordgraph.errors import CallError
from coordgraph.files import new_file
from coordgraph.network.directed import Projected
from coordgraph.network.exports.document import Block, Document
from coordgraph.network.exports.formats import FORMATS, Format, Writer
from coordgraph.network.exports.one_mode import one_mode
from coordgraph.network.exports.rendering import Sink
from coordgraph.network.exports.two_mode import two_mode as actors_and_mechanisms
from coordgraph.store import Store, as_store

__all__ = ["Tick", "document_of", "export", "format_of", "send", "write"]

Tick = Callable[[int, int], None]
"""Told how many edges are written, of how many."""

_ZIPPED = ".gz"


def export(  # noqa: PLR0913 - what is wanted, each by name
    network: Projected,
    path: Path | str,
    *,
    store: Store | rdflib.Graph | None = None,
    form: str | None = None,
    lang: str = "en",
    two_mode: bool = False,
) -> list[Path]:
    """
    Write the network for another program; return what was written.

    Parameters
    ----------
    network
        The network, of ties or of arcs.
    path
        Where to write.  Its suffix is the format, if none is given; with ``.gz`` after it, the
        file is compressed.
    store
        Where the network comes from: a store, or an rdflib graph or dataset.  Dates, roles,
        titles of mechanisms and evidence are written only if it is given.
    form
        A name out of `FORMATS`.
    lang
        The language of titles and levels; that of the actors' labels was chosen by `project`.
    two_mode
        Whether mechanisms are nodes, too, tied to the actors that take part in them.

    Raises
    ------
    CallError
        If the suffix is of no format, or of one by level for two modes.
    UnwritableTarget
        If a file cannot be written; none is then.

    Examples
    --------
    >>> import coordgraph as cg
    >>> from tempfile import mkdtemp
    >>> store = cg.load()
    >>> network = cg.project(store, level="policy")
    >>> [path.name for path in export(network, mkdtemp() + "/policy.csv", store=store)]
    ['policy.nodes.csv', 'policy.edges.csv']
    """
    target = Path(path)
    chosen = format_of(target, form)
    document = document_of(network, store=store, lang=lang, two_mode=two_mode, form=chosen)
    return write(document, target, form=form)


def document_of(
    network: Projected,
    *,
    store: Store | rdflib.Graph | None,
    lang: str = "en",
    two_mode: bool = False,
    form: str | None = None,
) -> Document:
    """
    Return what is written of a network.

    Parameters
    ----------
    network, store, lang
        As for `export`.
    two_mode
        Whether mechanisms are nodes beside the actors, each tied to who takes part in it; the
        network needs no ties then.
    form
        What it is written as; dates and evidence are read only for formats that take them.
    """
    source = None if store is None else as_store(store)
    if two_mode:
        return actors_and_mechanisms(network, store=source, lang=lang)
    bare = form is not None and FORMATS[form].bare
    return one_mode(network, store=None if bare else source, lang=lang)


def write(
    document: Document, path: Path, *, form: str | None = None, tick: Tick | None = None
) -> list[Path]:
    """Write a document into a file, or a few; all of them or none."""
    chosen = format_of(path, form)
    parts = _writers(document, chosen)
    targets = {part: _target(path, chosen, part) for part in parts}
    with ExitStack() as stack:
        drafts = {
            part: stack.enter_context(new_file(target)) for part, target in targets.items()
        }
        for part, writer in parts.items():
            with _sink(drafts[part].path, zipped=_is_zipped(targets[part])) as sink:
                writer(_ticking(document, tick), sink)
    return list(targets.values())


def send(document: Document, sink: Sink, *, form: str, tick: Tick | None = None) -> None:
    """
    Write a document into a stream.

    Raises
    ------
    CallError
        If the format takes more than one file, or is none.
    """
    writers = _writers(document, form)
    if len(writers) > 1:
        raise CallError(
            _("{form} is written as {writers} files: name one with --out.").format(
                form=form, writers=len(writers)
            )
        )
    (writer,) = writers.values()
    writer(_ticking(document, tick), sink)


def format_of(path: Path, form: str | None = None) -> str:
    """
    Return the name of a file's format.

    Examples
    --------
    >>> format_of(Path("who.levels.net.gz")), format_of(Path("who.json"), "graphology.json")
    ('levels.net', 'graphology.json')

    Raises
    ------
    CallError
        If its suffix is of no format, or the format that is asked for is none.
    """
    if form is not None:
        _named(form)
        return form
    name = path.name.lower().removesuffix(_ZIPPED)
    fitting = [known for known in FORMATS if name.endswith(f".{known}")]
    if not fitting:
        known = ", ".join(f".{name}" for name in FORMATS)
        raise CallError(
            _(
                "{path}: the suffix is of no network format. Known are {known}, each also "
                "with .gz after it."
            ).format(path=path, known=known)
        )
    return max(fitting, key=len)


def _writers(document: Document, form: str) -> Mapping[str, Writer]:
    chosen = _named(form)
    if chosen.by_level and document.actors is not None:
        plain = form.removeprefix("levels.")
        raise CallError(
            _("Participations are of no level: write .{plain} in place of .{form}.").format(
                plain=plain, form=form
            )
        )
    return chosen.parts


def _named(form: str) -> Format:
    if form not in FORMATS:
        raise CallError(
            _("{form!r} is no network format. Known are {names}.").format(
                form=form, names=", ".join(FORMATS)
            )
        )
    return FORMATS[form]


def _target(path: Path, form: str, part: str) -> Path:
    """
    Return where a part of a format goes: ``a.csv`` becomes ``a.nodes.csv``.

    >>> str(_target(Path("in/a.csv.gz"), "csv", "nodes"))
    'in/a.nodes.csv.gz'
    >>> str(_target(Path("a.txt"), "csv", "edges"))
    'a.edges.txt'
    """
    if not part:
        return path
    zipped = path.name[-len(_ZIPPED) :] if path.name.lower().endswith(_ZIPPED) else ""
    name = path.name.removesuffix(zipped)
    told = name.lower().endswith(f".{form}")
    suffix = name[-len(form) - 1 :] if told else Path(name).suffix
    return path.with_name(f"{name.removesuffix(suffix)}.{part}{suffix}{zipped}")


@contextmanager
def _sink(path: Path, *, zipped: bool) -> Iterator[Sink]:
    with path.open("wb") as file:
        if not zipped:
            yield file
            return
        # No name and no time in the file: two runs write the same bytes.
        with gzip.GzipFile("", "wb", fileobj=file, mtime=0) as sink:
            yield sink


def _is_zipped(path: Path) -> bool:
    return path.name.lower().endswith(_ZIPPED)


def _ticking(document: Document, tick: Tick | None) -> Document:
    if tick is None:
        return document

    def edges(start: int, stop: int) -> Block:
        tick(start, len(document.ties))
        return document.edges(start, stop)

    return replace(document, edges=edges)
