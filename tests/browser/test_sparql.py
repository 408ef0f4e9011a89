"""Questions are written, completed, asked, stopped and shown, by mouse and by keyboard."""

import re
from typing import Any

import pytest

from tests.browser.looking import at_ease, looked_at

pytestmark = pytest.mark.browser


def write(page: Any, sparql: str) -> None:
    """Write a question in the place of the one that stands there."""
    page.click(".cm-content")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(sparql)


def run(page: Any) -> None:
    page.keyboard.press("Control+Enter")


def written(page: Any) -> str:
    return str(page.inner_text(".cm-content"))


@pytest.mark.parametrize("lang", ["en", "es", "pt"])
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_an_answer_has_no_barrier_however_it_is_shown(
    lang: str, width: int, scheme: str, workbench: str, chromium: Any
) -> None:
    url = f"{workbench}/{lang}/sparql"
    with looked_at(chromium, url, width=width, scheme=scheme) as page:
        at_ease(page)
        page.click("#run")
        page.wait_for_selector("table.rows a")
        at_ease(page)
        for view in ("chart", "network", "raw"):
            page.click(f"#tab-view-{view}")
            page.wait_for_selector("#answer-panel > :not(.loading)")
            page.wait_for_load_state("networkidle")
            at_ease(page)


def test_the_gutter_is_dark_where_the_page_is(workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/en/sparql", scheme="dark") as page:
        style = (
            "getComputedStyle(document.querySelector('#field').shadowRoot.querySelector('{}'))"
        )
        gutter = page.evaluate(style.format(".cm-gutters") + ".backgroundColor")
        assert max(map(int, re.findall(r"\d+", gutter)[:3])) < 80


def test_a_question_is_asked_by_keyboard_and_its_things_lead_to_pages(
    workbench: str, chromium: Any
) -> None:
    with looked_at(chromium, f"{workbench}/es/sparql") as page:
        write(page, "SELECT ?a { ?a cg:leadActor ?b } ORDER BY ?a")
        run(page)
        page.wait_for_selector("table.rows a")
        assert written(page).startswith("PREFIX cg: <https://w3id.org/coordgraph/ns#>")
        link = page.locator("table.rows a").first
        assert "/resolve?iri=https%3A%2F%2Fw3id.org" in link.get_attribute("href")
        page.wait_for_function(
            "!document.querySelector('table.rows a').textContent.startsWith('practice/')"
        )


def test_an_error_is_marked_where_it_is_and_told_in_the_language(
    workbench: str, chromium: Any
) -> None:
    with looked_at(chromium, f"{workbench}/pt/sparql", but="status of 400") as page:
        write(page, "SELECT * {\n  ?a oops ?b\n}")
        with page.expect_response("**/sparql") as answer:
            run(page)
        assert answer.value.status == 400
        page.wait_for_function("document.querySelector('#trouble').textContent")
        assert "Linha 2, coluna" in page.inner_text("#trouble")
        assert page.locator(".cm-lintRange-error").count() == 1
        page.click("#trouble button")
        assert "cm-content" in page.evaluate(
            "document.querySelector('#field').shadowRoot.activeElement.className"
        )
