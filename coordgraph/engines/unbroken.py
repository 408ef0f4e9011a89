"""Work that cannot be broken off: a signal is answered when it is done."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

__all__ = ["unbroken"]

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP")


@contextmanager
def unbroken() -> Iterator[None]:
    """
    Let a block come to its end before Ctrl-C, or another signal that ends it, is answered.

    For compiled code that asks Python in between whether a signal came, and frees what it does
    not have when one did.  In another thread than the main one nothing has to be done, as
    Python answers signals in the main one only.
    """
    if current_thread() is not main_thread():
        yield
        return
    heard: list[int] = []

    def hear(number: int, frame: FrameType | None) -> None:
        del frame
        heard.append(number)

    answered = {
        number: handler
        for name in _ENDING
        if (number := getattr(signal, name, None)) is not None
        and callable(handler := signal.getsignal(number))
    }
    for number in answered:
        signal.signal(number, hear)
    try:
        yield
    finally:
        for number, handler in answered.items():
            signal.signal(number, handler)
        for number in heard[:1]:
            signal.raise_signal(number)
