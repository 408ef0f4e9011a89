"""What is written of a network is so whatever the data."""

from datetime import date
from itertools import pairwise
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Quad
from pyoxigraph import Store as Oxigraph

from coordgraph.network.exports import document_of
from coordgraph.network.exports.document import Document
from coordgraph.network.exports.spells import Spells
from coordgraph.network.projection import Network, graph_keys, project
from coordgraph.store import EmbeddedStore
from tests.examples import examples
from tests.properties.strategies import dated_mechanisms

DAYS = (
    "1989-12-31",
    "1990-01-01",
    "1990-06-15",
    "1990-07-01",
    "1994-01-01",
    "1995-06-15",
    "1996-01-01",
    "2000-01-31",
    "2000-02-01",
    "2020-01-01",
)


class Shown(NamedTuple):
    """What of a network a day shows."""

    actors: set[str]
    ties: set[tuple[str, str, str]]


def store_of(quads: list[Quad]) -> EmbeddedStore:
    store = EmbeddedStore(Oxigraph())
    store.oxigraph.extend(quads)
    return store


def open_on(spells: Spells, day: int) -> list[bool]:
    """Say of each thing whether it holds on a day; what held never is not asked."""
    held = spells.table.column("held").to_pylist()
    return [
        held[place] != "never"
        and any(
            spells.start[at] <= day < spells.end[at]
            for at in range(spells.offset[place], spells.offset[place + 1])
        )
        for place in range(len(held))
    ]


def played(network: Network, document: Document, day: int) -> Shown:
    (block,) = document.blocks()
    assert document.spells is not None
    assert block.spells is not None
    actors = document.nodes.column("id").to_pylist()
    shown = zip(actors, open_on(document.spells, day), strict=True)
    ties = zip(graph_keys(network.ties), open_on(block.spells, day), strict=True)
    return Shown({one for one, is_open in shown if is_open}, {key for key, up in ties if up})


@examples(25)
@given(dated_mechanisms(), st.sampled_from(DAYS))
def test_a_timeline_shows_on_a_day_what_that_day_is_said_to_have(
    quads: list[Quad], day: str
) -> None:
    store = store_of(quads)
    network, then = project(store), project(store, as_of=day)
    document = document_of(network, store=store)
    found = played(network, document, date.fromisoformat(day).toordinal())
    assert found == Shown(set(then.actors), set(graph_keys(then.ties)))
    for spells in (document.spells, *(block.spells for block in document.blocks())):
        assert spells is not None
        for first, last in pairwise(spells.offset):
            assert all(spells.start[first:last] < spells.end[first:last])
            assert all(spells.end[first:last][:-1] < spells.start[first:last][1:])
