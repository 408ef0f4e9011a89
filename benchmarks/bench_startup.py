"""
How long a user waits for a first answer, against a script of their own over the same files.

Run `python benchmarks/bench_startup.py`; it prints a table and writes
`benchmarks/results/startup.json` with the machine and the versions.
"""

import json
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

ROUNDS = 7
ROOT = Path(__file__).parents[1]

# What a user would otherwise write: rdflib over the Turtle files, pairs by a double loop.
BY_HAND = f"""
import itertools, pathlib, rdflib
CG = rdflib.Namespace("https://w3id.org/coordgraph/ns#")
graph = rdflib.Graph()
for path in pathlib.Path({str(ROOT / "data")!r}).rglob("*.ttl"):
    graph.parse(path)
afip = rdflib.URIRef("https://w3id.org/coordgraph/id/actor/afip")
for mechanism in set(graph.subjects(CG.participation)):
    actors = {{graph.value(p, CG.actor) for p in graph.objects(mechanism, CG.participation)}}
    for a, b in itertools.combinations(sorted(actors), 2):
        if afip in (a, b):
            print(a, b, list(graph.objects(mechanism, CG.level)))
"""


def seconds(command: list[str]) -> list[float]:
    """Return how long a command takes, round by round."""
    rounds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        rounds.append(time.perf_counter() - start)
    return rounds


def main() -> None:
    """Time the commands and write the results."""
    with tempfile.NamedTemporaryFile("w", suffix=".py", delete=False) as script:
        script.write(BY_HAND)
    coordgraph = [sys.executable, "-m", "coordgraph"]
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "coordgraph --help": [*coordgraph, "--help"],
        "coordgraph ties afip": [*coordgraph, "ties", "afip"],
        "coordgraph centrality": [*coordgraph, "centrality"],
        "coordgraph query --list": [*coordgraph, "query", "--list"],
        "ties of AFIP by hand (rdflib)": [sys.executable, script.name],
    }
    medians = {name: statistics.median(seconds(command)) for name, command in commands.items()}
    Path(script.name).unlink()
    for name, median in medians.items():
        print(f"{median:8.3f} s  {name}")
    packages = ("pyoxigraph", "rdflib", "networkx", "numpy", "scipy", "click")
    result = {
        "median_seconds": {name: round(median, 3) for name, median in medians.items()},
        "rounds": ROUNDS,
        "machine": f"{platform.machine()}, {platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "versions": {name: version(name) for name in packages},
    }
    target = ROOT / "benchmarks" / "results" / "startup.json"
    target.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
