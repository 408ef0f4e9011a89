"""
Processes of one thread that fork others, so that a worker starts in no time.

A server has a root, forked before anything else runs; the root forks a holder of the data, and
the holder the workers, which share its memory.  Whoever forks a process is the only one who
ends it, so that no other is ever hit by a number that was given away again, and knows of what
it died.
"""

import gc
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from coordgraph.errors import CallError, CoordgraphError, LostProcess
from coordgraph.serve.framing import Message, framed, received
from coordgraph.serve.speech import gettext as _

__all__ = ["Begin", "Nursery", "Work", "holder"]

Work = Callable[[socket.socket], None]
"""What a process does with its connection until the other side closes it."""

Begin = Callable[[], Work]
"""What a process does first, such as opening a store, which may fail."""


class Nursery:
    """The far side of a process that forks: ask for others, end them, learn how they ended."""

    def __init__(self, control: socket.socket, close: Callable[[], object]) -> None:
        self._control = control
        self._close = close

    @classmethod
    def root(cls, kinds: Mapping[str, Begin]) -> "Nursery":
        """
        Fork a process that forks others, of kinds that have names.

        Raises
        ------
        CallError
            Where the system cannot fork.
        """
        if not hasattr(os, "fork") or sys.platform == "win32":
            raise CallError(_("Serving needs a Unix system, such as Linux or macOS."))
        own, other = socket.socketpair()
        sys.stdout.flush()
        sys.stderr.flush()
        pid = os.fork()
        if pid == 0:
            own.close()
            _end_after(lambda: _rear(other, kinds))
        other.close()
        return cls(own, lambda: os.waitpid(pid, 0))

    def holding(self, kind: str) -> "Nursery":
        """Return a new process of a kind that forks others itself."""
        pid, control = self.forked(kind)
        return Nursery(control, lambda: self.end(pid))

    def forked(self, kind: str) -> tuple[int, socket.socket]:
        """
        Return a new process of a kind: its number and the connection to it.

        Raises
        ------
        CallError
            If it cannot begin its work.
        LostProcess
            If the one that forks was ended from outside.
        """
        own, other = socket.socketpair()
        try:
            with other:
                self._tell({"do": "fork", "kind": kind})
                self._hand(other)
            pid = int(self._answer()["pid"])
        except LostProcess:
            own.close()
            raise
        greeting = received(own)
        if greeting is None or "problem" in greeting.head:
            own.close()
            self.end(pid)
            problem = greeting.head["problem"] if greeting else _("a process ended at once.")
            raise CallError(str(problem))
        return pid, own

    def end(self, pid: int) -> int:
        """
        End a process, if it still lives; return the signal that it died of, or 0.

        Raises
        ------
        LostProcess
            If the one that forked it was ended from outside.
        """
        self._tell({"do": "end", "pid": pid})
        return int(self._answer()["signal"])

    def close(self) -> None:
        """End the process with all that it forked."""
        self._control.close()
        with suppress(LostProcess):
            self._close()

    def _tell(self, head: dict[str, Any]) -> None:
        try:
            self._control.sendall(framed(Message(head)))
        except OSError:
            raise _gone() from None

    def _hand(self, connection: socket.socket) -> None:
        try:
            socket.send_fds(self._control, [b"."], [connection.fileno()])
        except OSError:
            raise _gone() from None

    def _answer(self) -> Mapping[str, Any]:
        message = received(self._control)
        if message is None:
            raise _gone()
        return message.head


def holder(kinds: Mapping[str, Begin]) -> Begin:
    """Return the beginning of a process that forks others, of kinds that have names."""
    return lambda: lambda control: _rear(control, kinds)


def _gone() -> LostProcess:
    return LostProcess(_("A process of the server was ended from outside; start it anew."))


def _end_after(do: Callable[[], None]) -> None:
    """Do what a process is for, and end it, whatever happens."""
    status = 1
    try:
        do()
        status = 0
    except Exception:
        logging.getLogger(__name__).exception("A process of the server ends")
    finally:
        os._exit(status)


def _rear(control: socket.socket, kinds: Mapping[str, Begin]) -> None:
    """Fork and end processes as the other side asks, until it closes the connection."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    gc.collect()
    gc.freeze()
    forked: set[int] = set()
    while message := received(control):
        head = message.head
        if head["do"] == "fork":
            pid = _forked(control, kinds[head["kind"]])
            forked.add(pid)
            answer = {"pid": pid}
        else:
            answer = {"signal": _ended(int(head["pid"]), forked)}
        control.sendall(framed(Message(answer)))
    for pid in list(forked):
        _ended(pid, forked)


def _begin(begin: Begin, connection: socket.socket) -> None:
    """Make ready for work, say so, and work."""
    try:
        work = begin()
    except CoordgraphError as error:
        connection.sendall(framed(Message({"problem": str(error)})))
        return
    connection.sendall(framed(Message({})))
    work(connection)


def _forked(control: socket.socket, begin: Begin) -> int:
    _, handles, _, _ = socket.recv_fds(control, 1, 1)
    pid = os.fork()
    if pid == 0:
        control.close()
        _end_after(lambda: _begin(begin, socket.socket(fileno=handles[0])))
    os.close(handles[0])
    return pid


def _ended(pid: int, forked: set[int]) -> int:
    if pid not in forked:
        return 0
    gone, status = os.waitpid(pid, os.WNOHANG)
    if not gone:
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
    forked.discard(pid)
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
