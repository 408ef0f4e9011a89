"""A file and its compressed copy, the same bytes for the same content."""

import gzip
from collections.abc import Iterable
from pathlib import Path

__all__ = ["LARGEST", "pack"]

LARGEST = 50_000_000
"""Files of more bytes than these are published compressed only."""

_LEVEL = 6


def pack(parts: Iterable[bytes], plain: Path, packed: Path) -> int:
    """Write parts one after the other, plain and compressed (gzip), and return the bytes."""
    size = 0
    with (
        plain.open("wb") as out,
        packed.open("wb") as raw,
        gzip.GzipFile("", "wb", compresslevel=_LEVEL, fileobj=raw, mtime=0) as zipped,
    ):
        for part in parts:
            size += len(part)
            zipped.write(part)
            if size <= LARGEST:
                out.write(part)
    return size
