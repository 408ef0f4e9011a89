"""The whole library, which these tests are about."""

from collections.abc import Iterator

import pytest

from tests.unit.publish.site.vocabulary import with_concepts


@pytest.fixture(scope="package", autouse=True)
def _few_pages() -> Iterator[None]:
    with with_concepts():
        yield
