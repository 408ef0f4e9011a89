"""The shipped dataset, with its measures, in two engines."""

import pytest

from coordgraph.ingest.dataset import load
from coordgraph.network import observations
from coordgraph.publish.measures import measure
from coordgraph.store import EmbeddedStore, RdflibStore, to_rdflib


@pytest.fixture(scope="session")
def dataset() -> EmbeddedStore:
    store = load()
    with pytest.MonkeyPatch.context() as patched:
        # Golden answers are the same whatever versions are installed.
        patched.setattr(observations, "version", lambda _: "1.0")
        patched.setattr(observations, "__version__", "1.0")
        measure(store)
    return store


@pytest.fixture(scope="session")
def second_opinion(dataset: EmbeddedStore) -> RdflibStore:
    return RdflibStore(to_rdflib(dataset))
