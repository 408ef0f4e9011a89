"""Graphs are taken up to a size; a change whose process fails is told, or seen if made."""

import signal
import socket
from collections.abc import Sequence
from typing import Any

import pytest

from coordgraph.errors import CallError, LostProcess
from coordgraph.serve.changes import Changes
from coordgraph.serve.framing import Message, framed
from coordgraph.serve.graphstore import GraphStore
from coordgraph.serve.limits import Limits
from coordgraph.serve.responding import Outgoing
from coordgraph.serve.worker import Reply
from tests.unit.serve.asgi import request, sent

LOST = LostProcess("It was ended.")


class _Crew:
    """Is its own root: forks a process that answers with a status, or dies of a signal."""

    def __init__(self, told: int | CallError, *, died: int | LostProcess = 0) -> None:
        self.root = self
        self.limits = Limits(body_bytes=4)
        self.lost: LostProcess | None = None
        self.renewed = 0
        self.states: list[str] = []
        self._told, self._died = told, died

    def state(self) -> str:
        return self.states.pop() if self.states else "same"

    def forked(self, _: str) -> tuple[int, socket.socket]:
        if isinstance(self._told, CallError):
            raise self._told
        own, other = socket.socketpair()
        with other:
            if self._told:
                other.sendall(framed(Message({"status": self._told, "headers": {}})))
                other.shutdown(socket.SHUT_WR)
                self._held = other.dup()
        return 1, own

    def end(self, _: int) -> int:
        if self._told:
            self._held.close()
        if isinstance(self._died, LostProcess):
            raise self._died
        return self._died

    def renew(self) -> None:
        self.renewed += 1


def put(crew: _Crew, parts: Sequence[bytes] = (b"1234",)) -> Reply:
    """Return what is answered to who may change a graph and puts it."""
    held: Any = crew
    changes = Changes(held, "secret")
    scope = request(
        "PUT", "/store", "default", authorization="Bearer secret", content_type="text/turtle"
    )
    found = sent(GraphStore(held, changes, Outgoing(1000)), scope, parts)
    assert found is not None
    return found


def test_a_graph_that_is_too_large_for_a_request_is_not_taken() -> None:
    crew = _Crew(CallError("It is asked."))
    reply = put(crew, [b"123", b"45"])
    assert (reply.status, b"load it as a file" in reply.body) == (413, True)


@pytest.mark.parametrize(
    ("crew", "status", "words", "lost"),
    [
        (_Crew(204), 204, b"", None),
        (_Crew(CallError("No.")), 503, b"No. Nothing was changed.\n", None),
        (_Crew(LOST), 503, b"It was ended. Nothing was changed.\n", LOST),
        (_Crew(0, died=signal.SIGALRM), 504, b"took too much or too long", None),
        (_Crew(0, died=signal.SIGABRT), 507, b"more memory than it may have", None),
        (_Crew(0, died=LOST), 504, b"was not made", LOST),
        (_Crew(422, died=LOST), 422, b"", LOST),
    ],
)
def test_what_comes_of_a_change_is_told(
    crew: _Crew, status: int, words: bytes, lost: LostProcess | None
) -> None:
    reply = put(crew)
    assert reply.status == status
    assert words in reply.body
    assert crew.lost is lost
    assert crew.renewed == (status == 204)


def test_a_change_that_was_made_before_its_process_was_ended_is_seen() -> None:
    crew = _Crew(0, died=signal.SIGALRM)
    crew.states = ["after", "before"]
    assert put(crew).status == 204
    assert crew.renewed == 1
