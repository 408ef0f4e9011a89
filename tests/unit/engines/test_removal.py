"""What falls apart without an actor is what a graph without it shows."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordgraph.engines import removal
from coordgraph.engines.networkx import simple
from coordgraph.engines.removal import Removals, removals
from coordgraph.ties import NO_LEVEL, Ints, Ties
from tests.examples import examples
from tests.properties.strategies import merged_ties


def plain(ties: Ties, worth: Ints) -> Removals:
    """Take out one actor after the other, and look."""
    graph = simple(ties)
    counted = dict(zip(ties.actors, worth.tolist(), strict=True))
    rows = [(0, 0, 0)]
    for actor in ties.actors:
        others = nx.node_connected_component(graph, actor) - {actor}
        pieces = [set(piece) for piece in nx.connected_components(graph.subgraph(others))]
        sizes = [sum(counted[one] for one in piece) for piece in pieces]
        whole = sum(sizes)
        apart = sum(size * (whole - size) for size in sizes) // 2
        rows.append((len(pieces), apart, max(sizes, default=0)))
    return Removals(*np.array(rows[1:], dtype=np.int64).reshape(-1, 3).T)


@pytest.mark.parametrize("library", ["igraph", "networkx"])
@given(ties=merged_ties(), counted=st.booleans())
@examples(50)
def test_it_is_what_taking_out_one_by_one_shows(
    *, library: str, ties: Ties, counted: bool
) -> None:
    size = len(ties.actors)
    worth = np.arange(size) % 3 if counted else np.ones(size, dtype=np.int64)
    with pytest.MonkeyPatch.context() as patch:
        if library == "networkx":
            patch.setattr(removal, "find_spec", lambda _: None)
        found = removals(ties, worth=worth)
    for ours, theirs in zip(found, plain(ties, worth), strict=True):
        assert ours.tolist() == theirs.tolist()


def star(size: int) -> Ties:
    names = tuple(f"urn:{place:07}" for place in range(size))
    rays = np.arange(1, size)
    none = np.full(size - 1, NO_LEVEL)
    return Ties(names, (), np.zeros(size - 1, dtype=np.int64), rays, none, np.ones(size - 1))


def test_the_middle_of_a_star_holds_all_pairs_together() -> None:
    found = removals(star(10_001))
    assert found.pieces[0] == 10_000
    assert found.cut_off[0] == 10_000 * 9_999 // 2
    assert found.largest[0] == 1
    assert {column.dtype for column in found} == {np.dtype(np.int64)}
    assert set(found.pieces[1:].tolist()) == {1}


def test_a_long_chain_needs_no_deep_recursion() -> None:
    size = 20_000
    names = tuple(f"urn:{place:07}" for place in range(size))
    places = np.arange(size - 1)
    chain = Ties(names, (), places, places + 1, np.full(size - 1, NO_LEVEL), np.ones(size - 1))
    found = removals(chain)
    assert found.cut_off[100] == 100 * (size - 101)
    assert found.pieces[[0, -1]].tolist() == [1, 1]


def test_blocks_are_found_by_igraph_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as with_it:
        with_it.setattr(removal, "_networkx_blocks", None)
        assert removals(star(4)).pieces.tolist() == [3, 1, 1, 1]
    monkeypatch.setattr(removal, "_igraph_blocks", None)
    monkeypatch.setattr(removal, "find_spec", lambda _: None)
    assert removals(star(4)).pieces.tolist() == [3, 1, 1, 1]


def test_nothing_falls_apart_where_nobody_is() -> None:
    nothing = np.array([], dtype=np.int64)
    found = removals(Ties((), (), nothing, nothing, nothing, nothing.astype(np.float64)))
    assert [len(column) for column in found] == [0, 0, 0]
