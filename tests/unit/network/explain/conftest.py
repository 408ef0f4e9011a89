"""The shipped dataset and the network of its practices, read once."""

import pytest

import coordgraph as cg
from coordgraph.network.projection import Network
from coordgraph.store import Store


@pytest.fixture(scope="package")
def dataset() -> Store:
    return cg.load(derived=False)


@pytest.fixture(scope="package")
def network(dataset: Store) -> Network:
    return cg.project(dataset, network="practices")
