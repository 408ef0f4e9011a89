"""What tests and examples in docstrings share: the shipped tables are read once in a run."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from coordgraph.ingest import dataset as shipped
from coordgraph.ingest.sheet import shown
from coordgraph.ingest.tabular import Reading, read_tables
from coordgraph.namespace import graph
from coordgraph.resources import DATA


@cache
def _read(described: str, *, placed: bool) -> Reading:
    """Read tables described in a file; places in them are told from where the tests are."""
    description = Path(described)
    return read_tables(description, graph=graph(description.parent.name) if placed else None)


def _read_once(description: Path, **how: Any) -> Reading:
    """Read the shipped tables once in a test run; a store is still filled anew each time."""
    if description.parent.parent != DATA or how.get("absent"):
        return read_tables(description, **how)
    assert how.get("graph") in {None, graph(description.parent.name)}
    return _read(shown(description), placed="graph" in how)


@pytest.fixture(scope="session", autouse=True)
def _tables_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(shipped, "read_tables", _read_once)
        yield
