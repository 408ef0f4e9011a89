"""A surface that takes what others send: a function of bytes, and what it takes as a rule."""

import atexit
import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import NamedTuple

__all__ = ["MARK", "Surface", "fields", "joined", "near", "scratch", "texts"]

MARK = b"\xff"
"""What stands between two values; no text in UTF-8 has it."""

_ODD = (b"\x00", b"\xff", b"\xef\xbb\xbf", b"\r", b'"', b"<<", b"{", b"[", b"%", b"9" * 30, b"")


class Surface(NamedTuple):
    """
    What can be fuzzed.

    Attributes
    ----------
    call
        Takes any bytes, and lets only expected errors pass.
    seeds
        Valid inputs, from which a fuzzer starts.
    """

    call: Callable[[bytes], None]
    seeds: Sequence[bytes]


@cache
def scratch() -> Path:
    """Return a folder that lasts as long as the process."""
    folder = Path(mkdtemp(prefix="coordgraph-fuzzing-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def fields(data: bytes, many: int) -> list[bytes]:
    """Return so many values; those that are not there are empty."""
    found = data.split(MARK, many - 1)
    return found + [b""] * (many - len(found))


def texts(data: bytes, many: int) -> list[str]:
    """Return so many texts, broken UTF-8 as arguments of a command have it."""
    return [field.decode("utf-8", "surrogateescape") for field in fields(data, many)]


def joined(*values: bytes) -> bytes:
    """Return values as one, as `fields` parts them."""
    return MARK.join(values)


def near(seeds: Sequence[bytes], many: int) -> Iterator[bytes]:
    """Yield valid inputs, and so many that differ in one to four places, the same each time."""
    draw = Random(0)
    yield from seeds
    for _ in range(many):
        body = draw.choice(seeds)
        for _ in range(draw.randint(1, 4)):
            start = draw.randint(0, len(body))
            end = start + draw.choice((0, 1, 2, 8, 64))
            piece = draw.choice((*_ODD, body[start:end] * 3))
            body = body[:start] + piece + body[end:]
        yield body
