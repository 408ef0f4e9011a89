"""What parts the actors of a network: their country, kind or sector, or any property."""

from collections import defaultdict
from collections.abc import Mapping

from pyoxigraph import NamedNode

from coordgraph.errors import UnknownAttribute
from coordgraph.namespace import expanded, slug
from coordgraph.network.directed import Projected
from coordgraph.store import Store, text

__all__ = ["ATTRIBUTES", "partition"]

ATTRIBUTES = ("country", "kind", "sector", "class")
"""What is known of every actor by name."""

_OUTERMOST = ("State", "ActorGroup", "Unit", "Institution", "Person")


def partition(
    network: Projected, by: str | Mapping[str, str], *, store: Store | None = None
) -> list[str]:
    """
    Return the part that each actor belongs to, in the order of ``network.ties.actors``.

    A part is a short text, empty where it is unknown; several values of one actor make one
    part, joined by spaces.

    Parameters
    ----------
    network
        Whose actors are parted.
    by
        One of `ATTRIBUTES`; the IRI or prefixed name of any property of actors, such as
        ``cg:actorKind``, which the store is asked for; or parts of one's own, by IRI.
    store
        Where to ask for a property; not needed for the rest.

    Raises
    ------
    UnknownAttribute
        If it is none of these, or no actor of the network has the property.

    Examples
    --------
    >>> import coordgraph as cg
    >>> from collections import Counter
    >>> network = cg.project(cg.load(), practice="canpat")
    >>> Counter(partition(network, "country")).most_common(1)[0][0]
    'BRA'
    """
    if not isinstance(by, str):
        return [by.get(iri, "") for iri in network.actors]
    if by == "class":
        return [
            next((name for name in _OUTERMOST if name in actor.classes), "")
            for actor in network.actors.values()
        ]
    if by in ATTRIBUTES:
        return [getattr(actor, by) for actor in network.actors.values()]
    values = _values(store, by) if store is not None else {}
    found = [" ".join(sorted(values.get(iri, ()))) for iri in network.actors]
    if not any(found):
        raise UnknownAttribute(by, ATTRIBUTES)
    return found


def _values(store: Store, name: str) -> Mapping[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    iri = expanded(name)
    if iri is None:
        return found
    path = NamedNode(iri)
    for row in store.select(f"SELECT DISTINCT ?one ?value {{ ?one {path} ?value }}"):
        found[text(row["one"])].add(slug(text(row["value"])))
    return found
