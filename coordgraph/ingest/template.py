"""URI templates, filled with the cells of a row."""

import re
from collections.abc import Mapping
from urllib.parse import quote, unquote

import uritemplate

__all__ = ["EmptySlot", "Template"]

_PLAIN = re.compile(r"\{(\+?)(\w+)\}")
_RESERVED = ":/?#[]@!$&'()*+,;="


class EmptySlot(Exception):
    """A name is made of a cell that is empty."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(name)


class Template:
    """
    A URI template [1]_.

    ``{name}`` and ``{+name}``, which is what tables need, are filled directly; whatever else a
    template may hold is left to the library uritemplate.

    References
    ----------
    .. [1] https://www.rfc-editor.org/rfc/rfc6570

    Examples
    --------
    >>> Template("http://x/{a}/{+b}").fill({"a": "ñ/1", "b": "c/d"})
    'http://x/%C3%B1%2F1/c/d'
    >>> Template("http://x/{a}").match("http://x/%C3%B1%2F1")
    {'a': 'ñ/1'}
    """

    __slots__ = ("_parts", "_pattern", "names", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.names = frozenset(uritemplate.variables(text))
        self._parts = _parts(text)
        self._pattern = _pattern(self._parts)

    def fill(self, cells: Mapping[str, str]) -> str:
        """
        Return the IRI that the cells of a row make.

        Raises
        ------
        EmptySlot
            If one of these cells is empty.
        """
        for name in self.names:
            if not cells.get(name):
                raise EmptySlot(name)
        if self._parts is None:
            return uritemplate.expand(self.text, {name: cells[name] for name in self.names})
        return "".join(
            part if safe is None else _quoted(cells[part], safe) for part, safe in self._parts
        )

    @property
    def stem(self) -> str:
        """What stands before the first slot."""
        return self.text.partition("{")[0]

    def match(self, iri: str) -> dict[str, str] | None:
        """
        Return cells that make an IRI, or None if none do.

        Where slots follow each other, several readings of an IRI are possible; `fill` tells
        whether this is the one that is meant.
        """
        found = self._pattern.fullmatch(iri) if self._pattern else None
        return (
            {name: unquote(cell) for name, cell in found.groupdict().items()} if found else None
        )


def _quoted(cell: str, safe: str) -> str:
    plain = cell.isascii() and cell.replace("-", "").isalnum()
    return cell if plain else quote(cell, safe=safe)


def _parts(text: str) -> list[tuple[str, str | None]] | None:
    """Return texts and slots in turn, or None if there are slots of another kind."""
    parts: list[tuple[str, str | None]] = []
    end = 0
    for found in _PLAIN.finditer(text):
        parts.append((text[end : found.start()], None))
        parts.append((found[2], _RESERVED if found[1] else ""))
        end = found.end()
    parts.append((text[end:], None))
    plain = all("{" not in part for part, safe in parts if safe is None)
    return parts if plain else None


def _pattern(parts: list[tuple[str, str | None]] | None) -> re.Pattern[str] | None:
    if (
        parts is None
        or len({name for name, safe in parts if safe is not None}) < len(parts) // 2
    ):
        return None
    slots = {"": "[^/?#]+", _RESERVED: ".+"}
    return re.compile(
        "".join(
            re.escape(part) if safe is None else f"(?P<{part}>{slots[safe]})"
            for part, safe in parts
        )
    )
