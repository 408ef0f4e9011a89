"""
Load, ties and centrality at several sizes, beside what a user would otherwise write.

In one run: coordgraph; the plain stack (rdflib and NetworkX); and a script by hand of the
fastest parts (pyoxigraph, scipy and igraph).  Each takes each size in a process of its own,
which reports its seconds by step and its peak memory; ratios and growth follow from them.

Run `python benchmarks/bench_network.py --sizes 10000 100000 1000000`; it prints a table and
writes `benchmarks/results/network.json` with the machine and the versions.
"""

import argparse
import json
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

from generate import write

ROOT = Path(__file__).parents[1]
PEERS = Path(__file__).parent / "peers"
STACKS = {"coordgraph": "own", "by_hand": "by_hand", "plain": "plain"}
STEPS = ("load", "ties", "centrality")
GROWING = ("load", "ties", "degree", "pagerank")
PLAIN_UP_TO = 100_000
PLAIN_LOADS_UP_TO = 1_000_000
PACKAGES = (
    "pyoxigraph",
    "rdflib",
    "networkx",
    "numpy",
    "scipy",
    "pyarrow",
    "pandas",
    "igraph",
    "networkit",
)

Result = dict[str, Any]


def once(stack: str, path: Path, *steps: str) -> Result:
    """Run one stack over one file in a process of its own; return what it reports."""
    command = [sys.executable, str(PEERS / f"{STACKS[stack]}.py"), str(path), *steps]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    result: Result = json.loads(done.stdout.splitlines()[-1])
    return result


def measured(stack: str, path: Path, rounds: int) -> Result:
    """Return the medians of several runs."""
    runs = [once(stack, path) for _ in range(rounds)]
    steps = {
        step: round(statistics.median(run["seconds"][step] for run in runs), 4)
        for step in runs[0]["seconds"]
    }
    peak = statistics.median(run["peak_mb"] for run in runs)
    answers = {name: runs[0][name] for name in ("ties", "actors", "strongest")}
    return {"seconds": steps, "peak_mb": round(peak, 1), **answers}


def ratios(results: dict[str, Result]) -> Result:
    """Return coordgraph's share of the others' time and memory; ties and centrality as one."""
    own = results["coordgraph"]
    found: Result = {}
    for other in (name for name in results if name != "coordgraph"):
        peer = results[other]
        found[other] = {
            **{step: own["seconds"][step] / peer["seconds"][step] for step in STEPS},
            "ties and centrality": _network(own) / _network(peer),
            "all": _whole(own) / _whole(peer),
            "peak memory": own["peak_mb"] / peer["peak_mb"],
        }
        found[other] = {name: round(value, 3) for name, value in found[other].items()}
    return found


def _network(result: Result) -> float:
    return float(result["seconds"]["ties"] + result["seconds"]["centrality"])


def _whole(result: Result) -> float:
    return float(result["seconds"]["load"]) + _network(result)


def growth(by_size: dict[int, Result]) -> Result:
    """Return the exponent of n with which each step grows from one size to the next."""
    sizes = sorted(by_size)
    return {
        step: [
            round(
                math.log(
                    by_size[large]["coordgraph"]["seconds"][step]
                    / by_size[small]["coordgraph"]["seconds"][step]
                )
                / math.log(by_size[large]["statements"] / by_size[small]["statements"]),
                2,
            )
            for small, large in pairwise(sizes)
        ]
        for step in GROWING
    }


def at_size(triples: int, rounds: int, folder: Path) -> Result:
    """Return the results of all stacks at one size, and the ratios; refuse other answers."""
    path = folder / f"{triples}.nt"
    found: Result = {"statements": write(path, triples)}
    stacks = [name for name in STACKS if name != "plain" or triples <= PLAIN_UP_TO]
    results = {name: measured(name, path, rounds) for name in stacks}
    answers = {
        name: (result["ties"], result["actors"], result["strongest"])
        for name, result in results.items()
    }
    if len(set(answers.values())) != 1:
        sys.exit(f"The stacks give different answers: {answers}")
    shares = ratios(results)
    if PLAIN_UP_TO < triples <= PLAIN_LOADS_UP_TO:
        loaded = once("plain", path, "load")["seconds"]["load"]
        found["rdflib load"] = round(loaded, 4)
        own = results["coordgraph"]["seconds"]["load"]
        shares["plain"] = {"load": round(own / loaded, 3)}
    return {**found, **results, "ratios": shares}


def show(triples: int, found: Result) -> None:
    """Print the results of one size."""
    answer = found["coordgraph"]
    print(
        f"\n{found['statements']:,} statements ({triples:,} asked for), "
        f"{answer['actors']:,} actors, {answer['ties']:,} ties"
    )
    for stack in STACKS:
        if stack in found:
            steps = "  ".join(
                f"{step} {found[stack]['seconds'][step]:8.3f} s" for step in STEPS
            )
            print(f"  {stack:10}  {steps}  {found[stack]['peak_mb']:8.0f} MB")
    for other, shares in found["ratios"].items():
        print(f"  share of {other}:", shares)


def main() -> None:
    """Run everything and write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--out", type=Path, default=ROOT / "benchmarks" / "results" / "network.json"
    )
    chosen = parser.parse_args()
    by_size: dict[int, Result] = {}
    with tempfile.TemporaryDirectory() as folder:
        for triples in sorted(chosen.sizes):
            by_size[triples] = at_size(triples, chosen.rounds, Path(folder))
            show(triples, by_size[triples])
    grown = growth(by_size)
    print("\ngrowth, exponent of n:", grown)
    result = {
        "sizes": {str(size): found for size, found in by_size.items()},
        "growth": grown,
        "rounds": chosen.rounds,
        "machine": f"{platform.machine()}, {os.cpu_count()} processors, "
        f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "versions": {name: version(name) for name in PACKAGES},
    }
    chosen.out.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
