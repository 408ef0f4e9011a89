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
    Statements with short forms spelled out, none twice.

    Attributes
    ----------
    stated
        What the rows said without short forms.
    made
        What short forms stood for; another row may stand for the same.
    stated_by
        For each thing that short forms stood for, a thing that the same row describes.
    """

    stated: list[Triple]
    made: list[Triple]
    stated_by: dict[NamedNode, NamedNode]


def expand(triples: Iterable[Triple]) -> Expansion:
    """Return statements without short forms, and what these stood for."""
    said = dict.fromkeys(triples)
    store = Store()
    store.bulk_extend(Quad(*triple) for triple in said)
    made: dict[Triple, None] = {}
    stated_by: dict[NamedNode, NamedNode] = {}
    for rule in rules("tables").values():
        found = store.query(rule.sparql)
        assert isinstance(found, QueryTriples)
        for triple in found:
            if triple.predicate.value == _STATED_BY:
                assert isinstance(triple.subject, NamedNode)
                assert isinstance(triple.object, NamedNode)
                stated_by.setdefault(triple.subject, triple.object)
            elif triple not in said:
                made[triple] = None
    stated = [triple for triple in said if not triple.predicate.value.startswith(TABLE)]
    return Expansion(stated, list(made), stated_by)
