"""The graphs that a request names are those in which an update looks for its patterns."""

import pyoxigraph
import pytest
from pyoxigraph import NamedNode, Quad

from coordgraph.errors import QuerySyntaxError
from coordgraph.serve.datasets import using
from coordgraph.serve.speech import speaking


@pytest.mark.parametrize(
    "update",
    [
        "INSERT { GRAPH <urn:out> { ?s ?p ?o } } WHERE { ?s ?p ?o }",
        "PREFIX a: <urn:where#> INSERT {GRAPH <urn:out> {?s a:b ?o}} # WHERE\nWHERE {?s ?p ?o}",
        "CLEAR SILENT GRAPH <urn:x> ; INSERT {GRAPH <urn:out> {?s ?p ?o}}\nwhere {{?s ?p ?o}}",
    ],
)
def test_patterns_are_looked_for_in_the_graphs_that_are_named(update: str) -> None:
    store = pyoxigraph.Store()
    for name in ("a", "b"):
        node = NamedNode(f"urn:{name}")
        store.add(Quad(node, node, node, node))
    store.update(using(update, ["urn:a"], []))
    found = store.quads_for_pattern(None, None, None, NamedNode("urn:out"))
    assert [str(quad.subject) for quad in found] == ["<urn:a>"]


@pytest.mark.parametrize(
    "update",
    [
        "WITH <urn:a> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "DELETE { ?s ?p ?o } USING <urn:a> WHERE { ?s ?p ?o }",
    ],
)
def test_an_update_that_names_graphs_itself_is_refused(update: str) -> None:
    with pytest.raises(QuerySyntaxError, match="both name graphs"):
        using(update, ["urn:a"], [])
    with speaking("es"), pytest.raises(QuerySyntaxError, match="nombran grafos; quite"):
        using(update, ["urn:a"], [])


def test_a_pattern_without_an_end_stays_without() -> None:
    update = using("DELETE WHERE { ?s ?p ?o", ["urn:a"], [])
    assert update == "DELETE USING <urn:a> WHERE { ?s ?p ?o"
    with pytest.raises(SyntaxError):
        pyoxigraph.Store().update(update)
