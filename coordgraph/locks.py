"""Who is at work on a file or folder, so that no other process spoils the work."""

import os
import sys
from pathlib import Path

if sys.platform != "win32":
    import fcntl

__all__ = ["holder_of", "lock", "share"]


def lock(handle: int, *, wait: bool = False) -> bool:
    """
    Lock an open file or folder until the handle is closed, by whatever ends the process.

    Say whether it could be locked: not if somebody else has it locked, whom one may wait for,
    nor where the system or the disk knows no locks.
    """
    if sys.platform == "win32":
        return False
    return _locked(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


def share(handle: int) -> bool:
    """Lock what others may lock in the same way, waiting for whoever has it for himself."""
    if sys.platform == "win32":
        return False
    return _locked(handle, fcntl.LOCK_SH)


def holder_of(path: Path) -> int | None:
    """Return which other process has locked a file or folder, where the system tells."""
    try:
        found = path.stat()
        listed = Path("/proc/locks").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    device = f"{os.major(found.st_dev):02x}:{os.minor(found.st_dev):02x}:{found.st_ino}"
    holders = [int(line.split()[4]) for line in listed if f" {device} " in line]
    return next((pid for pid in holders if pid != os.getpid()), None)


def _locked(handle: int, kind: int) -> bool:
    try:
        fcntl.flock(handle, kind)
    except OSError:
        return False
    return True
