"""
How a server holds up under load: 200 clients for a minute, with and without a runaway question.

Run `python benchmarks/serve_load.py`; it needs aiohttp, and writes
`benchmarks/results/serve-load.json`.  Clients ask questions of several kinds, one after the
other; in every second stretch of time somebody asks beside them what never ends.
"""

import asyncio
import json
import os
import platform
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
from servers import Served, coordgraph_served, shipped

ROOT = Path(__file__).parents[1]
CLIENTS, STRETCHES, SECONDS = 200, 12, 5
PREFIX = "PREFIX cg: <https://w3id.org/coordgraph/ns#> "
AFIP = "<https://w3id.org/coordgraph/id/actor/afip>"
MIXED = (
    *[PREFIX + "ASK { ?mechanism a cg:Mechanism }"] * 4,
    *[f"SELECT ?p ?o {{ {AFIP} ?p ?o }}"] * 4,
    PREFIX + "SELECT ?level (COUNT(*) AS ?n) { ?m cg:level ?level } GROUP BY ?level",
    PREFIX + "SELECT ?m ?actor { ?m cg:participation/cg:actor ?actor } LIMIT 100",
    "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 1000",
)
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@dataclass
class Stretch:
    """What clients met during a stretch of time."""

    runaway: bool
    taken: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    failures: int = 0
    memory_mb: float = 0

    def told(self) -> dict[str, object]:
        cut = statistics.quantiles(self.taken, n=100)
        return {
            "runaway": self.runaway,
            "answers": len(self.taken),
            "statuses": {str(status): count for status, count in sorted(self.statuses.items())},
            "failures": self.failures,
            "p50_ms": round(cut[49] * 1e3, 1),
            "p99_ms": round(cut[98] * 1e3, 1),
            "memory_mb": round(self.memory_mb),
        }


async def client(
    session: aiohttp.ClientSession, address: str, stretch: Stretch, seed: int
) -> None:
    """Ask one question after the other while a stretch lasts."""
    chosen, until = random.Random(seed), time.perf_counter() + SECONDS  # noqa: S311
    while time.perf_counter() < until:
        start = time.perf_counter()
        try:
            params = {"query": chosen.choice(MIXED)}
            async with session.get(address, params=params) as answer:
                await answer.read()
                stretch.statuses[answer.status] += 1
                honest = answer.status == 200 or "retry-after" in answer.headers
                stretch.failures += not honest
                if answer.status == 200:
                    stretch.taken.append(time.perf_counter() - start)
                else:
                    await asyncio.sleep(float(answer.headers.get("retry-after", 1)))
        except aiohttp.ClientError:
            stretch.failures += 1


async def runaways(session: aiohttp.ClientSession, address: str) -> None:
    """Ask what never ends, again and again."""
    while True:
        async with session.get(address, params={"query": RUNAWAY}) as answer:
            await answer.read()
            assert answer.status in {503, 504}, answer.status


async def loaded(server: Served) -> list[Stretch]:
    """Return what all clients met."""
    found = []
    connector = aiohttp.TCPConnector(limit=0)
    timeout = aiohttp.ClientTimeout(total=120)
    async with aiohttp.ClientSession(connector=connector, timeout=timeout) as session:
        for number in range(STRETCHES):
            stretch = Stretch(runaway=bool(number % 2))
            beside = asyncio.ensure_future(runaways(session, server.address))
            if not stretch.runaway:
                beside.cancel()
            await asyncio.gather(
                *(client(session, server.address, stretch, seed) for seed in range(CLIENTS))
            )
            stretch.memory_mb = server.memory_mb()
            beside.cancel()
            print(stretch.told(), file=sys.stderr)
            found.append(stretch)
    return found


def main() -> None:
    """Load a server and write what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        data = shipped(Path(folder))
        with coordgraph_served(data, "--timeout", "5") as server:
            stretches = asyncio.run(loaded(server))
    written = {
        "clients": CLIENTS,
        "seconds": SECONDS,
        "stretches": [stretch.told() for stretch in stretches],
        "machine": f"{platform.machine()}, {os.cpu_count()} processors, {platform.system()}",
    }
    target = ROOT / "benchmarks" / "results" / "serve-load.json"
    target.write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
