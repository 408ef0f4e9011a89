"""Names are read from lists and from the columns of tables."""

from pathlib import Path

import openpyxl
import pytest

from coordgraph.errors import CallError, TableError
from coordgraph.linking import Asked, Index, read_column, read_lines, same_once


def column(index: Index, path: Path, *, country_column: str | None = None) -> list[Asked]:
    return read_column(
        path,
        "Órgano",
        country_column=country_column,
        countries=index.countries,
        country="ARG",
    )


def test_a_text_has_a_name_a_line() -> None:
    assert read_lines(" AFIP \r\n\nBPS\n", country="ARG") == [
        Asked("AFIP", "ARG"),
        Asked("BPS", "ARG"),
    ]


def test_a_name_is_asked_once() -> None:
    asked = [Asked("AFIP"), Asked("afip"), Asked("AFIP", "ARG")]
    assert list(same_once(asked)) == [Asked("AFIP"), Asked("AFIP", "ARG")]


def test_a_table_has_names_and_countries(index: Index, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("organo;país\nPrevisión;Uruguay\n;BRA\nBPS;\n".encode("latin-1"))
    assert column(index, path, country_column="PAIS") == [
        Asked("Previsión", "URY"),
        Asked("BPS", "ARG"),
    ]


def test_a_workbook_is_searched_for_the_column(index: Index, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("two").append(["Órgano"])
    book["two"].append(["AFIP"])
    book.save(tmp_path / "list.xlsx")
    assert column(index, tmp_path / "list.xlsx") == [Asked("AFIP", "ARG")]


def test_a_missing_column_is_named(
    index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "list.csv"
    path.write_text("name,land\n", encoding="utf-8")
    with pytest.raises(CallError) as caught:
        column(index, path)
    assert str(caught.value) == (
        "list.csv: no table has the column Órgano. It has: name, land."
    )


def test_unknown_countries_are_named_together(
    index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "list.csv"
    path.write_text("Órgano,land\nA,Qqqq\nB,URY\nC,Zzzz\n", encoding="utf-8")
    with pytest.raises(TableError) as caught:
        column(index, path, country_column="land")
    assert [problem.split(" Write")[0] for problem in caught.value.problems] == [
        "list.csv:2: land: No country is named 'Qqqq'.",
        "list.csv:4: land: No country is named 'Zzzz'.",
    ]
