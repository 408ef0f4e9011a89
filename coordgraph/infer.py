"""
What follows from the facts: parties, ties and superclasses, by rule.

A rule is one CONSTRUCT query in ``queries/infer/``.  All of them read asserted statements only
and write into ``graph/derived``, which is made anew each time: so the order of the rules does
not matter, and deriving twice changes nothing.  What the rules on participations say is come by
from columns where all is named by IRIs, and by asking each rule where it is not.
"""

from collections.abc import Iterable

from pyoxigraph import RdfFormat

from coordgraph.derivation import DERIVED, blocks, is_plain
from coordgraph.namespace import graph
from coordgraph.queries import Query, rules
from coordgraph.store import EmbeddedStore, placed

__all__ = ["derive"]


def derive(store: EmbeddedStore) -> int:
    """Write what the rules construct into ``graph/derived``; return how many statements."""
    derived = graph("derived")
    store.oxigraph.add_graph(derived)  # which stays, though empty: what changes is derived anew
    store.oxigraph.clear_graph(derived)
    plain = is_plain(store)
    _fire(store, (rule for name, rule in rules().items() if not (plain and name in DERIVED)))
    if plain:
        for block in blocks(store):
            store.oxigraph.bulk_load(block, format=RdfFormat.N_TRIPLES, to_graph=derived)
    return sum(1 for _ in store.oxigraph.quads_for_pattern(None, None, None, derived))


def _fire(store: EmbeddedStore, fired: Iterable[Query]) -> None:
    for rule in fired:
        found = store.construct(rule.sparql)
        store.oxigraph.bulk_extend(placed(triple, graph("derived")) for triple in found)
