"""What a release is made of is told in full, and the same each time."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from packaging.utils import canonicalize_name

from coordgraph.version import __version__
from tests.supply.building import ROOT, Built
from tests.supply.installed import CORE, needed
from tests.supply.test_licences import bundled

pytestmark = [
    pytest.mark.release,
    pytest.mark.skipif(not shutil.which("npm"), reason="npm is not installed"),
]


def told(built: Built, folder: Path) -> dict[str, bytes]:
    subprocess.run([ROOT / ".ci" / "sbom", built.wheel, folder], check=True)
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def bills(built: Built, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return told(built, tmp_path_factory.mktemp("bills"))


def parts(bill: bytes) -> list[dict[str, Any]]:
    components: list[dict[str, Any]] = json.loads(bill)["components"]
    return components


def test_all_that_the_package_needs_is_told(bills: dict[str, bytes]) -> None:
    names = {canonicalize_name(one["name"]) for one in parts(bills["python.cdx.json"])}
    assert set(needed(CORE)) <= names
    assert "igraph" not in names


def test_the_package_itself_is_told_with_its_version(bills: dict[str, bytes]) -> None:
    itself = json.loads(bills["python.cdx.json"])["metadata"]["component"]
    assert (itself["name"], itself["version"]) == ("coordgraph", __version__)


def test_all_that_is_bundled_with_the_scripts_is_told(bills: dict[str, bytes]) -> None:
    found = {
        ("/".join(filter(None, [one.get("group"), one["name"]])), one["version"])
        for one in parts(bills["workbench.cdx.json"])
    }
    assert {(name, version) for name, version, _ in bundled()} <= found


def test_nothing_of_this_machine_is_told(bills: dict[str, bytes]) -> None:
    for bill in bills.values():
        assert b"file:" not in bill
        assert str(ROOT).encode() not in bill


def test_the_same_release_is_told_in_the_same_bytes(
    built: Built, bills: dict[str, bytes], tmp_path: Path
) -> None:
    assert told(built, tmp_path / "again") == bills
