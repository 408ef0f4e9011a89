"""Tables become statements as CSVW says, and bad cells are named with their place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.errors import InvalidMapping, TableError, UnreadableFile
from coordgraph.ingest.cells import BadCell, Dates, date_literal
from coordgraph.ingest.tabular import Reading, read_tables, undescribed
from coordgraph.namespace import CG, ID, PREFIXES, graph, thing

Write = Callable[..., Path]
AMBIGUOUS = (
    "may have the day first or the month first. "
    "Write YYYY-MM-DD, or declare the order with --dates dmy or --dates mdy."
)
QUOTE = "Put a cell that holds a comma in double quotes."
EDTF = {"@id": "http://id.loc.gov/datatypes/edtf/EDTF-level0", "base": "string"}
RDFS = PREFIXES["rdfs"]
ORG = PREFIXES["org"]


def column(name: str, says: str = "", **more: Any) -> dict[str, Any]:
    own = {"propertyUrl": says} if says else {"suppressOutput": True}
    return {"name": name, **own, **more}


def table(*columns: dict[str, Any], url: str = "events.csv", **more: Any) -> dict[str, Any]:
    schema = {"aboutUrl": ID + "event/{id}", "primaryKey": "id", "columns": list(columns)}
    return {"url": url, "tableSchema": {**schema, **more}}


EVENTS = table(
    column("id", required=True),
    column("date", CG + "happenedOn", datatype=EDTF, titles={"es": "fecha"}),
    column("from", ORG + "originalOrganization", valueUrl=ID + "actor/{from}"),
    column("sure", CG + "asserted", datatype={"base": "boolean", "format": "yes|no"}),
    column("kind", CG + "property", datatype={"base": "string", "format": "merger|creation"}),
    column("lines", CG + "lineCount", datatype="positiveInteger"),
    column("note", RDFS + "comment", lang="en"),
    column("type", "rdf:type", valueUrl=ORG + "ChangeEvent", virtual=True),
)


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    monkeypatch.chdir(tmp_path)

    def files(*tables: dict[str, Any], **texts: str) -> Path:
        for name, text in texts.items():
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        path = tmp_path / "csv-metadata.json"
        described = {"@context": "http://www.w3.org/ns/csvw", "tables": list(tables)}
        path.write_text(json.dumps(described), encoding="utf-8")
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
    absent = {}
    if known is not None:
        reading = read_tables(path)
        described = known | {thing.value for thing in reading.rows}
        absent = undescribed(reading.pointers, described, {})
    with pytest.raises(TableError) as caught:
        read_tables(path, absent=absent)
    return list(caught.value.problems)


def test_a_row_is_a_thing_of_a_class_in_a_graph(write: Write) -> None:
    path = write(EVENTS, events="id,date,from,note\nev-1,1996-10-16,dgi,a merger\n")
    reading = read_tables(path, graph=graph("institutions"))
    event = thing("event", "ev-1")
    rdf_type = NamedNode(PREFIXES["rdf"] + "type")
    kind = NamedNode(ORG + "ChangeEvent")
    assert Quad(event, rdf_type, kind, graph("institutions")) in reading.quads
    assert values(reading, event, ORG + "originalOrganization") == {ID + "actor/dgi"}
    assert Literal("a merger", language="en") in {quad.object for quad in reading.quads}


def test_each_thing_knows_its_file_and_line(write: Write) -> None:
    path = write(EVENTS, events='id,note\nev-1,"two\nlines"\nev-2,\n')
    rows = read_tables(path).rows
    assert str(rows[thing("event", "ev-1")]) == "events.csv:2"
    assert str(rows[thing("event", "ev-2")]) == "events.csv:4"


@pytest.mark.parametrize(
    ("cell", "kind"), [("1996-10-16", "date"), ("1992-12", "gYearMonth"), ("1967", "gYear")]
)
def test_a_date_is_as_precise_as_it_is_written(write: Write, cell: str, kind: str) -> None:
    reading = read_tables(write(EVENTS, events=f"id,date\nev-1,{cell}\n"))
    expected = Literal(cell, datatype=NamedNode(PREFIXES["xsd"] + kind))
    assert expected in {quad.object for quad in reading.quads}


def test_an_empty_cell_says_nothing(write: Write) -> None:
    reading = read_tables(write(EVENTS, events="id,date,from,note\nev-1,,,\n"))
    assert [quad.predicate.value for quad in reading.quads] == [PREFIXES["rdf"] + "type"]


def test_columns_may_be_left_out_reordered_and_titled(write: Write) -> None:
    reading = read_tables(write(EVENTS, events="\ufefffecha, id \n1990,ev-1\n"))
    assert values(reading, thing("event", "ev-1"), CG + "happenedOn") == {"1990"}


def test_all_bad_cells_are_named_together_with_place_and_remedy(write: Write) -> None:
    path = write(
        EVENTS,
        events="id,date,from,sure,kind,lines,note\n"
        "ev-1,1996-02-30,a,maybe,mergre,0,\n"
        ",1990,a,yes,merger,1,\n"
        "ev-1,1990,a,yes,merger,1,\n"
        "ev-2,3/4/2001,a,yes,merger,x,\n",
    )
    assert problems(path) == [
        "events.csv:2: date: '1996-02-30' is no date. Write YYYY-MM-DD, YYYY-MM or YYYY.",
        "events.csv:2: sure: 'maybe' is neither yes nor no.",
        "events.csv:2: kind: 'mergre' is none of merger, creation. Did you mean merger?",
        "events.csv:2: lines: '0' is no whole number from 1 up.",
        "events.csv:3: id: this cell is empty. Fill it.",
        "events.csv:4: id: 'ev-1' stands on events.csv:2 too. Keep one row.",
        f"events.csv:5: date: '3/4/2001' {AMBIGUOUS}",
        "events.csv:5: lines: 'x' is no whole number from 1 up.",
    ]


def test_a_declared_order_decides_on_a_date() -> None:
    assert date_literal("3/4/2001", Dates("dmy")).value == "2001-04-03"
    assert date_literal("3.4.2001", Dates("mdy")).value == "2001-03-04"
    with pytest.raises(BadCell, match=r"'31/12/2001' is no date\."):
        date_literal("31/12/2001", Dates("mdy"))


def test_a_name_that_nothing_describes_is_an_error_if_names_are_known(write: Write) -> None:
    path = write(EVENTS, events="id,from\nev-1,agr\nev-2,xyzzy\n")
    known = {ID + "actor/arg", ORG + "ChangeEvent"}
    absent, remedy = "is described nowhere.", "`coordgraph resolve` finds whom names mean."
    assert problems(path, known=known) == [
        f"events.csv:2: from: 'agr': actor/agr {absent} Did you mean arg? {remedy}",
        f"events.csv:3: from: 'xyzzy': actor/xyzzy {absent} Describe it. {remedy}",
    ]
    assert read_tables(path).quads


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("date\n1990\n", "events.csv:1: the column id is missing. Add it."),
        (
            "id,noet\nev-1,x\n",
            "events.csv:1: noet: no such column is described. Did you mean note?",
        ),
        (
            "id,zzz\nev-1,x\n",
            "events.csv:1: zzz: no such column is described. Leave it out, or describe it.",
        ),
        ("id,note,note\nev-1,x,y\n", "events.csv:1: note: this column stands twice."),
        (
            "id,note\nev-1,a,b,c\n",
            f"events.csv:2: 4 cells, but 2 columns. {QUOTE}",
        ),
        ("", "events.csv:1: the column id is missing. Add it."),
    ],
)
def test_a_table_of_another_shape_is_refused(write: Write, text: str, problem: str) -> None:
    assert problems(write(EVENTS, events=text)) == [problem]


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        (table(column("id", "cg:id")), "'cg:id' is no absolute IRI."),
        (table({"name": "id"}), "give propertyUrl, or suppressOutput"),
        (table(column("id", CG + "x", valueUrl=ID + "{nam}")), "no column is named nam."),
        (table(column("id"), column("id")), "Duplicate column name"),
        (table(column("name")), "primaryKey: no column is named id."),
        (table(column("id", CG + "x"), aboutUrl=None), "aboutUrl is missing"),
        (table(column("id", CG + "x", valueUrl="{id}")), "is no absolute IRI"),
        (table(column("id", datatype="dat")), "this is no CSVW: "),
        (table(column("id", CG + "{id}")), "a property is no template."),
        (table(column("id", CG + "<x>")), "#<x>' is no IRI."),
        (table(column("")), "a column has no name."),
        (table(titles={"en": 1}), "this is no CSVW: "),
    ],
)
def test_a_bad_description_says_where(
    write: Write, wrong: dict[str, Any], problem: str
) -> None:
    with pytest.raises(InvalidMapping) as caught:
        read_tables(write(wrong, events="id\n"))
    assert "csv-metadata.json: " in str(caught.value)
    assert problem in str(caught.value)


@pytest.mark.parametrize(
    ("text", "problem"),
    [("{", "this is no JSON"), ("[]", "this describes no table"), ("{}", "describes no table")],
)
def test_what_is_no_description_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "csv-metadata.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidMapping, match=problem):
        read_tables(path)


def test_a_description_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"none\.json: no such file or directory"):
        read_tables(tmp_path / "none.json")


def test_one_table_may_be_described_alone(write: Write, tmp_path: Path) -> None:
    write(events="id,note\nev-1,a\n")
    path = tmp_path / "events.json"
    path.write_text(
        json.dumps({"@context": "http://www.w3.org/ns/csvw", **EVENTS}), encoding="utf-8"
    )
    assert values(read_tables(path), thing("event", "ev-1"), RDFS + "comment") == {"a"}


def test_a_table_without_a_key_names_rows_as_often_as_they_stand(write: Write) -> None:
    path = write(
        table(column("id"), column("note", RDFS + "comment"), primaryKey=[]),
        events="id,note\nev-1,a\nev-1,b\n",
    )
    assert values(read_tables(path), thing("event", "ev-1"), RDFS + "comment") == {"a", "b"}


def test_what_is_remembered_of_cells_has_an_end(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coordgraph.ingest.table._CACHED", 2)
    rows = "".join(f"ev-{number},n{number % 4}\n" for number in range(9))
    found = read_tables(write(EVENTS, events=f"id,note\n{rows}"))
    assert [
        values(found, thing("event", f"ev-{number}"), RDFS + "comment") for number in range(9)
    ] == [{f"n{number % 4}"} for number in range(9)]


def test_a_missing_table_is_named(write: Write) -> None:
    with pytest.raises(UnreadableFile, match=r"events\.csv: no such file or directory\."):
        read_tables(write(EVENTS))


def test_a_table_in_another_encoding_is_refused(write: Write, tmp_path: Path) -> None:
    path = write(EVENTS)
    (tmp_path / "events.csv").write_bytes("id,note\nev-1,Previsión\n".encode("latin-1"))
    with pytest.raises(UnreadableFile, match="not in the encoding UTF-8"):
        read_tables(path)


def test_values_may_be_of_any_datatype(write: Write) -> None:
    yes_or_no = {"base": "boolean", "format": "yes|no"}
    described = table(
        column("id"),
        column("at", CG + "at", datatype="time"),
        column("sure", CG + "asserted", datatype=yes_or_no),
    )
    reading = read_tables(write(described, events="id,at,sure\nev-1,12:30:00,true\n"))
    assert values(reading, thing("event", "ev-1"), CG + "at") == {"12:30:00"}
    assert values(reading, thing("event", "ev-1"), CG + "asserted") == {"true"}
    assert problems(write(described, events="id,at\nev-1,noon\n")) == [
        "events.csv:2: at: 'noon' is no time."
    ]


def test_cells_with_line_breaks_are_no_trouble(write: Write) -> None:
    path = write(EVENTS, events='id,note\nev-1,"a, ""b""\nc"\n')
    found = read_tables(path)
    assert values(found, thing("event", "ev-1"), RDFS + "comment") == {'a, "b"\nc'}


FACTS = table(
    column("id"),
    column("about", "rdf:subject", valueUrl=ID + "actor/{about}"),
    column("predicate", "rdf:predicate", valueUrl="{+predicate}"),
    column("text", "rdf:object", lang="es"),
    column("stated", CG + "asserted", datatype={"base": "boolean", "format": "yes|no"}),
    url="facts.csv",
    aboutUrl=ID + "fact/{id}",
)


def test_a_fact_is_described_and_where_so_said_stated(write: Write) -> None:
    label = PREFIXES["skos"] + "prefLabel"
    rows = [
        ["id", "about", "predicate", "text", "stated"],
        ["f-1", "afip", label, "Administración Federal", "yes"],
        ["f-2", "afip", label, "La Administración", "no"],
    ]
    path = write(FACTS, facts="\n".join(",".join(row) for row in rows))
    reading = read_tables(path)
    assert values(reading, thing("actor", "afip"), label) == {"Administración Federal"}
    assert values(reading, thing("fact", "f-2"), PREFIXES["rdf"] + "object") == {
        "La Administración"
    }


PARTIES = table(
    column("id"),
    column("on", "https://w3id.org/coordgraph/table#ratifiedOn", datatype=EDTF),
    column("role", CG + "role", valueUrl=ID + "role/{role}"),
    column("actor", CG + "actor", valueUrl=ID + "actor/{actor}"),
    column(
        "of",
        CG + "participation",
        aboutUrl=ID + "agreement/{of}",
        valueUrl=ID + "participation/{of}-{actor}",
    ),
    column(
        "source", "https://w3id.org/coordgraph/table#source", valueUrl=ID + "source/{source}"
    ),
    column("place", "https://w3id.org/coordgraph/table#locator"),
    url="parties.csv",
    aboutUrl=ID + "participation/{of}-{actor}",
)


def test_short_forms_are_spelled_out_and_go(write: Write) -> None:
    path = write(
        PARTIES,
        parties="id,of,actor,role,on,source,place\n1,t,state-arg,party,1999,law,art. 1\n",
    )
    reading = read_tables(path)
    passage = thing("passage", "law-art-1")
    event = thing("event", "t-state-arg-ratification")
    assert values(reading, passage, CG + "locator") == {"art. 1"}
    assert values(reading, thing("participation", "t-state-arg"), CG + "evidence") == {
        passage.value
    }
    assert values(reading, event, CG + "happenedOn") == {"1999"}
    assert values(reading, event, CG + "byParty") == {ID + "actor/state-arg"}
    assert str(reading.rows[event]) == "parties.csv:2"
    assert str(reading.rows[passage]) == "parties.csv:2"
    assert not [quad for quad in reading.quads if "/table#" in quad.predicate.value]


@pytest.mark.parametrize("cell", ["skos:{kind}", "http://www.w3.org/2004/02/skos/core#{kind}"])
def test_a_prefix_in_a_template_is_spelled_out(write: Write, cell: str) -> None:
    kinds = table(column("id"), column("kind", "rdf:type", valueUrl=cell))
    reading = read_tables(write(kinds, events="id,kind\nev-1,Concept\n"))
    concept = PREFIXES["skos"] + "Concept"
    assert values(reading, thing("event", "ev-1"), PREFIXES["rdf"] + "type") == {concept}


def test_long_tables_are_read_in_parts_and_whole(write: Write) -> None:
    path = write(EVENTS, events="id,kind\n" + "".join(f"ev-{n},merger\n" for n in range(5_000)))
    assert len(read_tables(path).quads) == 10_000


def test_what_a_row_says_itself_is_not_said_twice(write: Write) -> None:
    said = column("evidence", CG + "evidence", valueUrl=ID + "passage/{evidence}")
    schema = PARTIES["tableSchema"]
    described = {
        **PARTIES,
        "tableSchema": {**schema, "columns": [*schema["columns"], said]},
    }
    row = "id,of,actor,role,source,place,evidence\n1,t,a,party,law,art. 1,law-art-1\n"
    quads = read_tables(write(described, parties=row)).quads
    evidence = [quad.triple for quad in quads if quad.predicate.value == CG + "evidence"]
    assert len(evidence) == len(set(evidence)) == 1
