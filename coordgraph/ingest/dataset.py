"""The shipped dataset: ontology, article and institutions, each in its named graph."""

from pathlib import Path

from pyoxigraph import NamedNode, Quad

from coordgraph.infer import derive
from coordgraph.ingest.provenance import Locator, Place
from coordgraph.ingest.rdf import load_file
from coordgraph.ingest.table import read_tables
from coordgraph.namespace import graph
from coordgraph.resources import DATA, ONTOLOGY
from coordgraph.store import EmbeddedStore, open_store

__all__ = ["dataset_locator", "load", "load_context", "source_files"]

_INSTITUTIONS = DATA / "institutions" / "mapping.yaml"


def source_files(name: str) -> list[Path]:
    """Return the RDF files that make one named graph of the dataset, in order of name."""
    if name == "ontology":
        return [
            *sorted(ONTOLOGY.glob("*.ttl")),
            *sorted((ONTOLOGY / "alignments").glob("*.ttl")),
        ]
    assert name == "article", "the others are tables"
    folders = (DATA, DATA / "actors", DATA / "practices")
    return [path for folder in folders for path in sorted(folder.glob("*.ttl"))]


def dataset_locator() -> Locator:
    """Return where the statements of the shipped dataset are written, by file and line."""
    graphs = ("ontology", "article")
    files = [Path(_shown(path)) for name in graphs for path in source_files(name)]
    rows = read_tables(_INSTITUTIONS).rows
    places = {iri.value: Place(_shown(row.path), row.line) for iri, row in rows.items()}
    return Locator(files, rows=places)


def _subject(quad: Quad) -> str:
    return quad.subject.value if isinstance(quad.subject, NamedNode) else ""


def _shown(path: Path) -> str:
    """Return a path from here, if it is below."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


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
    known = {subject for subject in map(_subject, store.quads()) if subject}
    tables = read_tables(_INSTITUTIONS, graph=graph("institutions"), known=known)
    store.oxigraph.extend(tables.quads)
    if derived:
        derive(store)
    return store
