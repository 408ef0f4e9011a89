"""A graph is given in a form that the client takes, unless it is too large."""

import pytest
from pyoxigraph import NamedNode, Quad

from coordgraph.serve.framing import Message
from coordgraph.serve.graphs import graph_given
from coordgraph.serve.limits import Limits
from coordgraph.store import open_store


@pytest.mark.parametrize(
    ("graph", "accepted", "most", "status", "words"),
    [
        ("urn:g", "application/n-triples", 100, 200, b"<urn:a> <urn:b> <urn:c> .\n"),
        (None, "application/n-triples", 100, 200, b""),
        ("urn:g", "image/png", 100, 406, b"text/turtle"),
        ("urn:g", "application/n-triples", 10, 413, b"larger than"),
        ("urn:other", "", 100, 404, b"no graph urn:other"),
    ],
)
def test_a_graph_is_given_or_it_is_said_why_not(
    graph: str | None, accepted: str, most: int, status: int, words: bytes
) -> None:
    store = open_store()
    store.oxigraph.add(Quad(*map(NamedNode, ("urn:a", "urn:b", "urn:c", "urn:g"))))
    message = Message({"graph": graph, "accept": accepted, "gzip": False})
    reply = graph_given(store, message, Limits(answer_bytes=most))
    assert reply.status == status
    assert words in reply.body
