"""
A process of one thread that holds the data and forks workers, so that each starts in no time.

Workers share the memory of the data with it.  It is the parent of all of them: only it ends
them, so that no other process is ever hit by a number that was given away again, and it knows
of what each one died.
"""

import gc
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable
from typing import Any

from coordgraph.errors import CallError
from coordgraph.serve.framing import Message, framed, received

__all__ = ["Nursery", "Work"]

Work = Callable[[socket.socket], None]
"""What a worker does with its connection until the server closes it."""


class Nursery:
    """The server's side: ask for workers, end them, learn how they ended."""

    def __init__(self, work: Work) -> None:
        """
        Fork the nursery, with all that this process holds.

        Raises
        ------
        CallError
            Where the system cannot fork.
        """
        if not hasattr(os, "fork") or sys.platform == "win32":
            raise CallError("Serving needs a Unix system, such as Linux or macOS.")
        own, other = socket.socketpair()
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        if self.pid == 0:
            own.close()
            _end_as(lambda: _rear(other, work))
        other.close()
        self._control = own
        self._ask({"do": "ready"})

    def worker(self) -> tuple[int, socket.socket]:
        """Return a new worker: its process and the connection to it."""
        own, other = socket.socketpair()
        self._control.sendall(framed(Message({"do": "fork"})))
        socket.send_fds(self._control, [b"."], [other.fileno()])
        other.close()
        return int(self._answer()["pid"]), own

    def end(self, pid: int) -> int:
        """End a worker, if it still lives; return the signal that it died of, or 0."""
        return int(self._ask({"do": "end", "pid": pid})["signal"])

    def close(self) -> None:
        """End the nursery with all its workers."""
        self._control.close()
        os.waitpid(self.pid, 0)

    def _ask(self, head: dict[str, Any]) -> Any:
        self._control.sendall(framed(Message(head)))
        return self._answer()

    def _answer(self) -> Any:
        message = received(self._control)
        if message is None:
            raise CallError("The process that holds the data has ended; start the server anew.")
        return message.head


def _end_as(do: Callable[[], None]) -> None:
    """Do what a process is for, and end it, whatever happens."""
    status = 1
    try:
        do()
        status = 0
    except Exception:
        logging.getLogger(__name__).exception("A process of the server ends")
    finally:
        os._exit(status)


def _rear(control: socket.socket, work: Work) -> None:
    """Fork and end workers as the server asks, until it closes the connection."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    gc.collect()
    gc.freeze()
    workers: set[int] = set()
    while message := received(control):
        head = message.head
        answer: dict[str, int] = {}
        if head["do"] == "fork":
            _, handles, _, _ = socket.recv_fds(control, 1, 1)
            pid = _forked(control, handles[0], work)
            workers.add(pid)
            answer = {"pid": pid}
        elif head["do"] == "end":
            answer = {"signal": _ended(int(head["pid"]), workers)}
        control.sendall(framed(Message(answer)))
    for pid in list(workers):
        _ended(pid, workers)


def _forked(control: socket.socket, handle: int, work: Work) -> int:
    pid = os.fork()
    if pid == 0:
        control.close()
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        _end_as(lambda: work(socket.socket(fileno=handle)))
    os.close(handle)
    return pid


def _ended(pid: int, workers: set[int]) -> int:
    if pid not in workers:
        return 0
    gone, status = os.waitpid(pid, os.WNOHANG)
    if not gone:
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
    workers.discard(pid)
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
