"""The shapes that data is held to."""

from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path
from threading import Lock

import rdflib
from pyoxigraph import Store
from rdflib import RDF, SH

from coordgraph.errors import CoordgraphError, InvalidMapping
from coordgraph.ingest.rdf import load_file
from coordgraph.resources import ONTOLOGY
from coordgraph.store import EmbeddedStore, into_rdflib

__all__ = ["LOADING", "own_shapes", "read_shapes", "shape_nodes"]

LOADING = Lock()
"""Held while pySHACL runs: a global of rdflib is flipped meanwhile."""


def own_shapes() -> list[Path]:
    """Return the files of the shapes that come with the ontology."""
    return sorted((ONTOLOGY / "shapes").glob("*.ttl"))


def read_shapes(files: Sequence[Path]) -> rdflib.Graph:
    """
    Return the shapes of some files as one graph.

    Raises
    ------
    InvalidMapping
        If a file cannot be read, or none of them holds a shape.
    """
    store = EmbeddedStore(Store())
    for path in files:
        try:
            load_file(store, path)
        except CoordgraphError as error:
            raise InvalidMapping(
                _("These shapes cannot be used: {error}").format(error=error)
            ) from None
    shapes = rdflib.Graph()
    for quad in store.quads():
        terms = (quad.subject, quad.predicate, quad.object)
        subject, predicate, value = map(into_rdflib, terms)
        shapes.add((subject, predicate, value))
    if not any(shape_nodes(shapes)):
        listed = ", ".join(map(str, files))
        raise InvalidMapping(
            _("{listed}: no shape is described here (sh:NodeShape).").format(listed=listed)
        )
    return shapes


def shape_nodes(shapes: rdflib.Graph) -> set[rdflib.term.Node]:
    """Return the shapes that have a type or a target."""
    kinds = (SH.NodeShape, SH.PropertyShape)
    targets = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
    typed = {node for kind in kinds for node in shapes.subjects(RDF.type, kind)}
    return typed | {node for target in targets for node in shapes.subjects(target, None)}
