"""``coordgraph import`` takes tables as offices keep them, and says what is wrong with them."""

import csv
import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from coordgraph.ingest.dataset import load
from coordgraph.namespace import CG, ID, PREFIXES
from coordgraph.publish import conversion
from coordgraph.store import EmbeddedStore
from tests.unit.cli.test_commands import run

Row = Sequence[Any]
Tables = dict[str, list[Row]]
Write = Callable[..., Path]

XSD = PREFIXES["xsd"]
SIGNED = NamedNode(CG + "signedOn")
WRITE = "Write YYYY-MM-DD, YYYY-MM or YYYY."
RESOLVE = "`coordgraph resolve` finds whom names mean."
HEAD = b"agreement,actor,role,basis,source"
AMBIGUOUS = (
    "may have the day first or the month first. "
    "Write YYYY-MM-DD, or declare the order with --dates dmy or --dates mdy."
)


def sound() -> Tables:
    """Return tables of one agreement between two states, without fault."""
    return {
        "agreements": [
            ("id", "kind", "title_en", "signed_on", "source"),
            ("acme-1", "social-security-agreement", "Acme Convention", "1999-05", "acme-law"),
        ],
        "parties": [
            ("agreement", "actor", "role", "basis", "source"),
            ("acme-1", "state-arg", "party", "Explicit", "acme-law"),
            ("acme-1", "state-ury", "party", "Explicit", "acme-law"),
        ],
        "sources": [("id", "title", "class"), ("acme-law", "Law 1", "official-legal-text")],
    }


def as_folder(folder: Path, tables: Tables, **dialect: Any) -> Path:
    encoding = dialect.pop("encoding", "utf-8")
    folder.mkdir(exist_ok=True)
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding=encoding, newline="") as file:
            csv.writer(file, **dialect).writerows(rows)
    return folder


def as_book(path: Path, tables: Tables) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


@pytest.fixture(scope="module")
def dataset() -> EmbeddedStore:
    return load(derived=False)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dataset: EmbeddedStore) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(conversion, "load", lambda **_: dataset)  # once for all tests
    return tmp_path


def made(path: str = "out.ttl") -> set[Triple]:
    form = {"ttl": RdfFormat.TURTLE, "nq": RdfFormat.N_QUADS}[path.rpartition(".")[2]]
    return {quad.triple for quad in parse(path=path, format=form)}


def said_of(subject: str, predicate: NamedNode) -> list[str]:
    return sorted(
        triple.object.value
        for triple in made()
        if triple.subject == NamedNode(ID + subject)
        and triple.predicate == predicate
        and isinstance(triple.object, NamedNode | Literal)
    )


def imported(*arguments: object, code: int = 0) -> str:
    result = run("import", *arguments, "--out", "out.ttl", "--no-check")
    assert result.exit_code == code, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.stdout == ""
    assert Path("out.ttl").exists() is (code == 0)
    return result.stderr


def refused(*arguments: object) -> list[str]:
    """Return what is wrong with tables, one message a line; nothing is written."""
    said = imported(*arguments, code=1)
    assert said.startswith("coordgraph: ")
    return said.removeprefix("coordgraph: ").splitlines()


# what tables say


@pytest.mark.parametrize("book", [False, True], ids=["folder", "workbook"])
def test_tables_become_statements_with_evidence(here: Path, *, book: bool) -> None:
    tables = as_book(here / "t.xlsx", sound()) if book else as_folder(here / "t", sound())
    result = run("import", tables, "--out", "out.ttl")
    assert result.exit_code == 0, result.output
    assert result.stderr.splitlines() == ["out.ttl: 25 statements of 4 rows."]
    assert "Conforms: 0 violations" in result.stdout
    assert said_of("agreement/acme-1", SIGNED) == ["1999-05"]
    assert said_of("participation/acme-1-state-ury", NamedNode(CG + "evidence")) == [
        ID + "source/acme-law"
    ]
    assert said_of("event/acme-1-signature", NamedNode(CG + "happenedOn")) == ["1999-05"]


def test_the_outcome_is_a_network(here: Path) -> None:
    assert run("import", as_folder(here / "t", sound()), "--out", "out.ttl").exit_code == 0
    found = run("ties", "--data", "out.ttl", "--format", "csv").stdout.splitlines()
    assert len(found) == 2
    assert found[1].startswith(f"{ID}actor/state-arg,{ID}actor/state-ury,")


def test_a_format_with_graphs_names_the_graph(here: Path) -> None:
    run("import", as_folder(here / "t", sound()), "--out", "my-net.nq", "--no-check")
    names = {str(quad.graph_name) for quad in parse(path="my-net.nq", format=RdfFormat.N_QUADS)}
    assert names == {"<https://w3id.org/coordgraph/graph/import/my-net>"}


def test_nothing_is_said_twice(here: Path) -> None:
    tables = sound()
    tables["parties"] = [
        (*row, place)
        for row, place in zip(tables["parties"], ("locator", "art. 1", "art. 1"), strict=True)
    ]
    run("import", as_folder(here / "t", tables), "--out", "out.nq", "--no-check")
    lines = Path("out.nq").read_text(encoding="utf-8").splitlines()
    assert sorted(lines) == sorted(set(lines))


def test_several_values_stand_between_semicolons(here: Path) -> None:
    tables = sound()
    tables["agreements"] = [
        (*tables["agreements"][0], "level"),
        (*tables["agreements"][1], "policy; operational"),
    ]
    imported(as_folder(here / "t", tables))
    assert said_of("agreement/acme-1", NamedNode(CG + "level")) == [
        f"{ID}level/operational",
        f"{ID}level/policy",
    ]


# how offices keep tables


@pytest.mark.parametrize(
    ("dialect", "remark"),
    [
        ({}, []),
        ({"encoding": "utf-8-sig"}, []),
        ({"encoding": "cp1252"}, ["read in the encoding Windows-1252 (Latin-1)."]),
        ({"encoding": "utf-16"}, ["read in the encoding UTF-16."]),
        ({"delimiter": ";"}, ["cells stand between semicolons."]),
        ({"delimiter": "\t"}, ["cells stand between tabs."]),
        ({"delimiter": ";", "quoting": csv.QUOTE_ALL}, ["cells stand between semicolons."]),
        ({"lineterminator": "\n"}, []),
    ],
    ids=str,
)
def test_text_is_read_in_any_usual_dialect(
    here: Path, dialect: dict[str, Any], remark: list[str]
) -> None:
    tables = sound()
    tables["agreements"][1] = (*tables["agreements"][1][:2], "Convención de Ñandú", "1999", "")
    tables["agreements"][1] = (*tables["agreements"][1][:4], "acme-law")
    said = imported(as_folder(here / "t", tables, **dialect)).splitlines()
    title = NamedNode(PREFIXES["dcterms"] + "title")
    assert said_of("agreement/acme-1", title) == ["Convención de Ñandú"]
    assert [line for line in said if line.startswith("t/agreements.csv")] == [
        f"t/agreements.csv: {each}" for each in remark
    ]


def test_blanks_around_cells_and_empty_lines_do_not_matter(here: Path) -> None:
    tables = sound()
    tables["agreements"] = [
        (" id", "kind ", "Title_EN", "signed_on", "source"),
        (),
        (" acme-1 ", "social-security-agreement\u00a0", "Acme ", " 1999-05", "acme-law"),
        ("", "", "", "", ""),
    ]
    assert imported(as_folder(here / "t", tables)) == "out.ttl: 25 statements of 4 rows.\n"


def test_titles_may_be_spanish_or_portuguese(here: Path) -> None:
    tables = sound()
    tables["agreements"][0] = ("id", "tipo", "titulo_en", "Firmado_el", "FUENTE")
    tables["parties"][0] = ("acordo", "ator", "papel", "fundamento", "fonte")
    said = imported(as_folder(here / "t", tables))
    assert said == "out.ttl: 25 statements of 4 rows.\n"


@pytest.mark.parametrize(
    "names",
    [("Acuerdos", "PARTES", "fuentes"), ("acordos", "partes", "Fontes")],
    ids=["es", "pt"],
)
def test_sheets_may_be_called_in_spanish_or_portuguese(
    here: Path, names: tuple[str, ...]
) -> None:
    tables = dict(zip(names, sound().values(), strict=True))
    assert imported(as_book(here / "t.xlsx", tables)) == "out.ttl: 25 statements of 4 rows.\n"


def test_accents_are_composed(here: Path) -> None:
    tables = sound()
    tables["agreements"][1] = (
        "acme-1",
        *tables["agreements"][1][1:2],
        "Cafe\u0301",
        "",
        "acme-law",
    )
    imported(as_folder(here / "t", tables))
    title = NamedNode(PREFIXES["dcterms"] + "title")
    assert said_of("agreement/acme-1", title) == ["Café"]


def test_dates_of_a_workbook_are_days(here: Path) -> None:
    tables = sound()
    head, row = tables["agreements"]
    tables["agreements"] = [
        (*head, "in_force_from", "ended_on"),
        (
            *row[:3],
            dt.datetime(1999, 5, 1),  # noqa: DTZ001 - as workbooks hold days
            row[4],
            dt.date(2001, 4, 3),
            2010,
        ),
    ]
    imported(as_book(here / "t.xlsx", tables))
    assert said_of("agreement/acme-1", SIGNED) == ["1999-05-01"]
    assert said_of("agreement/acme-1", NamedNode(CG + "inForceFrom")) == ["2001-04-03"]
    assert said_of("agreement/acme-1", NamedNode(CG + "endedOn")) == ["2010"]


@pytest.mark.parametrize("book", [False, True], ids=["folder", "workbook"])
def test_days_counted_as_workbooks_do_are_read_and_said(here: Path, *, book: bool) -> None:
    tables = sound()
    tables["agreements"][1] = (*tables["agreements"][1][:3], 36984, "acme-law")
    path = as_book(here / "t.xlsx", tables) if book else as_folder(here / "t", tables)
    said = imported(path).splitlines()
    sheet = "t.xlsx:agreements" if book else "t/agreements.csv"
    how = "1 dates were numbers, read as days the way workbooks count."
    assert said[0] == f"{sheet}: signed_on: {how}"
    assert said_of("agreement/acme-1", SIGNED) == ["2001-04-03"]


@pytest.mark.parametrize(("order", "day"), [("dmy", "2001-04-03"), ("mdy", "2001-03-04")])
def test_a_declared_order_of_day_and_month_is_followed(
    here: Path, order: str, day: str
) -> None:
    tables = sound()
    tables["agreements"][1] = (*tables["agreements"][1][:3], "03/04/2001", "acme-law")
    path = as_folder(here / "t", tables)
    assert refused(path) == [f"t/agreements.csv:2: signed_on: '03/04/2001' {AMBIGUOUS}"]
    imported(path, "--dates", order)
    assert said_of("agreement/acme-1", SIGNED) == [day]


def test_a_cell_that_only_looks_like_a_formula_is_text(here: Path) -> None:
    tables = sound()
    tables["agreements"][1] = ("acme-1", "social-security-agreement", "'=1+1", "", "acme-law")
    imported(as_folder(here / "t", tables))
    title = NamedNode(PREFIXES["dcterms"] + "title")
    assert said_of("agreement/acme-1", title) == ["=1+1"]


def test_a_file_is_known_by_its_name_or_by_its_columns(here: Path) -> None:
    folder = as_folder(here / "t", sound())
    (folder / "agreements.csv").rename(folder / "treaties 2001.csv")
    assert imported(folder) == "out.ttl: 25 statements of 4 rows.\n"


def test_a_sheet_that_is_no_table_is_said_to_be_left(here: Path) -> None:
    book = as_book(here / "t.xlsx", {**sound(), "Remarks": [("dear", "diary")]})
    reason = "not read: no table is called so or has its columns."
    assert imported(book).splitlines()[0] == f"t.xlsx:Remarks: {reason}"


def test_progress_is_not_part_of_the_answer(here: Path) -> None:
    result = run("import", as_folder(here / "t", sound()), "--out", "out.ttl", "-q")
    assert (result.exit_code, result.output) == (0, "")


# what is wrong with tables


def changed(name: str, line: int, **cells: Any) -> Tables:
    """Return sound tables with cells of one row changed, by column."""
    tables = sound()
    head, row = tables[name][0], list(tables[name][line - 1])
    for column, cell in cells.items():
        if column not in head:
            head = (*head, column)
            tables[name] = [head, *[(*other, "") for other in tables[name][1:]]]
            row.append("")
        row[head.index(column)] = cell
    tables[name][line - 1] = tuple(row)
    return tables


@pytest.mark.parametrize(
    ("name", "cells", "message"),
    [
        ("agreements", {"signed_on": "1999-13"}, "'1999-13' is no date. " + WRITE),
        ("agreements", {"signed_on": "May 1999"}, "'May 1999' is no date. " + WRITE),
        ("agreements", {"signed_on": "1999-02-30"}, "'1999-02-30' is no date. " + WRITE),
        (
            "agreements",
            {"id": "Acme 1"},
            "'Acme 1' is no string that follows [a-z0-9][a-z0-9-]*.",
        ),
        ("agreements", {"title_en": ""}, "this cell is empty. Fill it."),
        (
            "agreements",
            {"level": "policy;;operational"},
            "'policy;;operational' has nothing between two ';'. Take one out.",
        ),
        (
            "agreements",
            {"level": "polcy"},
            "'polcy': level/polcy is described nowhere. Did you mean policy?",
        ),
        (
            "agreements",
            {"kind": "treaty"},
            "'treaty': mechanism-kind/treaty is described nowhere. Describe it.",
        ),
        (
            "agreements",
            {"title_en": "#REF!"},
            "'#REF!' is the error of a formula. Mend the formula.",
        ),
        (
            "agreements",
            {"replaces": "acme-0"},
            "'acme-0': agreement/acme-0 is described nowhere. Did you mean acme-1?",
        ),
        (
            "parties",
            {"basis": "explicit"},
            "'explicit' is none of Explicit, Inferred. Did you mean Explicit?",
        ),
        (
            "parties",
            {"actor": "agr"},
            f"'agr': actor/agr is described nowhere. Describe it. {RESOLVE}",
        ),
        (
            "sources",
            {"page": "see the web"},
            "'see the web' is no IRI. Mind blanks, quotes and brackets.",
        ),
    ],
)
def test_a_bad_cell_is_named_with_place_value_and_remedy(
    here: Path, name: str, cells: dict[str, Any], message: str
) -> None:
    tables = changed(name, 2, **cells)
    place = f"{name}.csv:2: {next(iter(cells))}"
    found = refused(as_folder(here / "t", tables))
    assert f"t/{place}: {message}" in found
    book = refused(as_book(here / "t.xlsx", tables))
    assert f"t.xlsx:{name}:2: {next(iter(cells))}: {message}" in book


def test_an_acronym_is_told_the_id_that_it_may_mean(here: Path) -> None:
    (problem, *_) = refused(as_folder(here / "t", changed("parties", 2, actor="AFIP")))
    assert problem.startswith(
        "t/parties.csv:2: actor: 'AFIP': actor/AFIP is described nowhere."
    )
    assert "Did you mean afip?" in problem


def test_a_name_with_other_accents_is_told_the_id_that_it_may_mean(here: Path) -> None:
    tables = changed("parties", 2, actor="  banco de prevision SOCIAL ")
    (problem, *_) = refused(as_folder(here / "t", tables))
    assert "'banco de prevision SOCIAL'" in problem
    assert "Did you mean bps?" in problem


def test_an_id_that_stands_twice_names_both_rows(here: Path) -> None:
    tables = sound()
    tables["parties"].append(tables["parties"][1])
    twice = "'acme-1 state-arg' stands on t/parties.csv:2 too. Keep one row."
    assert refused(as_folder(here / "t", tables)) == [
        f"t/parties.csv:4: agreement, actor: {twice}"
    ]


def test_all_bad_rows_of_all_tables_are_named_together(here: Path) -> None:
    tables = changed("parties", 3, basis="sure", role="guest")
    tables["agreements"][1] = (*tables["agreements"][1][:3], "soon", "acme-law")
    assert refused(as_folder(here / "t", tables)) == [
        "t/agreements.csv:2: signed_on: 'soon' is no date. Write YYYY-MM-DD, YYYY-MM or YYYY.",
        "t/parties.csv:3: role: 'guest': role/guest is described nowhere. Describe it.",
        "t/parties.csv:3: basis: 'sure' is none of Explicit, Inferred.",
    ]


def test_bad_rows_may_be_left_out_with_what_points_to_them(here: Path) -> None:
    tables = sound()
    tables["agreements"].append(
        ("acme-2", "social-security-agreement", "B", "soon", "acme-law")
    )
    tables["parties"] += [
        ("acme-2", "state-arg", "party", "Explicit", "acme-law"),
        ("acme-2", "state-bra", "party", "Explicit", "acme-law"),
    ]
    folder = as_folder(here / "t", tables)
    assert len(refused(folder)) == 1
    gone = "'acme-2': agreement/acme-2 is left out itself."
    assert imported(folder, "--keep-going").splitlines() == [
        "Left out: 3 of 7 rows.",
        "t/agreements.csv:3: signed_on: 'soon' is no date. Write YYYY-MM-DD, YYYY-MM or YYYY.",
        f"t/parties.csv:4: agreement: {gone}",
        f"t/parties.csv:5: agreement: {gone}",
        "out.ttl: 25 statements of 4 rows.",
    ]
    assert not [triple for triple in made() if "acme-2" in str(triple)]


def test_a_finding_of_the_shapes_is_traced_to_its_cell(here: Path) -> None:
    tables = sound()
    tables["agreements"] = [
        (*tables["agreements"][0], "in_force_from"),
        (*tables["agreements"][1], "1990"),
    ]
    for path, place in (
        (as_folder(here / "t", tables), "t/agreements.csv:2: in_force_from: "),
        (as_book(here / "t.xlsx", tables), "t.xlsx:agreements:2: in_force_from: "),
    ):
        result = run("import", path, "--out", "out.ttl")
        assert result.exit_code == 1
        assert place in result.stdout
        assert "1 violations" in result.stdout
        remedy = "not written, as it breaks the shapes; --keep-going does."
        assert result.stderr.splitlines()[-1] == f"out.ttl: {remedy}"
        assert not Path("out.ttl").exists()


def test_one_party_is_no_agreement(here: Path) -> None:
    tables = sound()
    tables["parties"].pop()
    result = run("import", as_folder(here / "t", tables), "--out", "out.ttl")
    assert result.exit_code == 1
    assert "t/agreements.csv:2: error: " in result.stdout


# what is wrong with files and calls


def test_an_earlier_file_stays_when_tables_are_bad(here: Path) -> None:
    Path("out.ttl").write_text("<urn:a> <urn:b> <urn:c> .\n", encoding="utf-8")
    tables = changed("agreements", 2, signed_on="soon")
    result = run("import", as_folder(here / "t", tables), "--out", "out.ttl")
    assert result.exit_code == 1
    assert Path("out.ttl").read_text(encoding="utf-8") == "<urn:a> <urn:b> <urn:c> .\n"
    assert sorted(path.name for path in here.iterdir()) == ["out.ttl", "t"]


@pytest.mark.parametrize(
    ("files", "code", "message"),
    [
        (
            {"a.doc": b""},
            2,
            "a.doc: the suffix is of no table. Known are .xlsm, .xlsx, .csv, .tsv, .txt.",
        ),
        (
            {"a.xlsx": b"PK\x03\x04 no"},
            2,
            "a.xlsx: this is no workbook (.xlsx). Save it as one, or its sheets as CSV.",
        ),
        ({"missing.csv": None}, 2, "missing.csv: there is no such file (looked in "),
        ({"missing": None}, 2, "missing: there is no such file (looked in "),
        ({"missing.xlsx": None}, 2, "missing.xlsx: there is no such file (looked in "),
        ({"parties.csv": b""}, 1, "parties.csv:1: the column actor is missing. Add it."),
        (
            {"a.csv": b"\x00\x81\xff"},
            2,
            "a.csv: this table is in none of UTF-8, UTF-16 and Windows-1252. Save it as UTF-8.",
        ),
        ({"a.csv": b"x,y\n1,2\n"}, 2, "a.csv: its columns fit no table. The nearest is "),
        ({"a.csv": b"id,title_en\n"}, 2, "Name the file as the table it is: "),
        ({"a.csv": HEAD + b"\n"}, 2, "its columns fit several tables."),
        (
            {"parties.csv": HEAD + b"\n"},
            1,
            "parties.csv: no row holds anything that could be written.",
        ),
        (
            {"parties.csv": HEAD + b'\n"x'},
            2,
            "parties.csv: this is no CSV: unexpected end of data.",
        ),
        (
            {"parties.csv": HEAD + b"\na,b,c\n"},
            1,
            "parties.csv:2: 3 cells, but 5 columns. Put a cell that holds a comma in ",
        ),
        (
            {"parties.csv": b"agreement,actr,role,basis,source\n"},
            1,
            "parties.csv:1: actr: no such column is described. Did you mean actor?",
        ),
        (
            {"parties.csv": b"agreement,actor,actor,role,basis,source\n"},
            1,
            "parties.csv:1: actor: this column stands twice.",
        ),
        (
            {"parties.csv": HEAD + b",\na,b,c,d,e,f\n"},
            1,
            "parties.csv:2: 'f' stands under no title. Give its column one.",
        ),
        (
            {"parties.csv": b"agreement\n", "parties.tsv": b"agreement\n"},
            2,
            "both parties.csv and parties.tsv are the table parties. Put their rows into one.",
        ),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else None,
)
def test_a_file_that_is_no_table_gets_one_clear_message(
    files: dict[str, bytes | None], code: int, message: str
) -> None:
    for name, body in files.items():
        if body is not None:
            Path(name).write_bytes(body)
    said = imported(*files, code=code)
    assert message in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--out", "x.ttl"], "Name a CSV file, a workbook or a folder."),
        (["t"], "Name the RDF file to write with --out."),
        (["t", "--out", "x.doc"], "x.doc: the suffix is of no RDF format."),
        (["t", "--out", "nowhere/x.ttl"], "nowhere/x.ttl: cannot be written: no such file"),
        (["t", "--out", "x.ttl", "--mapping", "none.json"], "none.json: no such file"),
        (["t", "--out", "x.ttl", "--data", "none.ttl"], "none.ttl: there is no such file"),
        (["t", "--template", "x.xlsx"], "--template reads nothing; leave out FILE and --out."),
        (["--template", "x.csv"], "x.csv: a template is a workbook; name a file .xlsx."),
        (["--template", "nowhere/x.xlsx"], "nowhere/x.xlsx: cannot be written: no such file"),
        (["empty", "--out", "x.ttl"], "empty: this folder holds no CSV file."),
    ],
)
def test_a_wrong_call_gets_one_clear_message(
    here: Path, arguments: list[str], message: str
) -> None:
    as_folder(here / "t", sound())
    (here / "empty").mkdir()
    result = run("import", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert not list(here.glob("x.*"))


def test_a_template_may_be_written_without_a_word() -> None:
    result = run("import", "--template", "t.xlsx", "-q")
    assert (result.exit_code, result.output) == (0, "")
    assert "agreements" in openpyxl.load_workbook("t.xlsx").sheetnames


def test_a_book_without_any_table_is_refused(here: Path) -> None:
    book = as_book(here / "t.xlsx", {"Remarks": [("dear", "diary")]})
    listed = "actors, agreements, parties, participations, dates, sources"
    assert imported(book, code=2) == (
        f"coordgraph: t.xlsx: no sheet is called as a table: {listed}.\n"
    )


def test_data_of_ones_own_may_be_pointed_to(here: Path) -> None:
    tables = changed("parties", 2, actor="acme")
    folder = as_folder(here / "t", tables)
    assert "actor/acme is described nowhere" in refused(folder)[0]
    Path("acme.ttl").write_text(
        f'<{ID}actor/acme> <{PREFIXES["skos"]}prefLabel> "Acme"@en .\n', encoding="utf-8"
    )
    imported(folder, "--data", "acme.ttl")
