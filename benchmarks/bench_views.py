"""
Measure how soon each view of the workbench is seen in Chromium, on the shipped data.

Cold is a server that has just started and been asked nothing, and a browser that has seen none
of its files; warm is the same address again, in the same browser.  Told are the time until
something is painted, the time until what the view is for is there, and what the server's
processes take of the processor meanwhile, which says more where others want it, too.

Run `python benchmarks/bench_views.py` (extra `browser`; Chromium, Linux); it writes
`benchmarks/results/views.json`.
"""

import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

RESULTS = Path(__file__).parent / "results" / "views.json"
VIEWS = {
    "home": ("", "table.bars tr"),
    "network": ("network", "canvas.names"),
    "agreements": ("agreements", "#map-figure circle"),
    "measures": ("measures", "table.measures tbody tr"),
    "sparql": ("sparql", ".cm-content"),
    "quality": ("quality", "main h2"),
    "data": ("data", "table.graphs tr"),
}
"""Where each view stands below a language, and what shows that it is there."""

_PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
_SOON = """() => new Promise((done) => requestAnimationFrame(() =>
  requestAnimationFrame(() => done(performance.now()))))"""
_TICKS = os.sysconf("SC_CLK_TCK")


@contextmanager
def served() -> Iterator[tuple[str, int]]:
    """Serve the shipped dataset; give the address and the number of the process."""
    command = [sys.executable, "-m", "coordgraph", "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        yield server.stderr.readline().partition("sparql")[0], server.pid
        server.terminate()


def processor(pid: int) -> float:
    """Return the milliseconds that a process and its descendants have had of the processor."""
    parents: dict[int, list[int]] = {}
    used: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        parents.setdefault(int(told[1]), []).append(int(stat.parent.name))
        used[int(stat.parent.name)] = int(told[11]) + int(told[12])
    found, rest = 0, [pid]
    while rest:
        one = rest.pop()
        found += used.get(one, 0)
        rest += parents.get(one, [])
    return 1000 * found / _TICKS


def seen(page: Page, address: str, sign: str, pid: int) -> Mapping[str, float]:
    """Open a view; return when something was painted, when it was there, and what it took."""
    before = processor(pid)
    page.goto(address, wait_until="commit")
    page.wait_for_selector(sign, timeout=60_000)
    there = page.evaluate(_SOON)
    painted = page.evaluate(_PAINTED)
    page.wait_for_load_state("networkidle")
    return {"painted": painted, "there": there, "processor": processor(pid) - before}


def measured(browser: Browser, view: str) -> Mapping[str, Mapping[str, float]]:
    """Return the times of a view that nobody has asked for, and of the same again."""
    place, sign = VIEWS[view]
    with served() as (root, pid):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        found = {turn: seen(page, f"{root}en/{place}", sign, pid) for turn in ("cold", "warm")}
        context.close()
    return found


def main() -> None:
    """Measure all views a few times; print the medians, and write them."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    times: dict[str, list[Mapping[str, Mapping[str, float]]]] = {view: [] for view in VIEWS}
    with sync_playwright() as started:
        for _ in range(rounds):
            browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for view, found in times.items():
                found.append(measured(browser, view))
                time.sleep(0.2)
            browser.close()
    medians = {
        view: {
            f"{turn}_{what}_ms": round(statistics.median(one[turn][what] for one in found))
            for turn in ("cold", "warm")
            for what in ("painted", "there", "processor")
        }
        for view, found in times.items()
    }
    for view, told in medians.items():
        print(view, ", ".join(f"{name} {value:,}" for name, value in told.items()))
    results = {
        "rounds": rounds,
        "load": [round(one, 1) for one in os.getloadavg()],
        "machine": f"{platform.machine()}, {os.cpu_count()} processors, {platform.system()}",
        "views": medians,
    }
    RESULTS.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
