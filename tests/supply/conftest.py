"""What is built for a test run is built once."""

import pytest

from tests.supply.building import Built, build, checkout


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return a wheel and an sdist of this checkout."""
    folder = tmp_path_factory.mktemp("built")
    return build(checkout(folder / "checkout"), folder / "dist")
