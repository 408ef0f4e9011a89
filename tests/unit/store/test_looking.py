"""What is said of a few things is the same, looked up or sought."""

from pyoxigraph import RdfFormat

from coordgraph.store import EmbeddedStore, as_store, columns_of, open_store, to_rdflib
from coordgraph.store.looking import FEW

QUESTION = "SELECT DISTINCT ?who ?said { ?who <urn:p>|<urn:q> ?said }"
DATA = '<urn:a> <urn:p> "1" . <urn:a> <urn:q> "2" . <urn:b> <urn:p> "3" . _:c <urn:p> "4" .'


def _store() -> EmbeddedStore:
    store = open_store()
    store.oxigraph.load(DATA, format=RdfFormat.TURTLE)
    return store


def _rows(store: object, names: list[str]) -> list[tuple[str, str]]:
    assert isinstance(store, EmbeddedStore)
    table = columns_of(store, QUESTION, "who", names)
    return sorted((row["who"], row["said"]) for row in table.to_pylist())


def test_a_few_are_looked_up_each_once() -> None:
    found = _rows(_store(), ["urn:a", "urn:a", "urn:nobody"])
    assert found == [("urn:a", "1"), ("urn:a", "2")]


def test_many_are_sought() -> None:
    many = [f"urn:x:{number}" for number in range(FEW + 1)]
    assert _rows(_store(), ["urn:b", *many]) == [("urn:b", "3")]


def test_what_has_no_name_is_found_too() -> None:
    store = _store()
    (blank,) = (
        name
        for name in store.columns(QUESTION).column("who").to_pylist()
        if name.startswith("_:")
    )
    assert _rows(store, [blank, "urn:b"]) == sorted([(blank, "4"), ("urn:b", "3")])


def test_a_name_is_no_part_of_the_question() -> None:
    assert _rows(_store(), ["urn:b> } ?x <urn:p"]) == []


def test_other_stores_answer_alike() -> None:
    other = as_store(to_rdflib(_store()))
    found = columns_of(other, QUESTION, "who", ["urn:b"]).to_pylist()
    assert found == [{"who": "urn:b", "said": "3"}]
