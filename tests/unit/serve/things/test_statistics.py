"""A server counts its dataset as a published site does, and names itself as the endpoint."""

from pyoxigraph import NamedNode

from coordgraph.publish.site.addresses import HOME, Addresses
from coordgraph.publish.site.description.vocabulary import integer, iri
from coordgraph.serve.dumps import names
from coordgraph.serve.things.statistics import statistics
from coordgraph.store import EmbeddedStore, text

ADDRESSES = Addresses(server="http://127.0.0.1:7878/")
DATASET = NamedNode(HOME + "dataset")
ENDPOINT = NamedNode("http://127.0.0.1:7878/sparql")


def test_what_is_counted_is_what_there_is(dataset: EmbeddedStore) -> None:
    said = {
        (quad.subject, quad.predicate, quad.object) for quad in statistics(dataset, ADDRESSES)
    }
    triples = len({quad.triple for quad in dataset.quads()})
    assert (DATASET, iri("void:triples"), integer(triples)) in said
    assert (DATASET, iri("void:sparqlEndpoint"), ENDPOINT) in said
    dumps = {text(whole) for _, path, whole in said if path == iri("void:dataDump")}
    assert dumps == {f"{ADDRESSES.server}dump/{name}" for name in names().values()}


def test_of_a_large_dataset_only_the_graphs_are_counted(dataset: EmbeddedStore) -> None:
    found = list(statistics(dataset, ADDRESSES, most=1000))
    graphs = [quad.object for quad in found if quad.predicate == iri("void:subset")]
    assert len(graphs) == len(list(dataset.oxigraph.named_graphs()))
    sizes = {
        quad.subject: quad.object for quad in found if quad.predicate == iri("void:triples")
    }
    assert sizes.keys() == set(graphs)
    assert (DATASET, iri("void:sparqlEndpoint"), ENDPOINT) in {
        (quad.subject, quad.predicate, quad.object) for quad in found
    }
