"""What the ontology's own terms are called, in whatever store they are used."""

from collections.abc import Iterable

from coordgraph.actors import labels
from coordgraph.ingest.dataset import ontology
from coordgraph.namespace import slug
from coordgraph.store import Store

__all__ = ["term_labels"]


def term_labels(store: Store, iris: Iterable[str], *, lang: str) -> dict[str, str]:
    """
    Return labels of kinds, levels and roles, as `coordgraph.actors.labels` does.

    Data that use the ontology's terms need not say what these are called: where a store does
    not, the shipped ontology does.

    Examples
    --------
    >>> import coordgraph as cg
    >>> level = "https://w3id.org/coordgraph/id/level/operational"
    >>> list(term_labels(cg.open_store(), [level], lang="es").values())
    ['nivel operativo']
    """
    found = labels(store, iris, lang=lang)
    unknown = [iri for iri, label in found.items() if label == slug(iri)]
    return found | labels(ontology(), unknown, lang=lang)
