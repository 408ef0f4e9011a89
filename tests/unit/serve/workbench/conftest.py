"""The shipped data and odd data, as the workbench shows them."""

import pytest

import coordgraph as cg
from coordgraph.store import EmbeddedStore
from tests.unit.publish.site.hostile import hostile


@pytest.fixture(scope="session")
def shipped() -> EmbeddedStore:
    return cg.load()


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedStore:
    """Names that are markup, run from right to left, or have 10,000 characters."""
    return hostile(tmp_path_factory.mktemp("odd"))
