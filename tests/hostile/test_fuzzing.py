"""What a fuzzer calls takes inputs near to valid ones, and lets only expected errors pass."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.hostile.fuzzing import choices, documents, questions, requests, tables
from tests.hostile.fuzzing.surface import near

ROOT = Path(__file__).parents[2]
SURFACES = {
    f"{module.__name__.rpartition('.')[2]}/{name}": surface
    for module in (documents, tables, questions, requests, choices)
    for name, surface in module.SURFACES.items()
}
RUNS = 500
FEW = 10
SLOW = {"choices/commands", "requests/operations", "tables/workbook"}
"""Surfaces of which a call takes tens of milliseconds."""


@pytest.mark.parametrize("name", SURFACES)
def test_inputs_near_to_valid_ones_end_as_they_must(name: str) -> None:
    surface = SURFACES[name]
    for body in near(surface.seeds, FEW if name in SLOW else 50):
        surface.call(body)


@pytest.mark.slow
@pytest.mark.skipif(find_spec("atheris") is None, reason="not installed: the extra `fuzz`")
@pytest.mark.parametrize("name", SURFACES)
def test_inputs_that_reach_further_end_as_they_must(tmp_path: Path, name: str) -> None:
    command = [sys.executable, "-m", "tests.hostile.fuzzing", name, f"-runs={RUNS}", "-seed=1"]
    done = subprocess.run(
        [*command, f"-artifact_prefix={tmp_path}/"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert f"Done {RUNS} runs" in done.stderr
