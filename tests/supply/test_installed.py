"""What was built works once installed, in a folder that knows nothing of the checkout."""

import json
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import NamedTuple

import pytest

from coordgraph.version import __version__
from tests.supply.building import ROOT, Built

pytestmark = pytest.mark.release


class Place(NamedTuple):
    """A virtual environment, and an empty folder to work in."""

    environment: Path
    folder: Path

    def run(self, program: str, *words: str) -> str:
        """Run a program of the environment in the folder; return what it prints."""
        return subprocess.run(
            [self.environment / "bin" / program, *words],
            cwd=self.folder,
            env={"PATH": "/usr/bin:/bin", "HOME": str(self.folder)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout


@pytest.fixture(scope="module", params=["wheel", "sdist"])
def place(
    request: pytest.FixtureRequest, built: Built, tmp_path_factory: pytest.TempPathFactory
) -> Place:
    """Install into a new environment, which takes what the package needs from this one."""
    environment = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    (packages,) = (environment / "lib").glob("python*/site-packages")
    (packages / "needed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    place = Place(environment, tmp_path_factory.mktemp("folder"))
    place.run(
        *("python", "-m", "pip", "install", "--quiet", "--no-index", "--no-deps"),
        *("--no-build-isolation", "--ignore-installed", str(getattr(built, request.param))),
    )
    return place


def test_the_package_is_imported_from_where_it_was_installed(place: Place) -> None:
    told = place.run("python", "-c", "import coordgraph; print(coordgraph.__file__)")
    assert Path(told.strip()).is_relative_to(place.environment)
    assert not Path(told.strip()).is_relative_to(ROOT)


def test_the_program_says_its_version(place: Place) -> None:
    assert place.run("coordgraph", "--version") == f"coordgraph {__version__}\n"
    assert place.run("python", "-m", "coordgraph", "--version").endswith(f" {__version__}\n")


def test_the_metadata_have_the_version(place: Place) -> None:
    script = "from importlib.metadata import version; print(version('coordgraph'))"
    assert place.run("python", "-c", script).strip() == __version__


def test_the_shipped_dataset_answers(place: Place) -> None:
    rows = json.loads(place.run("coordgraph", "ties", "afip", "--format", "json"))
    assert len(rows) > 5
    assert all("/id/actor/afip" in f"{row['source']} {row['target']}" for row in rows)


def test_shapes_and_queries_are_shipped(place: Place) -> None:
    (place.folder / "mine.ttl").write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    place.run("coordgraph", "validate", "mine.ttl")
    assert "ties" in place.run("coordgraph", "query", "--list")


def test_pages_and_scripts_are_shipped(place: Place) -> None:
    script = (
        "from importlib.resources import files; static = files('coordgraph') / 'serve' / "
        "'workbench' / 'static'; print((static / 'manifest.json').is_file())"
    )
    assert place.run("python", "-c", script) == "True\n"
