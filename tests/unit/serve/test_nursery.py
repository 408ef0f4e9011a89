"""Whoever asks a process that has gone for others is told, and so is what cannot begin."""

import logging
import os
import socket

import pytest

from coordgraph.errors import CallError, LostProcess
from coordgraph.serve.framing import Message, received
from coordgraph.serve.nursery import Nursery, _begin, _end_after, _ended


def test_without_the_one_that_forks_nothing_is_forked_or_ended() -> None:
    own, other = socket.socketpair()
    other.close()
    closed: list[str] = []
    gone = Nursery(own, lambda: closed.append("closed"))
    for asking in (lambda: gone.forked("worker"), lambda: gone.end(1)):
        with pytest.raises(LostProcess, match="ended from outside"):
            asking()
    gone.close()
    assert closed == ["closed"]


def test_the_one_that_forks_may_go_before_it_answers() -> None:
    own, other = socket.socketpair()
    with own, other:
        other.shutdown(socket.SHUT_WR)
        with pytest.raises(LostProcess):
            Nursery(own, lambda: None).end(1)


def test_one_that_goes_while_it_is_asked_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise BrokenPipeError

    own, other = socket.socketpair()
    monkeypatch.setattr(socket, "send_fds", failing)
    with own, other, pytest.raises(LostProcess):
        Nursery(own, lambda: None).forked("worker")


def test_what_cannot_begin_says_why() -> None:
    def beginning() -> None:
        raise CallError("There is no such store.")

    own, other = socket.socketpair()
    with own, other:
        _begin(beginning, other)  # type: ignore[arg-type] # it never returns
        assert received(own) == Message({"problem": "There is no such store."})


def test_a_process_that_was_not_forked_here_is_not_ended() -> None:
    assert _ended(os.getpid(), set()) == 0


@pytest.mark.parametrize("status", [0, 1])
def test_a_process_ends_when_its_work_does_whatever_happens(
    status: int, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)

    def work() -> None:
        if status:
            raise ValueError("odd")

    with caplog.at_level(logging.ERROR):
        _end_after(work)
    assert ended == [status]
    assert ("A process of the server ends" in caplog.text) == bool(status)
