"""
What follows from the facts: parties, ties and superclasses, by rule.

A rule is one CONSTRUCT query in ``queries/infer/``.  All of them read asserted statements only
and write into ``graph/derived``, which is made anew each time: so the order of the rules does
not matter, and deriving twice changes nothing.
"""

from pyoxigraph import Triple

from coordgraph.namespace import graph
from coordgraph.queries import Query, rules
from coordgraph.store import EmbeddedStore, placed

__all__ = ["derive"]


def derive(store: EmbeddedStore) -> int:
    """Write what the rules construct into ``graph/derived``; return how many statements."""
    derived = graph("derived")
    store.oxigraph.remove_graph(derived)
    triples = [triple for rule in rules().values() for triple in _fire(rule, store)]
    store.oxigraph.extend(placed(triple, derived) for triple in triples)
    return sum(1 for _ in store.oxigraph.quads_for_pattern(None, None, None, derived))


def _fire(rule: Query, store: EmbeddedStore) -> list[Triple]:
    return list(store.construct(rule.sparql))
