"""What a SPARQL text asks for is known without running it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, QuerySolutions, Store

from coordgraph.errors import QuerySyntaxError
from coordgraph.queries import Query, library, rules
from coordgraph.store import EmbeddedStore, Solutions
from coordgraph.store.forms import (
    check_depth,
    columns_of,
    form_of,
    is_update,
    page,
    pattern_of,
)


@pytest.mark.parametrize(
    ("sparql", "form"),
    [
        ("SELECT * {}", "SELECT"),
        ("ask {}", "ASK"),
        ("# SELECT\nPREFIX select: <urn:add#x> # CONSTRUCT {}\nDESCRIBE <urn:a>", "DESCRIBE"),
        ("BASE <urn:x>\nPREFIX : <insert> CONSTRUCT { ?s :clear 'DROP' } {}", "CONSTRUCT"),
        ("PREFIX a:<x>SELECT * {}", "SELECT"),
        ('define sql:big-data-const 0 define input:inference "load" SELECT * {}', "SELECT"),
    ],
)
def test_the_form_is_the_first_word_after_the_prefixes(sparql: str, form: str) -> None:
    assert form_of(sparql) == form


@pytest.mark.parametrize("name", [*library(), *rules(), *rules("tables")])
def test_the_form_of_every_query_of_ours_is_known(name: str) -> None:
    query = {**library(), **rules(), **rules("tables")}[name]
    found = Store().query(query.sparql)
    assert form_of(query.sparql) == (
        "SELECT" if isinstance(found, QuerySolutions) else "CONSTRUCT"
    )


@pytest.mark.parametrize("sparql", ["", "Hello", "<urn:a> <urn:b> <urn:c> .", "{}"])
def test_what_is_no_query_is_refused(sparql: str) -> None:
    with pytest.raises(QuerySyntaxError, match="none of SELECT, ASK, CONSTRUCT, DESCRIBE"):
        form_of(sparql)


@pytest.mark.parametrize("update", ["CLEAR ALL", "WITH <urn:g> DELETE { ?s ?p ?o } WHERE {}"])
def test_an_update_is_no_query(update: str) -> None:
    assert is_update(update)
    with pytest.raises(QuerySyntaxError, match="changes what a store holds"):
        form_of(update)
    assert not is_update("SELECT ?insert { ?insert ?p ?o }")


ORDERED = """PREFIX : <urn:#> # }
SELECT ?s (MAX(?o) AS ?most) { ?s :p ?o FILTER (?o > 0) } GROUP BY ?s
ORDER BY DESC(?most) # LIMIT 5"""


@given(st.lists(st.integers(1, 3), min_size=1, max_size=12), st.integers(1, 4))
def test_pages_make_the_whole_in_a_total_order(values: list[int], size: int) -> None:
    store = Store()
    triples = (f"<urn:s{place}> <urn:#p> {value} ." for place, value in enumerate(values))
    store.update(f"INSERT DATA {{ {' '.join(triples)} }}")
    whole = [row["s"] for row in store.query(f"{ORDERED}\n?s")]  # type: ignore[union-attr]
    met: list[object] = []
    for offset in range(0, len(values), size):
        asked = page(ORDERED, ["s", "most"], limit=size, offset=offset)
        assert asked is not None
        rows = list(store.query(asked))  # type: ignore[arg-type]
        assert len(rows) <= size
        met.extend(row["s"] for row in rows)
    assert met == whole


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?s { ?s ?p ?o }",
        "SELECT ?s { { SELECT ?s { ?s ?p ?o } ORDER BY ?s } }",
        "SELECT ?s { ?s ?p 'ORDER BY' }  # ORDER BY ?s",
        "SELECT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 5",
        "SELECT ?s FROM <urn:g> { ?s ?p ?o } ORDER BY ?s",
        "SELECT ?s { ?s ?p ?o } ORDER BY ?s VALUES ?o { 1 }",
    ],
)
def test_what_cannot_be_asked_page_by_page_is_not(sparql: str) -> None:
    assert page(sparql, ["s"], limit=5, offset=0) is None


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?s ?from { ?s ?p ?from } ORDER BY ?from",
        "SELECT ?s { ?s ?p ?limit } ORDER BY ?limit $offset",
        "PREFIX limit: <urn:> SELECT ?s { ?s ?p ?o } ORDER BY limit:from(?o)",
    ],
)
def test_a_name_like_a_word_is_no_obstacle_to_pages(sparql: str) -> None:
    assert page(sparql, ["s"], limit=5, offset=0)


def test_a_name_like_a_word_is_no_order() -> None:
    assert page("SELECT ?s { ?s ?p ?o } GROUP BY ?order by:s", ["s"], limit=5, offset=0) is None


def test_columns_without_a_proper_name_cannot_be_ordered_by() -> None:
    assert page(ORDERED, ["callret-0"], limit=5, offset=0) is None


@pytest.mark.parametrize(
    "construct",
    [
        "CONSTRUCT { ?s ?p '}' } WHERE { ?s ?p ?o } LIMIT 1",
        "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1",
        "PREFIX x: <urn:construct> construct { [] ?p [ a ?o ] } { ?s ?p ?o } LIMIT 1",
    ],
)
def test_the_pattern_of_a_construct_is_a_select(construct: str) -> None:
    store = Store()
    store.update("INSERT DATA { <urn:a> <urn:p> 1, 2 }")
    store.query(construct)
    (row,) = store.query(pattern_of(construct))  # type: ignore[misc]
    assert row["o"] in {Literal(1), Literal(2)}


@pytest.mark.parametrize(
    "query", [*library().values(), *rules().values()], ids=lambda query: query.name
)
def test_the_columns_of_questions_are_known(query: Query) -> None:
    answer = EmbeddedStore(Store()).answer(query.sparql)
    columns = set(answer.variables) if isinstance(answer, Solutions) else None
    assert columns_of(query.sparql) == columns


@pytest.mark.parametrize("text", ["SELECT * {}", "SELECT COUNT(*) {}", "ASK {}", "SELECT"])
def test_columns_that_are_not_listed_are_not_known(text: str) -> None:
    assert columns_of(text) is None


@pytest.mark.parametrize(
    ("sparql", "problem"),
    [
        ("ASK " + "{" * 201 + "}" * 201, "brackets stand in each other more than 200 deep"),
        ("ASK { FILTER (1" + " + 1" * 2_001 + ") }", "has more than 2,000 operators"),
    ],
)
def test_what_its_parser_would_fail_at_is_refused(sparql: str, problem: str) -> None:
    with pytest.raises(QuerySyntaxError, match=problem):
        check_depth(sparql)
