"""Workbooks hold the tables, the lists that cells choose from, and what columns mean."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from coordgraph.ingest.dataset import load
from coordgraph.ingest.description import read_description
from coordgraph.publish import workbook
from coordgraph.publish.conversion import MAPPING
from coordgraph.publish.rows import Filled
from coordgraph.publish.workbook import codes_for, unfit, write_workbook
from coordgraph.store import EmbeddedStore

TABLES = read_description(MAPPING)
Template = Callable[[str], Any]
SHEETS = ["actors", "agreements", "parties", "participations", "dates", "sources"]


@pytest.fixture(scope="module")
def dataset() -> EmbeddedStore:
    return load(derived=False)


@pytest.fixture(scope="module")
def template(dataset: EmbeddedStore, tmp_path_factory: pytest.TempPathFactory) -> Template:
    """Return what gives the empty workbook in a language, read back, which nobody changes."""

    @cache
    def made(lang: str) -> Any:
        path = tmp_path_factory.mktemp("template") / "t.xlsx"
        codes = codes_for(dataset, TABLES, lang=lang)
        write_workbook(path, [Filled(table, ()) for table in TABLES], codes, lang=lang)
        return openpyxl.load_workbook(path)

    return made


def rule(sheet: Any, title: str) -> Any:
    """Return what a column is checked for, by its title in the first row."""
    (cell,) = [cell for cell in sheet[1] if cell.value == title]
    area = f"{cell.column_letter}2:{cell.column_letter}1048576"
    (found,) = [
        each for each in sheet.data_validations.dataValidation if str(each.sqref) == area
    ]
    return found


def offered(book: Any, sheet: str, title: str) -> list[str]:
    """Return the codes that a column offers, from where its rule finds them."""
    listed, _, area = rule(book[sheet], title).formula1.partition("!")
    return [cell.value for (cell,) in book[listed][area.replace("$", "")]]


def test_there_is_a_sheet_a_table_between_explanation_and_codes(template: Template) -> None:
    book = template("en")
    assert book.sheetnames == ["about", *SHEETS, "codes"]
    for table in TABLES:
        titles = [cell.value for cell in book[table.stem][1]]
        assert titles == [column.name for column in table.columns if not column.virtual]


@pytest.mark.parametrize(
    ("sheet", "title", "code"),
    [
        ("actors", "kind", "ministry"),
        ("actors", "country", "arg"),
        ("agreements", "kind", "social-security-agreement"),
        ("agreements", "status", "in-force"),
        ("parties", "actor", "state-can-qc"),
        ("parties", "role", "liaison-body"),
        ("participations", "acting_for", "state-ury"),
        ("sources", "class", "official-legal-text"),
    ],
)
def test_a_column_offers_the_codes_of_its_scheme(
    template: Template, sheet: str, title: str, code: str
) -> None:
    assert code in offered(template("en"), sheet, title)


def test_every_code_that_is_offered_is_a_thing_of_the_dataset(
    template: Template, dataset: EmbeddedStore
) -> None:
    book = template("en")
    known = {quad.subject.value for quad in dataset.quads() if hasattr(quad.subject, "value")}
    for name, code, label, _ in book["codes"].iter_rows(min_row=2, values_only=True):
        assert {f"https://w3id.org/coordgraph/id/{name}/{code}",
                f"https://w3id.org/coordgraph/ns#{code}"} & known  # fmt: skip
        assert label


def test_only_closed_lists_refuse_what_they_do_not_offer(template: Template) -> None:
    book = template("en")
    strict = {
        (name, cell.value)
        for name in SHEETS
        for cell in book[name][1]
        if rule(book[name], cell.value).showErrorMessage
    }
    assert ("parties", "role") in strict
    assert ("parties", "basis") in strict
    assert ("dates", "preferred") in strict
    assert not strict & {
        ("parties", "actor"), ("agreements", "level"), ("agreements", "source")
    }  # fmt: skip


def test_ids_of_other_sheets_are_offered(template: Template) -> None:
    book = template("en")
    assert rule(book["parties"], "agreement").formula1 == "agreements!$A$2:$A$1048576"
    assert rule(book["dates"], "source").formula1 == "sources!$A$2:$A$1048576"


@pytest.mark.parametrize("lang", ["en", "es", "pt"])
def test_titles_and_explanations_come_in_three_languages(template: Template, lang: str) -> None:
    book = template(lang)
    guide = book["about"]["F2"].value
    assert guide == workbook._WORDS[lang]["guide"]
    meanings = [row[5] for row in book["about"].iter_rows(min_row=2, values_only=True)]
    assert all(meanings)
    named = {"en": "agreement", "es": "acuerdo", "pt": "acordo"}[lang]
    assert book["parties"]["A1"].value == named
    prompt = rule(book["parties"], named).prompt
    column = next(
        column for table in TABLES if table.stem == "parties" for column in table.columns
    )
    assert prompt == column.meaning[lang]


def test_cells_are_text_whatever_they_look_like(tmp_path: Path, dataset: EmbeddedStore) -> None:
    codes = codes_for(dataset, TABLES, lang="en")
    row = {"id": "1999", "title_en": "=SUM(A1)", "signed_on": "1999-05"}
    filled = [Filled(table, [row] if table.stem == "agreements" else []) for table in TABLES]
    write_workbook(tmp_path / "t.xlsx", filled, codes)
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx")["agreements"]
    for cell in sheet[2]:
        assert cell.value is None or cell.data_type == "s"
        assert cell.number_format == "@"
    assert [cell.value for cell in sheet[2] if cell.value] == ["1999", "=SUM(A1)", "1999-05"]


@pytest.mark.parametrize(
    "label",
    [
        "=cmd()",
        "\u202egnp",
        "a\u2028b",
        "a\r\nb\tc",
        "]]> </script>",
        "_x0007_",
        "\x07bell",
        "\ufffe",
        "x" * 40_000,
    ],
)
def test_a_cell_is_a_text_whatever_it_holds(tmp_path: Path, label: str) -> None:
    (table,) = [one for one in TABLES if one.stem == "actors"]
    write_workbook(tmp_path / "t.xlsx", [Filled(table, ({"id": label},))], {})
    cell = openpyxl.load_workbook(tmp_path / "t.xlsx")["actors"]["A2"]
    held = cell.value or ""
    assert (held == label) is not unfit(label)
    assert held in label
    assert cell.data_type in {"s", "n" if not held else "s"}
