"""Tables become statements as a mapping says, and bad cells are named with their place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.errors import InvalidMapping, TableError, UnreadableFile
from coordgraph.ingest.table import Reading, read_tables
from coordgraph.namespace import PREFIXES, graph, term, thing

Write = Callable[..., Path]

EVENTS = """
events.csv:
  subject: event/{id}
  type: org:ChangeEvent
  columns:
    id: {}
    date: {predicate: cg:happenedOn, is: date}
    from: {predicate: org:originalOrganization, is: iri, iri: "actor/{}", split: ";"}
    note: {predicate: rdfs:comment, lang: en}
"""
FACTS = """
facts.csv:
  subject: fact/{about.last}-{what.slug}-{n}
  columns:
    about: {}
    what: {predicate: cg:property}
    value: {}
    lang: {}
    stated: {predicate: cg:asserted, is: boolean}
  statement:
    of: about
    named: what
    value: value
    asserted: stated
    properties:
      official_name: {predicate: skos:prefLabel, lang: "{lang}"}
      founded: {predicate: schema:foundingDate, is: date}
"""


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    monkeypatch.chdir(tmp_path)

    def files(mapping: str, **tables: str) -> Path:
        for name, text in tables.items():
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        path = tmp_path / "mapping.yaml"
        path.write_text(mapping, encoding="utf-8")
        return path

    return files


def values(reading: Reading, subject: NamedNode, predicate: str) -> set[str]:
    return {
        quad.object.value
        for quad in reading.quads
        if quad.subject == subject
        and quad.predicate.value == predicate
        and isinstance(quad.object, NamedNode | Literal)
    }


def problems(path: Path, *, known: set[str] | None = None) -> list[str]:
    with pytest.raises(TableError) as caught:
        read_tables(path, known=known)
    return list(caught.value.problems)


def test_a_row_is_a_thing_of_a_class_in_a_graph(write: Write) -> None:
    path = write(EVENTS, events="id,date,from,note\nev-1,1996-10-16,dgi;ana,a merger\n")
    reading = read_tables(path, graph=graph("institutions"))
    event = thing("event", "ev-1")
    kind = NamedNode(PREFIXES["org"] + "ChangeEvent")
    rdf_type = NamedNode(PREFIXES["rdf"] + "type")
    assert Quad(event, rdf_type, kind, graph("institutions")) in reading.quads
    originals = values(reading, event, PREFIXES["org"] + "originalOrganization")
    assert originals == {thing("actor", "dgi").value, thing("actor", "ana").value}


def test_each_thing_knows_its_file_and_line(write: Write) -> None:
    table = 'id,date,from,note\nev-1,,a,"two\nlines"\nev-2,,b,\n'
    reading = read_tables(write(EVENTS, events=table))
    lines = {iri.value.rpartition("/")[2]: row.line for iri, row in reading.rows.items()}
    assert lines == {"ev-1": 2, "ev-2": 4}


@pytest.mark.parametrize(
    ("date", "datatype"),
    [("1996-10-16", "date"), ("1992-12", "gYearMonth"), ("1967", "gYear")],
)
def test_a_date_is_as_precise_as_it_is_written(write: Write, date: str, datatype: str) -> None:
    reading = read_tables(write(EVENTS, events=f"id,date,from,note\nev-1,{date},a,\n"))
    (found,) = [quad.object for quad in reading.quads if "happenedOn" in quad.predicate.value]
    assert found == Literal(date, datatype=NamedNode(PREFIXES["xsd"] + datatype))


def test_an_empty_cell_says_nothing(write: Write) -> None:
    reading = read_tables(write(EVENTS, events="id,date,from,note\nev-1,,,\n"))
    assert len(reading.quads) == 1


def test_all_bad_cells_are_named_together(write: Write) -> None:
    table = "id,date,from,note\nev-1,1996-13,a,\nev-2,1990,a b,\nev-3,early 2013,a,\n"
    found = problems(write(EVENTS, events=table))
    assert found[0] == (
        "events.csv:2: date: '1996-13' is no date. Write YYYY-MM-DD, YYYY-MM or YYYY."
    )
    assert found[1].startswith("events.csv:3: from:")
    assert found[2].startswith("events.csv:4: date: 'early 2013' is no date.")


def test_a_fact_is_described_and_where_so_said_stated(write: Write) -> None:
    table = (
        "about,what,value,lang,stated\n"
        "actor/anses,founded,1991-12-26,,yes\n"
        "actor/anses,founded,1992-12-27,,no\n"
    )
    reading = read_tables(write(FACTS, facts=table))
    founded = PREFIXES["schema"] + "foundingDate"
    assert values(reading, thing("actor", "anses"), founded) == {"1991-12-26"}
    for number, date in ((1, "1991-12-26"), (2, "1992-12-27")):
        fact = thing("fact", f"anses-founded-{number}")
        assert values(reading, fact, PREFIXES["rdf"] + "object") == {date}
        assert values(reading, fact, PREFIXES["rdf"] + "predicate") == {founded}
        assert values(reading, fact, term("property").value) == {"founded"}


def test_a_text_has_the_language_of_its_row(write: Write) -> None:
    table = (
        "about,what,value,lang,stated\n"
        "actor/a,official_name,Banco,es,yes\n"
        "actor/b,official_name,Bank,,yes\n"
    )
    reading = read_tables(write(FACTS, facts=table))
    labels = {
        quad.object for quad in reading.quads if quad.predicate.value.endswith("prefLabel")
    }
    assert labels == {Literal("Banco", language="es"), Literal("Bank")}


def test_an_unknown_property_is_suggested_a_near_one(write: Write) -> None:
    table = "about,what,value,lang,stated\nactor/a,foundd,1990,,yes\n"
    (problem,) = problems(write(FACTS, facts=table))
    assert problem == (
        "facts.csv:2: what: no property is named 'foundd'. Did you mean founded?"
    )


def test_yes_or_no_is_nothing_else(write: Write) -> None:
    table = "about,what,value,lang,stated\nactor/a,founded,1990,,perhaps\n"
    (problem,) = problems(write(FACTS, facts=table))
    assert problem == "facts.csv:2: stated: 'perhaps' is neither yes nor no."


def test_a_name_that_nothing_describes_is_an_error_if_names_are_known(write: Write) -> None:
    path = write(EVENTS, events="id,date,from,note\nev-1,,afpi,\n")
    (problem,) = problems(path, known={thing("actor", "afip").value})
    assert problem == (
        "events.csv:2: from: 'afpi': actor/afpi is described nowhere. Did you mean afip?"
    )
    assert read_tables(path).quads


def test_a_thing_stands_in_one_row_only(write: Write) -> None:
    (problem,) = problems(write(EVENTS, events="id,date,from,note\nev-1,,,\nev-1,,,\n"))
    assert problem.endswith("events.csv:2 too. Keep one row.")


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("id,date,from\n", "the column note is missing. Add it."),
        ("id,date,from,note,noet\n", "noet: the mapping has no such column."),
        ("id,date,from,note\nev-1,1990,a,b,c\n", "5 cells, but 4 columns."),
        ("id,date,from,note\n,1990,a,b\n", "the cell of 'id' is empty"),
    ],
)
def test_a_table_of_another_shape_is_refused(write: Write, table: str, problem: str) -> None:
    assert problem in problems(write(EVENTS, events=table))[0]


@pytest.mark.parametrize(
    ("mapping", "problem"),
    [
        ("- a list", "this must be a table of keys and values"),
        ("t.csv: {subject: a, columns: {x: {predicate: foo}}}", "has no known prefix"),
        ("t.csv: {subject: a, columns: {x: {predicate: cg:x, is: number}}}", "is none of"),
        ("t.csv: {subject: a, columns: {x: {predicat: cg:x}}}", "means nothing here"),
        ("t.csv: {subject: a, columns: {x: {predicate: cg:x, only: '('}}}", "is no pattern"),
        ("t.csv: {columns: {}}", "subject: this must be a text"),
        ("t.csv: {subject: a, columns: {}, statement: {of: x}}", "is missing"),
        ("a: [", "this is no YAML"),
    ],
)
def test_a_bad_mapping_says_where(write: Write, mapping: str, problem: str) -> None:
    with pytest.raises(InvalidMapping, match=problem):
        read_tables(write(mapping))


def test_a_missing_table_is_named(write: Write) -> None:
    with pytest.raises(UnreadableFile, match=r"events\.csv"):
        read_tables(write(EVENTS))


def test_a_table_in_another_encoding_is_refused(write: Write) -> None:
    path = write(EVENTS)
    path.with_name("events.csv").write_bytes("id,date,from,note\né,,,\n".encode("latin-1"))
    with pytest.raises(UnreadableFile, match="UTF-8"):
        read_tables(path)
