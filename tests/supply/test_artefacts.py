"""A wheel holds the package and what it ships, and no more; an sdist makes it again."""

import subprocess
import sys
import tarfile
from datetime import UTC, datetime
from email.message import Message
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from coordgraph.version import __version__
from tests.supply.building import ROOT, Built, build, checkout, committed, tracked
from tests.supply.installed import CORE, EXTRAS, PROJECT

pytestmark = pytest.mark.release

SHIPPED = ("ontology", "queries", "data")


@pytest.fixture
def metadata(built: Built) -> Message:
    (name,) = (one for one in built.of_wheel() if one.endswith(".dist-info/METADATA"))
    with ZipFile(built.wheel) as wheel:
        return Parser().parsestr(wheel.read(name).decode("utf-8"))


def test_the_wheel_holds_the_package_and_what_it_ships(built: Built) -> None:
    code = tracked("coordgraph")
    shipped = [f"coordgraph/shipped/{name}" for name in tracked(*SHIPPED)]
    inside = [one for one in built.of_wheel() if ".dist-info/" not in one]
    assert sorted(inside) == sorted([*code, *shipped])
    assert "coordgraph/py.typed" in inside


def test_what_is_in_the_wheel_is_what_is_in_the_checkout(built: Built) -> None:
    with ZipFile(built.wheel) as wheel:
        for name in tracked("coordgraph", *SHIPPED):
            inside = name if name.startswith("coordgraph/") else f"coordgraph/shipped/{name}"
            assert wheel.read(inside) == (ROOT / name).read_bytes(), name


def test_the_licences_are_in_the_wheel(built: Built) -> None:
    inside = {one.partition(".dist-info/licenses/")[2] for one in built.of_wheel()}
    assert inside - {""} == set(PROJECT["project"]["license-files"])


def test_the_metadata_say_what_the_project_says(metadata: Message) -> None:
    told = [Requirement(text) for text in metadata.get_all("Requires-Dist", [])]
    core = {(canonicalize_name(one.name), one.specifier) for one in told if not one.marker}
    listed = {(canonicalize_name(one.name), one.specifier) for one in map(Requirement, CORE)}
    assert core == listed
    assert metadata["Version"] == __version__
    assert metadata["License-Expression"] == PROJECT["project"]["license"]
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert set(metadata.get_all("Provides-Extra", [])) == set(EXTRAS)


def test_the_metadata_render(built: Built) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "twine", "check", "--strict", *built],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_sdist_holds_what_is_under_version_control(built: Built) -> None:
    with tarfile.open(built.sdist) as sdist:
        inside = {one.name.partition("/")[2] for one in sdist if one.isfile()}
    assert inside - {"PKG-INFO"} == set(tracked())


def test_nobody_is_named_as_the_owner_of_what_is_in_the_sdist(built: Built) -> None:
    with tarfile.open(built.sdist) as sdist:
        assert {(one.uid, one.gid, one.uname, one.gname) for one in sdist} == {(0, 0, "", "")}


def test_the_same_commit_makes_the_same_bytes_anywhere(built: Built, tmp_path: Path) -> None:
    folder = checkout(tmp_path / "a folder" / "deeper", umask=0o077)
    (folder / "coordgraph" / "__pycache__").mkdir()
    (folder / "coordgraph" / "__pycache__" / "left.pyc").write_bytes(b"over")
    again = build(
        folder,
        tmp_path / "dist",
        umask=0o077,
        TZ="Asia/Kathmandu",
        LC_ALL="C",
        PYTHONHASHSEED="7",
    )
    assert again.sdist.read_bytes() == built.sdist.read_bytes()
    assert again.wheel.read_bytes() == built.wheel.read_bytes()


def test_the_files_are_of_the_day_of_the_commit(built: Built) -> None:
    day = datetime.fromtimestamp(int(committed()), tz=UTC)
    with tarfile.open(built.sdist) as sdist:
        assert {one.mtime for one in sdist} == {int(committed())}
    with ZipFile(built.wheel) as wheel:
        assert {one.date_time[:3] for one in wheel.infolist()} == {
            (day.year, day.month, day.day)
        }
