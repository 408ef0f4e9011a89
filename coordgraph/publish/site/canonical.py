"""
A dataset whose blank nodes are named as RDFC-1.0 names them [1]_, so that it has one form.

References
----------
.. [1] RDF Dataset Canonicalization (RDFC-1.0). W3C Recommendation, 2024.
"""

from gettext import gettext as _
from pathlib import Path

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Literal, Quad, Triple

from coordgraph.errors import DataError
from coordgraph.store import EmbeddedStore, open_store

__all__ = ["canonical"]


def canonical(store: EmbeddedStore, *, scratch: Path | None = None) -> EmbeddedStore:
    """
    Return a store of the same statements; the store itself, if it has no blank nodes.

    Parameters
    ----------
    store
        The dataset.
    scratch
        A new folder for the new store; it is held in memory if there is none.

    Raises
    ------
    DataError
        If some are of RDF 1.2 (statements on statements, directions of text), which the formats
        of a release do not know.
    """
    blank = []
    for quad in store.quads():
        if _is_newer(quad):
            raise DataError(
                _(
                    "{subject} {predicate}: this statement is of RDF 1.2, which the formats of "
                    "a release cannot hold. Give it a node of its own instead."
                ).format(subject=quad.subject, predicate=quad.predicate)
            )
        if _has_blank(quad):
            blank.append(quad)
    if not blank:
        return store
    renamed = Dataset(blank)
    renamed.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    found = open_store(scratch)
    # Adding in bulk is for much: it takes 200 MB ahead, which a served document may not have.
    add = found.oxigraph.bulk_extend if scratch else found.oxigraph.extend
    add(quad for quad in store.quads() if not _has_blank(quad))
    found.oxigraph.extend(renamed)
    return found


def _has_blank(quad: Quad) -> bool:
    terms = (quad.subject, quad.object, quad.graph_name)
    return any(isinstance(term, BlankNode) for term in terms)


def _is_newer(quad: Quad) -> bool:
    value = quad.object
    return isinstance(value, Triple) or (
        isinstance(value, Literal) and value.direction is not None
    )
