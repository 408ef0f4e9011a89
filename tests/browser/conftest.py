"""A published site, workbenches, and Chromium without a screen to look at them."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

import coordgraph as cg
from coordgraph.publish.site.publishing import publish
from tests.published import published
from tests.servers import coordgraph_served
from tests.sharing import made_once
from tests.unit.publish.site.hostile import BASE, hostile

_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'"
)


class _Strict(SimpleHTTPRequestHandler):
    """Serves files and forbids pages to do what they should not need to."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", _POLICY)
        super().end_headers()

    def log_message(self, *args: Any) -> None:
        del args


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the site of the shipped dataset, and one of odd names."""
    shipped = published(tmp_path_factory)

    def sites(folder: Path) -> None:
        folder.mkdir()
        (folder / "coordgraph").symlink_to(shipped)
        publish(hostile(folder), folder / "kg", base=BASE)

    return made_once(tmp_path_factory, "sites", sites)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Strict, directory=str(site)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def workbench() -> Iterator[str]:
    """The address of a server of the shipped dataset, without a slash at its end."""
    with coordgraph_served() as root:
        yield root.rstrip("/")


@pytest.fixture(scope="session")
def odd_workbench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of names that are markup, run to the left, or are very long."""
    folder = tmp_path_factory.mktemp("odd")
    hostile(folder)
    with coordgraph_served("--data", str(folder / "hostile.ttl")) as root:
        yield root.rstrip("/")


@pytest.fixture(scope="session")
def empty_workbench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server without data."""
    folder = tmp_path_factory.mktemp("empty") / "store"
    cg.open_store(folder).oxigraph.flush()
    with coordgraph_served("--store", str(folder)) as root:
        yield root.rstrip("/")


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[[], Any]]:
    """What starts Chromium without a screen."""
    playwright = pytest.importorskip("playwright.sync_api")
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("Chromium is not installed.")
    with playwright.sync_playwright() as started:
        yield partial(started.chromium.launch, executable_path=path, args=["--no-sandbox"])


@pytest.fixture(scope="session")
def chromium(launch: Callable[[], Any]) -> Iterator[Any]:
    browser = launch()
    yield browser
    browser.close()
