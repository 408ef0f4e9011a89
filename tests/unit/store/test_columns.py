"""Columns hold what rows do, whatever stands in the terms."""

from io import BytesIO

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QuerySolutions,
    Triple,
)
from pyoxigraph import Store as Oxigraph

from coordgraph.errors import QuerySyntaxError
from coordgraph.store import EmbeddedStore, RdflibStore, Store, Term, columns, text, to_rdflib
from coordgraph.store.columns import COLUMN

XSD = "http://www.w3.org/2001/XMLSchema#"
ALL = "SELECT ?o ?more { ?s <urn:p> ?o OPTIONAL { ?s <urn:q> ?more } }"

words = st.text(
    st.one_of(
        st.sampled_from('\t\n\r"\\<>@^_:,ntu\u2028\x00\b\f'), st.characters(codec="utf-8")
    ),
    max_size=12,
)
literals = st.one_of(
    st.builds(Literal, words),
    st.builds(lambda word: Literal(word, language="pt-BR"), words),
    st.builds(lambda word: Literal(word, datatype=NamedNode("urn:own")), words),
    st.builds(lambda year: Literal(year, datatype=NamedNode(XSD + "gYear")), words),
    st.builds(Literal, st.integers(-(2**62), 2**62)),
    st.builds(Literal, st.floats(allow_nan=False)),
    st.builds(Literal, st.booleans()),
)
named = st.sampled_from(["urn:a", "urn:é/ñ", "https://example.org/a?b=c&d=%22#e", "urn:_:b"])
terms = st.one_of(literals, named.map(NamedNode), st.just(BlankNode("b1")))


def store_of(rows: list[tuple[Term, Term | None]]) -> EmbeddedStore:
    store = EmbeddedStore(Oxigraph())
    for place, (one, more) in enumerate(rows):
        subject = NamedNode(f"urn:s{place}")
        store.oxigraph.add(Quad(subject, NamedNode("urn:p"), one))
        if more is not None:
            store.oxigraph.add(Quad(subject, NamedNode("urn:q"), more))
    return store


def by_rows(store: Store, sparql: str) -> list[dict[str, str | None]]:
    found = store.select(sparql)
    return [
        {name: text(row[name]) if name in row else None for name in found.variables}
        for row in found
    ]


@given(st.lists(st.tuples(terms, st.none() | terms), max_size=8))
def test_columns_are_the_texts_of_rows(rows: list[tuple[Term, Term | None]]) -> None:
    store = store_of(rows)
    assert store.columns(ALL).to_pylist() == by_rows(store, ALL)


@given(st.lists(st.tuples(literals, st.none() | literals), max_size=4))
def test_stores_that_give_rows_give_columns_too(rows: list[tuple[Term, Term | None]]) -> None:
    store = RdflibStore(to_rdflib(store_of([*rows])))
    ordered = f"{ALL} ORDER BY ?s"
    assert store.columns(ordered).to_pylist() == by_rows(store, ordered)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * {}",
        "SELECT ?x {}",
        "SELECT ?x { ?x <urn:none> ?y }",
        "SELECT ?x ?y { ?x <urn:none> ?y }",
        'SELECT ?x { VALUES ?x { UNDEF "" UNDEF } }',
        "SELECT (1 AS ?uno) (2 AS ?año) {}",
    ],
)
def test_answers_of_little_are_answered(sparql: str) -> None:
    store = store_of([])
    table = store.columns(sparql)
    assert table.column_names == list(store.select(sparql).variables)
    if table.column_names:
        assert table.to_pylist() == by_rows(store, sparql)


def test_statements_about_statements_read_as_in_rows() -> None:
    inner = Triple(NamedNode("urn:a"), NamedNode("urn:b"), Literal('x\t"y"', language="en"))
    store = store_of([(inner, None), (NamedNode("urn:a"), None)])
    assert store.columns(ALL).to_pylist() == by_rows(store, ALL)


def test_each_text_is_kept_once() -> None:
    store = store_of([(Literal("x", language=code), None) for code in ("en", "es", "pt")])
    (column,) = store.columns("SELECT ?o { ?s ?p ?o }").columns
    assert column.type == COLUMN
    assert column.chunk(0).dictionary == pa.array(["x"])


def test_answers_longer_than_a_block_are_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns, "_BLOCK", 1 << 12)
    many = "SELECT ?a ?b { ?a <urn:p> ?x . ?b <urn:p> ?y } ORDER BY ?a ?b"
    store = store_of([(Literal("word " * 20), None)] * 60)
    solutions = store.oxigraph.query(many)
    assert isinstance(solutions, QuerySolutions)
    written = solutions.serialize(format=QueryResultsFormat.TSV)
    assert len(list(columns.batches_of_tsv(["a", "b"], BytesIO(written or b"")))) > 2
    table = store.columns(many)
    assert table.num_rows == 60**2
    assert table.to_pylist() == by_rows(store, many)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64])
def test_rows_are_the_same_however_they_come(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(columns, "_BLOCK", size)
    written = b'?a\t?b\n"one"\t<urn:x>\n\t\n"longer than a block of bytes"@en\t"2"\n_:c\t'
    assert columns.columns_of_tsv(["a", "b"], BytesIO(written)).to_pylist() == [
        {"a": "one", "b": "urn:x"},
        {"a": None, "b": None},
        {"a": "longer than a block of bytes", "b": "2"},
        {"a": "_:c", "b": None},
    ]


def test_a_text_of_megabytes_is_told_whole() -> None:
    store = store_of([(Literal("x" * (5 << 20)), None), (Literal("y"), None)])
    found = store.columns("SELECT ?o { ?s <urn:p> ?o }").column(0).to_pylist()
    assert sorted(map(len, found)) == [1, 5 << 20]


def test_a_query_of_another_form_is_refused() -> None:
    with pytest.raises(QuerySyntaxError, match="This is no SELECT"):
        store_of([]).columns("ASK {}")


def test_a_query_with_half_of_a_character_is_refused() -> None:
    with pytest.raises(QuerySyntaxError, match="no UTF-8 text"):
        store_of([]).columns("SELECT * { ?s ?p '\ud800' }")
