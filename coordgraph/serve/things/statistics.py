"""How much the dataset of a server holds: its description in VoID, as on a published site."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.description.counting import count, links
from coordgraph.publish.site.description.release import Release
from coordgraph.publish.site.description.vocabulary import integer, say
from coordgraph.publish.site.description.void import void
from coordgraph.publish.site.dumps.writing import FOLDER, Dump, Dumps
from coordgraph.serve.description import graph_sizes
from coordgraph.serve.dumps import names
from coordgraph.store import EmbeddedStore

__all__ = ["MOST_COUNTED", "statistics"]

MOST_COUNTED = 300_000
"""How many statements a dataset has of which classes, properties and links are counted, too."""


def statistics(
    store: EmbeddedStore, addresses: Addresses, *, most: int = MOST_COUNTED
) -> Iterator[Quad]:
    """
    Yield the VoID description of a dataset under the address of a server.

    Of a dataset of more statements than ``most``, only those of each graph are counted.
    """
    endpoint = f"{addresses.server}sparql"
    if len(store.oxigraph) > most:
        return _sizes(store, addresses, NamedNode(endpoint))
    names = [name for name in store.oxigraph.named_graphs() if isinstance(name, NamedNode)]
    graphs = sorted(name.value for name in names)
    release = Release(
        addresses=addresses,
        about=None,
        dumps=Dumps(list(_files())),
        counts={graph: count(store, graph, base=addresses.base) for graph in ("", *graphs)},
        links=links(store),
        endpoints=(endpoint,),
    )
    return void(release)


def _files() -> Iterator[Dump]:
    """Yield the files that hold all data; how large they are is known when they are made."""
    for suffix, name in names().items():
        place = f"{FOLDER}/{name}"
        yield Dump(place, graph="", suffix=suffix, packed=False, size=0, sha256="")


def _sizes(store: EmbeddedStore, addresses: Addresses, endpoint: NamedNode) -> Iterator[Quad]:
    dataset = NamedNode(f"{addresses.base}dataset")
    yield from say(
        dataset,
        rdf_type="void:Dataset",
        void_sparqlEndpoint=endpoint,
        void_dataDump=[NamedNode(addresses.url(dump.place)) for dump in _files()],
    )
    for graph, size in graph_sizes(store).items():
        yield from say(dataset, void_subset=graph)
        yield from say(
            graph, rdf_type="void:Dataset", void_triples=integer(size), dcterms_isPartOf=dataset
        )
