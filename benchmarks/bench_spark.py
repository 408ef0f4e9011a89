"""
One machine and Spark on the same participations, step by step: at which size does Spark pay?

Each place works in a process of its own, which tells the seconds of each step, and the seconds
of processors that it and the programs it started used; the latter say more where others work
on the same machine.  What a cluster uses elsewhere is not seen: its seconds by the clock are.

Run `python benchmarks/bench_spark.py --sizes 100000 1000000 --places here sail local[2]
spark://127.0.0.1:7077`; it prints a table, and writes it as JSON where `--out` says.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from generate import _sizes
from pyarrow import parquet

STEPS = ("begin", "read", "ties", "component", "pagerank", "core")
COLUMNS = ("mechanism", "actor", "level", "start", "end")
_TICK = os.sysconf("SC_CLK_TCK")


def write(path: Path, participations: int) -> None:
    """Write who takes part in what: few actors in much, mechanisms by a power law."""
    numbers = np.random.default_rng(0)
    sizes = _sizes(participations, numbers)
    sizes = sizes[: int(np.searchsorted(np.cumsum(sizes), participations)) + 1]
    popularity = np.cumsum(np.arange(1, len(sizes) + 1) ** -0.6)
    actors = np.searchsorted(popularity / popularity[-1], numbers.random(int(sizes.sum())))
    mechanisms = np.repeat(np.arange(len(sizes)), sizes)
    rows = len(actors)
    texts = {
        "mechanism": [f"https://example.org/bench/mechanism/{at}" for at in mechanisms],
        "actor": [f"https://example.org/bench/actor/{at}" for at in actors],
    }
    empty = {name: pa.nulls(rows, pa.string()) for name in COLUMNS[2:]}
    parquet.write_table(pa.table({**texts, **empty}), path)


class Clock:
    """Seconds by the clock and of processors, a step at a time."""

    def __init__(self) -> None:
        self.steps: dict[str, dict[str, float]] = {}
        self._before = time.monotonic(), _used()

    def lap(self, step: str) -> None:
        now = time.monotonic(), _used()
        seconds, used = (round(a - b, 2) for a, b in zip(now, self._before, strict=True))
        self.steps[step] = {"seconds": seconds, "processor": used}
        self._before = now


def _used() -> float:
    """Return the seconds that this process and those under it used so far."""
    parents, used = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        process = int(stat.parent.name)
        parents[process] = int(fields[1])
        used[process] = sum(map(int, fields[11:15])) / _TICK
    return sum(used[one] for one in used if _is_under(one, parents))


def _is_under(process: int, parents: dict[int, int]) -> bool:
    while process and process != os.getpid():
        process = parents.get(process, 0)
    return bool(process)


def here(path: Path, clock: Clock) -> dict[str, Any]:
    import igraph

    from coordgraph.engines.choice import Choice, measured
    from coordgraph.network.dump.reading import read_dump
    from coordgraph.network.incidence import Incidence
    from coordgraph.network.projection import tie

    clock.lap("begin")
    takings = read_dump(path)
    incidence = Incidence.of_columns(takings.actor, takings.mechanism, takings.level)
    clock.lap("read")
    ties = tie(incidence).merged()
    clock.lap("ties")
    edges = np.column_stack([ties.source, ties.target])
    parts = igraph.Graph(n=len(ties.actors), edges=edges).connected_components()
    clock.lap("component")
    found = {}
    for name in ("pagerank", "core"):
        found.update(measured(ties, [name], choice=Choice("igraph")).values)
        clock.lap(name)
    return {
        "actors": len(ties.actors),
        "ties": len(ties),
        "components": len(parts),
        "largest core": int(found["core"].max()),
        "highest rank": float(found["pagerank"].max()),
    }


def there(path: Path, clock: Clock, master: str) -> dict[str, Any]:
    from pyspark.sql import functions as F  # noqa: N812 - as Spark's own documents call it

    from coordgraph.spark.job import opened
    from coordgraph.spark.measures.graph import graph_of
    from coordgraph.spark.measures.table import measured
    from coordgraph.spark.session import session
    from coordgraph.spark.work import working

    shared = tempfile.gettempdir()
    with session(master, within=600) as spark, working(spark, master, shared) as work:
        clock.lap("begin")
        incidence = work.keep(opened(work, [str(path)]).takings, "incidence")
        clock.lap("read")
        graph = graph_of(work, incidence)
        clock.lap("ties")
        found = {}
        for name in ("component", "pagerank", "core"):
            found[name] = measured(graph, [name]).frame
            clock.lap(name)
        parts = found["component"].select("component").distinct().count()
        ((core,),) = found["core"].agg(F.max("core")).collect()
        ((rank,),) = found["pagerank"].agg(F.max("pagerank")).collect()
        return {
            "actors": graph.size,
            "ties": graph.arcs.count() // 2,
            "components": parts,
            "largest core": core,
            "highest rank": rank,
        }


def one(place: str, path: Path) -> None:
    """Measure one place in this process, and print what came of it."""
    clock = Clock()
    work: Callable[[], dict[str, Any]] = (
        (lambda: here(path, clock)) if place == "here" else (lambda: there(path, clock, place))
    )
    answer = work()
    print(json.dumps({"place": place, "steps": clock.steps, "answer": answer}))


def at_size(participations: int, places: list[str], folder: Path) -> list[dict[str, Any]]:
    path = folder / f"{participations}.parquet"
    write(path, participations)
    found = []
    for place in places:
        command = [sys.executable, __file__, "--one", place, str(path)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        result = json.loads(done.stdout.splitlines()[-1])
        found.append({"participations": participations, **result})
        cells = (
            f"{step['seconds']} ({step['processor']})" for step in result["steps"].values()
        )
        print(f"| {participations:,} | {place} | {' | '.join(cells)} | {result['answer']} |")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--places", nargs="+", default=["here", "sail", "local[2]"])
    parser.add_argument("--one", nargs=2, metavar=("PLACE", "FILE"), help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, metavar="FILE.json")
    asked = parser.parse_args()
    if asked.one:
        one(asked.one[0], Path(asked.one[1]))
        return
    print(f"| participations | place | {' | '.join(STEPS)} | answer |")
    with tempfile.TemporaryDirectory() as folder:
        listed = [
            row for size in asked.sizes for row in at_size(size, asked.places, Path(folder))
        ]
    if asked.out:
        asked.out.write_text(json.dumps(listed, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
