"""
Photograph a page of the published site and the workbench, for README and pages.

Run `python docs/pictures.py` (extra `browser`; Chromium) where either looks different; it
writes `docs/images/site.png` and `docs/images/workbench.png`.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, sync_playwright

IMAGES = Path(__file__).parent / "images"
_CHOSEN = {
    "network": "practices",
    "arranged": "1",
    "actor": "https://w3id.org/coordgraph/id/actor/anses",
}


@contextmanager
def served() -> Iterator[str]:
    """Serve the shipped dataset; give the address."""
    command = [sys.executable, "-m", "coordgraph", "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:  # noqa: S603
        try:
            assert server.stderr is not None
            said = server.stderr.readline()
            assert said.startswith("http"), said + server.stderr.read()
            yield said.partition("sparql")[0]
        finally:
            server.terminate()


def site(browser: Browser, folder: Path) -> None:
    """Publish the shipped dataset into a folder, and photograph a page of it."""
    command = [sys.executable, "-m", "coordgraph", "publish", "--quiet", "--out", str(folder)]
    subprocess.run(command, check=True)  # noqa: S603
    page = browser.new_page(viewport={"width": 1180, "height": 840})
    page.goto((folder / "id" / "actor" / "afip.en.html").as_uri())
    page.screenshot(path=IMAGES / "site.png")


def workbench(browser: Browser, root: str) -> None:
    """Photograph the network of the practices, with an actor chosen."""
    page = browser.new_page(viewport={"width": 1280, "height": 860})
    page.set_default_timeout(60_000)
    page.goto(f"{root}en/network?{urlencode(_CHOSEN)}")
    page.wait_for_selector("canvas.names")
    page.get_by_text("actors are arranged anew").wait_for()
    page.wait_for_load_state("networkidle")
    page.evaluate(
        "new Promise((done) => setTimeout(done, 1500))"
    )  # what moves has come to rest
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=IMAGES / "workbench.png")


def main() -> None:
    """Photograph both."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with (
        sync_playwright() as started,
        tempfile.TemporaryDirectory() as folder,
        served() as root,
    ):
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        workbench(browser, root)
        site(browser, Path(folder) / "site")
        browser.close()


if __name__ == "__main__":
    main()
