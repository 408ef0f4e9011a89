"""
Files of any size into a store on disk, source by source, all of them or nothing.

A new store is made beside the current one and takes its place when it is whole.  What is loaded
when a load is stopped, by whatever, is kept for the next try: each source ends in a mark that
is stored in one step with it.
"""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from itertools import chain, islice
from pathlib import Path
from typing import IO, cast

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, parse
from pyoxigraph import Store as Oxigraph

from coordgraph.errors import CallError, EmptyData, ParseError, UnreadableFile, UnwritableTarget
from coordgraph.guard import too_long
from coordgraph.infer import derive
from coordgraph.ingest.dataset import load
from coordgraph.ingest.rdf import parse_error
from coordgraph.ingest.sources import Source, opened, sources
from coordgraph.ingest.stream import Progress, Stream, is_markable
from coordgraph.reasons import reason
from coordgraph.store import EmbeddedStore, open_read_only, open_store, placed
from coordgraph.store.generations import current, publish, writing
from coordgraph.version import __version__

__all__ = ["Loaded", "Options", "load_store"]

Tick = Callable[[Progress], None]

_HOLDS = NamedNode("https://w3id.org/coordgraph/loading#holds")
_GROWS = NamedNode("https://w3id.org/coordgraph/loading#growsFrom")
_STORE = NamedNode("https://w3id.org/coordgraph/loading#store")
_MARKS = NamedNode("https://w3id.org/coordgraph/loading#marks")
_BLOCK = 100_000


def _silent(progress: Progress) -> None:
    """Say nothing of how far it is."""
    del progress


@dataclass(frozen=True, slots=True)
class Options:
    """
    How to load.

    Attributes
    ----------
    add
        Whether to keep what the store holds, and add to it.
    with_dataset
        Whether to load the shipped dataset, too.
    derived
        Whether to add what follows by rule.
    tick
        Told how far it is, often.
    """

    add: bool = False
    with_dataset: bool = False
    derived: bool = False
    tick: Tick = _silent


@dataclass(frozen=True, slots=True)
class Loaded:
    """
    What was loaded.

    Attributes
    ----------
    statements, graphs
        How many statements the store holds, and in how many named graphs.
    resumed
        How many sources an earlier try had loaded.
    """

    statements: int
    graphs: int
    resumed: int


def load_store(folder: Path, names: Sequence[str], options: Options | None = None) -> Loaded:
    """
    Make a store of files, folders and web addresses the current one of a folder.

    Raises
    ------
    ParseError, EmptyData
        If a source is no RDF, or holds nothing; the store stays as it was, and what was loaded
        before is kept for the next try.
    UnreadableFile, UnwritableTarget
        If a source cannot be read, or the store not be written.
    """
    options = options or Options()
    listed = sources(names)
    with writing(folder) as draft:
        try:
            return _load(folder, draft, listed, options)
        except OSError as error:
            shutil.rmtree(draft, ignore_errors=True)
            raise UnwritableTarget(
                str(folder), _("cannot be written: {problem}.").format(problem=reason(error))
            ) from None


def _load(folder: Path, draft: Path, listed: list[Source], options: Options) -> Loaded:
    store = _draft(folder, draft, listed, options)
    done = _done(store)
    try:
        if options.with_dataset and _dataset_key() not in done:
            options.tick(Progress(_("the shipped dataset")))
            dataset = load(derived=False).quads()
            store.oxigraph.bulk_extend(chain(dataset, [_mark(_dataset_key())]))
        for source in listed:
            if source.key not in done:
                _load_source(store, source, options.tick)
            _settle(store, source)
            _check_not_empty(store, source)
    except BaseException:
        kept = _done(store)
        del store.oxigraph  # closed now, and not when the last trace of the error is gone
        if not kept:
            shutil.rmtree(draft, ignore_errors=True)
        raise
    _finish(store, options)
    loaded = Loaded(
        len(store.oxigraph), sum(1 for _ in store.oxigraph.named_graphs()), len(done)
    )
    del store.oxigraph
    publish(folder)
    return loaded


def _draft(folder: Path, draft: Path, listed: list[Source], options: Options) -> EmbeddedStore:
    """Return what an earlier try for the same left, or a new draft."""
    base = _base(folder) if options.add else ""
    wanted = {source.key for source in listed}
    if options.with_dataset:
        wanted.add(_dataset_key())
    if draft.exists():
        if (left := _left(draft, base, wanted)) is not None:
            return left
        shutil.rmtree(draft)
    if options.add:
        _copy(folder, draft)
    store = EmbeddedStore(Oxigraph(str(draft)), on_disk=True)
    store.oxigraph.add(Quad(_STORE, _GROWS, Literal(base), _MARKS))
    return store


def _left(draft: Path, base: str, wanted: set[str]) -> EmbeddedStore | None:
    """Return what an earlier try left, if it is a part of what is wanted."""
    for path in draft.glob("bulk-*.sst"):  # a step that was not finished
        path.unlink()
    try:
        store = open_store(draft)
    except UnreadableFile:
        return None
    grown = {_words(quad) for quad in _marks(store, _GROWS)}
    if grown == {base} and _done(store) <= wanted:
        return store
    del store.oxigraph
    return None


def _base(folder: Path) -> str:
    """Return what tells the current store of a folder from any other."""
    place = current(folder)
    return f"{place.name} {(place / 'CURRENT').stat().st_mtime_ns}"


def _copy(folder: Path, draft: Path) -> None:
    """Copy the current store; its files are linked, not copied, where the disk can do that."""
    store = open_read_only(folder)
    if any(store.oxigraph.quads_for_pattern(None, None, None, DefaultGraph())):
        problem = _(
            "this store holds statements in no graph, which --add could not tell from new ones."
        )
        raise CallError(f"{folder}: {problem}")
    store.oxigraph.backup(str(draft))


def _load_source(store: EmbeddedStore, source: Source, tick: Tick) -> None:
    progress = Progress(source.name, source.size)
    mark = _mark(source.key)
    end = mark.triple if is_markable(source.form) else None
    with opened(source) as file:
        stream = Stream(file, source.form, progress, tick, zipped=source.zipped, mark=end)
        try:
            _bulk_load(store, source, stream, mark)
        except SyntaxError as error:
            raise _bad(source, error, stream) from None
        except ValueError as error:
            raise ParseError(source.name, f"{error}.") from None
        except MemoryError:
            raise ParseError(source.name, too_long()) from None


def _bulk_load(store: EmbeddedStore, source: Source, stream: Stream, mark: Quad) -> None:
    """Load a source with its mark, in one step."""
    readable = cast("IO[bytes]", stream)
    if not is_markable(source.form):
        quads = parse(readable, format=source.form, rename_blank_nodes=True)
        named = (_in(source.graph, quad) for quad in quads)
        store.oxigraph.bulk_extend(chain(named, [mark]))
    elif source.form.supports_datasets:
        store.oxigraph.bulk_load(readable, format=source.form)
    else:
        store.oxigraph.bulk_load(readable, format=source.form, to_graph=source.graph)


def _in(name: NamedNode, quad: Quad) -> Quad:
    return placed(quad.triple, name) if quad.graph_name == DefaultGraph() else quad


def _bad(source: Source, error: SyntaxError, stream: Stream) -> ParseError:
    if is_markable(source.form) and (error.end_lineno or 0) > stream.lines + 1:
        problem = _("the file ends in the middle of a statement.")
        return ParseError(source.name, problem, line=stream.lines + 1)
    return parse_error(source.name, error)


def _settle(store: EmbeddedStore, source: Source) -> None:
    """Put into the graph of a source what it put into none; its mark tells that it is done."""
    unnamed = store.oxigraph.quads_for_pattern(None, None, None, DefaultGraph())
    statements = (quad for quad in unnamed if quad.predicate != _HOLDS)
    while block := list(islice(statements, _BLOCK)):
        store.oxigraph.bulk_extend(placed(quad.triple, source.graph) for quad in block)
        for quad in block:
            store.oxigraph.remove(quad)
    mark = _mark(source.key)
    store.oxigraph.add(mark)
    for name in (DefaultGraph(), source.graph):
        store.oxigraph.remove(placed(mark.triple, name))


def _check_not_empty(store: EmbeddedStore, source: Source) -> None:
    if source.form.supports_datasets:
        return
    if not any(store.oxigraph.quads_for_pattern(None, None, None, source.graph)):
        store.oxigraph.remove(_mark(source.key))
        raise EmptyData(_("{name}: this file holds no statement.").format(name=source.name))


def _finish(store: EmbeddedStore, options: Options) -> None:
    if options.derived:
        options.tick(Progress(_("what follows by rule")))
        derive(store)
    options.tick(Progress(_("putting the store in order")))
    store.oxigraph.flush()
    store.oxigraph.optimize()
    # From here on the draft is no longer one to go on with.
    for predicate in (_GROWS, _HOLDS):
        for quad in _marks(store, predicate):
            store.oxigraph.remove(quad)
    store.oxigraph.remove_graph(_MARKS)
    store.oxigraph.flush()


def _mark(key: str) -> Quad:
    return Quad(_STORE, _HOLDS, Literal(key), _MARKS)


def _dataset_key() -> str:
    return f"the shipped dataset {__version__}"


def _marks(store: EmbeddedStore, predicate: NamedNode) -> list[Quad]:
    return list(store.oxigraph.quads_for_pattern(_STORE, predicate, None))


def _done(store: EmbeddedStore) -> set[str]:
    """Return the keys of the sources that a store holds whole."""
    return {_words(quad) for quad in _marks(store, _HOLDS)}


def _words(quad: Quad) -> str:
    assert isinstance(quad.object, Literal)
    return quad.object.value
