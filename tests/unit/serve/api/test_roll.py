"""The names of very many actors stand in one column, as they are compared."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad

from coordgraph.actors import actor_names
from coordgraph.arrow import texts
from coordgraph.names import plain
from coordgraph.namespace import term
from coordgraph.serve.api.roll import are_many, folded, having, roll
from coordgraph.store import EmbeddedStore, open_store
from tests.unit.serve.workbench.conftest import odd

__all__ = ["odd"]


def test_the_roll_has_every_name_by_which_an_actor_is_found(dataset: EmbeddedStore) -> None:
    names = roll(dataset)
    found = zip(names.actor.to_pylist(), names.folded.to_pylist(), strict=True)
    known = actor_names(dataset).items()
    assert set(found) == {(actor, plain(name)) for actor, called in known for name in called}
    assert names.actor.to_pylist() == sorted(names.actor.to_pylist())


@given(st.lists(st.text(), max_size=5))
def test_names_are_folded_as_they_are_elsewhere(written: list[str]) -> None:
    assert folded(texts(written)).to_pylist() == list(map(plain, written))


def test_nobody_s_name_is_on_the_roll_of_nothing() -> None:
    names = roll(open_store())
    assert having(names, "a").to_pylist() == []
    assert names.actor.type.value_type == pa.string()


def test_actors_are_many_beyond_a_number(odd: EmbeddedStore) -> None:
    assert are_many(odd, 2)
    assert not are_many(odd, 3)
    assert not are_many(open_store(), 0)


@pytest.mark.parametrize(("most", "many"), [(1, True), (2, False)])
def test_who_takes_part_counts_as_an_actor_whatever_its_class(most: int, *, many: bool) -> None:
    store = open_store()
    for number in range(2):
        part = NamedNode(f"urn:p{number}")
        store.oxigraph.add(Quad(part, term("actor"), NamedNode(f"urn:a{number}")))
    assert are_many(store, most) is many
