"""How much one question may take of the machine, and all of them together."""

import os
from dataclasses import dataclass, field

from coordgraph import memory

__all__ = ["Limits"]

_MB = 1 << 20


def _workers() -> int:
    return 2 * (os.cpu_count() or 1)


def _half() -> int:
    return memory.of_machine() // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """
    What is allowed; whatever goes beyond is refused or ended, and told why.

    Attributes
    ----------
    seconds
        How long a question may take before its worker is ended.
    answer_bytes
        How large an answer may be.
    checking_seconds
        How long it may take to derive and to check what follows from a change.
    checking_bytes
        How much memory deriving and checking may take; half of the machine's, if not given.
    memory_bytes
        How much memory a question may take beside the data.
    body_bytes
        How large a request may be.
    workers
        How many questions are answered at the same time.
    waiting
        How many more may wait for their turn.
    patience
        How many seconds one waits before it is told to come back.
    sending_bytes
        How many bytes of answers may be on their way at the same time.
    still_seconds
        How long a client may keep still within a request or an answer before it is cut off.
    """

    seconds: float = 30
    answer_bytes: int = 100 * _MB
    checking_seconds: float = 600
    checking_bytes: int = field(default_factory=_half)
    memory_bytes: int = 1024 * _MB
    body_bytes: int = 10 * _MB
    workers: int = field(default_factory=_workers)
    waiting: int = 256
    patience: float = 10
    sending_bytes: int = 512 * _MB
    still_seconds: float = 30
