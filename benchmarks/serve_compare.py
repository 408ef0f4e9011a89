"""
How quickly questions are answered over HTTP, beside what one would otherwise serve.

Run `python benchmarks/serve_compare.py`; it needs wrk, oxigraph and rdflib-endpoint, and writes
`benchmarks/results/serve.json`.  Servers hold the same data and are asked in turn, round by
round, so that what else the machine does hits all of them.  What a server's processes take of
the processor for a question hardly depends on that.
"""

import http.client
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from servers import Served, all_served

ROOT = Path(__file__).parents[1]
ROUNDS, SECONDS, MOST, CLIENTS = 3, 1.5, 200, 16
PREFIX = "PREFIX cg: <https://w3id.org/coordgraph/ns#> "
AFIP = "<https://w3id.org/coordgraph/id/actor/afip>"
JSON, TURTLE = "application/sparql-results+json", "text/turtle"


class Kind(NamedTuple):
    """A kind of question, and whether many clients ask it at the same time, too."""

    question: str
    accept: str
    crowded: bool


KINDS = {
    "ASK": Kind(PREFIX + "ASK { ?mechanism a cg:Mechanism }", JSON, crowded=True),
    "SELECT of one thing": Kind(f"SELECT ?p ?o {{ {AFIP} ?p ?o }}", JSON, crowded=True),
    "SELECT of 1,000 rows": Kind("SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 1000", JSON, crowded=True),
    "SELECT of everything": Kind("SELECT ?s ?p ?o { ?s ?p ?o }", JSON, crowded=False),
    "CONSTRUCT of participations": Kind(
        PREFIX + "CONSTRUCT WHERE { ?mechanism cg:participation ?taking }",
        TURTLE,
        crowded=False,
    ),
}

Results = dict[str, dict[str, dict[str, float]]]
"""What is measured, by kind, server and name."""


def rounds_of(server: Served, kind: Kind) -> dict[str, float]:
    """Ask one server one kind of question for a while, one question after the other."""
    address = urlsplit(server.address)
    connection = http.client.HTTPConnection(str(address.hostname), address.port)
    path, headers = f"{address.path}?query={quote(kind.question)}", {"Accept": kind.accept}

    def ask() -> float:
        start = time.perf_counter()
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 200, (server, kind)
        return time.perf_counter() - start

    ask()
    before, until, taken = server.processor_seconds(), time.perf_counter() + SECONDS, [ask()]
    while time.perf_counter() < until and len(taken) < MOST:
        taken.append(ask())
    processor = server.processor_seconds() - before
    connection.close()
    return {
        "best_ms": min(taken) * 1e3,
        "median_ms": statistics.median(taken) * 1e3,
        "processor_ms": processor / len(taken) * 1e3,
    }


def per_second(server: Served, kind: Kind) -> float:
    """Return how many questions of many clients are answered a second."""
    command = ["wrk", "-t2", f"-c{CLIENTS}", "-d2s", "-H", f"Accept: {kind.accept}"]
    command.append(f"{server.address}?query={quote(kind.question)}")
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    if "Non-2xx" in done.stdout:
        sys.exit(f"{server.address}: {done.stdout}")
    found = re.search(r"Requests/sec:\s+(\S+)", done.stdout)
    assert found, done.stdout
    return float(found[1])


def compared() -> Results:
    results: Results = {}
    with all_served() as servers:
        for name, kind in KINDS.items():
            rounds: defaultdict[str, list[dict[str, float]]] = defaultdict(list)
            for _ in range(ROUNDS):
                for each, server in servers.items():
                    rounds[each].append(rounds_of(server, kind))
            results[name] = {each: summed_up(found) for each, found in rounds.items()}
            for each, server in servers.items():
                if kind.crowded:
                    results[name][each]["per_second"] = round(per_second(server, kind), 1)
                print(f"{name}, {each}: {results[name][each]}", file=sys.stderr)
    return results


def summed_up(rounds: list[dict[str, float]]) -> dict[str, float]:
    """Return the best answer of all rounds, and what is in the middle of the rest."""
    found = {key: statistics.median(one[key] for one in rounds) for key in rounds[0]}
    found["best_ms"] = min(one["best_ms"] for one in rounds)
    return {key: round(value, 3) for key, value in found.items()}


def main() -> None:
    """Compare and write the results."""
    packages = ("pyoxigraph", "oxigraph", "rdflib", "rdflib-endpoint", "starlette", "uvicorn")
    written = {
        "kinds": compared(),
        "rounds": ROUNDS,
        "clients": CLIENTS,
        "machine": f"{platform.machine()}, {os.cpu_count()} processors, {platform.system()}",
        "python": platform.python_version(),
        "versions": {name: version(name) for name in (*packages, "httptools", "uvloop")},
    }
    target = ROOT / "benchmarks" / "results" / "serve.json"
    target.write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
