"""
One machine and Spark on the same participations, step by step: at which size does Spark pay?

Each place works in a process of its own, which tells the seconds of each step, and the seconds
of processors that it, the programs it started, and those named by ``--beside`` used; the latter
say more where others work on the same machine.

Run `python benchmarks/bench_spark.py --sizes 1000000 --forms parquet nt.gz --places here
local[1] local[2]`, and for a cluster `--places spark://127.0.0.1:7077 --called "2 workers"
--beside PID PID` with the processes of the workers.  It prints a table; with ``--out`` each
result takes its place in a file of JSON.  `python benchmarks/bench_spark.py --page` writes what
`benchmarks/results/spark.json` holds into the page on Spark.
"""

import argparse
import gzip
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from generate import _sizes
from pyarrow import parquet

from coordgraph.namespace import CG

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks" / "results" / "spark.json"
PAGE = ROOT / "docs" / "explanation" / "spark.md"
FIRST, LAST = "<!-- measured -->\n", "<!-- end -->\n"
HEAD = (
    "| participations | from | place | read | ties | components | PageRank | cores |\n"
    "|---|---|---|---|---|---|---|---|\n"
)
STEPS = ("begin", "read", "ties", "component", "pagerank", "core")
COLUMNS = ("mechanism", "actor", "level", "start", "end")
FILES = 8
_TICK = os.sysconf("SC_CLK_TCK")
_HERE = "https://example.org/bench/"
_ROWS, _BLOCK = 250_000, 31_250
_WHOLE = 10


def write(path: Path, participations: int) -> None:
    """Write who takes part in what: few actors in much, mechanisms by a power law."""
    numbers = np.random.default_rng(0)
    sizes = _sizes(participations, numbers)
    sizes = sizes[: int(np.searchsorted(np.cumsum(sizes), participations)) + 1]
    popularity = np.cumsum(np.arange(1, len(sizes) + 1) ** -0.6)
    actors = np.searchsorted(popularity / popularity[-1], numbers.random(int(sizes.sum())))
    mechanisms = np.repeat(np.arange(len(sizes)), sizes)
    nothing = pa.nulls(_ROWS, pa.string())
    schema = pa.schema([(name, pa.string()) for name in COLUMNS])
    with parquet.ParquetWriter(path, schema) as writer:
        for at in range(0, len(actors), _ROWS):
            end = min(at + _ROWS, len(actors))
            columns = [
                [f"{_HERE}mechanism/{one}" for one in mechanisms[at:end]],
                [f"{_HERE}actor/{one}" for one in actors[at:end]],
                *[nothing.slice(0, end - at)] * 3,
            ]
            writer.write_table(pa.table(columns, schema=schema))


def write_lines(path: Path, folder: Path) -> None:
    """Write the same as N-Triples in several compressed files."""
    folder.mkdir()
    with ExitStack() as opened:
        parts = (folder / f"{at}.nt.gz" for at in range(FILES))
        files = [opened.enter_context(gzip.open(part, "wt", 1)) for part in parts]
        rows, row = parquet.ParquetFile(path), 0
        block = min(_BLOCK, -(-rows.metadata.num_rows // FILES))
        for number, batch in enumerate(rows.iter_batches(block)):
            pairs = zip(*(batch.column(at).to_pylist() for at in (0, 1)), strict=True)
            for mechanism, actor in pairs:
                row += 1
                part = f"<{_HERE}participation/{row}>"
                files[number % FILES].write(
                    f"<{mechanism}> <{CG}participation> {part} .\n"
                    f"{part} <{CG}actor> <{actor}> .\n"
                )


class Clock:
    """Seconds by the clock and of processors, a step at a time."""

    def __init__(self, beside: set[int]) -> None:
        self.steps: dict[str, dict[str, float]] = {}
        self._roots = {os.getpid(), *beside}
        self._before = time.monotonic(), _used(self._roots)

    def lap(self, step: str) -> None:
        now = time.monotonic(), _used(self._roots)
        seconds, used = (round(a - b, 2) for a, b in zip(now, self._before, strict=True))
        self.steps[step] = {"seconds": seconds, "processor": used}
        self._before = now
        print(f"... {step}: {seconds} s ({used})", file=sys.stderr, flush=True)


def _used(roots: set[int]) -> float:
    """Return the seconds that some processes and those under them used so far."""
    parents, used = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        process = int(stat.parent.name)
        parents[process] = int(fields[1])
        used[process] = sum(map(int, fields[11:15])) / _TICK
    return sum(used[one] for one in used if _is_under(one, parents, roots))


def _is_under(process: int, parents: dict[int, int], roots: set[int]) -> bool:
    while process and process not in roots:
        process = parents.get(process, 0)
    return bool(process)


def here(source: Path, clock: Clock, steps: list[str]) -> dict[str, Any]:
    import igraph

    from coordgraph.engines.choice import Choice, measured
    from coordgraph.ingest.source import open_source
    from coordgraph.network.dump.reading import read_dump
    from coordgraph.network.incidence import Incidence
    from coordgraph.network.projection import tie
    from coordgraph.network.takings import read_takings

    clock.lap("begin")
    if source.is_dir():
        files = [str(path) for path in sorted(source.iterdir())]
        takings = read_takings(open_source(files, derived=False), dated=False)
    else:
        takings = read_dump(source)
    incidence = Incidence.of_columns(takings.actor, takings.mechanism, takings.level)
    clock.lap("read")
    ties = tie(incidence, max_ties=1 << 40).merged()
    clock.lap("ties")
    found: dict[str, float] = {"actors": len(ties.actors), "ties": len(ties)}
    if "component" in steps:
        edges = np.column_stack([ties.source, ties.target])
        parts = igraph.Graph(n=len(ties.actors), edges=edges).connected_components()
        clock.lap("component")
        found["components"] = len(parts)
    for name in ("pagerank", "core"):
        if name in steps:
            values = measured(ties, [name], choice=Choice("igraph")).values[name]
            clock.lap(name)
            found[name] = float(values.max())
    return found


def there(source: Path, clock: Clock, steps: list[str], master: str) -> dict[str, Any]:
    from pyspark.sql import functions as F  # noqa: N812 - as Spark's own documents call it

    from coordgraph.spark.job import opened
    from coordgraph.spark.measures.graph import graph_of
    from coordgraph.spark.measures.table import measured
    from coordgraph.spark.session import session
    from coordgraph.spark.work import working

    name = f"{source}/*.nt.gz" if source.is_dir() else str(source)
    shared = str(source.parent)
    settings = {"spark.driver.host": "127.0.0.1", "spark.sql.shuffle.partitions": "8"}
    settings |= dict(one.split("=", 1) for one in os.environ.get("BENCH_CONF", "").split())
    with (
        session(master, settings, within=600) as spark,
        working(spark, master, shared) as work,
    ):
        clock.lap("begin")
        incidence = work.keep(opened(work, [name]).takings, "incidence")
        clock.lap("read")
        graph = graph_of(work, incidence)
        clock.lap("ties")
        found = {"actors": graph.size, "ties": graph.arcs.count() // 2}
        for one in (step for step in ("component", "pagerank", "core") if step in steps):
            values = measured(graph, [one]).frame
            clock.lap(one)
            if one == "component":
                found["components"] = values.select(one).distinct().count()
            else:
                ((found[one],),) = values.agg(F.max(one)).collect()
        return found


def one(asked: argparse.Namespace, place: str, source: Path) -> None:
    """Measure one place in this process, and print what came of it."""
    clock = Clock(set(asked.beside))
    work: Callable[[], dict[str, Any]] = (
        (lambda: here(source, clock, asked.steps))
        if place == "here"
        else (lambda: there(source, clock, asked.steps, place))
    )
    print(json.dumps({"steps": clock.steps, "answer": work()}))


def asked_of(asked: argparse.Namespace) -> Iterator[dict[str, Any]]:
    for size in asked.sizes:
        table = asked.folder / f"{size}.parquet"
        if not table.exists():
            write(table, size)
        for form in asked.forms:
            source = table if form == "parquet" else asked.folder / f"{size}-lines"
            if not source.exists():
                write_lines(table, source)
            for place in asked.places:
                found = {
                    "participations": size,
                    "form": form,
                    "place": asked.called or place,
                }
                yield {**found, **_apart(asked, place, source)}


def _apart(asked: argparse.Namespace, place: str, source: Path) -> dict[str, Any]:
    command = [sys.executable, __file__, "--one", place, str(source)]
    command += ["--steps", *asked.steps]
    command += ["--beside", *map(str, asked.beside)] if asked.beside else []
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def kept(out: Path, row: dict[str, Any]) -> None:
    """Put a result into its place in a file; what it holds of other places stays."""
    held = json.loads(out.read_text(encoding="utf-8")) if out.exists() else {"rows": []}

    def key(row: dict[str, Any]) -> tuple[int, str, str]:
        return row["participations"], row["form"], row["place"]

    others = [one for one in held["rows"] if key(one) != key(row)]
    held = {"machine": machine(), "rows": sorted([*others, row], key=key)}
    out.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")


def table(rows: list[dict[str, Any]]) -> str:
    """Return results as a table of Markdown."""
    return HEAD + "".join(
        f"| {row['participations']:,} | {row['form']} | {_place(row['place'])} |"
        + "".join(f" {_cell(row['steps'].get(step))} |" for step in STEPS[1:])
        + "\n"
        for row in rows
    )


def _place(name: str) -> str:
    if name == "here":
        return "one process"
    return name if "worker" in name else f"`{name}`"


def _cell(step: dict[str, float] | None) -> str:
    if step is None:
        return "-"
    digits = 1 if step["seconds"] < _WHOLE else 0
    return f"{step['seconds']:.{digits}f} ({step['processor']:.{digits}f})"


def onto_page() -> None:
    """Write the table of what was measured into the page."""
    rows = json.loads(RESULTS.read_text(encoding="utf-8"))["rows"]
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(FIRST)
    after = rest.partition(LAST)[2]
    PAGE.write_text(f"{before}{FIRST}{table(rows)}{LAST}{after}", encoding="utf-8")


def machine() -> dict[str, Any]:
    pages = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    found: dict[str, Any] = {
        "python": platform.python_version(),
        "processors": os.cpu_count(),
        "memory_gb": round(pages / 2**30),
    }
    for package in ("pyspark", "igraph", "pyarrow", "pyoxigraph", "scipy"):
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--forms", nargs="+", default=["parquet"], choices=["parquet", "nt.gz"])
    parser.add_argument("--places", nargs="+", default=["here", "sail", "local[2]"])
    parser.add_argument("--steps", nargs="*", default=[*STEPS[3:]], choices=STEPS[3:])
    parser.add_argument("--called", metavar="NAME", help="what a place is called")
    parser.add_argument("--beside", type=int, nargs="+", default=[], metavar="PID")
    parser.add_argument("--folder", type=Path, help="where drawn participations are kept")
    parser.add_argument("--page", action="store_true", help="write the page, and no more")
    parser.add_argument("--one", nargs=2, metavar=("PLACE", "SOURCE"), help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, metavar="FILE.json")
    asked = parser.parse_args()
    if asked.page:
        onto_page()
        return
    if asked.one:
        one(asked, asked.one[0], Path(asked.one[1]))
        return
    with tempfile.TemporaryDirectory() as own:
        asked.folder = asked.folder or Path(own)
        asked.folder.mkdir(exist_ok=True)
        for row in asked_of(asked):
            cells = (
                f"{name} {step['seconds']} ({step['processor']})"
                for name, step in row["steps"].items()
            )
            place = f"| {row['participations']:,} | {row['form']} | {row['place']} |"
            print(f"{place} {' | '.join(cells)} | {row['answer']} |", flush=True)
            if asked.out:
                kept(asked.out, row)


if __name__ == "__main__":
    main()
