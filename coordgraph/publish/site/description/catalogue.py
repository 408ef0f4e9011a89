"""
The dataset as a catalogue knows it, in DCAT 3: what it is, its versions, its distributions.

References
----------
.. [1] Data Catalog Vocabulary (DCAT) - Version 3. W3C Recommendation, 2024.
"""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.namespace import CG
from coordgraph.publish.site.description.about import About
from coordgraph.publish.site.description.release import Release
from coordgraph.publish.site.description.vocabulary import iri, say
from coordgraph.publish.site.dumps.writing import MEDIA, Dump

__all__ = ["catalogue"]

_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_FILE_TYPES = "http://publications.europa.eu/resource/authority/file-type/"
_EU = {
    "ttl": "RDF_TURTLE",
    "trig": "RDF_TRIG",
    "nt": "RDF_N_TRIPLES",
    "nq": "RDF_N_QUADS",
    "jsonld": "JSON_LD",
    "rdf": "RDF_XML",
    "csv": "CSV",
}
_ALL_MEDIA = {**MEDIA, "csv": "text/csv"}
_CSVW = "http://www.w3.org/ns/csvw"
_TEMPORAL = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


def catalogue(release: Release) -> Iterator[Quad]:
    """Yield the catalogue, the dataset, its graphs and the files of each."""
    dataset = release.dataset
    own = release.part("catalogue")
    yield from say(own, rdf_type="dcat:Catalog", dcat_dataset=dataset)
    yield from say(own, foaf_homepage=NamedNode(release.addresses.base))
    yield from say(dataset, rdf_type="dcat:Dataset", dcterms_identifier=Literal(dataset.value))
    yield from say(dataset, dcat_landingPage=dataset)
    if release.about:
        yield from release.about.of(release.graphs())
        yield from _shared(release.about, own)
    yield from _dated(release)
    yield from _versions(release)
    used = release.counts[""]
    if any(each.startswith(CG) for each in (*used.classes, *used.properties)):
        yield from say(dataset, dcterms_conformsTo=NamedNode(CG.rstrip("#")))
    yield from _files(release, dataset, "")
    for table in release.tables:
        file = release.part(table.place.replace("/", "-"))
        yield from say(dataset, dcat_distribution=file)
        yield from _distribution(release, table, file, dataset)
        yield from say(file, dcterms_conformsTo=NamedNode(_CSVW))
    for graph in release.graphs():
        node = NamedNode(graph)
        yield from say(node, rdf_type="dcat:Dataset", dcterms_isPartOf=dataset)
        yield from say(dataset, dcterms_hasPart=node)
        if release.about:
            licences = release.about.objects("dcterms:license")
            yield from say(node, dcterms_license=licences)
        yield from _files(release, node, graph)


def _shared(about: About, own: NamedNode) -> Iterator[Quad]:
    """Yield what the catalogue has in common with its dataset."""
    yield from say(
        own,
        dcterms_title=about.objects("dcterms:title"),
        dcterms_description=about.objects("dcterms:description"),
        dcterms_publisher=about.objects("dcterms:publisher"),
        dcterms_license=about.objects("dcterms:license"),
    )


def _dated(release: Release) -> Iterator[Quad]:
    if release.moment:
        released = Literal(release.moment, datatype=iri("xsd:dateTime"))
        yield from say(release.part("catalogue"), dcterms_modified=released)
    stated = release.about and release.about.objects("dcterms:temporal")
    if release.period and not stated:
        first, last = (
            Literal(day, datatype=iri(_TEMPORAL[len(day)])) for day in release.period
        )
        period = release.part("period")
        yield from say(release.dataset, dcterms_temporal=period)
        yield from say(
            period, rdf_type="dcterms:PeriodOfTime", dcat_startDate=first, dcat_endDate=last
        )


def _versions(release: Release) -> Iterator[Quad]:
    if release.previous:
        before = NamedNode(release.previous.iri)
        yield from say(release.dataset, dcat_previousVersion=before)
        yield from say(before, rdf_type="dcat:Dataset")
        if release.previous.version:
            yield from say(before, dcat_version=Literal(release.previous.version))


def _files(release: Release, node: NamedNode, graph: str) -> Iterator[Quad]:
    for dump in release.dumps.files:
        if dump.graph == graph:
            file = NamedNode(f"{node.value}#{dump.place.rpartition('/')[2]}")
            yield from say(node, dcat_distribution=file)
            yield from _distribution(release, dump, file, node)


def _distribution(
    release: Release, dump: Dump, file: NamedNode, node: NamedNode
) -> Iterator[Quad]:
    checksum = release.part(f"sha256-{dump.sha256}")
    size = Literal(str(dump.size), datatype=iri("xsd:nonNegativeInteger"))
    yield from say(
        file,
        rdf_type="dcat:Distribution",
        dcterms_title=Literal(dump.place),
        dcat_accessURL=node,
        dcat_downloadURL=release.url(dump.place),
        dcat_mediaType=NamedNode(_MEDIA_TYPES + _ALL_MEDIA[dump.suffix]),
        dcterms_format=NamedNode(_FILE_TYPES + _EU[dump.suffix]),
        dcat_byteSize=size,
        spdx_checksum=checksum,
    )
    yield from say(
        checksum,
        rdf_type="spdx:Checksum",
        spdx_algorithm="spdx:checksumAlgorithm_sha256",
        spdx_checksumValue=Literal(dump.sha256, datatype=iri("xsd:hexBinary")),
    )
    if dump.packed:
        gzip = NamedNode(f"{_MEDIA_TYPES}application/gzip")
        yield from say(file, dcat_compressFormat=gzip)
    if release.about:
        yield from say(file, dcterms_license=release.about.objects("dcterms:license"))
