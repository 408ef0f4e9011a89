"""
The measures of the dataset, in a graph of their own.

A handful of projections answers what people ask most: who is central in all there is, in the
practices, at each level, and among states by their agreements.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from coordgraph.clock import stated_time, today
from coordgraph.namespace import graph
from coordgraph.network.centrality import centrality
from coordgraph.network.observations import Measuring, observations
from coordgraph.network.projection import Network, project
from coordgraph.store import EmbeddedStore, Store, placed, text

__all__ = ["PROJECTIONS", "measure", "sources"]


class _Projection(NamedTuple):
    titles: Mapping[str, str]
    choices: Mapping[str, Any]


def _titled(en: str, es: str, pt: str, **choices: Any) -> _Projection:
    return _Projection({"en": en, "es": es, "pt": pt}, choices)


PROJECTIONS: Sequence[_Projection] = (
    _titled(
        "all actors, by all mechanisms",
        "todos los actores, por todos los mecanismos",
        "todos os atores, por todos os mecanismos",
    ),
    _titled(
        "actors of the practices, by their mechanisms",
        "actores de las prácticas, por sus mecanismos",
        "atores das práticas, pelos seus mecanismos",
        network="practices",
    ),
    _titled("policy level", "nivel de políticas", "nível de políticas", level="policy"),
    _titled("operational level", "nivel operativo", "nível operacional", level="operational"),
    _titled(
        "service-delivery level",
        "nivel de prestación de servicios",
        "nível de prestação de serviços",
        level="service-delivery",
    ),
    _titled(
        "states, by their agreements",
        "Estados, por sus acuerdos",
        "Estados, pelos seus acordos",
        network="agreements",
        between="states",
    ),
)
"""What is published, each with its title in three languages."""

_USED = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
SELECT DISTINCT ?graph { GRAPH ?graph { ?mechanism cg:participation ?participation } }
ORDER BY ?graph"""


def measure(store: EmbeddedStore, *, tell: Callable[[Network], None] | None = None) -> int:
    """
    Write the measures of a store into ``graph/measures``, anew; return how many statements.

    Parameters
    ----------
    store
        The dataset.
    tell
        Told each network that is measured.
    """
    target = graph("measures")
    store.oxigraph.remove_graph(target)
    day, time, used = today(), stated_time(), sources(store)
    for titles, choices in PROJECTIONS:
        network = project(store, **choices)
        if tell is not None:
            tell(network)
        if network.actors:
            told = Measuring(day, time, titles, used=used)
            triples = observations(network, centrality(network), told)
            store.oxigraph.extend([placed(triple, target) for triple in triples])
    return sum(1 for _ in store.oxigraph.quads_for_pattern(None, None, None, target))


def sources(store: Store) -> list[str]:
    """Return the named graphs that say who takes part in what, by IRI."""
    return [text(row["graph"]) for row in store.select(_USED)]
