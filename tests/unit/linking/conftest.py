"""The names of the shipped dataset, read once."""

import pytest

from coordgraph.ingest.dataset import load
from coordgraph.linking import Index, index_names


@pytest.fixture(scope="package")
def index() -> Index:
    return index_names(load(derived=False))
