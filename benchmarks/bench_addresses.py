"""
Measure how long the server takes for each page and each answer at 100,000 actors.

A network of so many actors, in which they meet those that are near, is loaded into a store in a
folder and served.  Each address is asked twice, one after the other: the first answer is worked
out, the second one kept.  What all processes of the server take of the processor for the first
one is told, too; where other programs run beside, that says more than the time.

Run `python benchmarks/bench_addresses.py`; ``--store DIR`` keeps the store, or takes one that
is there.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from generate import HERE, network

_ACTOR = f"{HERE}actor/5"
_NAMES = "queries=%7B%22q%22%3A%7B%22query%22%3A%22Institution+4711%22%7D%7D"
ADDRESSES = (
    "en/",
    "en/?q=institution+4711",
    "en/network",
    "en/measures",
    "en/measures?by=level",
    "en/measures?sort=label",
    "en/agreements",
    "en/sparql",
    "en/quality",
    "en/data",
    f"resolve?iri={_ACTOR}&lang=en",
    "api/centrality?limit=100",
    "api/centrality?measure=degree&limit=100",
    "api/comparison?limit=100",
    f"api/ties?actor={_ACTOR}",
    f"api/explain?actor={_ACTOR}&measure=degree",
    f"api/path?from={_ACTOR}&to={HERE}actor/50",
    "api/search?q=institution+4711",
    "api/vocabulary",
    "api/graph",
    "api/report?limit=100",
    f"reconcile?{_NAMES}",
    f"reconcile?{_NAMES}&lang=es",
    "reconcile/suggest/entity?prefix=institution+47",
    "queries",
)


def asked(root: str, path: str) -> tuple[int, int, float]:
    """Return the status of an answer, its size, and the seconds that it took."""
    begun = time.perf_counter()
    request = Request(f"{root}{path}", headers={"Accept-Encoding": "gzip"})  # noqa: S310
    try:
        with urlopen(request, timeout=300) as answer:  # noqa: S310
            return answer.status, len(answer.read()), time.perf_counter() - begun
    except HTTPError as error:
        return error.code, len(error.read()), time.perf_counter() - begun


def taken(server: int) -> float:
    """Return the seconds of the processor that a server and what it forked have taken."""
    below: dict[int, list[int]] = {}
    times: dict[int, int] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            said = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        below.setdefault(int(said[1]), []).append(int(folder.name))
        times[int(folder.name)] = sum(map(int, said[11:15]))
    found, ahead = 0, [server]
    while ahead:
        one = ahead.pop()
        found += times.get(one, 0)
        ahead += below.get(one, [])
    return found / 100


def measured(store: Path, seconds: float) -> None:
    """Serve a store and ask each address twice."""
    serve = ["serve", "--port", "0", "--store", str(store), "--timeout", str(seconds)]
    command = [sys.executable, "-m", "coordgraph", *serve]
    print("| address | status | first | processor | kept | bytes |\n|---|---|---|---|---|---|")
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        said = server.stderr.readline()
        found = re.search(r"(http://\S+/)sparql", said)
        assert found, said
        try:
            for path in ADDRESSES:
                before = taken(server.pid)
                status, size, first = asked(found[1], path)
                processor = taken(server.pid) - before
                _, _, kept = asked(found[1], path)
                shown = path.replace(HERE, ".../").replace("%22", '"')
                row = f"| /{shown} | {status} | {first:.1f} s | {processor:.1f} s"
                print(f"{row} | {kept * 1000:.0f} ms | {size:,} |", flush=True)
        finally:
            server.terminate()


def main() -> None:
    """Make the store unless there is one, and ask."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actors", type=int, default=100_000)
    parser.add_argument("--ties", type=int, default=500_000)
    parser.add_argument("--store", type=Path, metavar="DIR")
    parser.add_argument("--timeout", type=float, default=30, metavar="SECONDS")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = chosen.store or Path(folder) / "store"
        if not store.exists():
            data = Path(folder) / "network.nt"
            network(data, actors=chosen.actors, ties=chosen.ties)
            load = ["-m", "coordgraph", "load", "--quiet", "--store", str(store), str(data)]
            subprocess.run([sys.executable, *load], check=True)
        measured(store, chosen.timeout)


if __name__ == "__main__":
    main()
