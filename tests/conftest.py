"""Options of the test run, and what many tests share."""

from functools import cache

import pytest
from hypothesis import settings

import coordgraph as cg
from coordgraph.cli import reading
from coordgraph.ingest.source import open_source
from coordgraph.store import EmbeddedStore

# How long a test takes says nothing of what it tests, least of all on a busy machine.
settings.register_profile("coordgraph", deadline=None)
settings.load_profile("coordgraph")

_opened = cache(open_source)


@pytest.fixture(scope="session")
def dataset() -> EmbeddedStore:
    """Return the shipped dataset, which nobody changes."""
    return cg.load()


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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the checks of the whole code, which take long and use one processor each."""
    items.sort(key=lambda item: "test_gates" not in item.nodeid)
