"""
Measure the network view of the workbench in Chromium, without a screen or a graphics card.

A network of 5,000 actors and about 50,000 ties, the most that a picture holds, is served and
drawn.  Told are the time of the server's answer, the time until all is drawn, and the times
between frames while the picture is dragged, while the pointer goes over it, and after a change
of the filter.

Run `python benchmarks/bench_workbench.py` (extra `browser`; Chromium).
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import Request, urlopen

import numpy as np
from generate import network
from playwright.sync_api import Page, sync_playwright

_FRAMES = """
() => {
  window.frames_ = [];
  let before = performance.now();
  const tick = (now) => {
    window.frames_.push(now - before);
    before = now;
    window.ticking = requestAnimationFrame(tick);
  };
  window.ticking = requestAnimationFrame(tick);
}"""
_TWO_FRAMES = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(done)))"""
_STOP = "() => { cancelAnimationFrame(window.ticking); return window.frames_.slice(2); }"
_CHANGE = """
async () => {
  const box = document.querySelector('#filters input[value="policy"]');
  const times = [];
  for (let turn = 0; turn < 6; turn += 1) {
    const start = performance.now();
    box.click();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    times.push(performance.now() - start);
  }
  return times;
}"""


def told(name: str, times: list[float]) -> None:
    """Print a median, and what nineteen of twenty do not exceed."""
    ordered = sorted(times)
    high = ordered[min(int(0.95 * len(ordered)), len(ordered) - 1)]
    print(
        f"{name}: median {statistics.median(times):.0f} ms, p95 {high:.0f} ms, n {len(times)}"
    )


def looked_at(page: Page, root: str) -> None:
    """Draw the network, drag it, point at it and filter it."""
    begun = time.perf_counter()
    page.goto(f"{root}en/network")
    page.wait_for_selector("canvas.names", timeout=120_000)
    page.evaluate(_TWO_FRAMES)
    print(f"drawn after {time.perf_counter() - begun:.2f} s")
    page.wait_for_load_state("networkidle")
    box = page.locator("#picture").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for name, held in (("dragging", True), ("pointing", False)):
        page.mouse.move(x, y)
        if held:
            page.mouse.down()
        page.evaluate(_FRAMES)
        for step in range(90):
            page.mouse.move(x + 120 * np.sin(step / 9), y + 90 * np.cos(step / 7))
        told(name, page.evaluate(_STOP))
        if held:
            page.mouse.up()
    told("filtering", page.evaluate(_CHANGE))


def asked(address: str) -> int:
    """Ask as a browser asks; return how many bytes come."""
    headers = {"Accept": "application/json", "Accept-Encoding": "gzip"}
    with urlopen(Request(address, headers=headers), timeout=120) as answer:  # noqa: S310
        return len(answer.read())


def measured(root: str) -> None:
    """Ask for the network twice, and look at it."""
    for turn in ("first", "again"):
        begun = time.perf_counter()
        size = asked(f"{root}api/graph?subsidiary=keep&lift=false&lang=en")
        print(f"/api/graph, {turn}: {time.perf_counter() - begun:.2f} s, {size:,} bytes")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        looked_at(browser.new_page(viewport={"width": 1440, "height": 1000}), root)
        browser.close()


def main() -> None:
    """Serve the network and look at it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actors", type=int, default=5_000)
    parser.add_argument("--ties", type=int, default=50_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "network.nt"
        network(data, actors=chosen.actors, ties=chosen.ties)
        serve = ["-m", "coordgraph", "serve", "--port", "0", "--data", str(data)]
        command = [sys.executable, *serve]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
            try:
                assert server.stderr is not None
                said = server.stderr.readline()
                assert said.startswith("http"), said + server.stderr.read()
                measured(said.partition("sparql")[0])
            finally:
                server.terminate()


if __name__ == "__main__":
    main()
