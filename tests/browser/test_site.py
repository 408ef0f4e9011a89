"""In a browser the pages are accessible, quiet and safe, wide and narrow, light and dark."""

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.browser.looking import at_ease_in_each_look, looked_at

pytestmark = pytest.mark.browser

_PAGES = (
    "coordgraph/index.en.html",
    "coordgraph/dataset.es.html",
    "coordgraph/graph/article.en.html",
    "coordgraph/browse/actors.pt.html",
    "coordgraph/browse/concepts.en.html",
    "coordgraph/search.en.html?q=prevision",
    "coordgraph/404.html",
    "coordgraph/id/actor/afip.en.html",
    "coordgraph/id/actor/state-ury.pt.html",
    "coordgraph/id/practice/siaci.es.html",
    "coordgraph/id/mechanism/m-siaci-2.en.html",
    "coordgraph/id/agreement/multi-mercosur-1997.en.html",
    "coordgraph/id/discrepancy/c-01.en.html",
    "coordgraph/id/source/src-article.en.html",
    "coordgraph/id/level/policy.en.html",
    "coordgraph/id/participation/m-siaci-2-oiss.html",
    "coordgraph/ns.en.html",
    "coordgraph/ns.es.html",
    "coordgraph/ns/Agreement.en.html",
    "coordgraph/ns/level.pt.html",
    "coordgraph/queries.en.html",
    "coordgraph/queries/actors/coordination-partners.es.html",
    "coordgraph/queries/agreements/dates.en.html",
    "coordgraph/queries/measures/origins.pt.html",
    "coordgraph/shapes.pt.html",
    "coordgraph/shapes/agreement.en.html",
    "coordgraph/shapes/observation.es.html",
    "kg/id/actor/script.en.html",
    "kg/id/actor/script.es.html",
    "kg/id/actor/arabic.en.html",
    "kg/id/actor/long.en.html",
    "kg/id/mechanism/m.en.html",
    "kg/browse/actors.es.html",
)


@pytest.mark.parametrize("place", _PAGES)
def test_a_page_has_no_barrier_no_error_and_no_request_elsewhere(
    place: str, address: str, chromium: Any
) -> None:
    idle = "search" in place  # no other page asks for more when it is there
    with looked_at(chromium, f"{address}/{place}", idle=idle) as page:
        at_ease_in_each_look(page)


def test_names_are_found_without_accents_and_lead_to_their_pages(
    address: str, chromium: Any
) -> None:
    page = chromium.new_page()
    page.goto(f"{address}/coordgraph/id/actor/afip.es.html")
    page.fill("#q", "administracion nacional seguridad")
    page.press("#q", "Enter")
    page.wait_for_selector("#search-results a")
    found = page.locator("#search-results a").first
    assert found.inner_text() == "Administración Nacional de la Seguridad Social"
    found.click()
    assert page.url.endswith("/id/actor/anses.es.html")
    page.close()


def test_search_works_from_a_folder_on_a_disk(site: Path, chromium: Any) -> None:
    page = chromium.new_page()
    page.goto(f"file://{site}/coordgraph/search.en.html?q=AFIP")
    page.wait_for_selector("#search-results a")
    assert "afip.en.html" in page.locator("#search-results a").first.get_attribute("href")
    page.fill("#q", "zzzz")
    page.wait_for_function("document.querySelectorAll('#search-results a').length === 0")
    assert page.inner_text("#search-status") == "Nothing has this name."
    page.close()


def test_without_scripts_everything_is_there_and_the_lists_lead_to_it(
    address: str, chromium: Any
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/coordgraph/search.en.html")
    page.get_by_role("main").get_by_role("link", name="Actors").click()
    page.get_by_role("link", name="Federal Administration of Public Resources").first.click()
    assert page.locator("figure svg").count() == 2
    context.close()


def test_the_keyboard_reaches_the_content_first(address: str, chromium: Any) -> None:
    page = chromium.new_page()
    page.goto(f"{address}/coordgraph/id/actor/afip.en.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.close()


def test_the_pages_are_valid_html(site: Path) -> None:
    jar = os.environ.get("VNU_JAR", "")
    if not Path(jar).is_file():
        pytest.skip("VNU_JAR names no vnu.jar, the checker of HTML.")
    every = sorted(page for one in site.iterdir() for page in one.resolve().rglob("*.html"))
    chosen = [*every[:: max(len(every) // 200, 1)], *(site / place for place in _PAGES)]
    files = [str(path) for path in chosen if path.is_file()]
    command = ["java", "-jar", jar, "--errors-only", "--format", "gnu", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
