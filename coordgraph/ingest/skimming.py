"""
Where statements stand in large files, without parsing these.

N-Triples and N-Quads hold one statement a line. Turtle and TriG are skimmed: a subject is what
a line starts with after a full stop, a property is what a line starts with after a semicolon,
as every common writer lays them out. Where a file is laid out otherwise, what is found is the
line of the subject, or nothing.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urljoin

__all__ = ["Found", "excerpt", "lines_of_quads", "lines_of_turtle"]

Key = tuple[str, ...]
Found = dict[Key, tuple[int, int, str]]
"""By statement, statement without value, or subject: line, column, and the text of the line."""

_QUAD = re.compile(r"\s*\S+\s+<(?P<predicate>[^>]*)>\s+(?P<value>.*)")
_VALUE = re.compile(r'<([^>]*)>|"((?:[^"\\]|\\.)*)"|_:(\S+)')


_LONGEST = 300


def excerpt(line: str) -> str:
    """Return as much of a line as is ever shown, so that no long line is kept."""
    return line[:_LONGEST].rstrip("\r\n")


def lines_of_quads(lines: Iterable[str], wanted: Callable[[Key], bool]) -> Found:
    """
    Return where statements stand in N-Triples or N-Quads.

    Parameters
    ----------
    lines
        The lines of the file.
    wanted
        Whether a key is of interest.
    """
    found: Found = {}
    for number, line in enumerate(lines, 1):
        subject = line.lstrip().partition(" ")[0].strip("<>").removeprefix("_:")
        if not wanted((subject,)) or not (quad := _QUAD.match(line)):
            continue
        value = _VALUE.match(quad["value"])
        words = _unescaped(next(filter(None, value.groups()), "")) if value else ""
        place = (number, 1, excerpt(line))
        predicate = quad["predicate"]
        for key in ((subject, predicate, words), (subject, predicate), (subject,)):
            if wanted(key):
                found.setdefault(key, place)
    return found


_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_SIGNS = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


def _unescaped(words: str) -> str:
    r"""
    Return the words of a literal as they are meant.

    >>> _unescaped(r"caf\u00e9\n")
    'café\n'
    """
    if "\\" not in words:
        return words
    return _ESCAPE.sub(
        lambda found: (
            chr(int(found[1] or found[2], 16))
            if found[1] or found[2]
            else _SIGNS.get(found[3], found[3])
        ),
        words,
    )


_DIRECTIVE = re.compile(
    r"\s*@?(?:prefix\s+(?P<prefix>[^\s:]*):\s*|base\s+)<(?P<iri>[^>]*)>", re.IGNORECASE
)


class _Names:
    """What the terms of a Turtle file stand for, by what has been declared so far."""

    def __init__(self) -> None:
        self._prefixes: dict[str, str] = {}
        self._base = ""

    def declare(self, line: str) -> bool:
        """Take in a declaration; return whether the line is one."""
        if not (found := _DIRECTIVE.match(line)):
            return False
        iri = urljoin(self._base, found["iri"])
        if found["prefix"] is None:
            self._base = iri
        else:
            self._prefixes[found["prefix"]] = iri
        return True

    def iri(self, term: str) -> str:
        """Return the IRI of a term, or nothing."""
        if term.startswith("<"):
            inner = term[1:-1]
            return inner if _ABSOLUTE.match(inner) else urljoin(self._base, inner)
        if term == "a":
            return "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
        prefix, _, local = term.partition(":")
        start = self._prefixes.get(prefix)
        return "" if start is None else start + local


_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def lines_of_turtle(lines: Iterable[str], wanted: Callable[[Key], bool]) -> Found:
    """
    Return where statements stand in Turtle or TriG, as far as its layout tells.

    Parameters
    ----------
    lines, wanted
        As for `lines_of_quads`.
    """
    found: Found = {}
    names = _Names()
    subject, within = "", False
    for number, line in enumerate(lines, 1):
        before, within = within, within ^ (line.count(_LONG) % 2 == 1)
        if before or names.declare(line):
            continue
        start = _TERM.match(line)
        rest = line
        if start and not line[:1].isspace():
            subject = names.iri(start["term"])
            if wanted((subject,)):
                found.setdefault((subject,), (number, 1, excerpt(line)))
            rest = line[start.end() :]
        if subject and wanted((subject,)):
            for key, column in _said(rest, subject, names):
                if wanted(key):
                    place = (number, column + len(line) - len(rest), excerpt(line))
                    found.setdefault(key, place)
    return found


def _said(text: str, subject: str, names: _Names) -> Iterator[tuple[Key, int]]:
    """Yield what a line says of its subject, with columns: properties and their values."""
    predicate = ""
    for token in _TOKEN.finditer(text):
        sign, words, term = token["sign"], token["words"], token["term"]
        if sign == "#":
            return
        if sign:
            predicate = ""
        elif predicate:
            said = names.iri(term) if words is None else _unescaped(words)
            yield (subject, predicate, said), token.start() + 1
        elif term:
            predicate = names.iri(term)
            yield (subject, predicate), token.start() + 1


_LONG = '"""'
_NAME = (
    r"<[^<>]*>|(?<![\w.-])[\w.-]*+:(?:[^\s;,\[\](){}\"'#\\]*[^\s;,\[\](){}\"'#\\.])?|a(?=\s)"
)
_TERM = re.compile(rf"\s*(?P<term>{_NAME})")
_TOKEN = re.compile(rf'"(?P<words>(?:[^"\\]|\\.)*+)(?:"|\Z)|(?P<term>{_NAME})|(?P<sign>[;#])')
