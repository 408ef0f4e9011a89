"""The shipped dataset, published once for the tests of its site."""

from pathlib import Path

import pytest

from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.description.about import ABOUT
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.publishing import publish
from coordgraph.store import EmbeddedStore
from tests.sharing import made_once


@pytest.fixture(scope="session")
def knowledge(dataset: EmbeddedStore) -> Knowledge:
    return Knowledge.of(dataset, Addresses(), ("en", "es", "pt"))


@pytest.fixture(scope="session")
def site(dataset: EmbeddedStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(
        tmp_path_factory, "published", lambda folder: publish(dataset, folder, about=ABOUT)
    )
