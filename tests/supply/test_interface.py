"""What others build on stays: a name, a parameter, an option or a default that was told."""

from collections.abc import Callable
from pathlib import Path

import click
import pytest

from tests.supply import interface

GOLDEN = Path(__file__).parents[1] / "golden" / "interface"

# The names that were promised before there was a first version.
VERBS = {"build", "validate", "query", "ties", "centrality", "network", "import", "publish"}
NAMES = {"open_store", "load", "find", "validate", "project", "centrality", "to_rdflib"}


@pytest.fixture(params=["commands", "names"])
def told(request: pytest.FixtureRequest) -> tuple[Path, list[str]]:
    tell: Callable[[], list[str]] = getattr(interface, request.param)
    golden, lines = GOLDEN / f"{request.param}.txt", tell()
    if request.config.getoption("--update-golden"):
        golden.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return golden, lines


def test_nothing_that_others_build_on_is_gone_or_changed(told: tuple[Path, list[str]]) -> None:
    golden, lines = told
    gone = sorted(set(golden.read_text(encoding="utf-8").splitlines()) - set(lines))
    assert gone == [], "deprecate it first, as docs/explanation/stability.md says"


@pytest.mark.release
def test_what_is_new_is_told_before_a_release(told: tuple[Path, list[str]]) -> None:
    golden, lines = told
    assert golden.read_text(encoding="utf-8").splitlines() == lines, (
        "write it down: python -m pytest --update-golden tests/supply/test_interface.py"
    )


def test_what_was_promised_first_is_there() -> None:
    commands = set(interface.commands())
    assert {f"coordgraph {verb}" for verb in {*VERBS, "serve"}} <= commands
    assert {f"coordgraph ties --between {one}" for one in ("actors", "states")} <= commands
    names = {line.partition("(")[0] for line in interface.names()}
    assert names >= NAMES


def _program(**choices: object) -> click.Command:
    return click.Command("any", params=[click.Option(["--kind"], **choices)])  # type: ignore[arg-type]


def test_a_further_choice_alters_no_line_and_a_lost_one_loses_its_own() -> None:
    fewer, more = (
        set(interface._command("any", _program(type=click.Choice(list(choices)))))
        for choices in ("ab", "abc")
    )
    assert more - fewer == {"any --kind c"}
    assert fewer <= more


def test_another_default_is_a_change() -> None:
    lines = [set(interface._command("any", _program(default=value))) for value in ("a", "b")]
    assert lines[0] - lines[1] == {"any --kind = 'a'"}


def test_a_further_parameter_is_a_change_only_where_it_must_be_given() -> None:
    def first(a: int, *, b: int = 1) -> int:
        return a + b

    def second(a: int, *, b: int = 1, c: int = 2) -> int:
        return a + b + c

    def third(a: int, c: int, *, b: int = 1) -> int:
        return a + b + c

    before, after, other = (set(interface._taken("f", one)) for one in (first, second, third))
    assert before < after
    assert before - other == {"f(a)"}
