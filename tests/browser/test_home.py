"""Home finds actors by name, by keyboard and without scripts."""

from typing import Any

import pytest

from tests.browser.looking import PHONE, Look, at_ease, desk_first, looked_at

pytestmark = pytest.mark.browser


@desk_first
def test_home_has_no_barrier(lang: str, look: Look, workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/{lang}/", look=look) as page:
        at_ease(page)


def test_an_actor_is_found_by_keyboard(workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/es/") as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.focus("#q")
        page.keyboard.type("ingresos publicos")
        page.wait_for_selector("[role=option]")
        at_ease(page)
        page.keyboard.press("ArrowDown")
        marked = page.get_attribute("#q", "aria-activedescendant")
        assert page.get_attribute(f"#{marked}", "aria-selected") == "true"
        assert page.inner_text("#status")
        page.keyboard.press("Escape")
        assert page.locator("[role=option]").count() == 0
        page.route("**/resolve?*", lambda route: route.fulfill(body="there"))
        page.keyboard.type(" ")
        page.wait_for_selector("[role=option]")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/resolve?*lang=es")
        assert "actor%2Fafip" in page.url


def test_without_scripts_an_actor_is_found_as_well(workbench: str, chromium: Any) -> None:
    url = f"{workbench}/pt/"
    with looked_at(chromium, url, java_script_enabled=False) as page:
        page.fill("#q", "anses")
        page.press("#q", "Enter")
        assert "actor%2Fanses" in page.locator(".results a").first.get_attribute("href")


def test_all_of_the_menu_is_seen_on_a_phone(workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/pt/", look=PHONE) as page:
        places = [one.bounding_box() for one in page.locator("nav.views a").all()]
        assert len(places) == 7
        assert all(place["x"] + place["width"] <= PHONE.width for place in places)


def test_names_that_are_markup_stay_names(odd_workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{odd_workbench}/en/", look=PHONE) as page:
        page.focus("#q")
        page.keyboard.type("script")
        page.wait_for_selector("[role=option]")
        assert "<script>alert(1)</script>" in page.inner_text("[role=listbox]")
        at_ease(page)


def test_an_empty_store_says_so(empty_workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{empty_workbench}/en/") as page:
        assert "no actors in this data yet" in page.inner_text("main")
        at_ease(page)
