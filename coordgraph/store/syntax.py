"""Why a text is not SPARQL: where it breaks, and what is wrong there, in the reader's words."""

import re
from gettext import gettext as _

__all__ = ["fault"]

_PLACE = re.compile(r"error at (\d+):(\d+): ?(.*)", re.DOTALL)
_SIGN = re.compile(r'expected "([^"]+|\\")"')


def _later(words: str) -> str:
    return words


_GROUPED = _later(
    "SELECT names a variable that GROUP BY does not: group by it, or aggregate it."
)
_ESCAPED = _later(r"in an IRI, \ begins \uXXXX or \UXXXXXXXX.")

_REASONS = {
    "Prefix not found": _later("this prefix is not declared."),
    "IRI parsing failed": _later("this is no IRI."),
    "IRIs are not allowed to end": _ESCAPED,
    "IRIs are only allowed to contain escape": _ESCAPED,
    "language tag parsing failed": _later("this is no language tag."),
    "The SELECT contains a variable that is unbound": _GROUPED,
    "The SELECT contains an expression with a variable that is unbound": _GROUPED,
    "The SELECT overrides an existing variable": _later(
        "SELECT gives a value to a variable that has one already."
    ),
    "Duplicated variable name in SELECT": _later("SELECT names a variable twice."),
    "SELECT * is not authorized with GROUP BY": _later(
        "where it aggregates, SELECT names its variables instead of *."
    ),
    "Variables are not allowed in INSERT DATA": _later("INSERT DATA takes no variables."),
    "Variables and blank nodes are not allowed in DELETE DATA": _later(
        "DELETE DATA takes neither variables nor blank nodes."
    ),
    "Blank nodes are not allowed in DELETE WHERE": _later("DELETE takes no blank nodes."),
}
"""What the parser says of a text that has the form of SPARQL and breaks a rule of it."""


def fault(problem: str) -> str:
    r"""
    Return where a text breaks and why, by what Oxigraph's parser says of it.

    The parser lists all that could have stood there; most of it are single letters, and of
    words it tells any one.  A rule that is broken is told, and so is a sign that is missing.

    >>> fault("error at 1:16: expected one of Prefix not found, ['%'], [':']")
    'line 1, column 16: this prefix is not declared.'
    >>> fault('error at 2:1: expected "}"')
    'line 2, column 1: expected "}".'
    >>> fault("error at 2:10: expected OPTIONAL")
    'line 2, column 10: what stands here is not expected.'
    """
    found = _PLACE.match(problem)
    if found is None:
        return problem
    line, column, expected = found.groups()
    place = _("line {line}, column {column}").format(line=line, column=column)
    return f"{place}: {_reason(expected)}"


def _reason(expected: str) -> str:
    for words, reason in _REASONS.items():
        if words in expected:
            return _(reason)
    if sign := _SIGN.fullmatch(expected):
        return _("expected {what}.").format(what=f'"{sign[1]}"')
    return _("what stands here is not expected.")
