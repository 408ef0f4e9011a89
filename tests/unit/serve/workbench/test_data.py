"""The data page offers each graph in every format, and addresses that answer."""

import re
from urllib.parse import parse_qs

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.namespace import GRAPHS, graph
from coordgraph.publish.site.words import LANGUAGES
from coordgraph.serve.dumps import names
from coordgraph.serve.framing import Message
from coordgraph.serve.graphs import graph_given
from coordgraph.serve.limits import Limits
from coordgraph.serve.media import SUFFIXES
from coordgraph.serve.things.answering import thing_answered
from coordgraph.store import EmbeddedStore, open_store
from tests.unit.serve.workbench.asking import page


def test_every_graph_is_offered_in_every_format_and_is_there(shipped: EmbeddedStore) -> None:
    told = page(shipped, "en/data").body.decode().replace("&amp;", "&")
    offered = [parse_qs(query) for query in re.findall(r'href="/store\?([^"]+)"', told)]
    graphs = {one["graph"][0] for one in offered}
    assert len(offered) == len(graphs) * len(SUFFIXES)
    assert {one["format"][0] for one in offered} == set(SUFFIXES)
    assert graphs == {name.value for name in shipped.oxigraph.named_graphs()}


def test_graphs_are_called_by_their_titles_in_the_language_of_the_page(
    shipped: EmbeddedStore,
) -> None:
    told = page(shipped, "es/data").body.decode()
    assert "Instituciones, según fuentes oficiales" in told
    assert "Lo que se sigue por regla<" in told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_graph_of_the_dataset_has_a_title(lang: str) -> None:
    store, label = open_store(), NamedNode("http://www.w3.org/2000/01/rdf-schema#comment")
    for name in GRAPHS:
        store.oxigraph.add(Quad(graph(name), label, Literal("x"), graph(name)))
    titles = re.findall(
        r'<span dir="auto">([^<]+)</span>', page(store, f"{lang}/data").body.decode()
    )
    assert len(titles) == len(set(titles)) == len(GRAPHS)


def test_a_graph_that_the_data_call_by_a_name_is_called_so() -> None:
    store, name = open_store(), NamedNode("urn:graph:mine")
    title, what = (
        NamedNode(f"http://purl.org/dc/terms/{one}") for one in ("title", "description")
    )
    store.oxigraph.add(Quad(name, title, Literal("La mía", language="es"), name))
    store.oxigraph.add(Quad(name, what, Literal("Whatever", language="en"), name))
    told = page(store, "es/data").body.decode()
    assert '<span dir="auto">La mía</span>' in told
    assert "<td>Whatever</td>" in told


def test_the_number_of_statements_is_that_of_the_graph(odd: EmbeddedStore) -> None:
    told = page(odd, "en/data").body.decode()
    sizes = [
        int(found.replace(",", ""))
        for found in re.findall(r'<td class="right number">([\d,]+)<', told)
    ]
    assert sizes[0] == sum(sizes[1:]) == len(odd.oxigraph)


def test_everything_is_offered_as_one_file_and_packed_where_it_is_large(
    shipped: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def offered() -> set[str]:
        return set(re.findall(r'href="/dump/([^"]+)"', page(shipped, "es/data").body.decode()))

    assert offered() == set(names().values())
    monkeypatch.setattr("coordgraph.serve.workbench.data.LARGE", 1000)
    assert offered() == {*names().values(), *names(packed=True).values()}


def test_the_documents_are_there(shipped: EmbeddedStore) -> None:
    told = page(shipped, "pt/data").body.decode().partition('class="documents"')[2]
    links = re.findall(r'href="/([^"?]+)"', told.partition("</table>")[0])
    assert len(links) > 15
    for place in links:
        if place.startswith("api/"):
            continue
        head = {
            "path": place,
            "search": "",
            "accept": "*/*",
            "language": "",
            "root": "http://x/",
        }
        assert thing_answered(shipped, Message(head), Limits()).status == 200, place


def test_statements_in_no_graph_are_offered_too() -> None:
    store = open_store()
    store.oxigraph.add(Quad(NamedNode("urn:a"), NamedNode("urn:b"), NamedNode("urn:c")))
    assert "/store?default&amp;format=ttl" in page(store, "en/data").body.decode()
    given = graph_given(
        store, Message({"graph": None, "accept": "application/n-triples"}), Limits()
    )
    assert given.body == b"<urn:a> <urn:b> <urn:c> .\n"


def test_the_examples_name_this_server(shipped: EmbeddedStore) -> None:
    assert "curl 'http://x/queries/" in page(shipped, "en/data").body.decode()
