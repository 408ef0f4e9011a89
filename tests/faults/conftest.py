"""One process that has read everything, for all tests of faults."""

from collections.abc import Iterator

import pytest

from tests.faults.warm import Warm, warm


@pytest.fixture(scope="session")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warm]:
    with warm(tmp_path_factory.mktemp("warm")) as process:
        yield process
