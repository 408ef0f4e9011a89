"""The shipped dataset in two engines."""

import pytest

from coordgraph.ingest.dataset import load
from coordgraph.store import EmbeddedStore, RdflibStore, to_rdflib


@pytest.fixture(scope="session")
def dataset() -> EmbeddedStore:
    return load()


@pytest.fixture(scope="session")
def second_opinion(dataset: EmbeddedStore) -> RdflibStore:
    return RdflibStore(to_rdflib(dataset))
