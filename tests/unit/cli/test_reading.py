"""A busy endpoint is waited for, aloud only where somebody sits and waits."""

import sys

import pytest

from coordgraph.cli import reading
from tests.serving import served
from tests.unit.store.misbehaving import Misbehaving, Reply


@pytest.mark.parametrize(
    ("terminal", "told"),
    [(False, ""), (True, "... the endpoint is busy; it is asked again in 5 s\n")],
)
def test_a_long_wait_is_told_on_a_terminal(
    *,
    terminal: bool,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    waited: list[float] = []
    monkeypatch.setattr(reading, "sleep", waited.append)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    busy = [Reply(status=503, headers={"Retry-After": wait}) for wait in ("1", "5")]
    Misbehaving.replies["/busy"] = [*busy, Reply()]
    with served(Misbehaving) as address:
        (row,) = reading.store_of((), None, f"{address}/busy").select("SELECT ?s {}")
    assert str(row["s"]) == "<urn:a>"
    assert waited == [1, 5]
    assert capsys.readouterr().err == told
