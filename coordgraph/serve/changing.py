"""
Changes of a store, each in a process of its own: made on a copy, checked, kept or not at all.

The copy shares its files with the store (hard links), so that it costs next to nothing.  The
change itself may take as much time and memory as a question, and its documents may do no harm
to parsers.  What follows by rule is derived anew where the store holds it.  A change is refused
if a shape is then violated that was not before; otherwise the copy becomes the current store in
one step, which readers meet when they open it next.  Deriving and checking, which look at all
data, have a time and a memory of their own.
"""

import importlib
import shutil
import signal
import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from email.message import Message as EmailMessage
from email.parser import BytesParser
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat

from coordgraph.errors import CallError, CoordgraphError, ParseError, QuerySyntaxError
from coordgraph.guard import look_over, too_long
from coordgraph.infer import derive
from coordgraph.namespace import graph
from coordgraph.publish.site.negotiation.accept import preferred
from coordgraph.reasons import reason
from coordgraph.serve.datasets import using
from coordgraph.serve.framing import Message, framed, received
from coordgraph.serve.limits import Limits
from coordgraph.serve.questions import refusal, told
from coordgraph.serve.speech import answering_in
from coordgraph.serve.speech import gettext as _
from coordgraph.serve.worker import Reply, held_to, plain
from coordgraph.store import EmbeddedStore, open_read_only, placed
from coordgraph.store.generations import current, publish, writing
from coordgraph.validation import Finding, Report, Severity, validate
from coordgraph.validation.formats import as_json, as_text, as_turtle

__all__ = ["changer", "too_much", "warm"]

_MB = 1 << 20
_TRIPLES = (
    "text/turtle",
    "application/n-triples",
    "application/rdf+xml",
    "application/ld+json",
)


_STATUSES = {QuerySyntaxError: 400, ParseError: 400, CallError: 409, CoordgraphError: 422}
"""What is answered where something goes wrong; the first that fits."""


class _Refused(Exception):
    """A change that is not made, and what is said of it."""

    def __init__(self, reply: Reply) -> None:
        self.reply = reply
        super().__init__(reply.body.decode())


class _Part(NamedTuple):
    """One of the documents of a request."""

    media: str
    body: bytes


def warm(folder: Path) -> None:
    """
    Make ready what changes need, before processes are forked.

    No store on disk is opened, and nothing checked: what starts threads would wait for ever, in
    a forked process, for threads that are not there.

    Raises
    ------
    UnreadableFile
        If the folder holds no store.
    """
    current(folder)
    if find_spec("shacl"):
        importlib.import_module("shacl")


def changer(folder: Path, limits: Limits) -> Callable[[socket.socket], None]:
    """Return what a process does that makes one change of the store in a folder."""

    def change(connection: socket.socket) -> None:
        message = received(connection)
        if message is None:
            return
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        with answering_in(message.head.get("speech", "en")):
            reply = _changed(folder, message, limits)
        head = {"status": reply.status, "headers": reply.headers}
        connection.sendall(framed(Message(head, reply.body)))

    return change


def _changed(folder: Path, message: Message, limits: Limits) -> Reply:
    try:
        with writing(folder) as draft:
            return _kept(folder, draft, message, limits)
    except _Refused as refused:
        return refused.reply
    except CoordgraphError as error:
        status = next(status for kind, status in _STATUSES.items() if isinstance(error, kind))
        return plain(status, str(error))
    except MemoryError:
        return too_much(limits)
    except OSError as error:
        words = _("The store cannot be written: {problem}.")
        return plain(507, words.format(problem=reason(error)))


def too_much(limits: Limits) -> Reply:
    """Say that a change was not made because it, or what follows from it, took much memory."""
    words = _(
        "The change took more memory than it may have and was not made. It may take {change}"
        " MB, and what is derived and checked after it {checking}; make it in parts, or let "
        "whoever runs the server allow more."
    ).format(change=limits.memory_bytes // _MB, checking=limits.checking_bytes // _MB)
    return plain(507, words)


def _kept(folder: Path, draft: Path, message: Message, limits: Limits) -> Reply:
    """Make a change on a copy, and put it in the place of the store."""
    before = open_read_only(folder)
    shutil.rmtree(draft, ignore_errors=True)
    before.oxigraph.backup(str(draft))
    after = EmbeddedStore(pyoxigraph.Store(str(draft)), on_disk=True)
    try:
        with _ended_after(limits.seconds), held_to(limits.memory_bytes):
            reply = _MADE[message.head["job"]](after, message)
        with _ended_after(limits.checking_seconds), held_to(limits.checking_bytes):
            if before.oxigraph.contains_named_graph(graph("derived")):
                derive(after)
            _check(before, after, message.head.get("accept", ""))
        after.oxigraph.flush()
    except BaseException:
        del after.oxigraph
        shutil.rmtree(draft, ignore_errors=True)
        raise
    del after.oxigraph
    publish(folder)
    return reply


@contextmanager
def _ended_after(seconds: float) -> Iterator[None]:
    """End this process, whatever it is doing, if the block takes longer."""
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _check(before: EmbeddedStore, after: EmbeddedStore, accepted: str) -> None:
    """Refuse what violates a shape that was not violated before."""
    engine = "shacl" if find_spec("shacl") else "pyshacl"
    report = validate(after, engine=engine)
    if report.conforms:
        return
    known = {
        _key(finding) for finding in validate(before, engine=engine).of(Severity.VIOLATION)
    }
    found = report.of(Severity.VIOLATION)
    new = tuple(finding for finding in found if _key(finding) not in known)
    if new:
        raise _Refused(_reported(replace(report, findings=new), accepted))


def _key(finding: Finding) -> tuple[str, ...]:
    return (finding.focus, finding.path, finding.value, finding.shape, finding.component)


def _reported(report: Report, accepted: str) -> Reply:
    media = preferred(accepted, ("text/plain", "application/json", "text/turtle"))
    if media == "text/turtle":
        return Reply(422, {"content-type": "text/turtle; charset=utf-8"}, as_turtle(report))
    if media == "application/json":
        return Reply(422, {"content-type": "application/json"}, as_json(report).encode())
    return plain(422, as_text(report))


def _updated(store: EmbeddedStore, message: Message) -> Reply:
    """Change a store by SPARQL."""
    update = message.body.decode()
    if problem := refusal(update):
        raise QuerySyntaxError(problem)
    graphs, named = message.head.get("graphs"), message.head.get("named")
    if graphs is not None or named is not None:
        update = using(update, graphs or (), named or ())
    try:
        store.oxigraph.update(update, base_iri=message.head.get("base"))
    except SyntaxError as error:
        raise QuerySyntaxError(told(str(error), update=True)) from None
    except (ValueError, RuntimeError) as error:
        words = _("The update cannot be made: {problem}").format(problem=error)
        raise QuerySyntaxError(words) from None
    return Reply(204, {})


def _put(store: EmbeddedStore, message: Message) -> Reply:
    """Put a graph in the place of one."""
    name = _name(message)
    quads = list(_read(message, name))
    is_new = not _holds(store, name)
    store.oxigraph.clear_graph(name)
    return _added(store, name, quads, is_new=is_new)


def _post(store: EmbeddedStore, message: Message) -> Reply:
    """Add to a graph."""
    name = _name(message)
    return _added(store, name, list(_read(message, name)), is_new=not _holds(store, name))


def _added(
    store: EmbeddedStore, name: NamedNode | DefaultGraph, quads: list[Quad], *, is_new: bool
) -> Reply:
    if isinstance(name, NamedNode):
        store.oxigraph.add_graph(name)
    store.oxigraph.extend(quads)
    if is_new and isinstance(name, NamedNode):
        return Reply(201, {"location": name.value})
    return Reply(204, {})


def _delete(store: EmbeddedStore, message: Message) -> Reply:
    """Remove a graph."""
    name = _name(message)
    if not _holds(store, name):
        raise _Refused(plain(404, _("There is no such graph.")))
    store.oxigraph.remove_graph(name)
    return Reply(204, {})


_MADE: dict[str, Callable[[EmbeddedStore, Message], Reply]] = {
    "update": _updated,
    "PUT": _put,
    "POST": _post,
    "DELETE": _delete,
}


def _name(message: Message) -> NamedNode | DefaultGraph:
    iri = message.head["graph"]
    return DefaultGraph() if iri is None else NamedNode(iri)


def _holds(store: EmbeddedStore, name: NamedNode | DefaultGraph) -> bool:
    return isinstance(name, DefaultGraph) or store.oxigraph.contains_named_graph(name)


def _read(message: Message, name: NamedNode | DefaultGraph) -> Iterable[Quad]:
    """Yield the statements of a request; blank nodes are told from those that are there."""
    base = name.value if isinstance(name, NamedNode) else None
    for part in _parts(message):
        media = part.media.partition(";")[0].strip().lower()
        form = RdfFormat.from_media_type(media) if media in _TRIPLES else None
        if form is None:
            words = _("A graph is sent as {media}.").format(media=", ".join(_TRIPLES))
            raise _Refused(plain(415, words))
        look_over("the graph", form, part.body)
        try:
            for quad in pyoxigraph.parse(
                part.body, form, base_iri=base, rename_blank_nodes=True
            ):
                yield placed(quad.triple, name)
        except (SyntaxError, ValueError) as error:
            raise _not(media, str(error)) from None
        except MemoryError:
            raise _not(media, too_long()) from None


def _not(media: str, problem: str) -> _Refused:
    words = _("This is no {media}: {problem}").format(media=media, problem=problem)
    return _Refused(plain(400, words))


def _parts(message: Message) -> Iterable[_Part]:
    media = message.head["media"]
    if not media.lower().startswith("multipart/form-data"):
        yield _Part(media, message.body)
        return
    try:
        yield from _parts_of_form(media.encode("latin-1"), message.body)
    except (ValueError, RecursionError):  # a broken encoding; parts in parts
        words = _("This is no {media}.").format(media="multipart/form-data")
        raise _Refused(plain(400, words)) from None


def _parts_of_form(media: bytes, body: bytes) -> list[_Part]:
    whole = BytesParser().parsebytes(b"Content-Type: " + media + b"\r\n\r\n" + body)
    return [
        _Part(str(part.get("content-type", "")), _body_of(part))
        for part in whole.walk()
        if not part.is_multipart()
    ]


def _body_of(part: EmailMessage) -> bytes:
    body = part.get_payload(decode=True)
    return body if isinstance(body, bytes) else b""
