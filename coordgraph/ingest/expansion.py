"""
Short forms that tables may use, spelled out.

What takes several columns of a row together, a plain reading of columns cannot say: a source
and a place in it make a passage, a date makes an event.  Columns state such things in terms of
``https://w3id.org/coordgraph/table#``; the CONSTRUCT queries in ``queries/tables/`` spell them
out, each from the statements of one row, and the short forms go.
"""

from collections.abc import Iterable

from pyoxigraph import Quad, QueryTriples, Store, Triple

from coordgraph.queries import rules

__all__ = ["TABLE", "expand"]

TABLE = "https://w3id.org/coordgraph/table#"
"""The namespace of short forms."""


def expand(triples: Iterable[Triple]) -> list[Triple]:
    """Return statements without short forms, and what these stood for; none stands twice."""
    stated = list(dict.fromkeys(triples))
    if not stated:
        return []
    store = Store()
    store.bulk_extend(Quad(*triple) for triple in stated)
    kept = [triple for triple in stated if not triple.predicate.value.startswith(TABLE)]
    made: list[Triple] = []
    for rule in rules("tables").values():
        found = store.query(rule.sparql)
        assert isinstance(found, QueryTriples)
        made += sorted(found, key=str)
    return list(dict.fromkeys([*kept, *made]))
