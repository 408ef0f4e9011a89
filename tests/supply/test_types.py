"""Type checkers of those who use the package know the types of all that it offers."""

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from tests.supply.building import Built

pytestmark = pytest.mark.release


@pytest.fixture(scope="module")
def told(built: Built, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what pyright says of the package, installed from its wheel."""
    environment = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    (packages,) = (environment / "lib").glob("python*/site-packages")
    (packages / "needed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    with ZipFile(built.wheel) as wheel:
        wheel.extractall(packages)
    own = Path(sys.executable).parent
    paths = os.pathsep.join([str(environment / "bin"), os.environ["PATH"]])
    done = subprocess.run(
        [
            own / "basedpyright",
            "--verifytypes",
            "coordgraph",
            "--ignoreexternal",
            "--outputjson",
        ],
        cwd=tmp_path_factory.mktemp("folder"),
        env={"PATH": paths, "VIRTUAL_ENV": str(environment), "HOME": str(environment)},
        capture_output=True,
        text=True,
        check=False,
    )
    found: dict[str, Any] = json.loads(done.stdout)["typeCompleteness"]
    assert Path(found["packageRootDirectory"]).is_relative_to(environment)
    return found


def test_no_public_name_is_of_unknown_type(told: dict[str, Any]) -> None:
    assert told["exportedSymbolCounts"]["withKnownType"] > 3000
    assert told["exportedSymbolCounts"]["withUnknownType"] == 0


def test_few_types_are_left_to_be_inferred(told: dict[str, Any]) -> None:
    """Attributes that a constructor sets have the types of its parameters, by inference."""
    assert told["completenessScore"] > 0.95
