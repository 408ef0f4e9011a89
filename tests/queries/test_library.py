"""Every query says what it is, and two engines give its golden answer."""

import re
from collections.abc import Callable
from functools import cache

import pytest
from pyoxigraph import Store as Oxigraph
from rdflib.plugins.sparql import prepareQuery

from coordgraph.queries import Query, library
from coordgraph.resources import QUERIES
from coordgraph.store import EmbeddedStore, RdflibStore, Row, Solutions
from tests.queries.golden import as_csv, golden_file, rows_of

LIBRARY = library()
each = pytest.mark.parametrize("query", LIBRARY.values(), ids=LIBRARY)


Answers = Callable[..., Solutions]


@pytest.fixture(scope="module")
def answers(dataset: EmbeddedStore) -> Answers:
    """Answer each question once, for all that is to be said of its answer."""

    @cache
    def answered(name: str, **given: str) -> tuple[tuple[str, ...], list[Row]]:
        found = LIBRARY[name].run(dataset, **given)
        return found.variables, list(found)

    def answer(query: Query, **given: str) -> Solutions:
        variables, rows = answered(query.name, **given)
        return Solutions(variables, iter(rows))

    return answer


def test_the_library_is_rich() -> None:
    assert len(LIBRARY) >= 30


def test_no_query_file_is_left_out() -> None:
    named = {
        path.relative_to(QUERIES).with_suffix("").as_posix() for path in QUERIES.rglob("*.rq")
    }
    questions = {name for name in named if not name.startswith(("infer/", "rows/", "tables/"))}
    assert questions == set(LIBRARY)


@each
def test_columns_are_the_promised_ones(query: Query) -> None:
    algebra = prepareQuery(query.sparql).algebra
    assert [str(variable) for variable in algebra.PV] == list(query.columns)


@each
def test_each_parameter_has_one_line_with_its_default(query: Query) -> None:
    for name in query.parameters:
        assert (
            len(re.findall(rf"^\s*VALUES \?{name} {{[^}}]+}}$", query.sparql, re.MULTILINE))
            == 1
        )
    assert len(re.findall(r"VALUES", query.sparql)) == len(query.parameters)


@each
def test_rows_come_in_an_order(query: Query) -> None:
    assert "ORDER BY" in query.sparql


@each
def test_an_empty_store_gives_no_rows(query: Query) -> None:
    assert list(query.run(EmbeddedStore(Oxigraph()))) == []


@each
def test_the_answer_is_the_golden_one(
    query: Query, answers: Answers, request: pytest.FixtureRequest
) -> None:
    answer = answers(query)
    found = as_csv(list(answer.variables), rows_of(answer))
    golden = golden_file(query)
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


@each
def test_the_header_tells_the_number_of_rows(query: Query, answers: Answers) -> None:
    assert len(list(answers(query))) == query.rows


@each
@pytest.mark.parametrize("lang", ["es", "pt"])
def test_another_language_changes_no_row_but_its_names(
    query: Query, lang: str, answers: Answers
) -> None:
    if "lang" in query.parameters:
        assert len(list(answers(query, lang=lang))) == query.rows


@each
def test_rows_are_distinct(query: Query, answers: Answers) -> None:
    found = rows_of(answers(query))
    assert len(found) == len(set(map(tuple, found)))


@pytest.mark.long
@each
def test_two_engines_agree(query: Query, answers: Answers, second_opinion: RdflibStore) -> None:
    assert rows_of(query.run(second_opinion)) == rows_of(answers(query))


def test_no_golden_answer_is_left_over() -> None:
    golden = {golden_file(query) for query in LIBRARY.values()}
    folder = golden_file(LIBRARY["levels/conflicts"]).parents[1]
    assert set(folder.rglob("*.csv")) == golden
