"""Agreements are seen in time and on the map, of all states or of one."""

from typing import Any

import pytest

from tests.browser.looking import Look, at_ease, desk_first, looked_at

pytestmark = pytest.mark.browser

_URUGUAY = "https://w3id.org/coordgraph/id/actor/state-ury"


@desk_first
def test_agreements_have_no_barrier(
    lang: str, look: Look, workbench: str, chromium: Any
) -> None:
    few = "" if lang == "en" else f"?state={_URUGUAY}"  # the same in less time
    url = f"{workbench}/{lang}/agreements{few}"
    with looked_at(chromium, url, look=look) as page:
        page.wait_for_selector("#map-figure circle")
        at_ease(page)


def test_a_state_is_chosen_by_keyboard_and_leaves_its_own(
    workbench: str, chromium: Any
) -> None:
    with looked_at(chromium, f"{workbench}/en/agreements") as page:
        page.wait_for_selector("#map-figure circle")
        every = page.locator("tr[data-agreement]:visible").count()
        page.locator(f'tr[data-state="{_URUGUAY}"] a').press("Enter")
        shown = page.locator("tr[data-agreement]:visible").count()
        assert 0 < shown < every
        assert page.locator("#map-figure circle.chosen").count() == 1
        assert page.locator("#timeline-figure li").count() <= shown
        assert "state-ury" in page.url
        page.reload()
        page.wait_for_selector("#map-figure circle.chosen")
        assert page.locator("tr[data-agreement]:visible").count() == shown


def test_states_of_the_map_are_reached_by_arrows_and_spoken(
    workbench: str, chromium: Any
) -> None:
    def held() -> str:
        return str(page.evaluate("document.activeElement.ariaLabel"))

    with looked_at(chromium, f"{workbench}/en/agreements") as page:
        page.wait_for_selector("#map-figure circle")
        page.focus("#any")
        page.keyboard.press("Tab")
        assert held() == "Canada: 64 agreements"
        page.keyboard.press("ArrowDown")
        assert held().startswith("United States: ")
        assert page.locator("#map-figure .pointed").text_content() == "United States"
        page.keyboard.press("Enter")
        assert page.locator("circle.chosen").get_attribute("aria-pressed") == "true"
        assert held().startswith("United States: ")
        assert "state-usa" in page.url
        at_ease(page)
        page.keyboard.press("Escape")
        assert page.locator("circle.chosen").count() == 0
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('#map-figure')") is None


def test_the_map_of_a_year_says_what_is_not_known(workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/es/agreements") as page:
        page.wait_for_selector("#map-figure circle")
        page.uncheck("#any")
        page.fill("#year", "1995")
        told = page.inner_text("#map-controls output")
        assert told.startswith("1995: ")
        assert "no se sabe" in told


def test_without_scripts_the_table_is_there(workbench: str, chromium: Any) -> None:
    url = f"{workbench}/pt/agreements?state={_URUGUAY}"
    with looked_at(chromium, url, java_script_enabled=False) as page:
        assert page.locator("table.agreements tbody tr").count() > 10
        assert not page.locator("#map-section").is_visible()
