"""Parts that count as their wholes: units as institutions, territories as their states."""

from collections.abc import Mapping

from coordgraph.errors import HierarchyError
from coordgraph.store import Store, text

__all__ = ["tops"]

_WHOLES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX org: <http://www.w3.org/ns/org#>
SELECT DISTINCT ?part ?whole {
  { ?part org:unitOf ?whole }
  UNION
  { ?part a cg:State ; dcterms:isPartOf ?whole . ?whole a cg:State }
}"""


def tops(store: Store) -> Mapping[str, str]:
    """
    Return, for each part, the whole at the top of its hierarchy, both by IRI.

    A unit counts as the institution it belongs to (``org:unitOf``), a territory that acts as
    a party as its state.  Of several wholes of one part the first by IRI is taken.

    Raises
    ------
    HierarchyError
        If parts are part of each other in a circle.

    Examples
    --------
    >>> import coordgraph as cg
    >>> found = tops(cg.load())
    >>> quebec = "https://w3id.org/coordgraph/id/actor/state-can-qc"
    >>> found[quebec]
    'https://w3id.org/coordgraph/id/actor/state-can'
    """
    parts = sorted((text(row["part"]), text(row["whole"])) for row in store.select(_WHOLES))
    wholes = dict(reversed(parts))
    return {part: _top(part, wholes) for part in wholes}


def _top(part: str, wholes: Mapping[str, str]) -> str:
    path = [part]
    while path[-1] in wholes:
        path.append(wholes[path[-1]])
        if path[-1] in path[:-1]:
            raise HierarchyError(path)
    return path[-1]
