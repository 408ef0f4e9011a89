"""``coordgraph export`` and ``import`` give a graph back; what tables cannot say is told."""

from pathlib import Path

import openpyxl
import pytest
from pyoxigraph import RdfFormat, Triple, parse

from coordgraph.ingest.dataset import load
from coordgraph.namespace import CG, ID, PREFIXES, graph
from tests.unit.cli.test_commands import run
from tests.unit.cli.test_import import as_folder, sound

TYPE = PREFIXES["rdf"] + "type"
WHOLE = "The tables say all that the graph says: an import gives it back."


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def statements(path: str) -> set[Triple]:
    return {quad.triple for quad in parse(path=path, format=RdfFormat.N_QUADS)}


@pytest.mark.long
@pytest.mark.parametrize(
    "target",
    ["net", pytest.param("net.xlsx", marks=pytest.mark.long)],
    ids=["folder", "workbook"],
)
def test_the_network_of_agreements_comes_back_as_it_was(target: str) -> None:
    done = run("export", "--graph", "agreements", "--out", target)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.splitlines()[-1] == WHOLE
    again = run("import", target, "--out", "again.nq")
    assert again.exit_code == 0, again.output
    assert "Conforms: 0 violations" in again.stdout
    expected = {
        quad.triple
        for quad in load(derived=False).quads()
        if quad.graph_name == graph("agreements")
    }
    assert statements("again.nq") == expected
    assert (
        again.stderr.splitlines()[-1] == f"again.nq: {len(expected)} statements of 1607 rows."
    )
    assert run("export", "--data", "again.nq", "--out", "two").exit_code == 0
    for path in Path("two").iterdir() if target == "net" else ():
        assert path.read_bytes() == (Path(target) / path.name).read_bytes()


@pytest.mark.long
def test_what_tables_cannot_say_is_told() -> None:
    done = run("export", "--out", "all.xlsx")
    assert done.exit_code == 0
    told = done.stderr.splitlines()
    assert any(line.startswith("Not in the tables: ") for line in told)
    assert any(line.endswith("  cg:LevelClaim") for line in told)
    assert WHOLE not in told


def test_tables_that_came_in_go_out_as_they_were(here: Path) -> None:
    folder = as_folder(here / "t", sound())
    assert run("import", folder, "--out", "own.nq", "--no-check", "-q").stderr == ""
    done = run("export", "--data", "own.nq", "--out", "two")
    assert done.stderr.splitlines()[-1] == WHOLE
    assert run("export", "--data", "own.nq", "--out", "two", "-q").stderr == ""


def test_what_an_import_would_make_otherwise_is_told(here: Path) -> None:
    assert run("import", as_folder(here / "t", sound()), "--out", "own.nt", "--no-check")
    lines = Path("own.nt").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if "/id/event/" not in line]
    kept += [f"<{ID}actor/a{n}> <{TYPE}> <{CG}Institution> ." for n in range(12)]
    Path("part.nt").write_text("\n".join(kept), encoding="utf-8")
    told = run("export", "--data", "part.nt", "--out", "net").stderr.splitlines()
    at = told.index("Not in the tables: 12 statements, on")
    assert told[at + 1 : at + 6] == [
        "        12  cg:Institution",
        "An import would add: 5 statements, on",
        "         5  cg:AgreementEvent",
        "An import would ask to mend 12 cells first:",
        "  actors:2: kind: this cell is empty. Fill it.",
    ]
    assert told[-1] == "  ... and 2 more."
    assert len(told) == at + 16
    Path("part.nt").write_text("\n".join(kept[:-11]), encoding="utf-8")
    told = run("export", "--data", "part.nt", "--out", "net").stderr.splitlines()
    assert told[-1] == "  actors:2: kind: this cell is empty. Fill it."


def test_an_earlier_export_is_replaced_and_anything_else_is_not(here: Path) -> None:
    for _ in range(2):
        assert run("export", "--graph", "institutions", "--out", "net").exit_code == 0
    (here / "thesis").mkdir()
    (here / "thesis" / "chapter.txt").touch()
    result = run("export", "--graph", "institutions", "--out", "thesis")
    assert result.exit_code == 2
    assert "holds no coordgraph-tables.json" in result.stderr
    assert [path.name for path in (here / "thesis").iterdir()] == ["chapter.txt"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--graph", "nowhere"], 1, "Nothing in the graph nowhere makes a row of actors, "),
        (["--data", "least.ttl"], 1, "Nothing makes a row of actors, agreements, "),
        (["--data", "none.ttl"], 2, "none.ttl: there is no such file"),
        (["--mapping", "none.json"], 2, "none.json: no such file"),
    ],
)
def test_a_wrong_call_gets_one_clear_message(
    here: Path, arguments: list[str], code: int, message: str
) -> None:
    Path("least.ttl").write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    result = run("export", "-q", "--out", "x.xlsx", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert message in result.stderr
    assert not (here / "x.xlsx").exists()


def test_a_template_filled_in_is_imported() -> None:
    done = run("import", "--template", "t.xlsx", "--lang", "es")
    assert done.exit_code == 0
    assert done.stderr == "t.xlsx: rellénela; después `coordgraph import` la lee.\n"
    book = openpyxl.load_workbook("t.xlsx")
    rows = {
        "agreements": {
            "id": "t-1",
            "tipo": "social-security-agreement",
            "título_en": "T",
            "fuente": "l",
        },
        "parties": {
            "acuerdo": "t-1",
            "actor": "afip",
            "papel": "party",
            "fundamento": "Explicit",
            "fuente": "l",
        },
        "participations": {
            "acuerdo": "t-1",
            "actor": "bps",
            "papel": "liaison-body",
            "fundamento": "Explicit",
            "fuente": "l",
        },
        "sources": {"id": "l", "título": "Law", "clase": "official-page"},
    }
    for name, cells in rows.items():
        titles = [cell.value for cell in book[name][1]]
        for title, cell in cells.items():
            book[name].cell(2, titles.index(title) + 1, cell)
    book.save("t.xlsx")
    result = run("import", "t.xlsx", "--out", "t.ttl")
    assert result.exit_code == 0, result.output
    found = run("ties", "afip", "--data", "t.ttl", "--format", "csv").stdout.splitlines()
    assert found[1].startswith(f"{ID}actor/afip,{ID}actor/bps,")
    assert len(found) == 2
