"""The questions of the library as they are put to one dataset, and what it answers."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from pyoxigraph import Literal, NamedNode

from coordgraph.namespace import CG
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.rebase import moving
from coordgraph.queries import Query, library
from coordgraph.store import Term

__all__ = ["MOST_ROWS", "Asked", "asked", "asked_one", "in_language", "terms_of"]

MOST_ROWS = 10
"""How many rows of an answer a page shows."""

_LARGEST = 200_000
_IRI = re.compile(r"<(https://w3id\.org/coordgraph/[^>\s]+)>")
_TERM = re.compile(r"\bcg:([A-Za-z]\w*)")


@dataclass(frozen=True, slots=True)
class Asked:
    """
    A question, put to a dataset.

    Attributes
    ----------
    query
        The question; what it names has the IRIs of the dataset.
    rows
        The first rows of the answer, a value or nothing a column; None if it was not asked.
    more
        Whether the answer has further rows.
    """

    query: Query
    rows: tuple[tuple[Term | None, ...], ...] | None
    more: bool = False

    @property
    def group(self) -> str:
        """The folder of the library in which it stands."""
        return self.query.name.partition("/")[0]


def asked(knowledge: Knowledge, *, largest: int = _LARGEST) -> Iterator[Asked]:
    """
    Yield every question of the library with the answer of a dataset, in order of names.

    Questions may take time that grows with the square of the dataset: one of more statements
    than ``largest`` is not asked.
    """
    move = moving(knowledge.store, knowledge.addresses.base)
    for query in library().values():
        yield _put(query, knowledge, move, largest)


def asked_one(knowledge: Knowledge, name: str, *, largest: int = _LARGEST) -> Asked:
    """Return one question of the library with the answer of a dataset."""
    move = moving(knowledge.store, knowledge.addresses.base)
    return _put(library()[name], knowledge, move, largest)


def _put(query: Query, knowledge: Knowledge, move: Callable[[Any], Any], largest: int) -> Asked:
    own = replace(query, sparql=_moved(query.sparql, move))
    small = len(knowledge.store.oxigraph) <= largest
    return _answered(own, knowledge) if small else Asked(own, None)


def in_language(one: Asked, knowledge: Knowledge, lang: str) -> Asked:
    """Return a question as it is put for names in a language, if it lets choose that."""
    query = one.query
    if "lang" not in query.parameters or query.default("lang") == str(Literal(lang)):
        return one
    own = replace(query, sparql=query.filled({"lang": lang}))
    return Asked(own, None) if one.rows is None else _answered(own, knowledge)


def terms_of(sparql: str) -> list[str]:
    """
    Return the IRIs of the terms of the ontology that a query names, in order.

    >>> terms_of("SELECT ?a { ?a cg:level ?b ; cg:inPractice ?c }")
    ['https://w3id.org/coordgraph/ns#inPractice', 'https://w3id.org/coordgraph/ns#level']
    """
    return sorted({CG + name for name in _TERM.findall(sparql)})


def _answered(query: Query, knowledge: Knowledge) -> Asked:
    found = list(islice(query.run(knowledge.store), MOST_ROWS + 1))
    rows = tuple(
        tuple(row.get(column) for column in query.columns) for row in found[:MOST_ROWS]
    )
    return Asked(query, rows, more=len(found) > MOST_ROWS)


def _moved(sparql: str, move: Callable[[Any], Any]) -> str:
    def one(match: re.Match[str]) -> str:
        return str(move(NamedNode(match[1])))

    return _IRI.sub(one, sparql)
