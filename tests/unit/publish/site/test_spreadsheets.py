"""Tables of a release are described for machines, and say what the dataset says."""

import csv
import io
import json
from pathlib import Path

import csvw
import pytest
from pyoxigraph import NamedNode

from coordgraph.ingest.tabular import read_tables
from coordgraph.namespace import graph
from coordgraph.publish.site import spreadsheets
from coordgraph.publish.site.output import Output
from coordgraph.publish.site.spreadsheets import write_spreadsheets
from coordgraph.resources import DATA
from coordgraph.store import EmbeddedStore, open_store

BASE = "https://example.org/kg/"


@pytest.fixture(scope="module")
def tables(dataset: EmbeddedStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    assert write_spreadsheets(dataset, Output(folder), base=BASE).left_out == []
    return folder


def test_a_library_of_csvw_reads_every_table(tables: Path) -> None:
    for name in ("institutions", "agreements"):
        group = csvw.TableGroup.from_file(tables / f"csvw/{name}/csv-metadata.json")
        assert len(group.tables) > 5
        for table in group.tables:
            assert list(table.iterdicts(strict=True))


def test_rows_are_about_things_under_the_base(tables: Path, dataset: EmbeddedStore) -> None:
    reading = read_tables(tables / "csvw/agreements/csv-metadata.json")
    subjects = {q.subject.value for q in reading.quads if isinstance(q.subject, NamedNode)}
    assert f"{BASE}id/agreement/multi-mercosur-1997" in subjects
    kinds = {q.object for q in reading.quads if "mechanismKind" in q.predicate.value}
    known = dataset.oxigraph.quads_for_pattern(None, None, None, graph("ontology"))
    assert kinds <= {quad.subject for quad in known}  # concepts do not move


def lines(path: Path) -> int:
    return sum(1 for _ in csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))


def test_tables_have_as_many_rows_as_those_that_people_maintain(tables: Path) -> None:
    written = list((tables / "csvw").rglob("*.csv"))
    assert len(written) == 13
    for path in written:
        assert lines(path) == lines(DATA / path.relative_to(tables / "csvw"))


def test_a_data_package_lists_the_same_columns(tables: Path) -> None:
    package = json.loads((tables / "datapackage.json").read_text("utf-8"))
    assert len({each["name"] for each in package["resources"]}) == len(package["resources"])
    for resource in package["resources"]:
        head = (tables / resource["path"]).read_text("utf-8").partition("\n")[0]
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert head.strip().split(",") == fields


def test_what_fills_no_table_has_none(tmp_path: Path) -> None:
    output = Output(tmp_path)
    assert write_spreadsheets(open_store(), output, base=BASE) == ([], [])
    assert output.sums() == {}


def test_too_much_is_left_out_and_said(
    dataset: EmbeddedStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreadsheets, "LARGEST", 10)
    found = write_spreadsheets(dataset, Output(tmp_path), base=BASE)
    assert found.left_out == [
        "csvw: tables are made of at most 10 statements (coordgraph export)."
    ]
