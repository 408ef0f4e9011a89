"""What runs hostile calls."""

from collections.abc import Iterator

import pytest

from tests.hostile.calling import Caller, caller


@pytest.fixture(scope="session")
def call() -> Iterator[Caller]:
    """Call the command line in a process of limited memory."""
    with caller() as found:
        yield found
