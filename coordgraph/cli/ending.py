"""
How a command ends that does not end by itself.

When somebody ends it, what it had begun is cleared away first; where it is busy outside of
Python (in a question without an end, say), it is ended from beside, and the next run clears
away.  When nobody reads its answer any more, it has nothing left to do; when the answer cannot
be written, it says so.
"""

import errno
import io
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from gettext import gettext as _
from threading import Event, Thread
from types import FrameType

import click

from coordgraph.reasons import reason

__all__ = ["ended", "left_to_answer", "open_missing", "write_whole"]

_INTERRUPTED = 130
_WRONG = 2
_UNWRITABLE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EBADF}
_TOLD = ("SIGTERM", "SIGHUP")
_GRACE = 2
"""Seconds that a command has to notice a signal before it is ended from beside."""

_noticed = Event()


class _Ended(BaseException):
    """A signal told the process to end."""

    def __init__(self, number: int) -> None:
        self.signal = signal.Signals(number)
        super().__init__(self.signal.name)


class _Left(BaseException):
    """What click would answer in its own way, and `ended` answers in ours."""

    def __init__(self, cause: KeyboardInterrupt | BrokenPipeError) -> None:
        self.cause = cause
        super().__init__(cause)


@contextmanager
def left_to_answer() -> Iterator[None]:
    """Let an interruption, and an answer that nobody reads, pass through click to `ended`."""
    try:
        yield
    except (KeyboardInterrupt, BrokenPipeError) as cause:
        raise _Left(cause) from cause


def open_missing() -> None:
    """
    Open what whoever started this process had closed, so that no file takes its place.

    Standard input is empty then; what would go to standard output is not lost without a word.
    """
    for handle, how in enumerate((os.O_RDONLY, os.O_RDONLY, os.O_WRONLY)):
        try:
            os.fstat(handle)
        except OSError:
            os.open(os.devnull, how)
    sys.stdin = sys.stdin or os.fdopen(0, "r", encoding="utf-8")
    sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = sys.stderr or os.fdopen(2, "w", encoding="utf-8")


def write_whole() -> None:
    """
    Give standard output a buffer where PYTHONUNBUFFERED took it.

    Without one, Python takes for written what a full disk had no more room for.
    """
    out = sys.stdout
    if isinstance(getattr(out, "buffer", None), io.RawIOBase):
        sys.stdout = os.fdopen(
            out.fileno(), "w", encoding=out.encoding, errors=out.errors, closefd=False
        )


def ended(command: Callable[[], object]) -> int:
    """
    Run a command; return its exit code when all that it answered has gone out.

    A KeyboardInterrupt may bring words of its own, on what an interruption has left.
    """
    _listen()
    try:
        code = _code(command)
        sys.stdout.flush()
    except _Ended as told:
        _say(_words(told.signal))
        _die_of(told.signal)
    except (KeyboardInterrupt, click.Abort) as told:
        _say(str(told) or _words(signal.SIGINT))
        code = _INTERRUPTED
    except BrokenPipeError:
        _read_no_more()
        code = 0
    except OSError as error:
        _say(_problem(error))
        code = _WRONG
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # nothing is left to be cleared away
    return code


def _listen() -> None:
    """Let signals that end a process do so in order; those that are ignored stay ignored."""
    if signal.getsignal(signal.SIGINT) in {signal.SIG_DFL, signal.default_int_handler}:
        signal.signal(signal.SIGINT, _interrupt)
    for name in _TOLD:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)
    if hasattr(os, "register_at_fork"):
        _watch()


def _interrupt(number: int, frame: FrameType | None) -> None:
    _noticed.set()
    signal.default_int_handler(number, frame)


def _end(number: int, frame: FrameType | None) -> None:
    del frame
    _noticed.set()
    raise _Ended(number)


def _watch() -> None:
    """Hear of signals in a thread, too: what is busy outside of Python does not notice them."""
    read, write = os.pipe()
    os.set_blocking(write, False)
    signal.set_wakeup_fd(write, warn_on_full_buffer=False)
    os.register_at_fork(after_in_child=_hear_no_more)
    Thread(target=_end_from_beside, args=(read,), daemon=True).start()


def _hear_no_more() -> None:
    """Leave to the parent what it is told: a fork ends as its maker says."""
    signal.set_wakeup_fd(-1)


def _end_from_beside(told: int) -> None:
    """End this process when it does not notice that it is told to, by handlers from here."""
    while heard := os.read(told, 1):
        number = heard[0]
        if signal.getsignal(number) in {_interrupt, _end} and not _noticed.wait(_GRACE):
            _say(_words(number))
            os._exit(128 + number)


def _words(number: int) -> str:
    if number == signal.SIGINT:
        return _("interrupted. Files are as they were, or new and whole.")
    words = _("ended by {signal}. Files are as they were, or new and whole.")
    return words.format(signal=signal.Signals(number).name)


def _code(command: Callable[[], object]) -> int:
    try:
        returned = command()
    except _Left as left:
        raise left.cause from None
    except click.ClickException as error:
        error.show()
        returned = error.exit_code
    except SystemExit as told:
        returned = told.code
    return returned if isinstance(returned, int) else 0


def _problem(error: OSError) -> str:
    """Return what went wrong, and with what."""
    problem = reason(error)
    if error.filename is not None:
        return f"{os.fsdecode(error.filename)}: {problem}."
    if error.errno in _UNWRITABLE:
        _read_no_more()
        return _("standard output: cannot be written: {problem}.").format(problem=problem)
    return _("something cannot be read: {problem}.").format(problem=problem)


def _say(words: str) -> None:
    with suppress(OSError):
        click.echo(f"coordgraph: {words}", err=True)


def _read_no_more() -> None:
    """Let what is still to go out go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _die_of(number: signal.Signals) -> None:
    """End as a process does that does not listen, so that whoever sent the signal can tell."""
    with suppress(OSError):
        sys.stdout.flush()
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
