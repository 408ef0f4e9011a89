"""How much memory this machine has, and how much of it this process has taken at most."""

import os
import sys

if sys.platform != "win32":
    import resource

__all__ = ["of_machine", "taken"]

_ASSUMED = 8 << 30


def of_machine() -> int:
    """Return how many bytes of memory this machine has; 8 GB, if it is unknown."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, OSError, ValueError):  # Windows has no sysconf
        return _ASSUMED


def taken() -> int:
    """Return how many bytes this process has taken at most; 0 where that is not told."""
    if sys.platform == "win32":
        return 0
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
