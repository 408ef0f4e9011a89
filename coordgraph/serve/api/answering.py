"""Requests of the API, answered by a worker."""

from typing import Any
from urllib.parse import parse_qsl

from coordgraph.errors import CallError, UnknownName, UnknownQuery
from coordgraph.publish.site.negotiation.accept import preferred
from coordgraph.queries import library
from coordgraph.serve.api.listing import listed
from coordgraph.serve.api.openapi import openapi
from coordgraph.serve.api.operations import OPERATIONS, Rows
from coordgraph.serve.api.parameters import LANG, parsed
from coordgraph.serve.api.written import as_json, whole
from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.media import NAMED, SHEET
from coordgraph.serve.questions import answered
from coordgraph.serve.speech import gettext as _
from coordgraph.serve.worker import Reply, plain
from coordgraph.store import EmbeddedStore, Store
from coordgraph.tables import csv_text

__all__ = ["api_answered", "library_answered"]

_FORMS = {
    "json": "application/json",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "xml": "application/sparql-results+xml",
}
_BY_NAME = {operation.name: operation for operation in OPERATIONS}


def api_answered(store: Store, message: Message, limits: Limits) -> Reply:
    """Answer an operation; the head of the message says ``path``, ``search`` and ``accept``."""
    name = message.head["path"].strip("/")
    if name == "openapi.json":
        return as_json(openapi(message.head["root"]), message, most=limits.answer_bytes)
    operation = _BY_NAME.get(name)
    if operation is None:
        there = ", ".join([*_BY_NAME, "openapi.json"])
        words = _("There is no operation {name}; there are {known}.")
        return plain(404, words.format(name=repr(name[:50]), known=there))
    try:
        given = parsed(operation.parameters, _pairs(message))
        sources = tuple(message.head.get("sources", ()))
        found = operation.answer(store, {**given, "sources": sources})
        if not isinstance(found, Rows):
            return as_json(found, message, most=limits.answer_bytes)
        form = given["format"] or _form(message, ("json", "csv", "tsv"))
        return _rows(found, form, message, most=limits.answer_bytes)
    except UnknownName as error:
        return plain(404, str(error))


def _pairs(message: Message) -> list[tuple[str, str]]:
    try:
        return parse_qsl(
            message.head["search"], keep_blank_values=True, errors="strict", max_num_fields=100
        )
    except ValueError:
        words = _("Parameters are UTF-8, percent-encoded, a hundred at most.")
        raise CallError(words) from None


def _form(message: Message, names: tuple[str, ...]) -> str:
    """Return the form that a client likes best; the first one if it likes none."""
    media = {_FORMS[name]: name for name in names}
    best = preferred(message.head.get("accept", ""), tuple(media))
    return media[best] if best else names[0]


def _rows(found: Rows, form: str, message: Message, *, most: int) -> Reply:
    if form == "json":
        rows = [{name: row.get(name) for name in found.columns} for row in found.rows]
        body: dict[str, Any] = {"rows": rows}
        if found.notes:
            body["notes"] = list(found.notes)
        return as_json(body, message, most=most)
    delimiter = "\t" if form == "tsv" else ","
    table = csv_text(found.columns, found.rows, delimiter=delimiter).encode()
    return whole(table, _FORMS[form], message, most=most)


def library_answered(store: Store, message: Message, limits: Limits) -> Reply:
    """
    Answer a question of the library by its name, with its parameters, or list the library.

    ``format=sheet`` gives CSV in which no spreadsheet takes a cell for a formula.
    """
    name = message.head["path"].strip("/")
    pairs = _pairs(message)
    if not name:
        assert isinstance(store, EmbeddedStore)
        queries = listed(store, parsed((LANG,), pairs)["lang"])
        return as_json({"queries": queries}, message, most=limits.answer_bytes)
    form = next((value for key, value in pairs if key == "format"), None)
    if form not in {None, SHEET, *_FORMS}:
        words, known = _("{given} is none of {known}."), ", ".join([*_FORMS, SHEET])
        raise CallError(words.format(given=f"format={form!r}", known=known))
    try:
        asked = library()[name]
    except KeyError:
        return plain(404, str(UnknownQuery(name, library())))
    given = {key: value for key, value in pairs if key != "format"}
    if len(given) + (form is not None) != len(pairs):
        raise CallError(_("Each parameter is given once."))
    sparql = asked.filled({key: asked.term(key, value) for key, value in given.items()})
    accept = NAMED[form] if form else message.head.get("accept", "")
    head = {**message.head, "accept": accept, "sheet": form == SHEET}
    return answered(store, Message(head, sparql.encode()), limits)
