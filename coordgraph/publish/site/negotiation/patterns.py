"""
The patterns by which servers read headers that they cannot weigh.

A server's rules tell what is listed without a quality (or with 1) from what is listed with a
lower one; of those with lower ones they take the first in our order, whatever the numbers.
"""

import re
from collections.abc import Iterator, Sequence

from coordgraph.publish.site.filenames import SUFFIXES
from coordgraph.publish.site.negotiation.accept import FORMS
from coordgraph.publish.site.negotiation.rules import Shape

__all__ = ["FILE", "exactly", "forms", "languages", "short"]

FILE = rf"(?:{'|'.join(SUFFIXES)})"
"""A pattern for how files end."""

_FULL = r"\s*(?:;\s*q\s*=\s*1(?:\.0*)?\s*)?(?:,|$)"
_LOWER = r"\s*;\s*q\s*=\s*0?\.[0-9]*[1-9]"


def forms() -> Iterator[tuple[str, str]]:
    """Yield patterns of ``Accept`` with the form that each asks for; the first one holds."""
    for rest in (_FULL, _LOWER):
        for form, types in FORMS.items():
            yield _listed(types, rest), form
        yield _listed(["text/*", "*/*"], rest), "html"
        yield _listed(["application/*"], rest), "jsonld"
    yield "^$", "html"


def languages(shape: Shape) -> Iterator[tuple[str, str]]:
    """Yield patterns of ``Accept-Language``, each with its language."""
    for rest in (_FULL, _LOWER):
        for lang in shape.langs:
            yield rf"(?:^|,)\s*{lang}(?:-[A-Za-z0-9-]+)?{rest}", lang


def short(shape: Shape) -> str:
    """Return a pattern for the folders whose things have one page; one that nothing fits."""
    return "|".join(re.escape(folder) for folder in sorted(shape.short)) or "(?!)"


def exactly(path: str) -> str:
    r"""
    Return a pattern that only this path fits, in characters that no server reads otherwise.

    >>> exactly("id/año.txt")
    'id/a\\xc3\\xb1o\\x2etxt'
    """
    plain = re.compile(rb"[A-Za-z0-9/_]")
    bytes_ = (bytes([one]) for one in path.encode())
    return "".join(one.decode() if plain.match(one) else f"\\x{one.hex()}" for one in bytes_)


def _listed(types: Sequence[str], rest: str) -> str:
    names = "|".join(re.escape(name) for name in types)
    return rf"(?:^|,)\s*(?:{names}){rest}"
