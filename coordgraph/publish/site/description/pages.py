"""The pages of the dataset and of its graphs: what each is, how much, where to get it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from coordgraph.publish.site.description.counting import TARGETS
from coordgraph.publish.site.description.linkset import LINKSET, linkset, media_of
from coordgraph.publish.site.description.release import Release
from coordgraph.publish.site.description.schema_org import schema_org
from coordgraph.publish.site.description.words import WORDS
from coordgraph.publish.site.dumps.writing import MEDIA, Dump
from coordgraph.publish.site.frame import DATA, Frame
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.output import Output
from coordgraph.publish.site.reader import Reader
from coordgraph.publish.site.rendering import rendered

__all__ = ["write_release_pages"]

_FORMATS = {
    "ttl": "Turtle",
    "trig": "TriG",
    "nt": "N-Triples",
    "nq": "N-Quads",
    "jsonld": "JSON-LD",
    "rdf": "RDF/XML",
}
_MOST_CLASSES = 40
_FILES = {
    "catalogue": "dataset.ttl",
    "statistics": "void.ttl",
    "provenance": "prov.ttl",
    "citation": "CITATION.cff",
    "terms": "LICENSE",
    "changes": "changes.{lang}.html",
    "tables": "datapackage.json",
    "context": "dump/context.jsonld",
}


@dataclass(frozen=True, slots=True)
class _Row:
    """A format to download, in its two forms."""

    name: str
    plain: Dump | None
    packed: Dump | None


def write_release_pages(knowledge: Knowledge, release: Release, output: Output) -> None:
    """Write the page of the dataset and of each graph, in every language, and typed links."""
    written = output.sums().keys()
    for iri in ("", *release.graphs()):
        place = release.addresses.place(iri) if iri else "dataset"
        for lang in knowledge.langs:
            page = f"{place}.{lang}.html"
            reader = Reader(knowledge, lang, page)
            files = {
                word: found
                for word, named in _FILES.items()
                if (found := named.format(lang=lang)) in written and not iri
            }
            output.write(page, _page(reader, release, iri, files))
    output.write(LINKSET, linkset(knowledge, release))


def _page(reader: Reader, release: Release, graph: str, files: Mapping[str, str]) -> str:
    lang, about = reader.lang, release.about
    node = NamedNode(graph) if graph else release.dataset
    place = release.addresses.place(node.value)
    words = WORDS[lang]
    title = (about and about.text("dcterms:title", lang, node)) or (
        reader.knowledge.addresses.place(graph).rpartition("/")[2]
        if graph
        else words["dataset"]
    )
    counts = release.counts[graph]
    largest = sorted(counts.classes.items(), key=lambda item: (-item[1], item[0]))
    return rendered(
        "release.html",
        reader=reader,
        frame=Frame(
            title=title,
            pages=tuple((code, f"{place}.{code}.html") for code in reader.knowledge.langs),
            data=tuple((media, f"{place}.{suffix}") for suffix, media in DATA.items()),
            cite=node.value,
            types=("http://www.w3.org/ns/dcat#Dataset", "https://schema.org/Dataset"),
            schema=None if graph else schema_org(release, lang),
            items=tuple(
                (media_of(dump), dump.place)
                for dump in release.dumps.files
                if dump.graph == graph
            ),
            linkset="" if graph else LINKSET,
        ),
        words=words,
        title=title,
        lead=about.text("dcterms:description", lang, node) if about else "",
        facts=[] if graph else list(_facts(release, words)),
        parts=[] if graph else list(_parts(release, lang)),
        counts=counts,
        classes=largest[:_MOST_CLASSES],
        links=[] if graph else _links(release),
        downloads=list(_downloads(release, graph)),
        files=files,
        iri=node.value,
    )


def _facts(release: Release, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    about = release.about
    if about:
        yield words["version"], about.value("dcat:version")
        yield words["licence"], about.value("dcterms:license")
        yield words["publisher"], ", ".join(about.names("dcterms:publisher"))
        if modified := about.value("dcterms:modified"):
            yield words["modified"], modified
    if release.period:
        yield words["covers"], " / ".join(release.period)


def _parts(release: Release, lang: str) -> Iterator[tuple[str, str, int, int]]:
    for graph in release.graphs():
        place = release.addresses.place(graph)
        named = release.about and release.about.text("dcterms:title", lang, NamedNode(graph))
        counts = release.counts[graph]
        name = named or place.rpartition("/")[2]
        yield f"{place}.{lang}.html", name, counts.triples, counts.entities


def _links(release: Release) -> list[tuple[str, str, int]]:
    return [(TARGETS[each.target], each.property, each.triples) for each in release.links]


def _downloads(release: Release, graph: str) -> Iterator[_Row]:
    held = [dump for dump in release.dumps.files if dump.graph == graph]
    for suffix in MEDIA:
        plain, packed = (
            next((d for d in held if d.suffix == suffix and d.packed == packed), None)
            for packed in (False, True)
        )
        if plain or packed:
            yield _Row(_FORMATS[suffix], plain, packed)
