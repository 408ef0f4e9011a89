"""The description of a release, as the files that catalogues, people and programs read."""

from collections.abc import Iterable, Sequence
from typing import Any

from pyoxigraph import NamedNode, Quad

from coordgraph.namespace import CG
from coordgraph.publish.site.description.catalogue import catalogue
from coordgraph.publish.site.description.citation import citation, licence
from coordgraph.publish.site.description.counting import count, links
from coordgraph.publish.site.description.documents import documents
from coordgraph.publish.site.description.moment import build_time
from coordgraph.publish.site.description.provenance import provenance
from coordgraph.publish.site.description.release import Release
from coordgraph.publish.site.description.void import void
from coordgraph.publish.site.output import Output
from coordgraph.store import EmbeddedStore, text

__all__ = ["described", "survey", "write_description"]

_DATED = "signedOn", "inForceFrom", "endedOn", "happenedOn"
_SOURCES = f"""
PREFIX cg: <{CG}>
SELECT DISTINCT ?graph ?source
{{ GRAPH ?graph {{ ?source a cg:Source }} FILTER(isIRI(?source)) }}
ORDER BY ?graph ?source
"""


def survey(store: EmbeddedStore, graphs: Sequence[str], *, base: str) -> dict[str, Any]:
    """
    Return what can be counted of a dataset, by the names that `Release` has for it.

    Parameters
    ----------
    store
        The dataset.
    graphs
        The IRIs of its named graphs.
    base
        What the IRIs of its own things begin with.
    """
    sources: dict[str, list[str]] = {}
    for row in store.select(_SOURCES):
        sources.setdefault(text(row["graph"]), []).append(text(row["source"]))
    return {
        "counts": {graph: count(store, graph, base=base) for graph in ("", *graphs)},
        "links": links(store),
        "sources": sources,
        "period": _period(store),
        "moment": build_time(),
    }


def _period(store: EmbeddedStore) -> tuple[str, str] | None:
    names = " ".join(str(NamedNode(CG + name)) for name in _DATED)
    rows = store.select(f"SELECT DISTINCT ?day {{ VALUES ?by {{ {names} }} ?thing ?by ?day }}")
    days = sorted(day for row in rows if len(day := text(row["day"])) in {4, 7, 10})
    return (days[0], days[-1]) if days else None


def described(release: Release) -> list[Quad]:
    """Return all that is said of a release: VoID, DCAT and PROV."""
    return list(dict.fromkeys((*void(release), *catalogue(release), *provenance(release))))


def write_description(release: Release, output: Output) -> None:
    """
    Write the files in which a release describes itself.

    ``dataset`` holds the catalogue, each graph's file what is said of the graph, ``void.ttl``
    the statistics and ``prov.ttl`` how the release was made.  Citation and licence are there
    if the publisher states what they say.
    """
    said = described(release)
    for suffix, body in documents((*catalogue(release), *provenance(release))):
        output.write(f"dataset.{suffix}", body)
    for graph in release.graphs():
        place = release.addresses.place(graph)
        for suffix, body in documents(_about(graph, said)):
            output.write(f"{place}.{suffix}", body)
    output.write("void.ttl", next(body for _, body in documents(void(release))))
    output.write("prov.ttl", next(body for _, body in documents(provenance(release))))
    if release.about:
        output.write("CITATION.cff", citation(release, release.about))
        output.write("LICENSE", licence(release.about))


def _about(iri: str, said: Iterable[Quad]) -> list[Quad]:
    """Return what is said of something, and of what is a part of its description."""
    parts = f"{iri}#"
    own = [quad for quad in said if f"{text(quad.subject)}#".startswith(parts)]
    named = {quad.object for quad in own}
    parted = (quad for quad in said if "#sha256-" in text(quad.subject))
    return [*own, *(quad for quad in parted if quad.subject in named)]
