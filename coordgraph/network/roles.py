"""Which role acts towards which, as the concept scheme of roles says."""

from coordgraph.ingest.rdf import load_file
from coordgraph.resources import ONTOLOGY
from coordgraph.store import Store, open_store, text

__all__ = ["acting_towards"]

_TOWARDS = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
SELECT DISTINCT ?role ?towards { ?role cg:actsTowards ?towards }"""


def acting_towards(store: Store) -> list[tuple[str, str]]:
    """
    Return roles with those they act towards, by IRI, in order.

    What the store says counts; one that says nothing of it, such as a file of mechanisms alone,
    is read by the concept scheme of the ontology.

    Examples
    --------
    >>> import coordgraph as cg
    >>> lead = "https://w3id.org/coordgraph/id/role/lead"
    >>> [other.rpartition("/")[2] for role, other in acting_towards(cg.load()) if role == lead]
    ['coordinator', 'implementer', 'interested-party', 'participant', 'partner', 'supporter']
    """
    stated = _stated(store)
    if stated:
        return stated
    scheme = open_store()
    load_file(scheme, ONTOLOGY / "concepts.ttl")
    return _stated(scheme)


def _stated(store: Store) -> list[tuple[str, str]]:
    return sorted((text(row["role"]), text(row["towards"])) for row in store.select(_TOWARDS))
