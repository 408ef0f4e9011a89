"""All that is known of a release when it is described."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.description.about import About
from coordgraph.publish.site.description.counting import Counts, Links
from coordgraph.publish.site.dumps.writing import Dump, Dumps

__all__ = ["Previous", "Release"]


@dataclass(frozen=True, slots=True)
class Previous:
    """
    The release before.

    Attributes
    ----------
    iri
        Named information: the digest of its canonical N-Quads (RFC 6920).
    version
        What it called its version, if anything.
    """

    iri: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """
    What is described.

    Attributes
    ----------
    addresses
        Where things stand.
    about
        What the publisher states; None if nothing.
    dumps
        The files to download.
    tables
        The tables to download.
    counts
        How much each graph holds, by IRI; the whole dataset by an empty text.
    links
        How often it links to other datasets.
    examples
        IRIs of things that show what there is.
    sources
        The IRIs of the sources that each graph names.
    period
        The first and the last date of what happened, as precisely as known; None if nothing
        is dated.
    moment
        When the release was made, if its maker says so.
    previous
        The release before, if it is known.
    endpoints
        The addresses of SPARQL endpoints that answer for the dataset.
    """

    addresses: Addresses
    about: About | None
    dumps: Dumps
    counts: Mapping[str, Counts]
    tables: Sequence[Dump] = ()
    links: Sequence[Links] = ()
    examples: Sequence[str] = ()
    sources: Mapping[str, Sequence[str]] | None = None
    period: tuple[str, str] | None = None
    moment: str | None = None
    previous: Previous | None = None
    endpoints: Sequence[str] = ()

    @property
    def dataset(self) -> NamedNode:
        """The IRI of the dataset."""
        return NamedNode(f"{self.addresses.base}dataset")

    def part(self, name: str) -> NamedNode:
        """Return the IRI of something that the dataset's description names."""
        return NamedNode(f"{self.dataset.value}#{name}")

    def url(self, place: str) -> NamedNode:
        """Return the address of a file of the site."""
        return NamedNode(self.addresses.url(place))

    def graphs(self) -> list[str]:
        """Return the IRIs of the named graphs, in order."""
        return sorted(graph for graph in self.counts if graph)
