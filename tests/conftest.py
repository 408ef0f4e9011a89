"""Options of the test run, and what many tests share."""

import gc
import os
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import settings
from pyoxigraph import Quad

import coordgraph as cg
from coordgraph.cli import reading
from coordgraph.ingest import dataset as shipped
from coordgraph.ingest import source
from coordgraph.ingest.source import open_source
from coordgraph.network import draws
from coordgraph.store import EmbeddedStore, open_store
from tests.examples import ALL

# What is imported and collected is there to the end: looking it through for what nobody needs
# any more took a sixth of the run.
gc.disable()

# Tests read English, whoever runs them.
os.environ["LANGUAGE"] = "en"

# How long a test takes says nothing of what it tests, least of all on a busy machine. Each run
# draws other examples than the one before, and --hypothesis-profile=many draws more of them.
# Where CI is set, they are the same ones: no change is refused for a mistake that is older.
settings.register_profile(
    "coordgraph", deadline=None, max_examples=30, derandomize="CI" in os.environ
)
settings.register_profile("many", deadline=None, max_examples=ALL)
settings.load_profile("coordgraph")

_PATIENCE = 60
"""Seconds of draws that no processes are started for: tests take all processors already."""

_opened = cache(open_source)


@pytest.fixture(scope="session")
def dataset() -> EmbeddedStore:
    """Return the shipped dataset, which nobody changes."""
    return cg.load()


@pytest.fixture
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands that read the same sources read them once in a test run."""
    monkeypatch.setattr(reading, "open_source", _opened)


@cache
def _known() -> EmbeddedStore:
    """Return what commands analyse, none of which writes into it."""
    return shipped.load(derived=False)


@cache
def _quads() -> list[Quad]:
    return list(shipped.load().quads())


def _load_once(*, derived: bool = True) -> EmbeddedStore:
    """Load the shipped dataset once in a test run; who may write into it gets a copy."""
    if not derived:
        return _known()
    store = open_store()
    store.oxigraph.extend(_quads())
    return store


@pytest.fixture(scope="session", autouse=True)
def _shipped_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(source, "load", _load_once)
        patched.setattr(draws, "_SOON", _PATIENCE)
        yield
    if _known.cache_info().currsize:
        quads = set(_known().quads())
        assert quads == set(shipped.load(derived=False).quads()), "a command wrote into it"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write today's answers of the queries as golden; look at the difference",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """
    Begin with the checks of the whole code, which take long and use one processor each.

    Browsers come last: what others do beside the first tests has ended by then.
    """
    items.sort(key=lambda item: ("browser" in item.keywords, "test_gates" not in item.nodeid))


def pytest_collection_finish() -> None:
    """Leave out of each later look at what is there what stays there: modules and tests."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)
    gc.enable()
