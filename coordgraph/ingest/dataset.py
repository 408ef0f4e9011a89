"""The shipped dataset: ontology, article and institutions, each in its named graph."""

from pathlib import Path

from coordgraph.infer import derive
from coordgraph.ingest.rdf import load_file
from coordgraph.namespace import graph
from coordgraph.resources import DATA, ONTOLOGY
from coordgraph.store import EmbeddedStore, open_store

__all__ = ["load", "load_context", "source_files"]


def source_files(name: str) -> list[Path]:
    """Return the RDF files that make one named graph of the dataset, in order of name."""
    if name == "ontology":
        return [
            *sorted(ONTOLOGY.glob("*.ttl")),
            *sorted((ONTOLOGY / "alignments").glob("*.ttl")),
        ]
    if name == "article":
        folders = (DATA, DATA / "actors", DATA / "practices")
        return [path for folder in folders for path in sorted(folder.glob("*.ttl"))]
    return sorted((DATA / name).glob("*.ttl"))


def load_context(store: EmbeddedStore) -> None:
    """Add the ontology, the concept schemes and the places to a store."""
    for path in source_files("ontology"):
        load_file(store, path, graph=graph("ontology"))


def load(*, derived: bool = True) -> EmbeddedStore:
    """
    Return the shipped dataset in a store in memory.

    Parameters
    ----------
    derived
        Whether to add what follows by rule: parties, ties, superclasses.
    """
    store = open_store()
    load_context(store)
    for path in source_files("article"):
        load_file(store, path, graph=graph("article"))
    if derived:
        derive(store)
    return store
