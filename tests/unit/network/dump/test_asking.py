"""Pieces hold each row once, whatever their size."""

import pytest
from pyoxigraph import RdfFormat

from coordgraph.network.dump.asking import QUESTION, count, pieces, question
from coordgraph.store import EmbeddedStore, Store, open_store

NAMELESS = """PREFIX cg: <https://w3id.org/coordgraph/ns#>
[] cg:participation [ cg:actor <urn:a> ], [ cg:actor <urn:b> ] .
<urn:m> cg:participation [ cg:actor <urn:a> ], [ cg:actor <urn:b> ; cg:from "1990" ] .
<urn:n> cg:participation [ cg:actor <urn:a> ] ; cg:level <urn:l>, <urn:k> .
"""


@pytest.fixture(scope="module")
def nameless() -> EmbeddedStore:
    store = open_store()
    store.oxigraph.load(NAMELESS, format=RdfFormat.TURTLE)
    return store


def rows(store: Store, asked: str) -> list[str]:
    return [str(sorted(row.items())) for row in store.columns(asked).to_pylist()]


@pytest.mark.parametrize("most", [1, 50, 300, 1_000_000])
def test_pieces_are_the_whole(dataset: EmbeddedStore, most: int) -> None:
    listed = pieces(dataset, count(dataset), most=most)
    found = [rows(dataset, question(piece, whole=len(listed) == 1)) for piece in listed[:9]]
    assert [len(part) for part in found] == [piece.rows for piece in listed[:9]]
    assert sum(piece.rows for piece in listed) == count(dataset)
    assert set().union(*found) <= set(rows(dataset, QUESTION))


def test_mechanisms_without_a_name_are_one_piece(nameless: EmbeddedStore) -> None:
    listed = pieces(nameless, count(nameless), most=1)
    assert [piece.rows for piece in listed] == [2, 2, 2]
    assert listed[-1].first is None
    blank = nameless.columns(question(listed[-1], whole=False)).column("mechanism").to_pylist()
    assert len(set(blank)) == 1
    named = nameless.columns(question(listed[0], whole=False)).column("mechanism").to_pylist()
    assert set(named) < {"urn:m", "urn:n"}


def test_no_piece_is_larger_than_asked_for(dataset: EmbeddedStore) -> None:
    listed = pieces(dataset, count(dataset), most=100)
    assert len(listed) >= count(dataset) / 100
    assert max(piece.rows for piece in listed) <= 100
    ranges = [(piece.first, piece.last) for piece in listed]
    assert ranges == sorted(ranges)
