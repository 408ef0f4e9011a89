"""Measures are sorted, filtered and explained by keyboard."""

from typing import Any

import pytest

from tests.browser.looking import PHONE, Look, at_ease, looked_at, phone_first

pytestmark = pytest.mark.browser


@phone_first
def test_measures_have_no_barrier(lang: str, look: Look, workbench: str, chromium: Any) -> None:
    few = "" if lang == "en" else "&country=URY"  # the same in less time
    url = f"{workbench}/{lang}/measures?by=reading{few}"
    with looked_at(chromium, url, look=look) as page:
        at_ease(page)


def test_a_number_is_explained_by_keyboard(workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/es/measures") as page:
        page.focus("table.measures button.figure[tabindex='0']")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        row = page.locator("table.measures tbody tr").nth(1)
        value = row.locator("td").nth(3).inner_text().strip()
        page.keyboard.press("Enter")
        page.wait_for_selector("#explanation .ties > li")
        told = page.inner_text("#explanation")
        assert "Argentina: intermediación" in told
        assert value[:5] in told
        page.locator("#explanation summary").first.press("Enter")
        assert page.locator("#explanation .passages a").first.get_attribute("href")
        at_ease(page, within="#explanation")
        page.keyboard.press("Escape")
        assert not page.locator("#explanation").is_visible()
        assert page.evaluate("document.activeElement.className") == "figure"


def test_rows_are_sorted_in_place_and_the_address_says_so(
    workbench: str, chromium: Any
) -> None:
    with looked_at(chromium, f"{workbench}/en/measures") as page:
        page.get_by_role("link", name="betweenness", exact=True).click()
        cells = page.locator("table.measures tbody tr td:nth-child(5)")
        shown = [float(text) for text in cells.all_inner_texts()[:20]]
        assert shown == sorted(shown, reverse=True)
        assert "sort=betweenness" in page.url
        assert "betweenness" in page.inner_text("#status")


def test_a_filter_hides_other_rows(workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/en/measures") as page:
        page.fill("#filter", "seguridad social")
        rows = page.locator("table.measures tbody tr:visible")
        assert 0 < rows.count() < 100


def test_a_level_of_one_measure_is_explained_as_that_level(
    workbench: str, chromium: Any
) -> None:
    with looked_at(chromium, f"{workbench}/en/measures?by=level") as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.locator("table.measures tbody tr").first.locator("button.figure").first.click()
        page.wait_for_selector("#explanation .ties > li")
        assert "level=" in asked[-1]


def test_hostile_names_stay_names(odd_workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{odd_workbench}/es/measures", look=PHONE) as page:
        page.locator("button.figure").first.click()
        page.wait_for_selector("#explanation .ties > li")
        at_ease(page)


def test_without_scripts_the_table_is_there_and_sorted(workbench: str, chromium: Any) -> None:
    url = f"{workbench}/pt/measures"
    with looked_at(chromium, url, java_script_enabled=False) as page:
        page.get_by_role("link", name="intermediação", exact=True).click()
        assert page.locator("th[aria-sort]").inner_text().strip().startswith("Intermediação")
        assert page.locator("table.measures tbody tr").count() > 100
