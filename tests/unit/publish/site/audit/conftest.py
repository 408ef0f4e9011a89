"""A small release, whole; a test that changes a file puts it back."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@pytest.fixture(scope="package")
def audited(released: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shutil.copytree(released, tmp_path_factory.mktemp("audited") / "site")


@contextmanager
def replaced(site: Path, place: str, body: bytes | None) -> Iterator[None]:
    path = site / place
    before = path.read_bytes()
    path.unlink() if body is None else path.write_bytes(body)
    try:
        yield
    finally:
        path.write_bytes(before)
