"""Options of the test run, and what many tests share."""

from functools import cache

import pytest

from coordgraph.cli import reading
from coordgraph.ingest.source import open_source

_opened = cache(open_source)


@pytest.fixture
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands that read the same sources read them once in a test run."""
    monkeypatch.setattr(reading, "open_source", _opened)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write today's answers of the queries as golden; look at the difference",
    )
