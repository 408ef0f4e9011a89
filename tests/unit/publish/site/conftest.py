"""The shipped dataset, published once for the tests of its site."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.store import EmbeddedStore
from tests.published import published
from tests.sharing import made_once
from tests.unit.publish.site.description.releases import release
from tests.unit.publish.site.vocabulary import with_terms, without_concepts


@pytest.fixture(scope="package", autouse=True)
def _few_pages() -> Iterator[None]:
    with without_concepts():
        yield


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a release of a small dataset, for all who only look at it."""
    return made_once(tmp_path_factory, "released", _release) / "site"


def _release(folder: Path) -> None:
    folder.mkdir()
    with without_concepts(), with_terms():
        release(folder)


@pytest.fixture(scope="session")
def knowledge(dataset: EmbeddedStore) -> Knowledge:
    return Knowledge.of(dataset, Addresses(), ("en", "es", "pt"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(tmp_path_factory)
