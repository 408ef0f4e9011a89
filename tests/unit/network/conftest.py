"""What tests of networks share."""

import pytest

import coordgraph as cg
from coordgraph.network.projection import Network
from coordgraph.store import Store


@pytest.fixture(scope="session")
def network(dataset: Store) -> Network:
    """Return who takes part in practices with whom."""
    return cg.project(dataset, network="practices")
