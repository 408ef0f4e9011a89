"""
Measure the view of questions in SPARQL in Chromium, without a screen or a graphics card.

Told are the time until the view can be used, until an answer of 100,000 rows is shown, ordered
and filtered, and what it costs to ask files together with the data.

Run `python benchmarks/bench_questions.py [--data FILE]` (extra `browser`; Chromium).
"""

import argparse
import json
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.request import Request, urlopen

from playwright.sync_api import Page, sync_playwright

_MANY = """SELECT ?s ?p ?o {
  { SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 34000 } VALUES ?n { 1 2 3 }
} LIMIT 100000"""
_SMALL = "SELECT * { VALUES ?x { 1 } }"
_CLICKED = """(selector) => {
  const start = performance.now();
  document.querySelector(selector).click();
  return performance.now() - start;
}"""
_FILTERED = """(text) => {
  const field = document.querySelector('.answer-table input[type=search]');
  field.value = text;
  const start = performance.now();
  field.dispatchEvent(new Event('input'));
  return performance.now() - start;
}"""


@contextmanager
def served(*options: str) -> Iterator[str]:
    """Give the address of a server."""
    command = [sys.executable, "-m", "coordgraph", "serve", "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        found = re.match(r"http://\S+/", server.stderr.readline())
        assert found
        yield found[0]
        server.terminate()


def seconds(do: Callable[[], object], times: int = 1) -> float:
    """Return the median time that something takes."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        do()
        found.append(time.perf_counter() - start)
    return statistics.median(found)


def asked(root: str, path: str, media: str, body: bytes) -> bytes:
    request = Request(f"{root}{path}", body, {"Content-Type": media})  # noqa: S310
    with urlopen(request) as answer:  # noqa: S310
        found: bytes = answer.read()
    return found


def told(name: str, value: float) -> None:
    print(f"{name:55} {1000 * value:8.0f} ms", flush=True)


def files(root: str) -> None:
    """Tell what files cost."""
    query = "application/sparql-query"
    told("a question", seconds(lambda: asked(root, "sparql", query, _SMALL.encode()), 20))
    for statements in (1, 10_000, 100_000):
        text = "".join(
            f'<urn:s{number}> <urn:p> "{number}" .\n' for number in range(statements)
        )
        sent = {"query": _SMALL, "files": [{"name": "x.nt", "text": text}]}
        body = json.dumps(sent).encode()
        ask = lambda body=body: asked(root, "sparql/together", "application/json", body)  # noqa: E731
        told(f"the same with a file of {statements:,} statements", seconds(ask, 5))


def view(root: str, page: Page) -> None:
    """Tell how the view does."""
    for name in ("first", "second"):
        page.goto(f"{root}en/sparql")
        page.wait_for_load_state("networkidle")
        painted = page.evaluate(
            "performance.getEntriesByName('first-contentful-paint')[0].startTime"
        )
        told(f"until the view is painted, the {name} time", painted / 1000)
    page.click(".cm-content")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(_MANY)
    page.keyboard.press("Control+Enter")
    shown = seconds(lambda: page.locator(".sum", has_text="100,000").wait_for(timeout=60_000))
    told("until 100,000 rows are there", shown)
    page.wait_for_load_state("networkidle")
    told("they are ordered", page.evaluate(_CLICKED, ".sort") / 1000)
    told("they are filtered", page.evaluate(_FILTERED, "level") / 1000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", help="another dataset than the shipped one")
    data = parser.parse_args().data
    with served(*(["--data", data] if data else [])) as root, sync_playwright() as started:
        files(root)
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        view(root, browser.new_page())
        browser.close()
        words = seconds(lambda: urlopen(f"{root}api/vocabulary").read())  # noqa: S310
        told("the terms for completion", words)


if __name__ == "__main__":
    main()
