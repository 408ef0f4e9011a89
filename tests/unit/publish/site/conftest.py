"""The shipped dataset, published once for the tests of its site."""

from pathlib import Path

import pytest

from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.description.about import ABOUT
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.publishing import publish
from coordgraph.store import EmbeddedStore


@pytest.fixture(scope="session")
def knowledge(dataset: EmbeddedStore) -> Knowledge:
    return Knowledge.of(dataset, Addresses(), ("en", "es", "pt"))


@pytest.fixture(scope="session")
def site(dataset: EmbeddedStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published") / "site"
    publish(dataset, folder, about=ABOUT)
    return folder
