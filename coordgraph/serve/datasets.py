"""
Which graphs an update looks at, where the request names them in place of the update [1]_.

References
----------
.. [1] L. Feigenbaum et al. (2013). *SPARQL 1.1 Protocol*, section 2.2.3. W3C Recommendation.
"""

import re
from collections.abc import Iterator, Sequence

from pyoxigraph import NamedNode

from coordgraph.errors import QuerySyntaxError
from coordgraph.serve.speech import gettext as _
from coordgraph.store.forms import bared, keyword

__all__ = ["using"]

_WORD = keyword("USING", "WITH", "WHERE", "DELETE", "INSERT", also="[{}]")


def using(update: str, graphs: Sequence[str], named: Sequence[str]) -> str:
    """
    Return an update that looks for its patterns in the graphs that are named.

    Raises
    ------
    QuerySyntaxError
        If the update names graphs itself, by USING or WITH.

    Examples
    --------
    >>> print(using("DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", ["urn:g"], []))
    DELETE { ?s ?p ?o } USING <urn:g> WHERE { ?s ?p ?o }
    >>> print(using("DELETE WHERE { ?s ?p ?o }", ["urn:g"], []))
    DELETE { ?s ?p ?o } USING <urn:g> WHERE { ?s ?p ?o }
    """
    clauses = [f"USING {NamedNode(iri)}" for iri in graphs]
    clauses += [f"USING NAMED {NamedNode(iri)}" for iri in named]
    told = " ".join(clauses)
    done, parts = 0, []
    for start, end, pattern in _wheres(bared(update)):
        parts.append(update[done:start])
        if pattern is not None:
            parts.append(f"{update[pattern[0] : pattern[1]]} ")
        parts.append(f"{told} {update[start:end]}")
        done = end
    return "".join(parts) + update[done:]


def _wheres(bare: str) -> Iterator[tuple[int, int, tuple[int, int] | None]]:
    """Yield where each outermost WHERE stands, and the pattern that it also deletes, if any."""
    depth, before = 0, ""
    words = list(_WORD.finditer(bare))
    for place, found in enumerate(words):
        word = found[0].upper()
        if word in "{}":
            depth += 1 if word == "{" else -1
        elif depth == 0 and word in {"USING", "WITH"}:
            raise QuerySyntaxError(
                _("The request and the update both name graphs; leave one of them out.")
            )
        elif depth == 0 and word == "WHERE":
            short = before == "DELETE"
            pattern = _pattern(words[place + 1 :]) if short else None
            yield found.start(), found.end(), pattern
        before = word


def _pattern(words: Sequence[re.Match[str]]) -> tuple[int, int] | None:
    """Return where the group that follows begins and ends."""
    depth = 0
    for found in words:
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth == 0:
            return words[0].start(), found.end()
    return None
