"""
Questions asked of the data together with documents that come along with them.

A worker reads the documents into its own copy of the data, answers, and ends: nothing of them
stays, and nobody else's question meets them.
"""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pyoxigraph import RdfFormat

from coordgraph.errors import CallError, TooLarge
from coordgraph.ingest.rdf import format_of, import_graph, load_bytes
from coordgraph.serve.api.written import as_json
from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.questions import answered
from coordgraph.serve.speech import gettext as _
from coordgraph.serve.worker import Reply
from coordgraph.store import EmbeddedStore, Store, open_store

__all__ = ["MOST_COPIED", "together"]

MOST_COPIED = 250_000
"""How many statements of a store on disk are copied to memory for one question."""

_SHAPE = '{"query": "SELECT ...", "files": [{"name": "mine.ttl", "text": "..."}]}'

_HALF = re.compile("[\ud800-\udfff]")


class _Document(NamedTuple):
    name: str
    form: RdfFormat
    body: bytes


def together(store: Store, message: Message, limits: Limits) -> Reply:
    """
    Answer a question on the data and on documents; without a question, say what these hold.

    The body of the message is JSON: ``query``, and ``files`` with ``name`` and ``text`` each.
    What a document puts in no graph stands in ``graph/import/<name>``, as for files that the
    server is started with.

    Raises
    ------
    CallError
        If the body is of another shape, or a name announces no format of RDF.
    ParseError
        If a document does not follow the syntax of its format.
    TooLarge
        If the data are in a store on disk that is too large to be copied for a question.
    """
    assert isinstance(store, EmbeddedStore)
    asked = _asked(message.body)
    documents = [_document(one) for one in asked["files"]]
    if not asked["query"].strip():
        held = {"files": [_described(one) for one in documents]}
        return as_json(held, message, most=limits.answer_bytes)
    body = asked["query"].encode()
    head = {**message.head, "base": f"{message.head['root']}sparql"}
    return answered(_joined(store, documents), Message(head, body), limits)


def _asked(body: bytes) -> Mapping[str, Any]:
    try:
        asked = json.loads(body)
    except (ValueError, RecursionError):
        raise _misshapen() from None
    if not isinstance(asked, dict):
        raise _misshapen()
    query, files = asked.get("query", ""), asked.get("files", [])
    if not _is_text(query) or not isinstance(files, list):
        raise _misshapen()
    for one in files:
        if not isinstance(one, dict) or not all(
            _is_text(one.get(key)) for key in ("name", "text")
        ):
            raise _misshapen()
    return {"query": query, "files": files}


def _misshapen() -> CallError:
    return CallError(_("POST JSON here: {shape}.").format(shape=_SHAPE))


def _is_text(given: object) -> bool:
    """Say whether JSON holds a text of characters, and no half of one, which UTF-8 lacks."""
    return isinstance(given, str) and _HALF.search(given) is None


def _document(one: Mapping[str, str]) -> _Document:
    path = Path(one["name"])
    return _Document(path.name, format_of(path), one["text"].encode())


def _described(one: _Document) -> dict[str, Any]:
    held = open_store()
    _add(held, one)
    graphs = sorted(getattr(name, "value", "") for name in held.oxigraph.named_graphs())
    return {"name": one.name, "statements": len(held.oxigraph), "graphs": graphs}


def _joined(store: EmbeddedStore, documents: Iterable[_Document]) -> EmbeddedStore:
    """Return the data with the documents: the same store, or a copy where it is on disk."""
    whole = _writable(store)
    for one in documents:
        _add(whole, one)
    return whole


def _writable(store: EmbeddedStore) -> EmbeddedStore:
    try:
        store.oxigraph.extend(())
    except RuntimeError:  # what Oxigraph says of a store that it has opened to be read
        if len(store.oxigraph) > MOST_COPIED:
            raise TooLarge(
                _(
                    "The data are a store on disk of {number:,} statements; files are asked "
                    "together with {most:,} at most. Start it with --data."
                ).format(number=len(store.oxigraph), most=MOST_COPIED)
            ) from None
        copy = open_store()
        copy.oxigraph.bulk_extend(store.oxigraph)
        return copy
    return store


def _add(store: EmbeddedStore, one: _Document) -> None:
    """Add what a document holds; what it puts in no graph is kept apart from the data's."""
    target = import_graph(one.name)
    if not one.form.supports_datasets:
        load_bytes(store, one.body, one.form, graph=target, name=one.name)
        return
    held = open_store()
    load_bytes(held, one.body, one.form, graph=target, name=one.name)
    store.oxigraph.extend(held.oxigraph)
