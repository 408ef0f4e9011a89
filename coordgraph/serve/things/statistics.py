"""How much the dataset of a server holds: its description in VoID, as on a published site."""

from collections.abc import Iterator
from itertools import chain

from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.description.about import About
from coordgraph.publish.site.description.counting import count, links
from coordgraph.publish.site.description.release import Release
from coordgraph.publish.site.description.vocabulary import integer, say
from coordgraph.publish.site.description.void import features, vocabularies, void
from coordgraph.publish.site.dumps.writing import FOLDER, Dump, Dumps
from coordgraph.serve.description import graph_sizes
from coordgraph.serve.dumps import names
from coordgraph.serve.media import SUFFIXES
from coordgraph.store import EmbeddedStore

__all__ = ["MOST_COUNTED", "statistics"]

MOST_COUNTED = 300_000
"""How many statements a dataset has of which classes, properties and links are counted, too."""

_USED = ("SELECT DISTINCT ?term { ?s ?term ?o }", "SELECT DISTINCT ?term { ?s a ?term }")


def statistics(
    store: EmbeddedStore,
    addresses: Addresses,
    *,
    about: About | None = None,
    most: int = MOST_COUNTED,
) -> Iterator[Quad]:
    """
    Yield the VoID description of a dataset under the address of a server.

    It begins with what is stated of the dataset, if anything is.  Of a dataset of more
    statements than ``most``, only those of each graph are counted.
    """
    if about is not None:
        sizes = graph_sizes(store)
        yield from about.of({graph.value for graph in sizes})
        for graph in sizes:
            yield from say(graph, dcterms_license=about.objects("dcterms:license"))
    endpoint = f"{addresses.server}sparql"
    if len(store.oxigraph) > most:
        yield from _sizes(store, addresses, NamedNode(endpoint))
        return
    names = [name for name in store.oxigraph.named_graphs() if isinstance(name, NamedNode)]
    graphs = sorted(name.value for name in names)
    release = Release(
        addresses=addresses,
        about=about,
        dumps=Dumps(list(_files())),
        counts={graph: count(store, graph, base=addresses.base) for graph in ("", *graphs)},
        links=links(store),
        endpoints=(endpoint,),
    )
    yield from void(release)


def _files() -> Iterator[Dump]:
    """Yield the files that hold all data; how large they are is known when they are made."""
    for suffix, name in names().items():
        place = f"{FOLDER}/{name}"
        yield Dump(place, graph="", suffix=suffix, packed=False, size=0, sha256="")


def _sizes(store: EmbeddedStore, addresses: Addresses, endpoint: NamedNode) -> Iterator[Quad]:
    dataset = NamedNode(f"{addresses.base}dataset")
    yield from say(
        NamedNode(addresses.url("void")),
        rdf_type="void:DatasetDescription",
        foaf_topic=dataset,
    )
    yield from say(
        dataset,
        rdf_type="void:Dataset",
        void_uriSpace=Literal(f"{addresses.base}id/"),
        void_vocabulary=[NamedNode(space) for space in _spaces(store)],
        void_feature=features(SUFFIXES),
        void_sparqlEndpoint=endpoint,
        void_dataDump=[NamedNode(addresses.url(dump.place)) for dump in _files()],
    )
    sizes = graph_sizes(store)
    if sum(sizes.values()) == len(store.oxigraph) and len(sizes) == 1:
        yield from say(dataset, void_triples=integer(*sizes.values()))
    for graph, size in sizes.items():
        yield from say(dataset, void_subset=graph)
        yield from say(
            graph, rdf_type="void:Dataset", void_triples=integer(size), dcterms_isPartOf=dataset
        )


def _spaces(store: EmbeddedStore) -> list[str]:
    """Return the vocabularies whose classes and properties are used, in order."""
    used = [store.columns(sparql).column("term").to_pylist() for sparql in _USED]
    return vocabularies(chain.from_iterable(used))
