"""The embedded store: Oxigraph, in memory or in a folder."""

import os
import weakref
from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path

import pyarrow as pa
import pyoxigraph
from pyoxigraph import Quad, QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples

from coordgraph.errors import QuerySyntaxError, UnreadableFile, UnwritableTarget
from coordgraph.files import place_of
from coordgraph.reasons import reason
from coordgraph.store.base import Answer, Row, Solutions, Store
from coordgraph.store.columns import columns_of_tsv
from coordgraph.store.forms import check_depth
from coordgraph.store.generations import claim, current, hold, is_of_generations, writer_of
from coordgraph.store.syntax import fault

__all__ = ["EmbeddedStore", "open_read_only", "open_store"]


class EmbeddedStore(Store):
    """
    Statements held by this process, so that no server is needed.

    Attributes
    ----------
    oxigraph
        What holds them.
    on_disk
        Whether they are in a folder; threads look after it, which no fork of a process has.
    """

    def __init__(self, oxigraph: pyoxigraph.Store, *, on_disk: bool = False) -> None:
        self.oxigraph = oxigraph
        self.on_disk = on_disk

    def answer(self, sparql: str) -> Answer:
        """Answer a query of any form."""
        found = self._query(sparql)
        if isinstance(found, QuerySolutions):
            names = _names(found)
            return Solutions(names, _rows(found, names))
        return bool(found) if isinstance(found, QueryBoolean) else found

    def columns(self, sparql: str) -> pa.Table:
        """Answer a SELECT query with columns; no object of Python is made for a row."""
        found = self._query(sparql)
        if not isinstance(found, QuerySolutions):
            raise QuerySyntaxError(_("This is no SELECT query."))
        names = _names(found)
        written = found.serialize(format=QueryResultsFormat.TSV)
        return columns_of_tsv(names, pa.BufferReader(written))

    def _query(self, sparql: str) -> QuerySolutions | QueryBoolean | QueryTriples:
        check_depth(sparql)
        try:
            return self.oxigraph.query(sparql, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise QuerySyntaxError(
                _("The query is not SPARQL 1.1: {problem}").format(problem=fault(str(error)))
            ) from None
        except UnicodeEncodeError:  # half of a character, as broken bytes become
            raise QuerySyntaxError(
                _("The query is not SPARQL 1.1: {problem}").format(
                    problem=_("this is no UTF-8 text.")
                )
            ) from None

    def quads(self) -> Iterator[Quad]:
        """Yield every statement with its graph."""
        return iter(self.oxigraph)


def _names(answer: QuerySolutions) -> tuple[str, ...]:
    return tuple(variable.value for variable in answer.variables)


def _rows(answer: QuerySolutions, names: tuple[str, ...]) -> Iterator[Row]:
    for solution in answer:
        yield {name: term for name in names if (term := solution[name]) is not None}


def open_store(path: Path | str | None = None) -> EmbeddedStore:
    """
    Open the store in a folder, made where there is none, or an empty one in memory.

    Raises
    ------
    UnreadableFile
        If the folder holds no store, or another process holds it.
    """
    if path is None:
        return EmbeddedStore(pyoxigraph.Store())
    folder = Path(path)
    if not is_of_generations(folder):
        return _opened(folder, str(path))
    try:
        claimed = claim(folder)
    except UnwritableTarget as error:
        raise UnreadableFile(str(path), error.problem) from None
    found = None
    try:
        found = _opened(current(folder), str(path))
    finally:
        if found is None:
            os.close(claimed)
    weakref.finalize(found, os.close, claimed)
    return found


def _opened(place: Path, name: str) -> EmbeddedStore:
    try:
        return EmbeddedStore(pyoxigraph.Store(str(place)), on_disk=True)
    except OSError as error:
        raise UnreadableFile(name, _unopened(place, error)) from None


def open_read_only(path: Path | str) -> EmbeddedStore:
    """
    Open the store in a folder, which others may read at the same time, and load anew.

    Raises
    ------
    UnreadableFile
        If the folder holds no store, or a process writes to this very store.
    """
    place, handle = hold(place_of(str(path)))
    found = None
    try:
        found = _read_only(place, str(path))
    finally:
        if found is None:
            os.close(handle)
    weakref.finalize(found, os.close, handle)
    return found


def _read_only(place: Path, name: str) -> EmbeddedStore:
    if pid := writer_of(place):
        problem = _("process {pid} is writing to this store. Wait for it, or end it.").format(
            pid=pid
        )
        raise UnreadableFile(name, problem)
    try:
        return EmbeddedStore(pyoxigraph.Store.read_only(str(place)), on_disk=True)
    except OSError as error:
        raise UnreadableFile(name, _unopened(place, error)) from None


def _unopened(place: Path, error: OSError) -> str:
    if "lock" not in str(error).lower():
        return _("this store cannot be opened: {problem}.").format(problem=reason(error))
    if "current process" in str(error):
        return _("this program has this store open already; use that one.")
    pid = writer_of(place)
    said = _("another process holds this store ({lock}). Wait for it, or end it.")
    if pid:
        said = _("process {pid} holds this store ({lock}). Wait for it, or end it.")
    return said.format(pid=pid, lock=place / "LOCK")
