"""The authored dataset, as its files say, for the tests of this folder."""

import pytest

from coordgraph.ingest.dataset import load
from coordgraph.ingest.tabular import Reading, read_tables
from coordgraph.namespace import graph
from coordgraph.resources import DATA
from coordgraph.store import EmbeddedStore


@pytest.fixture(scope="session")
def institutions() -> Reading:
    description = DATA / "institutions" / "csv-metadata.json"
    return read_tables(description, graph=graph("institutions"))


@pytest.fixture(scope="session")
def dataset(institutions: Reading) -> EmbeddedStore:
    store = load(derived=False)
    store.oxigraph.extend(institutions.quads)
    return store
