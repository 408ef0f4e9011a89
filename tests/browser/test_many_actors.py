"""Each view of 100,000 actors is of use within the time that the page on speed says."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.looking import looked_at
from tests.servers import coordgraph_served
from tests.sharing import made_once

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
ACTORS, TIES = 100_000, 500_000
SLACK, BROWSER = 3, 4
"""How many times slower another machine may be, and seconds that a browser may take itself."""

_PATIENCE = 300

VIEWS = {
    "": ("home", "dl.tallies dd"),
    "?q=institution+4711": ("home, with a name that is sought", "ul.results a"),
    "network": ("the network's places and ties", "canvas.names"),
    "measures": ("measures", "table.measures tbody tr"),
    "measures?by=level": ("measures, side by side by level", "table.measures tbody tr"),
    "agreements": ("agreements", "main h1"),
    "sparql": ("questions", ".cm-content"),
    "quality": ("quality", "main .problem"),
    "data": ("data", "table.graphs tr"),
}
"""By address: what the page on speed calls it, and what shows that it is there."""

_WRITE = "import sys; from generate import network; from pathlib import Path; "
_NETWORK = f"network(Path(sys.argv[1]), actors={ACTORS}, ties={TIES})"


def _fill(folder: Path) -> None:
    folder.mkdir()
    data = folder / "network.nt"
    write = [sys.executable, "-c", _WRITE + _NETWORK, str(data)]
    subprocess.run(write, check=True, cwd=ROOT / "benchmarks")
    load = ["load", "--quiet", "--store", str(folder / "store"), str(data)]
    subprocess.run([sys.executable, "-m", "coordgraph", *load], check=True)
    data.unlink()


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = made_once(tmp_path_factory, "large", _fill)
    with coordgraph_served("--store", str(folder / "store"), "--timeout", "120") as root:
        yield root.rstrip("/")


def _told() -> dict[str, float]:
    """Return the seconds of a first answer, by address, as the page on speed has them."""
    page = (ROOT / "docs" / "explanation" / "performance.md").read_text(encoding="utf-8")
    rows = page.partition("## 100,000 actors")[2]
    found = re.findall(r"^\| (.+?) \| (?:under )?([\d.]+) s \|", rows, re.MULTILINE)
    return {name: float(seconds) for name, seconds in found}


@pytest.mark.parametrize("place", VIEWS)
def test_a_view_is_of_use_in_time_and_without_complaint(
    place: str, large: str, chromium: Any
) -> None:
    name, sign = VIEWS[place]
    begun = time.monotonic()
    with looked_at(chromium, f"{large}/en/{place}", idle=False, patience=_PATIENCE) as page:
        page.wait_for_selector(sign)
        took = time.monotonic() - begun
        assert page.inner_text("#problem") == ""
    assert took < SLACK * _told()[name] + BROWSER


def test_the_network_says_what_of_it_is_drawn(large: str, chromium: Any) -> None:
    with looked_at(chromium, f"{large}/en/network", idle=False, patience=_PATIENCE) as page:
        page.wait_for_selector("canvas.names")
        said = page.inner_text("#cut")
    assert re.search(r"^5,000 of [\d,]+ actors are shown", said), said
