"""
Measure how soon each view of the workbench is seen in Chromium, on the shipped data.

Cold is a server that has just started and been asked nothing, and a browser that has seen none
of its files; warm is the same address again, in the same browser.  Told are the time until
something is painted, the time until what the view is for is there, what the server's processes
take of the processor in all, and what server, browser and its driver take together until the
view is there.  Where others want the processor, too, the last says more than the times.

Run `python benchmarks/bench_views.py` (extra `browser`; Chromium, Linux); it writes
`benchmarks/results/views.json` after each view, and leaves what it holds of others:
`--views home network` measures these two.  A view that is not there after `--limit` seconds
is told and left out.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright, sync_playwright
from playwright.sync_api import TimeoutError as TooLate

RESULTS = Path(__file__).parent / "results" / "views.json"
VIEWS = {
    "home": ("", "table.bars tr"),
    "network": ("network", "canvas.names"),
    "agreements": ("agreements", "#map-figure circle"),
    "measures": ("measures", "table.measures tbody tr"),
    "sparql": ("sparql", ".cm-content"),
    "quality": ("quality", ".dispute"),
    "findings": ("quality", "table.findings tbody tr"),
    "data": ("data", "table.graphs tr"),
}
"""Where each view stands below a language, and what shows that it is there."""

TURNS = ("cold", "warm")
WHAT = ("painted", "there", "server", "all")
COLUMNS = ("cold_painted_ms", "cold_there_ms", "warm_there_ms", "cold_server_ms", "cold_all_ms")
"""What the page on speed shows, in its order."""
HEAD = (
    "view", "painted, cold", "there, cold", "there, once more", "the server takes, cold",
    "all take until it is there, cold",
)  # fmt: skip


_PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
_SOON = """() => new Promise((done) => requestAnimationFrame(() =>
  requestAnimationFrame(() => done(performance.now()))))"""
_TICKS = os.sysconf("SC_CLK_TCK")


@contextmanager
def served() -> Iterator[tuple[str, int]]:
    """Serve the shipped dataset; give the address and the number of the process."""
    command = [sys.executable, "-m", "coordgraph", "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            said = server.stderr.readline()
            assert said.startswith("http"), said + server.stderr.read()
            yield said.partition("sparql")[0], server.pid
        finally:
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
    of_server, of_all = processor(pid), processor(os.getpid())
    page.goto(address, wait_until="commit")
    page.wait_for_selector(sign)
    there = page.evaluate(_SOON)
    of_all = processor(os.getpid()) - of_all
    painted = page.evaluate(_PAINTED)
    page.wait_for_load_state("networkidle")
    of_server = processor(pid) - of_server
    return {"painted": painted, "there": there, "server": of_server, "all": of_all}


def measured(browser: Browser, view: str, limit: float) -> Mapping[str, Mapping[str, float]]:
    """Return the times of a view that nobody has asked for, and of the same again."""
    place, sign = VIEWS[view]
    with served() as (root, pid):
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(1000 * limit)
        found = {turn: seen(page, f"{root}en/{place}", sign, pid) for turn in TURNS}
        page.close()
    return found


def looked_at(started: Playwright, view: str, rounds: int, limit: float) -> Mapping[str, int]:
    """Return the medians of a view over a few rounds, in milliseconds."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    found = []
    for _ in range(rounds):
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        try:
            found.append(measured(browser, view, limit))
        finally:
            browser.close()
    return {
        f"{turn}_{what}_ms": round(statistics.median(one[turn][what] for one in found))
        for turn in TURNS
        for what in WHAT
    }


def written(view: str, told: Mapping[str, int], rounds: int) -> None:
    """Put the times of a view into the file of results, beside what it holds."""
    old = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    new = {**old.get("views", {}), view: told}
    results = {
        "rounds": rounds,
        "load": [round(one, 1) for one in os.getloadavg()],
        "machine": f"{platform.machine()}, {os.cpu_count()} processors, {platform.system()}",
        "views": {one: new[one] for one in VIEWS if one in new},
    }
    RESULTS.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


def table() -> str:
    """Return the results as the table in `docs/explanation/performance.md`."""
    views = json.loads(RESULTS.read_text(encoding="utf-8"))["views"]
    rows = [HEAD, ("---",) * len(HEAD)]
    rows += [
        (view, *(f"{told[name] / 1000:.2f} s" for name in COLUMNS))
        for view, told in views.items()
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure views, one after the other; return 1 if one was not there in time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--views", nargs="+", choices=VIEWS, default=list(VIEWS))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=float, default=60, help="seconds for each step")
    chosen = parser.parse_args(arguments)
    late = 0
    with sync_playwright() as started:
        for view in chosen.views:
            try:
                told = looked_at(started, view, chosen.rounds, chosen.limit)
            except TooLate:
                late = 1
                print(f"{view}: not there after {chosen.limit:g} s", flush=True)
                continue
            written(view, told, chosen.rounds)
            said = ", ".join(f"{name} {value:,}" for name, value in told.items())
            print(f"{view}: {said}", flush=True)
    if RESULTS.exists():
        print(table())
    return late


if __name__ == "__main__":
    raise SystemExit(main())
