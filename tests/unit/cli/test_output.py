"""Rows are printed so that neither a terminal nor a spreadsheet is harmed."""

import json

import pytest

from coordgraph.cli.output import rows_as

ROWS = [{"name": "\x1b[31mred\x07", "n": 0.123456789, "list": ["a", "b"], "none": None}]


def printed(form: str, capsys: pytest.CaptureFixture[str]) -> str:
    rows_as(form, ["name", "n", "list", "none"], ROWS)
    return capsys.readouterr().out


def test_a_table_rounds_and_runs_no_escape_codes(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed("table", capsys)
    assert "\x1b" not in out
    assert "\x07" not in out
    assert "0.1235" in out


def test_csv_keeps_every_digit(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed("csv", capsys).splitlines()[1].endswith("0.123456789,a b,")


def test_json_keeps_lists_and_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = json.loads(printed("json", capsys))
    assert (row["list"], row["none"]) == (["a", "b"], None)


@pytest.mark.parametrize("label", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_no_label_is_a_formula(label: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows_as("csv", ["x"], [{"x": label}])
    assert capsys.readouterr().out == f"x\n'{label}\n"
