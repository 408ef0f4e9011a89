"""What is stated of a dataset that is served: by its publisher in a file, or by the data."""

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.namespace import PREFIXES
from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.description.about import About, read_about
from coordgraph.publish.site.description.vocabulary import iri
from coordgraph.store import EmbeddedStore

__all__ = ["stated"]

_DATASETS = """
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX void: <http://rdfs.org/ns/void#>
SELECT DISTINCT ?dataset {
  VALUES ?class { dcat:Dataset void:Dataset }
  ?dataset a ?class ; dcterms:title|dcterms:license ?told
  FILTER NOT EXISTS { ?dataset dcterms:isPartOf ?whole }
  FILTER NOT EXISTS { ?links void:objectsTarget ?dataset }
} LIMIT 100
"""
_TERMS = PREFIXES["dcterms"]
_KEPT = {iri(f"dcat:{name}") for name in ("version", "keyword", "theme", "contactPoint")}
_NOT_KEPT = {iri(f"dcterms:{name}") for name in ("hasPart", "identifier")}
_NAME = iri("foaf:name")


def stated(store: EmbeddedStore, addresses: Addresses, about: Path | None) -> About | None:
    """
    Return what is stated of a dataset; None if nothing is, for nothing is guessed.

    Parameters
    ----------
    store
        The data, which may describe themselves: one dataset with a title or a licence, or the
        one that has the IRI of this.
    addresses
        Where it is served.
    about
        The file in which its publisher describes it, if there is one.

    Raises
    ------
    IncompleteAbout, ParseError, UnreadableFile
        If the file says too little, or cannot be read.
    """
    if about is not None:
        return read_about(about, base=addresses.base)
    dataset = NamedNode(f"{addresses.base}dataset")
    there = {row["dataset"] for row in store.select(_DATASETS)}
    described = dataset if dataset in there else next(iter(there), None)
    if not isinstance(described, NamedNode) or (len(there) > 1 and described != dataset):
        return None
    said = sorted(set(_said(store, described, dataset)), key=str)
    return About(dataset, tuple(said))


def _said(store: EmbeddedStore, described: NamedNode, dataset: NamedNode) -> Iterator[Quad]:
    """Yield what the data say of a dataset, and the names of those whom they name there."""
    for quad in store.oxigraph.quads_for_pattern(described, None, None, None):
        by, value = quad.predicate, quad.object
        kept = by.value.startswith(_TERMS) and by not in _NOT_KEPT
        if not (kept or by in _KEPT) or not isinstance(value, NamedNode | Literal):
            continue
        yield Quad(dataset, by, value)
        if isinstance(value, NamedNode):
            for name in store.oxigraph.quads_for_pattern(value, _NAME, None, None):
                yield Quad(value, _NAME, name.object)
