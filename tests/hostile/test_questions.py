"""No value becomes a part of a question's text, and no question ends the program."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Store
from rdflib.plugins.sparql.parser import parseQuery

from coordgraph.errors import InvalidParameter, QuerySyntaxError
from coordgraph.queries import Query, library, rules
from coordgraph.store import EmbeddedStore, Term
from coordgraph.store.forms import bared, form_of
from tests.hostile.calling import Caller

ASKED = [
    (query, name)
    for query in [*library().values(), *rules().values()]
    for name in query.parameters
]
ATTACKS = (
    'x" } DROP ALL ; { "',
    "x> } } ; DROP ALL #",
    r"\u0022 } } #",
    r"\\U00000022 } #",
    "VALUES ?lang { } VALUES ?actor { }",
    "\n} #\r",
    "\\",
    "'''",
    '"""',
    "\x00\x1f\u202e\ufffe",
)
texts = st.one_of(
    st.text(st.characters(codec="utf-8")),
    st.text(st.sampled_from("\"'\\uU0027{}<>#?$@^.;\n\r\t ")),
    st.sampled_from(ATTACKS),
)


def lines(query: Query, filled: str) -> Iterator[str]:
    """Yield the lines in which a question differs from what its file says."""
    for before, after in zip(query.sparql.split("\n"), filled.split("\n"), strict=True):
        if before != after:
            yield after


def alone(line: str, name: str) -> tuple[Term, str]:
    """Return the one term that a line gives a variable, as two parsers read it."""
    sparql = f"PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT * {{ {line.strip()} }}"
    [first] = Store().query(sparql)  # type: ignore[misc]
    [second] = rdflib.Graph().query(sparql)
    assert len(second) == 1  # type: ignore[arg-type]
    return first[name], str(second[0])  # type: ignore[index]


@given(st.sampled_from(ASKED), texts)
def test_a_value_is_one_term_and_nothing_else_changes(
    asked: tuple[Query, str], value: str
) -> None:
    query, name = asked
    try:
        filled = query.filled({name: value})
    except InvalidParameter:
        return
    term = query.term(name, value)
    for line in lines(query, filled):
        assert re.fullmatch(rf"(.*)VALUES \?{name} \{{ .* \}}(.*)", line)
        cut = line[line.index(f"VALUES ?{name} {{") : line.rindex("}") + 1]
        assert alone(cut, name) == (term, term.value)  # type: ignore[union-attr]


@given(texts, texts)
def test_a_value_that_looks_like_a_parameter_stays_a_value(one: str, other: str) -> None:
    sparql = 'SELECT ?a ?b { VALUES ?a { "x" } VALUES ?b { "y" } }'
    query = Query("two", "", "", {"a": "", "b": ""}, {}, None, sparql)
    hidden = f"VALUES ?b {{ }} {one}"
    [row] = query.run(EmbeddedStore(Store()), a=hidden, b=other)
    assert row == {"a": Literal(hidden), "b": Literal(other)}


@pytest.mark.parametrize(
    ("query", "name"), ASKED, ids=[f"{query.name}-{name}" for query, name in ASKED]
)
def test_attacked_questions_are_questions_still(query: Query, name: str) -> None:
    empty = Store()
    for number, value in enumerate(ATTACKS):
        try:
            filled = query.filled({name: value})
        except InvalidParameter:
            continue
        empty.query(filled)
        if number < 1:  # the other parser takes its time
            parseQuery(filled)


def test_readers_that_unescape_first_see_the_same_value() -> None:
    query = Query("one", "", "", {"a": ""}, {}, None, 'SELECT ?a { VALUES ?a { "x" } }')
    attack = r"\u0022 } UNION { ?a ?b ?c } #"
    graph = rdflib.Graph()
    graph.add((rdflib.URIRef("urn:a"), rdflib.URIRef("urn:b"), rdflib.Literal("secret")))
    assert [row["a"] for row in query.run(graph, a=attack)] == [Literal(attack)]


@given(texts)
def test_no_iri_gets_out_of_its_brackets(value: str) -> None:
    try:
        iri = NamedNode(value)
    except ValueError:
        return
    assert not set(str(iri)[1:-1]) & set('<>"{}|^`\\ \n')


DEEP = 50_000
NESTED = {
    "groups": "SELECT * " + "{" * DEEP + "}" * DEEP,
    "parentheses": "ASK { FILTER" + "(" * DEEP + "1" + ")" * DEEP + "}",
    "not": "ASK { FILTER(" + "!" * DEEP + "1) }",
    "sums": "SELECT (" + "+".join("1" * DEEP) + " AS ?x) {}",
    "unions": "ASK { " + " UNION ".join(["{}"] * DEEP) + " }",
    "hidden behind a name": r"PREFIX a: <urn:> ASK { ?s a:o\' " + "{" * DEEP,
}


@pytest.mark.parametrize("name", NESTED)
def test_what_would_overflow_the_stack_is_refused(
    call: Caller, tmp_path: Path, name: str
) -> None:
    (tmp_path / "q.rq").write_text(NESTED[name], encoding="utf-8")
    (tmp_path / "d.nt").write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    ended = call("query", tmp_path / "q.rq", "--data", tmp_path / "d.nt").check(2)
    assert "The query is " in ended.errors


LONG = {
    "strings": '"""\\' * 100_000,
    "quotes": 'SELECT "' + '\\"' * 200_000,
    "define": "DEFINE a " + (" " * 200 + "DEFINE a ") * 50 + "9",
    "brackets": "SELECT " + "<" * 300_000,
    "words": "PREFIX " * 50_000,
}


@pytest.mark.parametrize("name", LONG)
def test_no_text_takes_its_reader_for_ever(name: str) -> None:
    with suppress(QuerySyntaxError):
        form_of(LONG[name])
    assert len(bared(LONG[name])) == len(LONG[name])


def test_values_lines_without_an_end_are_found_soon() -> None:
    query = Query("open", "", "", {"x": ""}, {}, None, "VALUES ?x { " * 50_000)
    assert query.filled({"x": Literal("y")}) == query.sparql
