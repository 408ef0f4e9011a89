"""A dataset moves under another base; what datasets have in common stays."""

import pytest
from pyoxigraph import NamedNode, Quad, Triple

from coordgraph.namespace import CG, ID, graph, thing
from coordgraph.publish.site.addresses import HOME
from coordgraph.publish.site.rebase import rebased
from coordgraph.store import EmbeddedStore, open_store
from coordgraph.validation import validate

BASE = "https://example.org/kg/"


@pytest.fixture(scope="module")
def moved(dataset: EmbeddedStore) -> EmbeddedStore:
    return rebased(dataset, BASE)


def test_things_and_graphs_move(dataset: EmbeddedStore, moved: EmbeddedStore) -> None:
    afip = NamedNode(f"{BASE}id/actor/afip")
    before = list(dataset.oxigraph.quads_for_pattern(thing("actor", "afip"), None, None))
    after = list(moved.oxigraph.quads_for_pattern(afip, None, None))
    assert len(after) == len(before) > 10
    graphs = {quad.graph_name for quad in after}
    assert NamedNode(f"{BASE}graph/article") in graphs
    assert len(list(moved.quads())) == len(list(dataset.quads()))


def test_what_the_ontology_describes_stays(moved: EmbeddedStore) -> None:
    kept = NamedNode(f"{ID}level/policy")
    level = NamedNode(f"{CG}level")
    assert list(moved.oxigraph.quads_for_pattern(None, level, kept))
    assert list(moved.oxigraph.quads_for_pattern(None, None, None, graph("ontology")))


def test_no_other_name_of_the_old_base_is_left(moved: EmbeddedStore) -> None:
    common = {
        quad.subject
        for quad in moved.oxigraph.quads_for_pattern(None, None, None, graph("ontology"))
    }
    left = {
        term.value
        for quad in moved.quads()
        for term in (quad.subject, quad.object)
        if isinstance(term, NamedNode) and term.value.startswith(ID) and term not in common
    }
    assert left == set()


def test_it_conforms_to_the_shapes_as_before(moved: EmbeddedStore) -> None:
    assert validate(moved).conforms


def test_statements_on_statements_move_too() -> None:
    term = Triple(thing("actor", "a"), NamedNode(f"{CG}actor"), thing("level", "policy"))
    store = open_store()
    store.oxigraph.add(Quad(NamedNode("urn:a"), NamedNode("urn:says"), term))
    (found,) = rebased(store, BASE).quads()
    assert str(found.object).count(BASE) == 2


def test_the_old_base_moves_nothing(dataset: EmbeddedStore) -> None:
    assert rebased(dataset, HOME) is dataset
