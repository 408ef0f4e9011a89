"""How much memory this machine has, and how much of it this process has taken at most."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

if sys.platform != "win32":
    import resource

__all__ = ["of_machine", "taken"]

_ASSUMED = 8 << 30
_OF_CONTAINER = Path("/sys/fs/cgroup/memory.max")


def of_machine() -> int:
    """
    Return how many bytes of memory this process may have; 8 GB, if it is unknown.

    That is what the machine has, or less where a container holds it to less.
    """
    return min(_limits())


def _limits() -> Iterator[int]:
    try:
        yield os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, OSError, ValueError):  # Windows has no sysconf
        yield _ASSUMED
    try:
        container = _OF_CONTAINER.read_text(encoding="ascii").strip()
    except OSError:
        return
    if container.isdigit():
        yield int(container)


def taken() -> int:
    """Return how many bytes this process has taken at most; 0 where that is not told."""
    if sys.platform == "win32":
        return 0
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
