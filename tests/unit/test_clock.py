"""The time of a build is that of the environment, if it says one."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

import coordgraph
from coordgraph.clock import stated_time, today
from coordgraph.errors import CallError


def test_it_is_what_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86401")
    assert stated_time() == datetime(1970, 1, 2, 0, 0, 1, tzinfo=UTC)
    assert today() == date(1970, 1, 2)


def test_only_the_day_is_known_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert stated_time() is None
    assert datetime.now(tz=UTC).date() - today() <= timedelta(days=1)


@pytest.mark.parametrize("said", ["today", "1e9", "9" * 30])
def test_what_is_no_time_is_refused(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
    with pytest.raises(CallError, match="SOURCE_DATE_EPOCH"):
        today()


def test_nothing_is_measured_by_a_clock_that_may_be_set_back() -> None:
    set_back = re.compile(r"\btime\.time(_ns)?\(|from time import [^\n]*\btime(_ns)?\b")
    for path in Path(coordgraph.__file__).parent.rglob("*.py"):
        assert not set_back.search(path.read_text(encoding="utf-8")), path
