"""The command line: what it prints, where, and how it ends."""

import csv
import io
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coordgraph.cli import coordgraph

ID = "https://w3id.org/coordgraph/id/"
LEAST = """
@prefix cg: <https://w3id.org/coordgraph/ns#> .
<urn:m> cg:participation [ cg:actor <urn:a> ], [ cg:actor <urn:b> ] .
<urn:n> cg:participation [ cg:actor <urn:c> ] .
"""


def run(*arguments: object, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(coordgraph, [str(part) for part in arguments], input=stdin)


@pytest.fixture
def least(tmp_path: Path) -> Path:
    path = tmp_path / "least.ttl"
    path.write_text(LEAST, encoding="utf-8")
    return path


def rows(result: Result) -> list[dict[str, str]]:
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


# ties


def test_ties_have_the_promised_keys() -> None:
    found = json.loads(run("ties", "afip", "--format", "json").stdout)
    keys = "source target source_label target_label level weight mechanisms"
    assert {" ".join(row) for row in found} == {keys}
    assert {row["source"] for row in found} == {f"{ID}actor/afip"}


def test_a_tie_names_level_weight_and_mechanisms() -> None:
    found = json.loads(run("ties", "AFIP", "--level", "policy", "--format", "json").stdout)
    (mteyss,) = [row for row in found if row["target"].endswith("/mteyss")]
    assert mteyss["level"] == f"{ID}level/policy"
    assert mteyss["weight"] == 2
    assert mteyss["mechanisms"] == [f"{ID}mechanism/m-dp-1", f"{ID}mechanism/m-dp-2"]


def test_a_tie_without_level_has_an_empty_one() -> None:
    found = json.loads(run("ties", "--level", "none", "--format", "json").stdout)
    assert found
    assert {row["level"] for row in found} == {None}


def test_newman_weights_are_shares() -> None:
    found = rows(
        run("ties", "oiss", "--network", "practices", "--weight", "newman", "--format", "csv")
    )
    assert {row["weight"] for row in found} == {"0.25"}


def test_the_least_data_is_enough(least: Path) -> None:
    (row,) = rows(run("ties", "--data", least, "--format", "csv"))
    assert (row["source"], row["target"], row["level"], row["weight"]) == (
        "urn:a", "urn:b", "", "1"
    )  # fmt: skip


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "jsonl"])
def test_every_format_names_the_partner(form: str) -> None:
    assert "Ministry of Labour" in run("ties", "afip", "--format", form).stdout


def test_labels_come_in_the_language_asked_for() -> None:
    assert "Banco de Previsión Social" in run("ties", "bps", "--lang", "es").stdout


# centrality


def test_centrality_has_the_promised_columns() -> None:
    header = run("centrality", "--format", "csv").stdout.splitlines()[0]
    assert header == (
        "actor,label,kind,country,degree,strength,betweenness,closeness,harmonic,"
        "eigenvector,pagerank,constraint,effective_size,core,community,group"
    )


def test_isolates_have_rows_whose_burt_measures_are_empty(least: Path) -> None:
    found = {row["actor"]: row for row in rows(run("centrality", "--data", least))}
    assert found["urn:c"]["degree"] == "0"
    assert found["urn:c"]["constraint"] == found["urn:c"]["effective_size"] == ""


def test_measures_are_chosen() -> None:
    header = run("centrality", "--measure", "core", "--measure", "degree").stdout.splitlines()[
        0
    ]
    assert header == "actor,label,kind,country,core,degree,group"


def test_groups_are_marked_or_dropped() -> None:
    kept = rows(run("centrality"))
    dropped = rows(run("centrality", "--groups", "drop"))
    assert {row["group"] for row in kept} == {"true", "false"}
    assert {row["group"] for row in dropped} == {"false"}


def test_an_engine_is_chosen_and_said() -> None:
    names = ("betweenness", "closeness", "constraint", "effective_size")
    arguments = ["centrality", *(part for name in names for part in ("--measure", name))]
    reference = rows(run(*arguments, "--engine", "networkx"))
    found = rows(run(*arguments, "--engine", "igraph"))
    by_actor = {row["actor"]: row for row in found}
    for row in reference:
        for name in names:
            other = by_actor[row["actor"]][name]
            assert (row[name] == other == "") or float(row[name]) == pytest.approx(float(other))
    lacking = run("centrality", "--measure", "degree", "--engine", "networkit")
    assert lacking.stderr == "networkit lacks degree: NetworkX measures it.\n"


def test_an_estimate_is_said_to_be_one() -> None:
    result = run("centrality", "--measure", "betweenness", "--approximate", "0.1")
    assert "each value within 0.1 of the exact one" in result.stderr
    assert run("-q", "centrality", "--measure", "betweenness").stderr == ""


def test_two_mode_measures_need_no_ties(least: Path) -> None:
    result = run("centrality", "--two-mode", "--data", least, "--max-ties", "0")
    found = {row["actor"]: row for row in rows(result)}
    assert found["urn:a"]["mechanisms"] == "1"
    assert found["urn:c"]["degree"] == "0.5"


# query


def test_the_library_is_listed() -> None:
    assert len(rows(run("query", "--list"))) >= 30


def test_a_parameter_is_given_by_acronym() -> None:
    found = rows(run("query", "actors/coordination-partners", "-p", "actor=ANSES"))
    assert {row["partner"] for row in found} >= {f"{ID}actor/afip", f"{ID}actor/sss-ar"}


def test_sparql_comes_from_standard_input() -> None:
    result = run("query", "-", stdin="SELECT (1 + 1 AS ?two) {}")
    assert rows(result) == [{"two": "2"}]


def test_what_is_no_text_is_no_sparql(tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_bytes(b"ASK { <urn:\xff> ?p ?o }")
    for name in ("-", tmp_path / "q.rq"):
        result = run("query", name, stdin=b"ASK { <urn:\xff> ?p ?o }")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "this is no UTF-8 text" in result.stderr


def test_sparql_comes_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "q.rq"
    path.write_text("ASK { VALUES ?x { <urn:a> } }", encoding="utf-8")
    assert run("query", path).stdout == "true\n"
    assert run("query", path, "-p", "x=urn:b").stdout == "true\n"


def test_statements_come_as_rdf() -> None:
    sparql = "CONSTRUCT { <urn:a> <urn:b> ?c } { VALUES ?c { 1 } }"
    assert "<urn:a> <urn:b> 1" in run("query", "-", stdin=sparql).stdout
    assert '"@id": "urn:a"' in run("query", "-", "--format", "jsonld", stdin=sparql).stdout


def test_numbers_and_truths_are_so_in_json() -> None:
    xsd = "http://www.w3.org/2001/XMLSchema#"
    sparql = (
        f'SELECT (1 AS ?a) (1.5 AS ?b) (true AS ?c) ("x"^^<{xsd}int> AS ?d) (?no AS ?e) {{}}'
    )
    found = json.loads(run("query", "-", "--format", "json", stdin=sparql).stdout)
    assert found == [{"a": 1, "b": 1.5, "c": True, "d": "x", "e": None}]


@pytest.mark.parametrize(
    ("sparql", "form", "problem"),
    [
        ("SELECT (1 AS ?a) {}", "ttl", "Rows cannot be written as ttl"),
        ("CONSTRUCT { <urn:a> <urn:b> 1 } {}", "csv", "Statements cannot be written as csv"),
    ],
)
def test_an_answer_of_another_form_is_refused(sparql: str, form: str, problem: str) -> None:
    result = run("query", "-", "--format", form, stdin=sparql)
    assert (result.exit_code, result.stdout) == (2, "")
    assert problem in result.stderr


def test_own_sparql_sees_own_statements_only(least: Path) -> None:
    sparql = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    assert rows(run("query", "-", "--data", least, stdin=sparql)) == [{"n": "6"}]


def test_a_question_of_the_library_sees_what_follows_by_rule(least: Path) -> None:
    found = rows(run("query", "network/ties", "--data", least))
    assert [row["one"] + row["other"] for row in found] == ["urn:aurn:b"]


@pytest.mark.parametrize(
    "value", ["x> } DELETE", 'x" }', "a b", "x> <urn:y", "} UNION { ?s ?p ?o", "\\u003e }"]
)
def test_a_parameter_never_alters_the_query(value: str) -> None:
    result = run("query", "practices/aspects", "-p", f"practice={value}", "-q")
    assert result.exit_code in {0, 2}
    assert len(result.stdout.splitlines()) <= 1


# network, validate, build


def test_the_network_is_written(tmp_path: Path) -> None:
    result = run("network", "--out", tmp_path / "n.graphml", "--level", "policy")
    assert result.exit_code == 0
    assert "ties" in result.stderr
    assert (tmp_path / "n.graphml").stat().st_size > 1000


@pytest.mark.long
def test_build_writes_everything_the_same_twice(tmp_path: Path) -> None:
    for name in ("one", "two"):
        result = run("build", "--out", tmp_path / name, "--store", tmp_path / f"{name}-store")
        assert result.exit_code == 0, result.output
        assert "7 practices, 309 mechanisms" in result.stdout
        assert "12 warnings" in result.stdout
    one, two = tmp_path / "one", tmp_path / "two"
    files = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    assert len(files) > 20
    assert [
        path for path in files if (one / path).read_bytes() != (two / path).read_bytes()
    ] == []
    stored = run("ties", "afip", "--store", tmp_path / "one-store")
    assert stored.stdout == run("ties", "afip").stdout
    assert run("ties", "afip", "--data", one / "coordgraph.ttl").stdout == stored.stdout


def test_build_leaves_a_folder_that_is_not_its_own(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").touch()
    result = run("build", "--out", tmp_path)
    assert result.exit_code == 2
    assert "holds no coordgraph-build.json" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_quiet_may_be_said_before_or_after(tmp_path: Path) -> None:
    for command in (["-q", "network"], ["network", "--quiet"]):
        result = run(*command, "--out", tmp_path / "n.csv")
        assert (result.exit_code, result.output) == (0, "")


# what goes wrong


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["ties", "nobody-at-all"], 2, "No actor is named 'nobody-at-all'."),
        (["ties", "Social Security Secretariat"], 2, "use one of these IRIs"),
        (["ties", "--level", "cosmic"], 2, "No level is named 'cosmic'."),
        (["ties", "--practice", "cosmic"], 2, "No practice is named 'cosmic'."),
        (["ties", "--as-of", "1990-13"], 2, "'1990-13' is no date."),
        (["ties", "--endpoint", "nowhere"], 2, "is no web address"),
        (["ties", "--data", "a.ttl", "--store", "b"], 2, "exclude each other"),
        (["ties", "--max-ties", "10"], 1, "at most 10 are made here"),
        (["centrality", "--two-mode", "--weighted"], 2, "Participations have no weight"),
        (["centrality", "--two-mode", "--measure", "core"], 2, "No measure is named 'core'"),
        (["centrality", "--weighted", "--approximate", "0.1"], 2, "paths are by weight"),
        (["centrality", "--measure", "beauty"], 2, "No measure is named 'beauty'."),
        (["query", "levels/conflict"], 2, "Did you mean 'levels/conflicts'"),
        (["query", "levels/conflicts", "-p", "x=1"], 2, "takes no parameter 'x'"),
        (["query", "levels/conflicts", "-p", "x"], 2, "Write name=value"),
        (["query"], 2, "Name a query"),
        (["query", "no.rq"], 2, "no.rq: no such file"),
        (["network", "--out", "n.doc"], 2, "the suffix is of no network format"),
        (["network", "--out", "/nowhere/n.csv"], 2, "cannot be written"),
        (["frobnicate"], 2, "No such command 'frobnicate'"),
        (["validate", "missing.ttl"], 2, "there is no such file"),
    ],
)
def test_a_wrong_call_gets_one_clear_message(
    arguments: list[str], code: int, message: str
) -> None:
    result = run(*arguments)
    assert result.exit_code == code, result.output
    assert message in result.stderr
    assert "Traceback" not in result.output


def bad_files(folder: Path) -> dict[str, tuple[bytes, int, str]]:
    del folder
    return {
        "broken.ttl": (b"@prefix : <urn:x:> .\n:a :b\n  :c :d .", 1, "broken.ttl:3:6: "),
        "latin.ttl": ('<urn:a> <urn:b> "ñ" .'.encode("latin-1"), 1, "encoding UTF-8"),
        "utf16.ttl": ("<urn:a> <urn:b> <urn:c> .".encode("utf-16"), 1, "encoding UTF-8"),
        "empty.ttl": (b"", 1, "holds no statement"),
        "binary.nt": (bytes(range(256)), 1, "binary.nt:1:"),
        "spaces.ttl": (b"<urn:a b> <urn:b> <urn:c> .", 1, "Invalid IRI"),
        "long.nt": (b'<urn:a> <urn:b> "' + b"x" * 50_000_000 + b'" .', 1, "longer than 16 MB"),
        "remote.jsonld": (b'{"@context": "https://schema.org/"}', 1, "put the context"),
        "bomb.rdf": (
            b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>',
            1,
            "bomb.rdf",
        ),
        "cut.ttl.gz": (b"\x1f\x8b\x08\x00", 1, "compressed data is broken"),
        "notes.doc": (b"Dear diary", 2, "the suffix is of no RDF format"),
    }


@pytest.mark.parametrize("name", bad_files(Path()))
@pytest.mark.parametrize("verb", [["ties", "--data"], ["validate"]], ids=["ties", "validate"])
def test_a_bad_file_gets_one_clear_message(verb: list[str], name: str, tmp_path: Path) -> None:
    body, code, message = bad_files(tmp_path)[name]
    (tmp_path / name).write_bytes(body)
    result = run(*verb, tmp_path / name)
    assert result.exit_code == code, result.output
    assert message in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert result.stdout == ""
    assert isinstance(result.exception, SystemExit)


@pytest.mark.parametrize("verb", [["ties", "--data"], ["validate"], ["load", "--store", "db"]])
def test_what_is_not_there_is_said_to_be_missing_whatever_its_name(
    verb: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("missing", "missing.ttl", "missing.doc"):
        result = run(*verb, name)
        assert result.exit_code == 2
        assert f"{name}: there is no such file (looked in " in result.stderr


def test_what_a_store_lacks_is_told_where_a_question_of_the_library_finds_nothing(
    least: Path, tmp_path: Path
) -> None:
    lacks = ["--derive` adds it to a store", "--with-dataset` adds it to a store"]
    db = tmp_path / "db"
    for more, expected in (((), lacks), (("--derive",), lacks[1:])):
        assert run("load", least, "--store", db, *more).exit_code == 0
        found = run("query", "network/arcs", "--store", db)
        told = found.stderr.splitlines()
        assert (found.exit_code, len(found.stdout.splitlines())) == (0, 1)
        assert len(told) == len(expected)
        assert all(words in line for words, line in zip(expected, told, strict=True))
        assert run("query", "network/arcs", "--store", db, "--quiet").stderr == ""
    assert run("query", "network/ties", "--store", db).stderr == ""
    assert run("query", "-", "--store", db, stdin="SELECT * { <urn:x> ?p ?o }").stderr == ""
    assert run("query", "network/arcs", "--data", least).stderr == ""


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "bom.ttl").write_bytes(b"\xef\xbb\xbf" + LEAST.encode())
    assert len(rows(run("ties", "--data", tmp_path / "bom.ttl"))) == 1


def test_a_folder_is_read_whole(tmp_path: Path, least: Path) -> None:
    del least
    assert len(rows(run("ties", "--data", tmp_path))) == 1


def test_a_folder_without_rdf_is_refused(tmp_path: Path) -> None:
    result = run("ties", "--data", tmp_path)
    assert (result.exit_code, "holds no RDF file" in result.stderr) == (2, True)


def test_a_real_process_ends_with_the_same_codes() -> None:
    command = [sys.executable, "-m", "coordgraph"]
    done = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("coordgraph ")
    wrong = subprocess.run(
        [*command, "ties", "x9"], capture_output=True, text=True, check=False
    )
    assert (wrong.returncode, wrong.stdout) == (2, "")


def test_help_names_every_command_and_imports_none() -> None:
    probe = (
        "import sys; from click.testing import CliRunner;"
        "from coordgraph.cli import coordgraph;"
        "print(CliRunner().invoke(coordgraph, ['--help']).output);"
        "print('HEAVY', [m for m in ('rdflib', 'numpy', 'networkx') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True
    )
    for verb in ("build", "validate", "query", "ties", "centrality", "network"):
        assert f"  {verb} " in done.stdout
    assert "HEAVY []" in done.stdout


def test_a_command_imports_what_it_needs_only(least: Path) -> None:
    """Of tables, graphs of NetworkX and data frames it has none to read or make."""
    heavy = ("csvw", "jsonschema", "matplotlib", "networkx", "pandas", "rfc3987_syntax")
    probe = (
        "import sys; from click.testing import CliRunner;"
        "from coordgraph.cli import coordgraph;"
        f"print(CliRunner().invoke(coordgraph, ['ties', '-q', '--data', {str(least)!r}]));"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n") == ["<Result okay>", "[]", ""]


@pytest.mark.long
def test_an_interrupted_build_leaves_nothing(tmp_path: Path) -> None:
    listening = (  # SIGINT may be ignored where tests run
        "import signal; signal.signal(signal.SIGINT, signal.SIG_DFL);"
        "from coordgraph.__main__ import main; main()"
    )
    command = [sys.executable, "-c", listening, "build", "--out", str(tmp_path / "out")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stderr
        for line in process.stderr:
            if b"checking" in line:
                process.send_signal(signal.SIGINT)
                break
        _, rest = process.communicate(timeout=60)
    assert process.returncode == 130
    told = "coordgraph: interrupted. Files are as they were, or new and whole.\n"
    assert rest.decode() == told
    assert list(tmp_path.iterdir()) == []
