"""The time of a build is that of the environment, if it says one."""

from datetime import UTC, datetime, timedelta

import pytest

from coordgraph.clock import moment
from coordgraph.errors import CallError


def test_it_is_what_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert moment() == datetime(1970, 1, 2, tzinfo=UTC)


def test_it_is_now_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert datetime.now(tz=UTC) - moment() < timedelta(minutes=1)
    assert moment().microsecond == 0


@pytest.mark.parametrize("said", ["today", "1e9", "9" * 30])
def test_what_is_no_time_is_refused(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
    with pytest.raises(CallError, match="SOURCE_DATE_EPOCH"):
        moment()
