"""Short labels for drawings: an acronym where there is one, else a name on two lines."""

import textwrap

from pyoxigraph import Literal

from coordgraph.namespace import PREFIXES
from coordgraph.publish.site.drawing import Drawing
from coordgraph.publish.site.reader import Reader
from coordgraph.publish.site.safety import unturned

__all__ = ["has_groups", "label_lines"]

_ALT = PREFIXES["skos"] + "altLabel"
_LONGEST_ACRONYM = 14
_WIDTH, _LINES = 25, 2


def label_lines(reader: Reader, iri: str) -> list[str]:
    """Return the lines of the label of a thing in a drawing."""
    short = _acronym(reader, iri)
    if short:
        return [unturned(short)]
    lines = textwrap.wrap(unturned(reader.name(iri).text[:200]), _WIDTH)
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], f"{lines[_LINES - 1][: _WIDTH - 1]}…"]
    return lines


def has_groups(reader: Reader, drawing: Drawing) -> bool:
    """Say whether a drawing has actors that are known only by kind, which are hollow."""
    return any(reader.knowledge.is_a(node.iri, "ActorGroup") for node in drawing.nodes)


def _acronym(reader: Reader, iri: str) -> str:
    """Return an acronym of a thing; in the language of the page, if one is."""
    known = [
        term
        for term in reader.knowledge.objects(iri, _ALT)
        if isinstance(term, Literal) and _is_acronym(term.value)
    ]
    known.sort(key=lambda term: (term.language != reader.lang, len(term.value), term.value))
    return known[0].value if known else ""


def _is_acronym(words: str) -> bool:
    return len(words) <= _LONGEST_ACRONYM and sum(map(str.isupper, words)) > len(words) / 2
