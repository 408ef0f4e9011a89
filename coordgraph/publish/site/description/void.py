"""
How much there is and where, in VoID: statistics, subsets, dumps, links to other datasets.

References
----------
.. [1] Describing Linked Datasets with the VoID Vocabulary. W3C Interest Group Note, 2011.
"""

from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from itertools import chain

from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.namespace import shrink
from coordgraph.publish.site.description.counting import TARGETS, Counts
from coordgraph.publish.site.description.release import Release
from coordgraph.publish.site.description.vocabulary import DESCRIBING, integer, say
from coordgraph.publish.site.dumps.prefixes import split

__all__ = ["features", "vocabularies", "void"]

_FEATURES = {
    "ttl": "Turtle",
    "trig": "TriG",
    "nt": "N-Triples",
    "nq": "N-Quads",
    "jsonld": "JSON-LD",
    "rdf": "RDF_XML",
}


def void(release: Release) -> Iterator[Quad]:
    """Yield the VoID description of a release."""
    dataset, base = release.dataset, release.addresses.base
    yield from say(release.url("void"), rdf_type="void:DatasetDescription", foaf_topic=dataset)
    yield from _counted(dataset, release.counts[""])
    yield from _dumped(release, dataset, "")
    yield from say(
        dataset,
        void_uriSpace=Literal(f"{base}id/"),
        void_vocabulary=[
            NamedNode(space) for space in vocabularies(_terms(release.counts[""]))
        ],
        void_exampleResource=[NamedNode(each) for each in release.examples],
        void_rootResource=NamedNode(base),
        void_subset=[NamedNode(graph) for graph in release.graphs()],
        void_sparqlEndpoint=[NamedNode(each) for each in release.endpoints],
    )
    for graph in release.graphs():
        node = NamedNode(graph)
        yield from _counted(node, release.counts[graph])
        yield from _dumped(release, node, graph)
        yield from say(node, dcterms_isPartOf=dataset)
    yield from _linked(release)


def _counted(node: NamedNode, counts: Counts) -> Iterator[Quad]:
    yield from say(
        node,
        rdf_type="void:Dataset",
        void_triples=integer(counts.triples),
        void_entities=integer(counts.entities),
        void_classes=integer(len(counts.classes)),
        void_properties=integer(len(counts.properties)),
        void_distinctSubjects=integer(counts.subjects),
        void_distinctObjects=integer(counts.objects),
    )
    for iri, number in counts.classes.items():
        part = _part(node, "class", iri)
        yield from say(node, void_classPartition=part)
        yield from say(part, void_class=NamedNode(iri), void_entities=integer(number))
    for iri, each in counts.properties.items():
        part = _part(node, "property", iri)
        yield from say(node, void_propertyPartition=part)
        yield from say(
            part,
            void_property=NamedNode(iri),
            void_triples=integer(each.triples),
            void_distinctSubjects=integer(each.subjects),
            void_distinctObjects=integer(each.objects),
        )


def _dumped(release: Release, node: NamedNode, graph: str) -> Iterator[Quad]:
    held = [dump for dump in release.dumps.files if dump.graph == graph]
    yield from say(
        node,
        void_dataDump=[release.url(dump.place) for dump in held],
        void_feature=features({dump.suffix for dump in held}),
    )


def _linked(release: Release) -> Iterator[Quad]:
    for links in release.links:
        name = TARGETS[links.target]
        target = release.part(f"target-{_short(links.target)}")
        node = release.part(f"links-{_short(links.target)}-{_short(links.property)}")
        yield from say(release.dataset, void_subset=node)
        yield from say(
            node,
            rdf_type="void:Linkset",
            void_linkPredicate=NamedNode(links.property),
            void_subjectsTarget=release.dataset,
            void_objectsTarget=target,
            void_triples=integer(links.triples),
        )
        yield from say(
            target,
            rdf_type="void:Dataset",
            dcterms_title=Literal(name),
            void_uriSpace=Literal(links.target),
        )


def features(suffixes: Collection[str]) -> list[NamedNode]:
    """Return what VoID calls the formats of files that end in these."""
    known = (name for suffix, name in _FEATURES.items() if suffix in suffixes)
    return [NamedNode(DESCRIBING["formats"] + name) for name in known]


def vocabularies(terms: Iterable[str]) -> list[str]:
    """
    Return what the IRIs of classes and properties begin with, in order.

    >>> vocabularies(["http://xmlns.com/foaf/0.1/name", "http://xmlns.com/foaf/0.1/Agent"])
    ['http://xmlns.com/foaf/0.1/']
    """
    return sorted({split(iri)[0] or iri for iri in terms})


def _terms(counts: Counts) -> Iterator[str]:
    return chain(counts.classes, counts.properties)


def _part(node: NamedNode, sort: str, iri: str) -> NamedNode:
    return NamedNode(f"{node.value}#{sort}-{_short(iri)}")


def _short(iri: str) -> str:
    """Return a name for an IRI that can stand in a fragment: its prefixed one, or a digest."""
    name = shrink(iri).replace(":", "-")
    return name if "/" not in name else sha256(iri.encode()).hexdigest()[:12]
