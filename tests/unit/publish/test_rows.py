"""Rows say what a graph says, and what they cannot say is counted."""

import string
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple

from coordgraph.ingest.dataset import load
from coordgraph.ingest.description import read_description
from coordgraph.namespace import CG, PREFIXES, graph, thing
from coordgraph.publish.conversion import MAPPING
from coordgraph.publish.rows import Filled, fill_tables, read_again, remainder
from coordgraph.store import EmbeddedStore

TYPE = NamedNode(PREFIXES["rdf"] + "type")
TITLE = NamedNode(PREFIXES["dcterms"] + "title")
TABLES = read_description(MAPPING)


@pytest.fixture(scope="module")
def dataset() -> EmbeddedStore:
    return load(derived=False)


def rows(filled: list[Filled], name: str) -> list[dict[str, str]]:
    (found,) = [each.rows for each in filled if each.table.stem == name]
    return list(found)


def agreement(name: str = "a-1") -> list[Triple]:
    """Return an agreement as an import makes it, with one source."""
    subject, source = thing("agreement", name), thing("source", "law")
    return [
        Triple(subject, TYPE, NamedNode(CG + "Agreement")),
        Triple(
            subject,
            NamedNode(CG + "mechanismKind"),
            thing("mechanism-kind", "social-security-agreement"),
        ),
        Triple(subject, TITLE, Literal("A", language="en")),
        Triple(subject, NamedNode(CG + "evidence"), source),
    ]


def test_a_table_that_tells_of_no_thing_has_no_rows() -> None:
    filled = fill_tables(agreement(), [replace(table, about=None) for table in TABLES])
    assert [each.rows for each in filled] == [[]] * len(TABLES)


def test_the_tables_of_agreements_say_all_that_their_graph_says(
    dataset: EmbeddedStore,
) -> None:
    triples = [
        quad.triple for quad in dataset.quads() if quad.graph_name == graph("agreements")
    ]
    filled = fill_tables(triples, TABLES)
    counted = {each.table.stem: len(each.rows) for each in filled}
    assert counted == {
        "actors": 81,
        "agreements": 256,
        "parties": 571,
        "participations": 171,
        "dates": 321,
        "sources": 207,
    }
    left = remainder(triples, filled)
    assert (left.untold, left.added, left.problems) == ({}, {}, ())


def test_what_no_column_holds_is_counted_by_class() -> None:
    extra = [
        Triple(thing("agreement", "a-1"), NamedNode("urn:colour"), Literal("red")),
        Triple(thing("practice", "p"), TYPE, NamedNode(CG + "Practice")),
        Triple(NamedNode("urn:x"), NamedNode("urn:y"), NamedNode("urn:z")),
    ]
    left = remainder([*agreement(), *extra], fill_tables([*agreement(), *extra], TABLES))
    assert left.untold == {
        CG + "Agreement": 1,
        CG + "Practice": 1,
        "things without a class": 1,
    }
    assert left.added == {}


def test_a_row_without_a_needed_cell_is_told() -> None:
    bare = agreement()[:3]
    left = remainder(bare, fill_tables(bare, TABLES))
    assert left.problems == ("agreements:2: source: this cell is empty. Fill it.",)
    assert left.untold == {CG + "Agreement": 3}


def test_two_titles_in_a_language_leave_one_untold() -> None:
    triples = [
        *agreement(),
        Triple(thing("agreement", "a-1"), TITLE, Literal("B", language="en")),
    ]
    filled = fill_tables(triples, TABLES)
    assert [row["title_en"] for row in rows(filled, "agreements")] == ["A"]
    assert remainder(triples, filled).untold == {CG + "Agreement": 1}


def test_several_values_go_into_one_cell_where_the_column_says_so() -> None:
    level = NamedNode(CG + "level")
    triples = [
        *agreement(),
        *(
            Triple(thing("agreement", "a-1"), level, thing("level", name))
            for name in ("policy", "operational")
        ),
    ]
    (row,) = rows(fill_tables(triples, TABLES), "agreements")
    assert row["level"] == "operational; policy"


def test_a_thing_under_another_address_makes_no_row() -> None:
    triples = [Triple(NamedNode("urn:a"), TYPE, NamedNode(CG + "Agreement"))]
    assert rows(fill_tables(triples, TABLES), "agreements") == []


def test_a_second_source_goes_into_the_next_column() -> None:
    second = Triple(thing("agreement", "a-1"), NamedNode(CG + "evidence"), thing("source", "b"))
    (row,) = rows(fill_tables([*agreement(), second], TABLES), "agreements")
    assert (row["source"], row["source_2"]) == ("b", "law")


IDS = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=6)
WORDS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp", "Cf", "Mn"]), min_size=1
)
DAYS = st.dates(date(1900, 1, 1))
DATES = st.one_of(DAYS.map(str), DAYS.map(lambda day: f"{day:%Y-%m}"), st.just("1999"))


@st.composite
def cells(draw: st.DrawFn) -> dict[str, list[dict[str, str]]]:
    """Return rows of agreements with their parties and sources, as people may fill them in."""
    sources = draw(st.lists(IDS, min_size=1, max_size=3, unique=True))
    names = draw(st.lists(IDS, min_size=1, max_size=4, unique=True))
    source = st.sampled_from(sources)
    agreements = [
        {
            "id": name,
            "kind": "social-security-agreement",
            "title_en": draw(WORDS),
            "title_es": draw(st.one_of(st.just(""), WORDS)),
            "signed_on": draw(st.one_of(st.just(""), DATES)),
            "source": draw(source),
        }
        for name in names
    ]
    parties = [
        {
            "agreement": name,
            "actor": f"state-{actor}",
            "role": "party",
            "basis": draw(st.sampled_from(["Explicit", "Inferred"])),
            "ratified_on": draw(st.one_of(st.just(""), DATES)),
            "approved_by": draw(st.one_of(st.just(""), WORDS)),
            "source": draw(source),
        }
        for name in names
        for actor in draw(st.lists(IDS, max_size=3, unique=True))
    ]
    described = [
        {"id": name, "title": draw(WORDS), "class": "official-page"} for name in sources
    ]
    return {"agreements": agreements, "parties": parties, "sources": described}


@pytest.mark.long
@given(cells())
def test_what_rows_make_makes_the_same_rows(listed: dict[str, list[dict[str, str]]]) -> None:
    filled = [Filled(table, listed.get(table.stem, [])) for table in TABLES]
    triples, problems = read_again(filled)
    assert problems == ()
    again = fill_tables(triples, TABLES)
    for one, other in zip(filled, again, strict=True):
        assert sorted(one.lines()) == sorted(other.lines())
    left = remainder(triples, again)
    assert (left.untold, left.added) == ({}, {})
