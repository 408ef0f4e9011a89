"""The shipped dataset: ontology, article, institutions and agreements, each in its graph."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from coordgraph.infer import derive
from coordgraph.ingest.cell_places import CellPlaces
from coordgraph.ingest.provenance import Locator
from coordgraph.ingest.rdf import load_file
from coordgraph.ingest.sheet import shown
from coordgraph.ingest.tabular import Reading, read_tables, undescribed
from coordgraph.namespace import graph
from coordgraph.resources import DATA, ONTOLOGY
from coordgraph.store import EmbeddedStore, open_store

__all__ = [
    "dataset_files",
    "dataset_locator",
    "load",
    "load_context",
    "ontology",
    "source_files",
]

_TABLES = ("institutions", "agreements")


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


def dataset_files() -> list[Path]:
    """Return all files that the dataset is read from: RDF, and tables."""
    rdf = [path for name in ("ontology", "article") for path in source_files(name)]
    return [*rdf, *(path for name in _TABLES for path in sorted((DATA / name).glob("*.csv")))]


def dataset_locator() -> Locator:
    """Return where the statements of the shipped dataset are written, by file and line."""
    graphs = ("ontology", "article")
    files = [Path(shown(path)) for name in graphs for path in source_files(name)]
    readings = [read_tables(_description(name)) for name in _TABLES]
    return Locator(
        files, tables=[CellPlaces(reading.parts, reading.rows).place for reading in readings]
    )


def _tables(known: set[str]) -> list[Reading]:
    """Return what the tables say, which may point to each other and to what is known."""
    readings = [read_tables(_description(name), graph=graph(name)) for name in _TABLES]
    pointers = {thing for reading in readings for thing in reading.pointers}
    described = known.union(*(_subjects(reading.quads) for reading in readings))
    if absent := undescribed(pointers, described, {}):
        for name in _TABLES:  # which names each row that is at fault
            read_tables(_description(name), absent=absent)
    return readings


def _description(name: str) -> Path:
    return DATA / name / "csv-metadata.json"


def _subjects(quads: Iterable[Quad]) -> set[str]:
    return {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}


def load_context(store: EmbeddedStore) -> None:
    """Add the ontology, the concept schemes and the places to a store."""
    for path in source_files("ontology"):
        load_file(store, path, graph=graph("ontology"))


@lru_cache(maxsize=1)
def ontology() -> EmbeddedStore:
    """Return the ontology, its concept schemes and the places; nobody changes the store."""
    store = open_store()
    load_context(store)
    return store


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
    for reading in _tables(_subjects(store.quads())):
        store.oxigraph.extend(reading.quads)
    if derived:
        derive(store)
    return store
