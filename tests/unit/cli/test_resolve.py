"""Names are resolved, decided on by people, and taken by import as decided."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coordgraph.cli import coordgraph
from coordgraph.cli.resolve import COLUMNS

ACTOR = "https://w3id.org/coordgraph/id/actor/"
HOMONYM = "Social Security Secretariat"

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, stdin: str | None = None, verb: str = "resolve") -> Result:
        return CliRunner().invoke(coordgraph, [verb, *arguments], input=stdin)

    return call


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def decided(path: str = "d.csv") -> list[tuple[str, str, str]]:
    return [
        (row["name"], row["actor"].removeprefix("actor/"), row["decision"])
        for row in rows(Path(path).read_text(encoding="utf-8"))
    ]


# finding


def test_names_in_the_call_get_candidates_with_reasons(run: Run) -> None:
    done = run("AFIP", "Atlantis", "--format", "csv")
    assert done.exit_code == 0
    afip, nobody = rows(done.stdout)
    assert tuple(afip) == COLUMNS
    assert (afip["actor"], afip["score"], afip["certain"]) == (f"{ACTOR}afip", "1.0", "true")
    assert (nobody["name"], nobody["actor"], nobody["reasons"]) == (
        "Atlantis", "", "nobody found",
    )  # fmt: skip
    assert "1 of 2 names fit nobody." in done.stderr


def test_json_has_numbers_and_truths(run: Run) -> None:
    (row,) = json.loads(run("AFIP", "--format", "json").stdout)
    assert (row["score"], row["certain"], row["decision"]) == (1.0, True, None)


def test_a_list_comes_from_standard_input_or_a_file(run: Run) -> None:
    Path("names.txt").write_text("\ufeffBPS\n\nbps\n", encoding="utf-8")
    found = [
        run("--names", "-", "--format", "csv", stdin="BPS\n\n bps \n"),
        run("--names", "names.txt", "--format", "csv"),
    ]
    for done in found:
        assert [row["actor"] for row in rows(done.stdout)] == [f"{ACTOR}bps"]


def test_a_list_that_is_no_text_is_refused(run: Run) -> None:
    Path("names.txt").write_bytes(b"BPS \xff")
    done = run("--names", "names.txt")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "names.txt: this is no UTF-8 text." in done.stderr


def test_a_column_of_a_table_says_names_and_another_countries(run: Run) -> None:
    Path("t.csv").write_text("body;land\nIPS;Chile\nIPS;Paraguay\n", encoding="latin-1")
    done = run(
        "--names", "t.csv", "--column", "body", "--country-column", "land", "--limit", "1",
        "--format", "csv",
    )  # fmt: skip
    assert [row["actor"] for row in rows(done.stdout)] == [f"{ACTOR}ips-cl", f"{ACTOR}ips-py"]


def test_labels_kind_and_threshold_follow_the_options(run: Run) -> None:
    done = run(
        "Brasil", "--kind", "State", "--lang", "en", "--threshold", "0.99", "--format", "csv"
    )
    assert [row["label"] for row in rows(done.stdout)] == ["Brazil"]


def test_ones_own_graph_is_searched(run: Run) -> None:
    Path("mine.ttl").write_text(
        "@prefix cg: <https://w3id.org/coordgraph/ns#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<urn:p> cg:actor <urn:x:board> . <urn:x:board> skos:prefLabel "Pension Board" .\n',
        encoding="utf-8",
    )
    done = run("pensions board", "AFIP", "--data", "mine.ttl", "--format", "csv")
    assert [row["actor"] for row in rows(done.stdout)] == ["urn:x:board", ""]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ([], "Give names, or a list of them with --names FILE."),
        (["A", "--ask"], "need --decisions FILE.csv."),
        (["A", "--country-column", "c"], "--country-column needs --column"),
        (["--names", "-", "--column", "c"], "--column is of a table"),
        (["--names", "-", "--ask", "--decisions", "d.csv"], "both names and answers"),
        (["--names", "t.csv"], "t.csv is a table: say with --column which column has names."),
        (["--names", "gone.txt"], "gone.txt: no such file or directory."),
        (["--names", "gone.csv", "--column", "c"], "gone.csv: no such file or directory."),
        (["A", "--kind", "minister"], "No actor is of the kind 'minister'. Known are: Actor,"),
        (["A", "--country", "Qqqq"], "No country is named 'Qqqq'."),
        (["--undo", "A", "--decisions", "d.csv"], "d.csv: there is no such file"),
    ],
)
def test_a_wrong_call_says_what_to_do(run: Run, arguments: list[str], problem: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert problem in done.stderr
    assert not Path("d.csv").exists()


# deciding


def test_nothing_is_decided_unless_somebody_says_so(run: Run) -> None:
    assert run("AFIP", HOMONYM, "--decisions", "d.csv", "--limit", "2").exit_code == 0
    assert decided() == [
        ("AFIP", "afip", "open"),
        (HOMONYM, "sss-ar", "open"),
        (HOMONYM, "sss-br", "open"),
    ]


def test_accept_exact_decides_on_what_is_certain_only(run: Run) -> None:
    run("AFIP", HOMONYM, "AFIPP", "--decisions", "d.csv", "--limit", "2", "--accept-exact")
    assert decided() == [
        ("AFIP", "afip", "yes"),
        (HOMONYM, "sss-ar", "open"),
        (HOMONYM, "sss-br", "open"),
        ("AFIPP", "afip", "open"),
    ]
    assert rows(Path("d.csv").read_text("utf-8"))[0]["decided_by"] == "accepted as exact"


def test_answers_are_noted_with_who_gave_them(run: Run) -> None:
    done = run(
        "AFIP", HOMONYM, "BPS", "IMSS", "--decisions", "d.csv", "--limit", "2", "--ask",
        "--by", "ana", stdin="n\n2\ns\nq\n",
    )  # fmt: skip
    assert done.exit_code == 0
    assert decided()[:4] == [
        ("AFIP", "afip", "no"),
        (HOMONYM, "sss-ar", "no"),
        (HOMONYM, "sss-br", "yes"),
        ("BPS", "bps", "open"),
    ]
    assert {row["decided_by"] for row in rows(Path("d.csv").read_text("utf-8"))} == {"ana", ""}
    assert "1  Federal Administration of Public Resources [actor/afip]  1.00: the name" in (
        done.stderr
    )


def test_whoever_stops_keeps_the_answers_so_far(run: Run) -> None:
    done = run("AFIP", "BPS", "--decisions", "d.csv", "--ask", stdin="1\n")
    assert done.exit_code == 130
    assert "Stopped. What was answered is kept." in done.stderr
    assert decided() == [("AFIP", "afip", "yes"), ("BPS", "bps", "open")]


def test_what_is_decided_is_not_asked_again(run: Run) -> None:
    run("AFIP", "--decisions", "d.csv", "--ask", stdin="1\n")
    before = Path("d.csv").read_bytes()
    done = run("AFIP", "--decisions", "d.csv", "--ask", "--format", "csv")
    assert done.exit_code == 0
    assert Path("d.csv").read_bytes() == before
    assert [row["decision"] for row in rows(done.stdout)] == ["yes"]


def test_undo_keeps_history_and_is_not_accepted_anew(run: Run) -> None:
    run("AFIP", "--decisions", "d.csv", "--accept-exact")
    done = run("--undo", "afip", "--decisions", "d.csv")
    assert (done.exit_code, done.stdout) == (0, "")
    run("AFIP", "--decisions", "d.csv", "--accept-exact")
    past, now = rows(Path("d.csv").read_text("utf-8"))
    assert (past["decision"], bool(past["undone_on"])) == ("yes", True)
    assert (now["decision"], now["undone_on"]) == ("open", "")


def test_whom_a_person_denied_is_neither_accepted_nor_offered(run: Run) -> None:
    text = "name,actor,decision\nRENATRE,renatre,no\nRENATRE,renatea,open\n"
    Path("d.csv").write_text(text, encoding="utf-8")
    run("RENATRE", "--decisions", "d.csv", "--accept-exact")
    assert decided() == [("RENATRE", "renatre", "no"), ("RENATRE", "renatea", "open")]
    run("RENATRE", "--decisions", "d.csv", "--ask", stdin="1\n")
    assert decided() == [("RENATRE", "renatre", "no"), ("RENATRE", "renatea", "yes")]


def test_a_file_that_cannot_be_written_is_known_before_anything_is_asked(run: Run) -> None:
    done = run("AFIP", "--decisions", "gone/d.csv", "--ask", stdin="1\n")
    assert done.exit_code == 2
    assert "gone/d.csv: cannot be written: no such file or directory." in done.stderr
    assert "Its number" not in done.stderr


def test_a_bad_decision_file_is_left_as_it_is(run: Run) -> None:
    Path("d.csv").write_text("name,actor,decision\nA,afip,jes\nB,qqqqqq,no\n", encoding="utf-8")
    done = run("BPS", "--decisions", "d.csv")
    assert done.exit_code == 1
    assert "d.csv:2: decision: 'jes' is none of yes, no, open. Did you mean yes?" in done.stderr
    assert "d.csv:3: actor: 'qqqqqq' is no actor of the graph." in done.stderr
    assert decided() == [("A", "afip", "jes"), ("B", "qqqqqq", "no")]


# import

TABLES = {
    "agreements": """id,type,kind,status,status_evidence,title_en,source
my-1,bilateral,social-security-agreement,in-force,dated-entry,My agreement,my-source
""",
    "sources": """id,title,page,class
my-source,Mine,https://example.org/,official-page
""",
    "participations": """agreement,actor,role,acting_for,basis,source
my-1,afip,competent-authority,state-arg,Explicit,my-source
my-1,AFIP,competent-institution,Argentina,Explicit,my-source
my-1,"Banco de Previsión Social, Uruguay",competent-institution,state-ury,Explicit,my-source
my-1,BANCO  de prevision social,liaison-body,state-ury,Explicit,my-source
""",
}
BPS = "Banco de Previsión Social"
DECISIONS = f"""name,country,actor,decision
AFIP,ARG,afip,yes
Argentina,,state-arg,yes
"{BPS}, Uruguay",,bps,yes
{BPS},URY,bps,yes
{BPS},CHL,ips-cl,no
"""


@pytest.fixture
def tables(run: Run) -> Run:
    Path("t").mkdir()
    for name, text in TABLES.items():
        Path("t", f"{name}.csv").write_text(text, encoding="utf-8")

    def call(decisions: str) -> Result:
        Path("d.csv").write_text(decisions, encoding="utf-8")
        return run("t", "--out", "o.nt", "--decisions", "d.csv", verb="import")

    return call


def test_import_takes_names_for_the_actors_decided_on_and_says_so(tables: Run) -> None:
    done = tables(DECISIONS)
    assert done.exit_code == 0, done.output
    assert [line for line in done.stderr.splitlines() if "taken" in line] == [
        "'AFIP' taken for actor/afip in 1 cell.",
        "'Argentina' taken for actor/state-arg in 1 cell.",
        "'BANCO  de prevision social' taken for actor/bps in 1 cell.",
        f"'{BPS}, Uruguay' taken for actor/bps in 1 cell.",
    ]
    written = Path("o.nt").read_text(encoding="utf-8")
    assert written.count(f"<{ACTOR}bps>") == 2
    assert "participation/my-1-bps-liaison-body>" in written
    assert "%" not in written


def test_what_is_open_or_denied_leaves_the_error(tables: Run) -> None:
    done = tables(DECISIONS.replace("afip,yes", "afip,open").replace("state-arg,yes", ",no"))
    assert done.exit_code == 1
    place, nowhere = "t/participations.csv:3:", "is described nowhere."
    finds = "`coordgraph resolve` finds whom names mean."
    named = [line for line in done.stderr.splitlines() if "participations.csv" in line]
    assert named == [
        f"coordgraph: {place} actor: 'AFIP': actor/AFIP {nowhere} Did you mean afip? {finds}",
        (
            f"{place} acting_for: 'Argentina': actor/Argentina {nowhere} "
            f"Did you mean state-arg? {finds}"
        ),
    ]
    assert not Path("o.nt").exists()


def test_a_name_that_means_two_by_country_is_to_be_told_apart(tables: Run) -> None:
    done = tables(DECISIONS.replace("CHL,ips-cl,no", "CHL,ips-cl,yes"))
    assert done.exit_code == 1
    assert (
        "t/participations.csv:5: actor: 'BANCO  de prevision social': decided to mean "
        "actor/bps or actor/ips-cl, by country. Write the id of the one meant."
    ) in done.stderr


def test_two_names_of_one_actor_in_one_role_are_one_row_too_many(tables: Run) -> None:
    path = Path("t", "participations.csv")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("liaison-body", "competent-institution"), encoding="utf-8")
    done = tables(DECISIONS)
    assert done.exit_code == 1
    assert "'my-1 bps competent-institution' stands on t/participations.csv:4 too." in (
        done.stderr
    )


def test_import_names_all_that_is_wrong_with_decisions(tables: Run) -> None:
    done = tables(DECISIONS.replace("afip,yes", "afpi,yes").replace("bps,yes", "bps,ja"))
    assert done.exit_code == 1
    assert "d.csv:2: actor: 'afpi' is no actor of the graph." in done.stderr
    assert "d.csv:4: decision: 'ja' is none of yes, no, open." in done.stderr
    assert "d.csv:5: decision: 'ja' is none of yes, no, open." in done.stderr
    assert not Path("o.nt").exists()
