"""
Short forms that tables may use, spelled out.

What takes several columns of a row together, a plain reading of columns cannot say: a source
and a place in it make a passage, a date makes an event.  Columns state such things in terms of
``https://w3id.org/coordgraph/table#``; the CONSTRUCT queries in ``queries/tables/`` spell them
out, each from the statements of one row, and the short forms go.  What a query makes it traces
to the row by ``statedBy``.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad, QueryTriples, Store, Triple

from coordgraph.queries import rules

__all__ = ["TABLE", "Expansion", "expand"]

TABLE = "https://w3id.org/coordgraph/table#"
"""The namespace of short forms."""


_STATED_BY = TABLE + "statedBy"


@dataclass(frozen=True, slots=True, eq=False)
class Expansion:
    """
    Statements with short forms spelled out.

    Attributes
    ----------
    triples
        The statements, none twice.
    stated_by
        For each thing that short forms stood for, a thing that the same row describes.
    """

    triples: list[Triple]
    stated_by: dict[NamedNode, NamedNode]


def expand(triples: Iterable[Triple]) -> Expansion:
    """Return statements without short forms, and what these stood for."""
    stated = list(dict.fromkeys(triples))
    store = Store()
    store.bulk_extend(Quad(*triple) for triple in stated)
    made: list[Triple] = []
    for rule in rules("tables").values():
        found = store.query(rule.sparql)
        assert isinstance(found, QueryTriples)
        made += sorted(found, key=str)
    kept = [triple for triple in [*stated, *made] if not _is_short(triple)]
    return Expansion(list(dict.fromkeys(kept)), _traces(made))


def _is_short(triple: Triple) -> bool:
    return triple.predicate.value.startswith(TABLE)


def _traces(made: Iterable[Triple]) -> dict[NamedNode, NamedNode]:
    found: dict[NamedNode, NamedNode] = {}
    for triple in made:
        if triple.predicate.value == _STATED_BY:
            assert isinstance(triple.subject, NamedNode)
            assert isinstance(triple.object, NamedNode)
            found.setdefault(triple.subject, triple.object)
    return found
