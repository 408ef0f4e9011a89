"""Decisions are proposed, made and undone; none is lost or altered."""

import pytest

from coordgraph.errors import CallError
from coordgraph.linking import Candidate, Decision, Decisions, Index, candidates

ACTOR = "https://w3id.org/coordgraph/id/actor/"
HOMONYM = "Social Security Secretariat"
DAY = "2026-01-31"


@pytest.fixture
def found(index: Index) -> list[Candidate]:
    return candidates(index, HOMONYM, limit=2)


@pytest.fixture
def decisions(found: list[Candidate]) -> Decisions:
    made = Decisions()
    made.propose(HOMONYM, "", found)
    return made


def words(decisions: Decisions) -> list[tuple[str, str, str]]:
    return [(row.actor.removeprefix(ACTOR), row.decision, row.undone_on) for row in decisions]


def test_all_that_is_proposed_is_open(decisions: Decisions) -> None:
    assert words(decisions) == [("sss-ar", "open", ""), ("sss-br", "open", "")]
    assert not decisions.is_decided(HOMONYM)
    assert decisions.meanings() == {}


def test_to_propose_again_adds_what_is_new_only(
    decisions: Decisions, found: list[Candidate], index: Index
) -> None:
    decisions.propose(HOMONYM.upper(), "", found)
    assert len(words(decisions)) == 2
    decisions.propose(HOMONYM, "", candidates(index, "AFIP"))
    assert words(decisions)[2:] == [("afip", "open", "")]


def test_a_yes_to_one_is_a_no_to_the_others(decisions: Decisions) -> None:
    decisions.decide(HOMONYM, "", f"{ACTOR}sss-br", by="ana", on=DAY)
    assert words(decisions) == [("sss-ar", "no", ""), ("sss-br", "yes", "")]
    assert {(row.decided_by, row.decided_on) for row in decisions} == {("ana", DAY)}
    assert decisions.meanings() == {HOMONYM.casefold(): [f"{ACTOR}sss-br"]}


def test_what_is_decided_is_not_altered(decisions: Decisions, found: list[Candidate]) -> None:
    decisions.decide(HOMONYM, "", f"{ACTOR}sss-br", by="ana", on=DAY)
    before = list(decisions)
    decisions.decide(HOMONYM, "", f"{ACTOR}sss-ar", by="eva", on=DAY)
    decisions.propose(HOMONYM, "", found)
    assert list(decisions) == before


def test_none_of_them_is_a_decision_too(decisions: Decisions) -> None:
    decisions.decide(HOMONYM, "", "", by="ana", on=DAY)
    assert {row.decision for row in decisions} == {"no"}
    assert decisions.is_decided(HOMONYM)
    assert decisions.meanings() == {}


def test_a_name_that_nobody_fits_waits_for_a_person() -> None:
    decisions = Decisions()
    decisions.propose("Atlantis", "", [])
    decisions.propose("Atlantis", "", [])
    (row,) = decisions
    assert (row.actor, row.decision, row.reason) == ("", "open", "nobody found")


def test_undone_decisions_stay_as_history(decisions: Decisions) -> None:
    decisions.decide(HOMONYM, "", f"{ACTOR}sss-br", by="ana", on=DAY)
    decisions.undo(HOMONYM.upper(), on="2026-02-01")
    assert words(decisions) == [
        ("sss-ar", "no", "2026-02-01"),
        ("sss-br", "yes", "2026-02-01"),
        ("sss-ar", "open", ""),
        ("sss-br", "open", ""),
    ]
    assert [row.decided_by for row in decisions] == ["ana", "ana", "", ""]
    assert decisions.meanings() == {}
    assert not decisions.is_decided(HOMONYM)
    assert decisions.was_decided(HOMONYM)


def test_only_what_is_decided_can_be_undone(decisions: Decisions) -> None:
    with pytest.raises(CallError) as caught:
        decisions.undo(HOMONYM, on=DAY)
    assert str(caught.value) == f"Nothing is decided on {HOMONYM!r}. Decided are: none."


def test_a_name_may_mean_somebody_else_in_another_country() -> None:
    decisions = Decisions(
        Decision(name="IPS", country=country, actor=f"{ACTOR}{slug}", decision="yes")
        for country, slug in [("PRY", "ips-py"), ("CHL", "ips-cl")]
    )
    assert decisions.meanings() == {"ips": [f"{ACTOR}ips-cl", f"{ACTOR}ips-py"]}
    assert decisions.word_on("ips", "CHL", f"{ACTOR}ips-cl") == "yes"
    assert decisions.word_on("ips", "CHL", f"{ACTOR}ips-py") is None
