"""Pages of things, as a server makes them, are as good as published ones, and lead on."""

from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.looking import at_ease, at_ease_in_each_look, looked_at, still

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    "place", ["id/actor/afip", "ns/Actor", "id/passage/article-l91", "queries/levels/ties"]
)
def test_a_page_of_a_thing_has_no_barrier(place: str, workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/{place}.es.html") as page:
        at_ease_in_each_look(page)
        assert page.locator("h1").count() == 1


def test_an_iri_leads_to_a_page_and_that_to_the_workbench(
    workbench: str, chromium: Any
) -> None:
    iri = quote("https://w3id.org/coordgraph/id/actor/afip", safe="")
    with looked_at(chromium, f"{workbench}/resolve?iri={iri}&lang=pt") as page:
        assert page.url == f"{workbench}/id/actor/afip.pt.html"
        page.get_by_role("searchbox").fill("anses")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{workbench}/pt/?q=anses")
        assert page.locator("#q").input_value() == "anses"


def test_hostile_names_stand_as_they_are(odd_workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{odd_workbench}/browse/actors.en.html") as page:
        at_ease(page)
        links = page.locator("ul.entries a")
        assert links.count() > 0
        links.first.click()
        still(page)
        at_ease(page)
