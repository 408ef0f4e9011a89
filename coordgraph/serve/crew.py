"""
The workers of a server: who is free answers next, and who does not come back is replaced.

So is the process that holds the data, if something ends it, or if the data are others by now.
Without the root, which forks all, the server ends.

What runs for long gives way to others, and its worker gets less of the processor from then on:
hardly any for a question in somebody's own words, which may never end; that worker is replaced
when it is done.  The server's own pages and numbers take their time on large data, and leave in
their worker what they have read: it stays, and is asked for the next of them.
"""

import asyncio
import os
import signal
import socket
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from coordgraph.errors import CallError, LostProcess
from coordgraph.serve.framing import PREFIX, Message, framed, sizes, unpacked
from coordgraph.serve.limits import Limits
from coordgraph.serve.nursery import Nursery
from coordgraph.serve.speech import gettext as _
from coordgraph.serve.speech import later as _later
from coordgraph.serve.worker import Reply, plain

__all__ = ["Crew", "exchanged"]

_LONG = 0.5
"""Seconds after which a question gives way to others."""

_YIELDING, _GIVING_WAY = 19, 5
_ASKED = {"query", "together"}
"""What may take any time, as somebody else has written it."""

_ONCE = {"together"}
"""What a worker is asked once, as its copy of the data is another afterwards."""

_FIRST = 1 << 16
_LESS = _later(
    "Ask for less, such as one measure, level or practice; on the command line it may take as "
    "long as it needs."
)
_TOO_MUCH = _later("This takes more memory than a question may have, or is nested too deeply.")
_BUSY = {"retry_after": "2"}
_DIED = {
    signal.SIGALRM: (504, _later("This took longer than {seconds:g} seconds and was ended.")),
    signal.SIGABRT: (507, _TOO_MUCH),
    signal.SIGSEGV: (507, _TOO_MUCH),
    signal.SIGBUS: (507, _TOO_MUCH),
}


@dataclass(slots=True)
class _Worker:
    pid: int
    connection: socket.socket
    holder: Nursery
    nice: int = 0


@dataclass(slots=True)
class Crew:
    """
    All workers of a server.

    Attributes
    ----------
    root
        Forks holders of the data, of the kind ``data``, who fork workers.
    limits
        What a question may take.
    state
        Returns what is another when the data are others.
    renewed
        How many times the data were taken anew.
    lost
        Why it can no longer answer; None if it can.
    """

    root: Nursery
    limits: Limits
    state: Callable[[], object] = lambda: None
    renewed: int = 0
    lost: LostProcess | None = None
    _seen: object = None
    _holder: Nursery | None = None
    _working: Counter[Nursery] = field(default_factory=Counter)
    _free: deque[_Worker] = field(default_factory=deque)
    _places: int = 0
    _queue: deque[asyncio.Future[None]] = field(default_factory=deque)

    def start(self) -> None:
        """Fork all workers, so that the first who ask need not wait."""
        self._places = self.limits.workers
        self.renew()

    def renew(self) -> None:
        """
        Let whoever asks from now on be answered from the data as they are now.

        Raises
        ------
        CallError
            If they cannot be read; whoever asks is answered from those before.
        LostProcess
            If the root was ended.
        """
        seen, before = self.state(), self._holder
        holder = self._held()
        number = len(self._free) if before else self.limits.workers
        try:
            fresh = deque(_forked(holder) for _ in range(number))
        except CallError:
            holder.close()
            raise
        old, self._free, self._holder = self._free, fresh, holder
        self._seen = seen
        self.renewed += 1
        for worker in old:
            _end(worker)
        if before is not None and not self._working[before]:
            before.close()

    def look(self) -> None:
        """
        Take the data anew if another process has put others in their place.

        Raises
        ------
        CallError
            As `renew` does.
        """
        if self.state() != self._seen:
            self.renew()

    def _held(self) -> Nursery:
        try:
            return self.root.holding("data")
        except LostProcess as error:
            self.lost = error
            raise

    def close(self) -> None:
        """End all workers."""
        for worker in self._free:
            worker.connection.close()
        if self._holder is not None:
            self._holder.close()
        self.root.close()

    async def ask(self, message: Message) -> Reply:
        """Return what a worker answers; an answer in words where it cannot."""
        if self._places > 0:
            self._places -= 1
        elif len(self._queue) >= self.limits.waiting:
            return _busy(_("Too many wait already. Come back in a moment."))
        else:
            try:
                await asyncio.wait_for(self._turn(), self.limits.patience)
            except TimeoutError:
                return _busy(_("All workers are busy. Come back in a moment."))
        own = message.head["job"] not in _ASKED
        try:
            worker = self._worker(own=own)
        except CallError as error:
            self._pass_on()
            return plain(503, str(error))
        self._working[worker.holder] += 1
        back = False
        try:
            reply = await self._exchange(worker, message, own=own)
            spoilt = reply.spent or worker.nice >= _YIELDING or message.head["job"] in _ONCE
            back = not spoilt and worker.holder is self._holder
        except (ConnectionError, EOFError):
            return self._obituary(worker, own=own)
        finally:
            self._leave(worker, back=back)
        return reply

    def _worker(self, *, own: bool) -> _Worker:
        """
        Return a worker who is free; a new one, of a new holder if the one before is gone.

        For the server's own it is the one who has read most, at the end.
        """
        self.look()
        assert self._holder is not None, "the crew has started"
        while self._free:
            worker = self._free.pop() if own else self._free.popleft()
            if not _has_gone(worker):
                return worker
            _end(worker)
        try:
            return _forked(self._holder)
        except LostProcess:
            self.renew()
            return self._free.popleft() if self._free else _forked(self._holder)

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
        if back and worker.nice:
            self._free.append(worker)
        elif back:
            self._free.appendleft(worker)
        elif worker.pid:
            _end(worker)
        self._working[worker.holder] -= 1
        if worker.holder is not self._holder and not self._working[worker.holder]:
            del self._working[worker.holder]
            worker.holder.close()
        self._pass_on()

    def _obituary(self, worker: _Worker, *, own: bool) -> Reply:
        """Say of what a worker died."""
        died = _end(worker)
        status, words = _DIED.get(
            signal.Signals(died) if died else signal.SIGKILL,
            (500, _later("The worker that answered this has ended; try again.")),
        )
        further = f" {_(_LESS)}" if own and status == 504 else ""
        return plain(status, _(words).format(seconds=self.limits.seconds) + further)

    async def _exchange(self, worker: _Worker, message: Message, *, own: bool) -> Reply:
        much = _GIVING_WAY if own else _YIELDING
        late = asyncio.get_running_loop().call_later(_LONG, _give_way, worker, much)
        try:
            return await exchanged(worker.connection, message)
        finally:
            late.cancel()


def _forked(holder: Nursery) -> _Worker:
    pid, connection = holder.forked("worker")
    connection.setblocking(False)  # noqa: FBT003 - what sockets call it
    return _Worker(pid, connection, holder)


def _has_gone(worker: _Worker) -> bool:
    """Say whether something ended a worker whom nobody had asked anything."""
    try:
        return not worker.connection.recv(1, socket.MSG_PEEK)
    except BlockingIOError:
        return False
    except OSError:
        return True


def _end(worker: _Worker) -> int:
    """End a worker; who outlives his holder finds that nobody asks him any more."""
    worker.connection.close()
    pid, worker.pid = worker.pid, 0
    try:
        return worker.holder.end(pid)
    except LostProcess:
        return 0


def _give_way(worker: _Worker, much: int) -> None:
    worker.nice = max(worker.nice, much)
    own = os.getpriority(os.PRIO_PROCESS, 0)
    try:
        os.setpriority(os.PRIO_PROCESS, worker.pid, min(own + worker.nice, _YIELDING))
    except OSError:  # it has just ended
        return


async def exchanged(connection: socket.socket, message: Message) -> Reply:
    """
    Return what a process answers over its connection, which does not block.

    Raises
    ------
    ConnectionError, EOFError
        If it ends before it has answered.
    """
    loop = asyncio.get_running_loop()
    await loop.sock_sendall(connection, framed(message))
    answer = await _read(loop, connection)
    head = answer.head
    return Reply(int(head["status"]), head["headers"], answer.body, bool(head.get("spent")))


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
    return plain(503, words, **_BUSY)
