"""What is foreseen is what comes, as exactly as is told."""

import json
import subprocess
import sys

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given

from coordgraph.network import foresight as module
from coordgraph.network.foresight import foresee, memory_for
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.limit import foreseen
from coordgraph.network.projection import tie
from coordgraph.network.takings import Named
from tests.properties.strategies import takings

MEASURED = """
import json, sys
from pathlib import Path
from coordgraph.engines.choice import Choice, measured
from coordgraph.network.projection import tie
from tests.unit.network.test_foresight import generated
incidence = generated(20_000)
ties = tie(incidence)
if sys.argv[1] != "ties":
    names = ["degree", "strength", "pagerank", "core", "constraint", "effective_size"]
    names = names[:4] if sys.argv[1] == "networkx" else names
    measured(ties.merged(), names, choice=Choice(sys.argv[1]))
(peak,) = [l for l in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in l]
size = {"participations": len(incidence.actor), "ties": len(ties)}
print(json.dumps({"bytes": int(peak.split()[1]) << 10, "size": size}))
"""


def generated(mechanisms: int) -> Incidence:
    """Return mechanisms of two to forty actors, some of whom take part in many."""
    draw = np.random.default_rng(1)
    sizes = np.minimum(2 + draw.geometric(0.25, mechanisms), 40)
    places = np.repeat(np.arange(mechanisms), sizes)
    actors = (draw.beta(1, 2, len(places)) * mechanisms / 2).astype(np.int64)
    return Incidence.of_columns(
        Named(pa.array([f"urn:actor:{at}" for at in range(mechanisms // 2 + 1)]), actors),
        Named(pa.array([f"urn:mechanism:{at}" for at in range(mechanisms)]), places),
        Named(pa.array([], pa.string()), np.full(len(places), -1)),
    )


@given(takings())
def test_ties_of_a_small_network_are_counted(rows: set[Taking]) -> None:
    incidence = Incidence.of(rows)
    found = foresee(incidence)
    assert (found.ties, found.error) == (len(tie(incidence)), 0)
    assert found.ties <= found.ties_at_most == foreseen(incidence)
    assert found.participations == len(incidence.actor)


def test_ties_of_a_large_network_are_estimated_within_what_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    incidence = generated(4_000)
    exact = foresee(incidence)
    monkeypatch.setattr(module, "_MEETINGS", 50_000)
    found = foresee(incidence)
    assert 0 < found.error < found.ties / 5
    assert abs(found.ties - exact.ties) <= found.error
    assert foresee(incidence) == found


def test_the_engine_is_chosen_by_size(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = [module._chosen(ties, ties, 100_000_000)[0] for ties in (2_000, 2_001, 50_000_001)]
    assert chosen == ["networkx", "igraph", "spark"]
    engine, why = module._chosen(1_000_000, 5_000_000, 5_000_000)
    assert (engine, why) == ("spark", "igraph needs 2.1 GB, half the memory here is 0.6 GB")
    incidence = generated(1_000)
    assert foresee(incidence).engine == "igraph"
    monkeypatch.setattr(module, "affordable", lambda: 1_000)
    assert foresee(incidence).engine == "spark"


@pytest.mark.long
@pytest.mark.parametrize("tool", ["ties", "igraph", "networkx"])
def test_memory_is_told_within_a_factor_of_two(tool: module.Tool) -> None:
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, tool], capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout)
    assert found["size"]["ties"] > 400_000
    told = memory_for(tool, **found["size"])
    assert told / 2 < found["bytes"] < told * 2
