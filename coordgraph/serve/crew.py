"""
The workers of a server: who is free answers next, and who does not come back is replaced.

A question that runs for long gives way to others: its worker gets little of the processor from
then on, and is replaced when it is done.
"""

import asyncio
import os
import signal
import socket
from collections import deque
from dataclasses import dataclass, field

from coordgraph.serve.framing import PREFIX, Message, framed, sizes, unpacked
from coordgraph.serve.limits import Limits
from coordgraph.serve.nursery import Nursery
from coordgraph.serve.worker import Reply, plain

__all__ = ["Crew"]

_LONG = 0.5
"""Seconds after which a question gives way to others."""

_YIELDING = 19
_FIRST = 1 << 16
_TOO_MUCH = "This takes more memory than a question may have, or is nested too deeply."
_BUSY = {"retry-after": "2"}
_DIED = {
    signal.SIGALRM: (504, "This took longer than {limits.seconds:g} seconds and was ended."),
    signal.SIGABRT: (507, _TOO_MUCH),
    signal.SIGSEGV: (507, _TOO_MUCH),
    signal.SIGBUS: (507, _TOO_MUCH),
}


@dataclass(slots=True)
class _Worker:
    pid: int
    connection: socket.socket
    slow: bool = False


@dataclass(slots=True)
class Crew:
    """All workers of a server."""

    nursery: Nursery
    limits: Limits
    _free: deque[_Worker] = field(default_factory=deque)
    _places: int = 0
    _queue: deque[asyncio.Future[None]] = field(default_factory=deque)

    def start(self) -> None:
        """Fork all workers, so that the first who ask need not wait."""
        self._places = self.limits.workers
        for _ in range(self._places):
            self._free.append(self._forked())

    def close(self) -> None:
        """End all workers."""
        for worker in self._free:
            worker.connection.close()
        self.nursery.close()

    async def ask(self, message: Message) -> Reply:
        """Return what a worker answers; an answer in words where it cannot."""
        if self._places > 0:
            self._places -= 1
        elif len(self._queue) >= self.limits.waiting:
            return _busy("Too many wait already.")
        else:
            try:
                await asyncio.wait_for(self._turn(), self.limits.patience)
            except TimeoutError:
                return _busy("All workers are busy.")
        worker = self._free.popleft() if self._free else self._forked()
        back = False
        try:
            reply = await self._exchange(worker, message)
            back = not worker.slow
        except (ConnectionError, EOFError):
            return self._obituary(worker)
        finally:
            self._leave(worker, back=back)
        return reply

    async def _turn(self) -> None:
        """Wait until a place is free, and take it."""
        turn = asyncio.get_running_loop().create_future()
        self._queue.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._pass_on()
            else:
                self._queue.remove(turn)
            raise

    def _pass_on(self) -> None:
        """Give a place to whoever waits longest."""
        while self._queue:
            turn = self._queue.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self._places += 1

    def _leave(self, worker: _Worker, *, back: bool) -> None:
        if back:
            self._free.append(worker)
        elif worker.pid:
            self._end(worker)
        self._pass_on()

    def _end(self, worker: _Worker) -> int:
        worker.connection.close()
        died = self.nursery.end(worker.pid)
        worker.pid = 0
        return died

    def _obituary(self, worker: _Worker) -> Reply:
        """Say of what a worker died."""
        died = self._end(worker)
        status, words = _DIED.get(
            signal.Signals(died) if died else signal.SIGKILL,
            (500, "The worker that answered this has ended; try again."),
        )
        return plain(status, words.format(limits=self.limits))

    def _forked(self) -> _Worker:
        pid, connection = self.nursery.worker()
        connection.setblocking(False)  # noqa: FBT003 - what sockets call it
        return _Worker(pid, connection)

    async def _exchange(self, worker: _Worker, message: Message) -> Reply:
        loop = asyncio.get_running_loop()
        await loop.sock_sendall(worker.connection, framed(message))
        late = loop.call_later(_LONG, _give_way, worker)
        try:
            answer = await _read(loop, worker.connection)
        finally:
            late.cancel()
        return Reply(int(answer.head["status"]), answer.head["headers"], answer.body)


def _give_way(worker: _Worker) -> None:
    worker.slow = True
    try:
        os.setpriority(os.PRIO_PROCESS, worker.pid, _YIELDING)
    except OSError:  # it has just ended
        return


async def _read(loop: asyncio.AbstractEventLoop, connection: socket.socket) -> Message:
    first = await loop.sock_recv(connection, _FIRST)
    while len(first) < PREFIX.size:
        more = await loop.sock_recv(connection, _FIRST)
        if not first or not more:
            raise EOFError
        first += more
    head_size, body_size = sizes(first)
    start, size = PREFIX.size, head_size + body_size
    if len(first) - start >= size:
        return unpacked(first[start : start + head_size], first[start + head_size :])
    rest = bytearray(size)
    view, filled = memoryview(rest), len(first) - start
    view[:filled] = first[start:]
    while filled < size:
        got = await loop.sock_recv_into(connection, view[filled:])
        if not got:
            raise EOFError
        filled += got
    return unpacked(bytes(view[:head_size]), bytes(view[head_size:]))


def _busy(words: str) -> Reply:
    reply = plain(503, f"{words} Come back in a moment.")
    return Reply(reply.status, {**reply.headers, **_BUSY}, reply.body)
