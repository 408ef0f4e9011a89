"""A question of one form is not answered by another."""

import pytest

from coordgraph.errors import QuerySyntaxError
from coordgraph.store import EmbeddedStore, open_store

ASK, SELECT = "ASK { ?s ?p ?o }", "SELECT ?s { ?s ?p ?o }"


@pytest.fixture
def store() -> EmbeddedStore:
    return open_store()


@pytest.mark.parametrize("how", ["select", "columns", "batches"])
def test_yes_or_no_is_no_rows(store: EmbeddedStore, how: str) -> None:
    with pytest.raises(QuerySyntaxError, match="no SELECT query"):
        list(getattr(store, how)(ASK))


def test_rows_are_neither_yes_nor_no(store: EmbeddedStore) -> None:
    with pytest.raises(QuerySyntaxError, match="no ASK query"):
        store.ask(SELECT)


@pytest.mark.parametrize("how", ["answer", "select", "columns"])
def test_what_is_no_query_is_told(store: EmbeddedStore, how: str) -> None:
    with pytest.raises(QuerySyntaxError, match=r"The query is not SPARQL 1\.1: "):
        getattr(store, how)("SELECT ?s { ?s ?p }")


@pytest.mark.parametrize("sparql", [ASK, SELECT])
def test_rows_are_no_statements(store: EmbeddedStore, sparql: str) -> None:
    with pytest.raises(QuerySyntaxError, match="no CONSTRUCT or DESCRIBE query"):
        list(store.construct(sparql))
