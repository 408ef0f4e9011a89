"""A decision file keeps what people wrote, and names all that is wrong in it."""

from pathlib import Path

import pytest

from coordgraph.errors import TableError
from coordgraph.linking import (
    COLUMNS,
    Decision,
    Decisions,
    Index,
    candidates,
    read_decisions,
    write_decisions,
)

ACTOR = "https://w3id.org/coordgraph/id/actor/"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "decisions.csv"


def read(index: Index, file: Path, text: str = "") -> Decisions:
    if text:
        file.write_text(text, encoding="utf-8")
    return read_decisions(file, known=index.actors, countries=index.countries)


def problems(index: Index, file: Path, text: str) -> list[str]:
    with pytest.raises(TableError) as caught:
        read(index, file, text)
    return list(caught.value.problems)


def test_what_is_written_is_read(index: Index, file: Path) -> None:
    decisions = Decisions()
    for name, country in [("Secretaría, de «S»", ""), ("=AFIP", "ARG"), ("Atlantis", "")]:
        decisions.propose(name, country, candidates(index, name))
    decisions.decide("=AFIP", "ARG", f"{ACTOR}afip", by="-ana", on="2026-01-31")
    decisions.undo("=AFIP", on="2026-02-01")
    write_decisions(file, decisions)
    assert list(read(index, file)) == list(decisions)
    assert "'=AFIP" in file.read_text(encoding="utf-8")


def test_columns_and_names_that_people_add_are_kept(index: Index, file: Path) -> None:
    text = "Name,decision,actor,My Note\nAFIP,YES,afip,seen in law\nX,,,\n"
    decisions = read(index, file, text)
    write_decisions(file, decisions)
    assert file.read_text(encoding="utf-8").splitlines() == [
        ",".join([*COLUMNS, "My Note"]),
        "AFIP,,actor/afip,,yes,,,,,,seen in law",
        "X,,,,open,,,,,,",
    ]


def test_an_office_may_save_it_with_semicolons_in_latin_1(index: Index, file: Path) -> None:
    text = "name;country;actor;decision\nPrevisión;Perú;actor/mef-pe;yes\n"
    file.write_bytes(text.encode("latin-1"))
    (row,) = read(index, file)
    assert row == Decision(
        name="Previsión", country="PER", actor=f"{ACTOR}mef-pe", decision="yes"
    )


def test_all_that_is_wrong_is_named_together(index: Index, file: Path) -> None:
    text = """name,country,actor,decision
AFIP,,actor/afpi,yes
,,afip,no
BPS,,bps,yess
BPS,Qqqq,bps,yes
IPS,,,yes
a,b
"""
    assert problems(index, file, text) == [
        ("decisions.csv:2: actor: 'actor/afpi' is no actor of the graph. "
        "Did you mean actor/afip?"),
        "decisions.csv:3: name: this cell is empty. Fill it.",
        "decisions.csv:4: decision: 'yess' is none of yes, no, open. Did you mean yes?",
        ("decisions.csv:5: country: No country is named 'Qqqq'. Write its code, as ARG, "
        "or its name in English, Spanish or Portuguese."),
        ("decisions.csv:6: actor: this cell is empty, but the decision is yes. "
        "Name the actor, or write open."),
        ("decisions.csv:7: 2 cells, but 4 columns. "
        "Put a cell that holds a comma in double quotes."),
    ]  # fmt: skip


def test_an_actor_like_no_other_is_looked_up_elsewhere(index: Index, file: Path) -> None:
    assert problems(index, file, "name,actor,decision\nX,urn:qqqq,open\n") == [
        (
            "decisions.csv:2: actor: 'urn:qqqq' is no actor of the graph. "
            "`coordgraph query actors/names` lists them."
        )
    ]


def test_contradictions_are_named(index: Index, file: Path) -> None:
    text = """name,actor,decision
AFIP,afip,yes
A,bps,no
afip,arca,yes
A,bps,yes
"""
    assert problems(index, file, text) == [
        (
            "decisions.csv:4: decision: 'afip' means actor/arca here, but actor/afip on "
            "line 2. Keep one yes."
        ),
        "decisions.csv:5: decision: 'A' is yes here, but no on line 3. Keep one.",
    ]


def test_history_contradicts_nothing_and_may_name_whom_the_graph_has_lost(
    index: Index, file: Path
) -> None:
    text = """name,actor,decision,undone_on
AFIP,arca,yes,2026-01-31
AFIP,gone,yes,2026-02-01
AFIP,afip,yes,
"""
    assert read(index, file, text).meanings() == {"afip": [f"{ACTOR}afip"]}


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        ("name,actor", "the column decision is missing. Add it."),
        ("name,actor,decision,Actor", "actor: this column stands twice."),
    ],
)
def test_a_header_that_does_not_fit_is_named(
    index: Index, file: Path, header: str, problem: str
) -> None:
    assert problems(index, file, f"{header}\n") == [f"decisions.csv:1: {problem}"]


def test_what_is_said_twice_alike_is_no_contradiction(index: Index, file: Path) -> None:
    text = "name,decision,actor\nAFIP,yes,afip\nAFIP,no,bps\nAFIP,yes,afip\n"
    assert len(list(read(index, file, text))) in {2, 3}
