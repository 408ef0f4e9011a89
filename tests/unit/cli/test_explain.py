"""``coordgraph explain``: what it prints, and how it ends."""

import json
from pathlib import Path

import pytest
from click.testing import Result

import coordgraph as cg
from tests.unit.cli.test_commands import LEAST, rows, run


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explain") / "store"
    store = cg.open_store(folder)
    store.oxigraph.bulk_extend(cg.load(derived=False).quads())
    store.oxigraph.flush()
    return folder


def explain(stored: Path, *arguments: object) -> Result:
    return run("explain", "afip", "--network", "practices", "--store", stored, *arguments)


def test_rows_lead_to_places_and_sum_to_the_value(stored: Path) -> None:
    result = explain(stored, "--measure", "strength", "--format", "csv")
    found = rows(result)
    assert sum(float(row["contribution"]) for row in found) == 14
    assert any(row["places"].endswith("Table 7, item 1 (line 123)") for row in found)
    assert result.stderr.splitlines()[0].endswith("strength 14, rank 5 of 42")


def test_pairs_are_listed_instead_if_asked_for(stored: Path) -> None:
    found = rows(explain(stored, "--measure", "betweenness", "--parts", "--format", "csv"))
    assert set(found[0]) == {
        "one", "one_label", "other", "other_label", "share", "contribution"
    }  # fmt: skip
    assert sum(float(row["contribution"]) for row in found) == pytest.approx(0.048780487)


def test_a_table_says_what_it_leaves_out(stored: Path) -> None:
    told = explain(
        stored, "--measure", "betweenness", "--top", 2, "--format",
        "table", "--lang", "es",
    ).stdout  # fmt: skip
    assert "puesto 2 de 42" in told
    assert "y 4 más, que aportan" in told
    assert "Pares con un camino más corto" in told


def test_json_is_one_record(stored: Path) -> None:
    told = json.loads(explain(stored, "--measure", "core", "--format", "json").stdout)
    assert told["value"] == 4
    assert [tie["counts"] for tie in told["ties"]] == [True] * 4 + [False] * 2


@pytest.mark.parametrize("measure", ["katz", "efficiency", "hierarchy", "clustering"])
def test_a_measure_by_name_has_the_value_that_it_is_listed_with(
    measure: str, stored: Path
) -> None:
    how = ("--measure", measure, "--format", "json")
    listed = run("centrality", "--network", "practices", "--store", stored, *how).stdout
    (row,) = [row for row in json.loads(listed) if row["actor"].endswith("/afip")]
    told = json.loads(explain(stored, *how).stdout)
    assert told["value"] == pytest.approx(row[measure])


@pytest.mark.parametrize("form", ["tsv", "jsonl"])
def test_other_formats_name_the_mechanisms(form: str, stored: Path) -> None:
    told = explain(stored, "--measure", "degree", "--format", form, "--top", 1)
    assert "one-stop shop" in told.stdout
    assert "and 5 more" in told.stderr


def test_the_least_data_is_enough(tmp_path: Path) -> None:
    path = tmp_path / "least.ttl"
    path.write_text(LEAST, encoding="utf-8")
    (row,) = rows(run("explain", "urn:a", "--measure", "degree", "--data", path, "-q"))
    assert (row["counterpart"], row["mechanism"], row["places"]) == ("urn:b", "urn:m", "")


def test_a_table_of_nothing_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "least.ttl"
    path.write_text(LEAST, encoding="utf-8")

    def told(actor: str, measure: str) -> list[str]:
        asked = ("--measure", measure, "--data", path, "--format", "table")
        return run("explain", actor, *asked).stdout.splitlines()

    assert len(told("urn:c", "closeness")) == 2
    assert told("urn:a", "degree")[2].split() == ["Ties"]
    assert not any(line.startswith("Actors") for line in told("urn:a", "degree"))


def test_wrong_calls_say_what_is_known(stored: Path) -> None:
    result = explain(stored, "--measure", "coreness")
    assert result.exit_code == 2
    assert "These measures can: degree, strength" in result.stderr
    result = explain(stored, "--measure", "core", "--parts", "--format", "csv")
    assert result.exit_code == 2
    assert "leave out --parts" in result.stderr
    result = explain(stored, "--measure", "core", "--practice", "siaci")
    assert result.exit_code == 1
    assert "takes part in no mechanism" in result.stderr
