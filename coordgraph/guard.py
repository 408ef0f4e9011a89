"""
What a document may not do to its reader: nest without end, grow in memory, or unpack for ever.

Parsers take what follows their syntax.  These checks go along with them, block by block, and
stop a document before a parser has read the part that would do harm.
"""

import re
from collections.abc import Callable
from gettext import gettext as _
from typing import IO, Protocol
from xml.parsers import expat

import numpy as np
from pyoxigraph import RdfFormat

from coordgraph import memory
from coordgraph.errors import ParseError, TooLarge

__all__ = [
    "DEEPEST",
    "LARGEST_RATIO",
    "Guard",
    "Guarded",
    "check_packing",
    "guard",
    "is_memory_full",
    "look_over",
]

DEEPEST = 256
"""How deep elements, objects, arrays or quoted statements may stand in each other."""

LARGEST_RATIO = 200
"""How many times its size a compressed file may unpack to, where that is much."""


def too_long() -> str:
    """Return what is said of a value that no parser holds."""
    return _("a single value is longer than 16 MB, which no parser here holds. Shorten it.")


"""What is said where a parser gives up."""

_MOST_QUOTES = 1_000
_UNKNOWN_ENCODING = expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING]
_MUCH = 16 << 20
_BLOCK = 1 << 16
_LONGEST = 16 << 20
_LONGEST_ENTITY = 256
_LONGEST_WITH_ENTITIES = _LONGEST // 128  # a reference has three bytes at least


class Guard(Protocol):
    """What looks at a document as it is read."""

    def look(self, block: bytes) -> None:
        """
        Look at the next bytes.

        Raises
        ------
        ParseError
            If they would do harm.
        """
        ...


def guard(name: str, form: RdfFormat) -> Guard:
    """Return what looks at a document of a format; ``name`` is what errors call it."""
    return _GUARDS.get(form, _Quotes)(name)


def look_over(name: str, form: RdfFormat, body: bytes) -> None:
    """
    Look at a document that is already in memory.

    Raises
    ------
    ParseError
        If it would do harm to a parser.
    """
    found = guard(name, form)
    for start in range(0, len(body), _BLOCK):
        found.look(body[start : start + _BLOCK])


def check_packing(name: str, packed: int, unpacked: int) -> None:
    """
    Refuse compressed data that unpack to far more than files of data do.

    Raises
    ------
    ParseError
        If more than 16 MB come of less than a 200th part of it.
    """
    if unpacked > _MUCH and unpacked > LARGEST_RATIO * max(packed, 1):
        problem = _(
            "it unpacks to more than {times} times its size, as no common data do. If you "
            "trust it, unpack it yourself."
        ).format(times=LARGEST_RATIO)
        raise ParseError(name, problem)


class Guarded:
    """
    A file that is looked at while a parser reads it.

    Parameters
    ----------
    file
        The file; where it is compressed, what unpacks it.
    name
        What errors call it.
    form
        Its format.
    packed
        The compressed file, if it is one.
    """

    def __init__(
        self, file: IO[bytes], name: str, form: RdfFormat, *, packed: IO[bytes] | None = None
    ) -> None:
        self._file, self._name, self._packed = file, name, packed
        self._guard = guard(name, form)
        self._read = self._known = 0

    def read(self, size: int = -1) -> bytes:
        """
        Return the next bytes, once they are looked at.

        Raises
        ------
        ParseError
            If they would do harm.
        TooLarge
            If what was read takes more than three quarters of the memory of this machine.
        """
        block = self._file.read(_BLOCK if size < 0 else min(size, _BLOCK))
        self._guard.look(block)
        self._read += len(block)
        if self._packed is not None:
            check_packing(self._name, self._packed.tell(), self._read)
        if self._read - self._known > _LONGEST:
            self._known = self._read
            _check_memory(self._name)
        return block


def is_memory_full() -> bool:
    """Return whether this process takes more than three quarters of what there is."""
    return memory.taken() > memory.of_machine() * 3 // 4


def _check_memory(name: str) -> None:
    if is_memory_full():
        whole = memory.of_machine()
        problem = _("this is more than a machine of {whole:.0f} GB holds in memory.").format(
            whole=whole / (1 << 30)
        )
        remedy = _("`coordgraph load` makes a store on disk of it, which --store reads.")
        raise TooLarge(f"{name}: {problem} {remedy}")


def _too_deep(what: str, most: int = DEEPEST) -> str:
    return _("{what} stand in each other more than {most} deep.").format(what=what, most=most)


def _too_deep_elements() -> str:
    return _too_deep(_("elements"))


class _Elements:
    """
    Looks at XML: at its depth, at how long it goes on without a tag, and at its entities.

    An entity may be short and hold no other one, as those that shorten IRIs are.
    """

    def __init__(self, name: str) -> None:
        self._name, self._depth, self._longest = name, 0, _LONGEST
        self._moved, self._still = False, 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.EntityDeclHandler = self._entity

    def look(self, block: bytes) -> None:
        self._moved = False
        try:
            self._parser.Parse(block, False)  # noqa: FBT003 - it has no name there
        except expat.ExpatError as error:
            said = expat.ErrorString(error.code)
            raise ParseError(
                self._name,
                _("this is no XML: {said}.").format(said=said),
                line=error.lineno,
                column=error.offset,
            ) from None
        except (LookupError, ValueError):  # of Python, which is asked for what expat lacks
            problem = _("this is no XML: {said}.")
            unknown = expat.ErrorString(_UNKNOWN_ENCODING)
            raise ParseError(self._name, problem.format(said=unknown)) from None
        self._still = len(block) + (0 if self._moved else self._still)
        if self._still > self._longest:
            many = self._longest >> 10
            said = _("a single text or tag is longer than {many:,} kB. Shorten it.")
            raise self._refused(said.format(many=many))

    def _start(self, _: str, __: dict[str, str]) -> None:
        self._moved = True
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._refused(_too_deep_elements())

    def _end(self, _: str) -> None:
        self._moved = True
        self._depth -= 1

    def _entity(self, name: str, of: bool, value: str | None, *more: str | None) -> None:  # noqa: FBT001
        del of, more
        if value is None:
            said = _("the entity {name!r} stands elsewhere, and is not fetched.")
            raise self._refused(said.format(name=name))
        if "&" in value or "%" in value or len(value) > _LONGEST_ENTITY:
            said = _("the entity {name!r} is longer than {most} characters, or made of others.")
            raise self._refused(said.format(name=name, most=_LONGEST_ENTITY))
        self._longest = _LONGEST_WITH_ENTITIES

    def _refused(self, problem: str) -> ParseError:
        return ParseError(self._name, problem, line=self._parser.CurrentLineNumber)


_ESCAPED = re.compile(rb"\\.", re.DOTALL)
_STEPS = np.zeros(256, dtype=np.int64)
_STEPS[list(b"{[")], _STEPS[list(b"}]")] = 1, -1


class _Brackets:
    """Looks at JSON: at how deep objects and arrays stand in each other."""

    def __init__(self, name: str) -> None:
        self._name, self._depth, self._within, self._left = name, 0, False, b""

    def look(self, block: bytes) -> None:
        block = self._left + block
        escaping = (len(block) - len(block.rstrip(b"\\"))) % 2
        self._left = b"\\" * escaping
        bare = _ESCAPED.sub(b"", block[: len(block) - escaping])
        parts = bare.split(b'"')
        outside = b"".join(parts[int(self._within) :: 2])
        self._within ^= len(parts) % 2 == 0
        steps = _STEPS[np.frombuffer(outside, dtype=np.uint8)].cumsum()
        if not len(steps):
            return
        if self._depth + int(steps.max()) > DEEPEST:
            raise ParseError(self._name, _too_deep(_("objects and arrays")))
        self._depth += int(steps[-1])


_QUOTE = re.compile(rb"<<|>>")


class _Quotes:
    """
    Looks at Turtle and its kin: at how deep statements on statements stand in each other.

    Signs in texts are counted, too, as texts and comments could hide others; so many are
    allowed that no text of a person is mistaken.
    """

    def __init__(self, name: str) -> None:
        self._name, self._depth, self._left = name, 0, b""

    def look(self, block: bytes) -> None:
        block = self._left + block
        cut = len(block) - (block[-1:] in {b"<", b">"} and block[-2:-1] != block[-1:])
        self._left = block[cut:]
        if b"<<" not in block and not self._depth:
            return
        for sign in _QUOTE.findall(block[:cut]):
            self._depth = max(0, self._depth + (1 if sign == b"<<" else -1))
            if self._depth > _MOST_QUOTES:
                raise ParseError(
                    self._name, _too_deep(_("statements on statements"), _MOST_QUOTES)
                )


_GUARDS: dict[RdfFormat, Callable[[str], Guard]] = {
    RdfFormat.RDF_XML: _Elements,
    RdfFormat.JSON_LD: _Brackets,
}
