"""Whenever somebody ends a command, it ends in words, and leaves nothing behind."""

import signal
from pathlib import Path

import pytest

from tests.faults.test_kills import CASES, site, state
from tests.faults.warm import TRIES, Outcome, Warm, seeded

pytestmark = pytest.mark.faults

CODES = {signal.SIGINT: 130, signal.SIGTERM: -signal.SIGTERM}
SOON = 20
"""Seconds within which a command ends that is told to, however busy the machine is."""

ANSWERS = {
    "ties": (),
    "centrality": (),
    "structure": (),
    "communities": (),
    "layers": (),
    "brokerage": (),
    "backbone": ("--draws", "2000"),
    "robustness": ("--bootstrap", "--draws", "500"),
    "test": ("cug", "--draws", "500"),
    "assess": ("load",),
    "resolve": ("oiss",),
}
"""What only answers, with what makes it last."""

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def check_ended(ended: Outcome, number: signal.Signals, moment: float) -> None:
    if (ended.code, ended.said) == (-number, ""):  # it did not listen yet
        return
    assert ended.code in {0, CODES[number]}, ended.said
    assert "Traceback" not in ended.said
    assert "Exception ignored" not in ended.said
    assert not ended.orphans
    if ended.code:
        assert ended.seconds < moment + SOON
        told = "interrupted" if number == signal.SIGINT else f"ended by {number.name}"
        assert ended.said.splitlines()[-1].startswith(f"coordgraph: {told}")


@pytest.mark.parametrize("number", CODES, ids=lambda number: number.name)
@pytest.mark.parametrize("name", ["build", "import", "load", "export to a folder", "network"])
def test_a_command_ends_when_it_is_told_to(
    name: str, number: signal.Signals, ready: Warm, tmp_path: Path
) -> None:
    case, rest = CASES[name], seeded(f"{name} {number}")
    alone, here = tmp_path / "alone", tmp_path / "here"
    alone.mkdir()
    here.mkdir()
    done = ready.run(*case.call(alone, 0))
    assert done.code == 0, done.said
    for _ in range(TRIES):
        moment = rest.uniform(0.02, done.seconds)
        ended = ready.run(*case.call(here, 0), after=moment, number=number)
        check_ended(ended, number, moment)
        for target in case.targets:
            assert state(here / target) in {None, state(alone / target)} or name == "load"
        if ended.code:
            assert not [path for path in here.iterdir() if path.name.startswith(".")]
    assert ready.run(*case.call(here, 0)).code == 0
    for target in case.targets:
        assert state(here / target) == state(alone / target)


@pytest.mark.parametrize("number", CODES, ids=lambda number: number.name)
def test_a_publication_ends_when_it_is_told_to(
    number: signal.Signals, ready: Warm, tmp_path: Path
) -> None:
    rest = seeded(f"publish {number}")
    call = (
        "publish",
        "--quiet",
        "--langs",
        "en",
        "--data",
        site(tmp_path / "site", 0),
        "--out",
    )
    done = ready.run(*call, tmp_path / "alone")
    assert done.code == 0, done.said
    for _ in range(TRIES):
        moment = rest.uniform(0.02, done.seconds)
        ended = ready.run(*call, tmp_path / "site", after=moment, number=number)
        check_ended(ended, number, moment)
        if ended.code == 130:
            assert "Publish again into it" in ended.said
    done = ready.run(*call, tmp_path / "site")
    assert done.code == 0, done.said
    assert state(tmp_path / "site") == state(tmp_path / "alone")


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_ends_when_nobody_waits_for_it(name: str, ready: Warm) -> None:
    rest, call = seeded(name), (name, *ANSWERS[name])
    done = ready.run(*call)
    assert done.code in {0, 1}, done.said
    for _ in range(TRIES):
        moment = rest.uniform(0.02, done.seconds)
        ended = ready.run(*call, after=moment, number=signal.SIGINT)
        if ended.code != done.code:
            check_ended(ended, signal.SIGINT, moment)


def test_a_question_without_end_ends_when_nobody_waits_for_it(
    ready: Warm, tmp_path: Path
) -> None:
    asked = tmp_path / "endless.rq"
    asked.write_text(ENDLESS, encoding="ascii")
    ended = ready.run("query", asked, after=1, number=signal.SIGINT)
    assert ended.code == 130, ended.said
    check_ended(ended, signal.SIGINT, 1)
