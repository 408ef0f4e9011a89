"""The documents of a change are read part by part, and a form that is none is refused."""

import importlib
import socket
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import NamedNode, Quad

from coordgraph.ingest.loading import Options, load_store
from coordgraph.serve import changing
from coordgraph.serve.changing import _changed, _read, _Refused, changer, warm
from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.store import open_read_only

GRAPH = NamedNode("urn:g")
FORM = "multipart/form-data; boundary=x"
LINE = b"<urn:a> <urn:b> <urn:c> .\r\n"


def form(*headers: bytes, body: bytes = LINE) -> Message:
    told = b"".join(header + b"\r\n" for header in headers)
    return Message({"media": FORM}, b"--x\r\n" + told + b"\r\n" + body + b"--x--\r\n")


def test_the_parts_of_a_form_are_read() -> None:
    found = list(_read(form(b"Content-Type: text/turtle; charset=utf-8"), GRAPH))
    assert found == [Quad(NamedNode("urn:a"), NamedNode("urn:b"), NamedNode("urn:c"), GRAPH)]


DEEP = "".join(
    f"Content-Type: multipart/mixed; boundary=x{depth}\r\n\r\n--x{depth}\r\n"
    for depth in range(1_100)
)
BROKEN = {
    "a media type that is no text": (form(b"Content-Type: text/turtle\xff"), 415),
    "no media type": (form(), 415),
    "an encoding that is broken": (
        form(
            b"Content-Type: text/turtle",
            b"Content-Transfer-Encoding: x-uuencode",
            body=b"begin 666 a\r\n\x7f\x7f\x7f\r\n \r\nend\r\n",
        ),
        400,
    ),
    "parts in parts in parts": (Message({"media": FORM}, b"--x\r\n" + DEEP.encode()), 400),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_form_that_is_broken_is_refused(name: str) -> None:
    message, status = BROKEN[name]
    with pytest.raises(_Refused) as refused:
        list(_read(message, GRAPH))
    assert refused.value.reply.status == status


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("changed")
    (path / "a.nt").write_text("<urn:a> <urn:b> <urn:c> .\n", encoding="utf-8")
    load_store(path / "store", [str(path / "a.nt")], Options(derived=True))
    return path / "store"


def sent(folder: Path, job: str, body: bytes = b"", **head: object) -> int:
    """Return the status that a change is answered with, made in this process."""
    told = {"job": job, "graph": None, "media": "text/turtle", **head}
    return _changed(folder, Message(told, body), Limits()).status


def said(folder: Path) -> set[str]:
    return {str(quad.graph_name) for quad in open_read_only(folder).quads()}


def test_updates_and_graphs_are_made_or_refused_as_a_whole(folder: Path) -> None:
    assert (
        sent(folder, "update", b"INSERT DATA { GRAPH <urn:new> { <urn:x> <urn:y> 1 } }") == 204
    )
    assert sent(folder, "update", b"WITH <urn:g> INSERT { <urn:x> <urn:y> 2 } WHERE {}") == 204
    assert (
        sent(folder, "update", b"INSERT { <urn:x> <urn:y> 3 } WHERE {}", graphs=["urn:g"])
        == 204
    )
    assert sent(folder, "update", b"INSERT DATA { <urn:x> }") == 400
    assert sent(folder, "update", b"DROP GRAPH <urn:none>") == 400
    assert sent(folder, "update", b"DELETE WHERE { ?s ?p ?o", graphs=["urn:g"]) == 400
    assert sent(folder, "update", b"LOAD <http://127.0.0.1/>") == 400
    violating = b"INSERT DATA { <urn:m> a <https://w3id.org/coordgraph/ns#Mechanism> }"
    for accepted in ("application/json", "text/turtle"):
        assert sent(folder, "update", violating, accept=accepted) == 422
    assert {"<urn:new>", "<urn:g>"} <= said(folder)
    line = b"<urn:a> <urn:b> <urn:c> ."
    assert sent(folder, "PUT", line, graph="urn:put") == 201
    assert sent(folder, "PUT", line) == 204
    assert sent(folder, "POST", line, graph="urn:put") == 204
    assert sent(folder, "POST", b"no Turtle", graph="urn:put") == 400
    assert sent(folder, "POST", line, graph="urn:put", media="text/csv") == 415
    assert sent(folder, "DELETE", graph="urn:put") == 204
    assert sent(folder, "DELETE", graph="urn:put") == 404
    assert "<urn:put>" not in said(folder)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (MemoryError(), b"took more memory than it may have and was not made"),
        (OSError(28, "No space left on device"), b"cannot be written"),
    ],
)
def test_what_the_machine_lacks_is_told_and_nothing_is_changed(
    error: Exception, words: bytes, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(*_: object) -> None:
        raise error

    before = said(folder)
    monkeypatch.setattr(changing, "derive", lacking)
    message = Message({"job": "update"}, b"INSERT DATA { <urn:lost> <urn:p> 1 }")
    reply = _changed(folder, message, Limits())
    assert reply.status == 507
    assert words in reply.body
    assert said(folder) == before
    assert not open_read_only(folder).ask("ASK { <urn:lost> ?p ?o }")


NO_TITLE = "<urn:%s> a <https://w3id.org/coordgraph/ns#Mechanism> ."


def test_what_was_violated_before_hinders_no_change(tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text(NO_TITLE % "m", encoding="utf-8")
    folder = tmp_path / "store"
    load_store(folder, [str(tmp_path / "bad.ttl")])
    assert sent(folder, "POST", b"<urn:x> <urn:p> 1 .") == 204
    told = {"job": "POST", "graph": None, "media": "text/turtle", "accept": "text/plain"}
    reply = _changed(folder, Message(told, (NO_TITLE % "other").encode()), Limits())
    assert reply.status == 422
    assert b"urn:other" in reply.body
    assert b"urn:m" not in reply.body


def test_a_document_for_which_the_memory_does_not_suffice_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def lacking(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(pyoxigraph, "parse", lacking)
    with pytest.raises(_Refused) as refused:
        list(_read(form(b"Content-Type: text/turtle"), GRAPH))
    assert refused.value.reply.status == 400


def test_a_process_that_nobody_tells_what_to_change_changes_nothing(folder: Path) -> None:
    before = said(folder)
    own, other = socket.socketpair()
    with other:
        own.close()
        changer(folder, Limits())(other)
    assert said(folder) == before


@pytest.mark.parametrize("engine", [None, "there"])
def test_what_checks_is_made_ready_where_it_is_installed(
    engine: str | None, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported: list[str] = []
    monkeypatch.setattr(changing, "find_spec", lambda _: engine)
    monkeypatch.setattr(importlib, "import_module", imported.append)
    warm(folder)
    assert imported == (["shacl"] if engine else [])
