"""A rule in words: what it asks of values, and what it tells who breaks it."""

import re
from collections.abc import Iterator, Mapping

from markupsafe import Markup
from pyoxigraph import NamedNode

from coordgraph.namespace import CG, ID
from coordgraph.publish.site.fragments import joined, quoted
from coordgraph.publish.site.shapes.reading import Demand, Rule
from coordgraph.store import Term, text

__all__ = ["demanded", "told"]

_COUNTED = {"minCount", "maxCount", "minInclusive", "maxInclusive", "minLength"}
_SCHEME = CG + "InScheme-"
_BLANK = re.compile(r"\{\?(\w+)\}")


def demanded(
    rule: Rule, words: Mapping[str, str]
) -> Iterator[tuple[str, tuple[Term, ...], str]]:
    """
    Yield what a rule asks of values: words, the terms that these name, and a pattern.

    Parameters
    ----------
    rule
        The rule.
    words
        The words of a language.
    """
    counts = {one.kind: text(one.values[0]) for one in rule.demands if one.kind in _COUNTED}
    exact = "minCount" in counts and counts["minCount"] == counts.get("maxCount")
    if exact:
        yield words["exactly"].format(n=counts["minCount"]), (), ""
    for one in rule.demands:
        if not (exact and one.kind in {"minCount", "maxCount"}):
            yield _said(one, words)


def _said(one: Demand, words: Mapping[str, str]) -> tuple[str, tuple[Term, ...], str]:
    value = text(one.values[0])
    if one.kind in _COUNTED:
        return words[one.kind].format(n=value), (), ""
    if one.kind == "nodeKind":
        return words[value.rpartition("#")[2]], (), ""
    if one.kind == "uniqueLang":
        return words[one.kind], (), ""
    if one.kind == "pattern":
        return words[one.kind], (), value
    if one.kind == "node" and value.startswith(_SCHEME):
        return words[one.kind], (NamedNode(ID + value.removeprefix(_SCHEME)),), ""
    return words[one.kind], one.values, ""


def told(message: str) -> Markup:
    """
    Return a message, with the names of what it tells of in place of this.

    >>> print(told("{?value} is < no actor."))
    <var>value</var> is &lt; no actor.
    """
    pieces = _BLANK.split(message)
    return joined(
        f"<var>{quoted(piece)}</var>" if at % 2 else quoted(piece)
        for at, piece in enumerate(pieces)
    )
