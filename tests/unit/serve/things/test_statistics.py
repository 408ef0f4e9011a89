"""A server counts its dataset as a published site does, and names itself as the endpoint."""

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad, RdfFormat

from coordgraph.publish.site.addresses import HOME, Addresses
from coordgraph.publish.site.description.about import ABOUT, read_about
from coordgraph.publish.site.description.release import Release
from coordgraph.publish.site.description.vocabulary import integer, iri
from coordgraph.publish.site.description.void import void
from coordgraph.publish.site.description.writing import survey
from coordgraph.publish.site.dumps.writing import Dumps
from coordgraph.serve.description import graph_sizes
from coordgraph.serve.dumps import names
from coordgraph.serve.things.statistics import statistics
from coordgraph.store import EmbeddedStore, open_store, text

ADDRESSES = Addresses(server="http://127.0.0.1:7878/")
DATASET = NamedNode(HOME + "dataset")
ENDPOINT = NamedNode("http://127.0.0.1:7878/sparql")

SMALL = """
@prefix owl: <http://www.w3.org/2002/07/owl#> .
<urn:g> { <urn:a> a <urn:C> ; owl:sameAs <http://www.wikidata.org/entity/Q1> . }
"""


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


def test_of_a_large_dataset_in_one_graph_the_whole_is_counted_too() -> None:
    store = open_store()
    store.oxigraph.load(SMALL.encode(), format=RdfFormat.TRIG)
    count, two = iri("void:triples"), integer(2)
    found = list(statistics(store, ADDRESSES, most=1))
    assert {(quad.subject, quad.object) for quad in found if quad.predicate == count} == {
        (DATASET, two),
        (NamedNode("urn:g"), two),
    }
    store.oxigraph.load(b"<urn:a> <urn:b> <urn:c> .", format=RdfFormat.N_TRIPLES)
    graph_sizes.cache_clear()
    found = list(statistics(store, ADDRESSES, most=1))
    assert DATASET not in {quad.subject for quad in found if quad.predicate == count}


def _objects(found: Iterable[Quad], subject: NamedNode, name: str) -> set[str]:
    return {
        text(quad.object)
        for quad in found
        if quad.subject == subject and quad.predicate == iri(name)
    }


def test_it_is_said_what_is_stated_of_the_dataset(dataset: EmbeddedStore) -> None:
    about = read_about(ABOUT, base=HOME)
    found = list(statistics(dataset, ADDRESSES, about=about, most=1000))
    assert "Coordination in the social security of the Americas" in _objects(
        found, DATASET, "dcterms:title"
    )
    licence = {"https://creativecommons.org/licenses/by/4.0/"}
    assert _objects(found, DATASET, "dcterms:license") == licence
    graphs = _objects(found, DATASET, "void:subset")
    assert all(_objects(found, NamedNode(one), "dcterms:license") == licence for one in graphs)
    (maker,) = _objects(found, DATASET, "dcterms:creator")
    assert _objects(found, NamedNode(maker), "foaf:name") == {"The coordgraph maintainers"}


def test_nothing_is_stated_that_nobody_says(dataset: EmbeddedStore) -> None:
    found = statistics(dataset, ADDRESSES, most=1000)
    said = {quad.predicate for quad in found if quad.subject == DATASET}
    assert not said & {iri(f"dcterms:{name}") for name in ("title", "license", "creator")}


def test_large_and_small_datasets_are_described_alike(dataset: EmbeddedStore) -> None:
    small, large = (list(statistics(dataset, ADDRESSES, most=most)) for most in (10**6, 1000))
    for name in (
        *("void:dataDump", "void:feature", "void:vocabulary", "void:uriSpace"),
        *("void:sparqlEndpoint", "void:subset"),
    ):
        told = _objects(large, DATASET, name)
        assert told
        assert told <= _objects(small, DATASET, name)
    assert _objects(large, NamedNode(ADDRESSES.url("void")), "foaf:topic") == {DATASET.value}


def test_what_a_published_site_says_is_said_except_of_files_and_examples() -> None:
    store = open_store()
    store.oxigraph.load(SMALL.encode(), format=RdfFormat.TRIG)
    about = read_about(ABOUT, base=HOME)
    graphs = ["urn:g"]
    release = Release(Addresses(), about, Dumps([]), **survey(store, graphs, base=HOME))
    published = {quad.predicate for quad in void(release) if quad.subject == DATASET}
    published |= {quad.predicate for quad in about.quads if quad.subject == DATASET}
    said = {
        quad.predicate
        for quad in statistics(store, ADDRESSES, about=about)
        if quad.subject == DATASET
    }
    assert published <= said
