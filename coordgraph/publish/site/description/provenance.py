"""
How a release was made, in PROV: by which software, from which graphs and sources.

References
----------
.. [1] PROV-O: The PROV Ontology. W3C Recommendation, 2013.
"""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.publish.site.description.release import Release
from coordgraph.publish.site.description.vocabulary import iri, say
from coordgraph.version import __version__

__all__ = ["provenance"]

_DERIVED = "graph/derived"


def provenance(release: Release) -> Iterator[Quad]:
    """Yield who made what of what."""
    build, software = release.part("build"), release.part("software")
    graphs = [NamedNode(graph) for graph in release.graphs()]
    yield from say(
        release.dataset,
        rdf_type="prov:Entity",
        prov_wasGeneratedBy=build,
        prov_hadPrimarySource=[NamedNode(each) for each in _sources(release)],
    )
    yield from say(
        build, rdf_type="prov:Activity", prov_used=graphs, prov_wasAssociatedWith=software
    )
    yield from say(
        software,
        rdf_type="prov:SoftwareAgent",
        rdfs_label=Literal(f"coordgraph {__version__}"),
        schema_softwareVersion=Literal(__version__),
    )
    if release.moment:
        ended = Literal(release.moment, datatype=iri("xsd:dateTime"))
        yield from say(build, prov_endedAtTime=ended)
        yield from say(release.dataset, prov_generatedAtTime=ended)
    for graph in graphs:
        named = (release.sources or {}).get(graph.value, ())
        yield from say(
            graph,
            rdf_type="prov:Entity",
            prov_hadPrimarySource=[NamedNode(each) for each in named],
        )
        if graph.value == release.addresses.base + _DERIVED:
            others = [other for other in graphs if other != graph]
            yield from say(graph, prov_wasDerivedFrom=others)
    if release.previous:
        before = NamedNode(release.previous.iri)
        yield from say(release.dataset, prov_wasRevisionOf=before)


def _sources(release: Release) -> list[str]:
    found = {each for named in (release.sources or {}).values() for each in named}
    return sorted(found)
