"""A small release, whole; a test that changes a file puts it back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.unit.publish.site.description.releases import release


@pytest.fixture(scope="package")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return release(tmp_path_factory.mktemp("audited"))


@contextmanager
def replaced(site: Path, place: str, body: bytes | None) -> Iterator[None]:
    path = site / place
    before = path.read_bytes()
    path.unlink() if body is None else path.write_bytes(body)
    try:
        yield
    finally:
        path.write_bytes(before)
