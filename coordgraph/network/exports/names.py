"""
Names of nodes in formats that know nodes by name.

Readers of such formats differ in what they take, so that names are made plain: no two alike,
even in capitals, none empty, none too long.
"""

import re
from collections.abc import Callable, Iterable

__all__ = ["quotable", "unique", "word"]

_LONGEST = 200

_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_PLAIN = str.maketrans({'"': "'", "\\": "/", "*": None})
"""What readers take for the end of a name, an escape, or the beginning of a section."""

_NOT_OF_A_WORD = re.compile(r"[^\w.()&/-]+")


def quotable(label: str) -> str:
    r"""
    Return a name that may stand in double quotes: one line, no quotes, backslashes, asterisks.

    >>> quotable('Say  "no"\n\\')
    "Say 'no' /"
    """
    plain = _SPACE.sub(" ", label).strip()
    return plain.translate(_PLAIN)[:_LONGEST].strip()


def word(label: str) -> str:
    """
    Return a name without spaces, commas, colons or quotes.

    >>> word('Ministry of Labour, "MTE": São Paulo')
    'Ministry_of_Labour_MTE_São_Paulo'
    """
    return _NOT_OF_A_WORD.sub("_", label).strip("_")[:_LONGEST]


def unique(labels: Iterable[str], plain: Callable[[str], str]) -> list[str]:
    """
    Return plain names in order, with a number where an earlier one is alike.

    >>> unique(["Ministry", "", "ministry", "Ministry"], quotable)
    ['Ministry', '2', 'ministry_2', 'Ministry_3']
    """
    used: set[str] = set()
    counted: dict[str, int] = {}
    names = []
    for place, label in enumerate(labels, 1):
        first = plain(label) or str(place)
        key, name = first.casefold(), first
        while name.casefold() in used:
            counted[key] = counted.get(key, 1) + 1
            name = f"{first}_{counted[key]}"
        used.add(name.casefold())
        names.append(name)
    return names
