"""Checks of files: that each is there, as it was, and its compressed copy the same."""

import gzip
import zlib
from hashlib import sha256

from coordgraph.publish.site.audit.result import Result
from coordgraph.publish.site.audit.subject import Subject

__all__ = ["check_copies", "check_sums"]


def check_sums(subject: Subject, result: Result) -> None:
    """Check that each listed file is there, all of them in a folder, and has its digest."""
    chosen = subject.chosen(subject.sums.items())
    result.count(chosen, len(subject.sums))
    there = subject.place.files()
    missing = {place for place in subject.sums if there is not None and place not in there}
    changed = []
    for place, digest in chosen:
        body = subject.place.read(place)
        if body is None:
            missing.add(place)
        elif sha256(body).hexdigest() != digest:
            changed.append(f"{place}: has changed since it was listed.")
    result.problems += [f"{place}: listed, but not there." for place in sorted(missing)]
    result.problems += changed


def check_copies(subject: Subject, result: Result) -> None:
    """Check that each compressed copy holds what the file holds."""
    pairs = [place for place in subject.sums if f"{place}.gz" in subject.sums]
    result.count(pairs)
    for place in pairs:
        try:
            held = gzip.decompress(subject.place.read(f"{place}.gz") or b"")
        except (OSError, EOFError, zlib.error):
            result.problems.append(f"{place}.gz: is broken.")
            continue
        if held != subject.place.read(place):
            result.problems.append(f"{place}.gz: holds something else than {place}.")
