"""Parts that count as their wholes: units as institutions, territories as their states."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Literal, TypeAlias

from coordgraph.actors import of_class
from coordgraph.errors import HierarchyError
from coordgraph.store import Store, text

__all__ = ["Whole", "counted_as", "tops"]

Whole: TypeAlias = Literal["institution", "state"]
"""What an actor may count as: the institution, or the state, that it belongs to."""

_WHOLES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX org: <http://www.w3.org/ns/org#>
SELECT DISTINCT ?part ?whole {
  { ?part org:unitOf ?whole }
  UNION
  { ?part a cg:State ; dcterms:isPartOf ?whole . ?whole a cg:State }
}"""

_COUNTRIES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
SELECT DISTINCT ?actor ?country { ?actor cg:country ?country }"""


def counted_as(store: Store, whole: Whole | None) -> Mapping[str, str]:
    """
    Return as whom actors count, those that do not count as themselves, by IRI.

    Parameters
    ----------
    store
        Where to ask.
    whole
        ``institution``: as `tops` says; ``state``: any actor of one country, a group too, as
        the state of this country, if one acts as a party; an actor of several countries or of
        none, such as an international body, stays itself.

    Raises
    ------
    HierarchyError
        If parts are part of each other in a circle.

    Examples
    --------
    >>> import coordgraph as cg
    >>> found = counted_as(cg.load(), "state")
    >>> prefix = "https://w3id.org/coordgraph/id/actor/"
    >>> [found.get(prefix + name, "itself") for name in ("sss-ar", "bess-qc", "oiss")]
    ['https://w3id.org/coordgraph/id/actor/state-arg', \
'https://w3id.org/coordgraph/id/actor/state-can', 'itself']
    """
    if whole is None:
        return {}
    wholes = tops(store)
    if whole == "institution":
        return wholes
    countries, states = _countries(store), of_class(store, "State").to_pylist()
    acting: defaultdict[str, set[str]] = defaultdict(set)
    for state in states:
        for country in countries.get(state, ()):
            acting[country].add(wholes.get(state, state))
    found = dict(wholes)
    for actor in countries.keys() | wholes.keys():
        top = wholes.get(actor, actor)
        of = countries.get(actor) or countries.get(top, set())
        ruled = {state for country in of for state in acting[country]}
        if len(of) == 1 and len(ruled) == 1 and top not in states:
            found[actor] = ruled.pop()
    return found


def _countries(store: Store) -> Mapping[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in store.select(_COUNTRIES):
        found[text(row["actor"])].add(text(row["country"]))
    return found


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
        whole = wholes[path[-1]]
        if whole in path:
            raise HierarchyError([*path[path.index(whole) :], whole])
        path.append(whole)
    return path[-1]
