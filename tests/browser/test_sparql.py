"""Questions are written, completed, asked, stopped and shown, by mouse and by keyboard."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.browser.looking import PHONE, Look, at_ease, desk_first, looked_at, still

pytestmark = pytest.mark.browser

_RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
_CANPAT = "Campaña Nacional de Prevención de Accidentes de Trabajo (CANPAT)"


@pytest.fixture(scope="module")
def chromium(launch: Callable[[], Any]) -> Iterator[Any]:
    """Start Chromium for this view alone: after many pictures it draws no more by WebGL."""
    browser = launch()
    yield browser
    browser.close()


def write(page: Any, sparql: str) -> None:
    """Write a question in the place of the one that stands there."""
    page.click(".cm-content")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(sparql)


def run(page: Any) -> None:
    page.keyboard.press("Control+Enter")


def written(page: Any) -> str:
    return str(page.inner_text(".cm-content"))


@desk_first
def test_an_answer_has_no_barrier_however_it_is_shown(
    lang: str, look: Look, workbench: str, chromium: Any
) -> None:
    url = f"{workbench}/{lang}/sparql"
    with looked_at(chromium, url, look=look) as page:
        at_ease(page)
        page.click("#run")
        page.wait_for_selector("table.rows a")
        at_ease(page)
        for view in ("chart", "network", "map", "raw"):
            page.click(f"#tab-view-{view}")
            page.wait_for_selector("#answer-panel > :not(.loading)")
            still(page)
            at_ease(page)


def test_the_gutter_is_dark_where_the_page_is(workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/en/sparql", look=Look(1280, "dark")) as page:
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
        page.locator("table.rows a", has_text="CANPAT").first.wait_for()


def test_an_error_is_marked_where_it_is_and_told_in_the_language(
    workbench: str, chromium: Any
) -> None:
    with looked_at(chromium, f"{workbench}/pt/sparql", but="status of 400") as page:
        write(page, "SELECT * {\n  ?a oops ?b\n}")
        with page.expect_response("**/sparql") as answer:
            run(page)
        assert answer.value.status == 400
        page.wait_for_selector("#trouble:not(:empty)")
        assert "Linha 2, coluna" in page.inner_text("#trouble")
        assert page.locator(".cm-lintRange-error").count() == 1
        page.click("#trouble button")
        assert "cm-content" in page.evaluate(
            "document.querySelector('#field').shadowRoot.activeElement.className"
        )


def test_a_prefix_and_a_term_are_completed_from_labels_in_the_language(
    workbench: str, chromium: Any
) -> None:
    with looked_at(chromium, f"{workbench}/es/sparql") as page:
        write(page, "SELECT * { ?a ")
        page.keyboard.type("pais")
        page.wait_for_selector(".cm-tooltip-autocomplete li[aria-selected]")
        assert "cg:country" in page.inner_text(".cm-tooltip-autocomplete li[aria-selected]")
        at_ease(page)
        page.wait_for_timeout(100)  # CodeMirror takes no Enter just after a list appears
        page.keyboard.press("Enter")
        assert "?a cg:country" in written(page)
        assert written(page).startswith("PREFIX cg: <https://w3id.org/coordgraph/ns#>")


def test_an_actor_is_completed_by_name(workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/en/sparql") as page:
        write(page, "SELECT * { ?m ?p ")
        page.keyboard.type("anses")
        page.wait_for_selector(".cm-tooltip-autocomplete li >> text=Social Security")
        page.wait_for_timeout(100)
        page.click(".cm-tooltip-autocomplete li >> text=National Administration")
        assert "<https://w3id.org/coordgraph/id/actor/anses>" in written(page)


def test_no_question_is_lost(workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/en/sparql") as page:
        write(page, "ASK { <urn:one> ?b ?c }")
        page.click("#add")
        page.keyboard.insert_text("ASK { <urn:two> ?b ?c }")
        page.focus("#tabs [aria-selected=true]")
        page.keyboard.press("F2")
        page.fill("#name", "Mine")
        page.keyboard.press("Enter")
        page.wait_for_selector("#tabs >> text=Mine")
        assert page.inner_text("#tabs") == "Question\nMine"
        page.reload()
        still(page)
        assert "urn:two" in written(page)
        page.focus("#tabs [aria-selected=true]")
        page.keyboard.press("Delete")
        assert "urn:one" in written(page)
        page.reload()
        still(page)
        page.select_option("#closed", index=1)
        assert page.inner_text("#tabs [aria-selected=true]") == "Mine"
        assert "urn:two" in written(page)


def test_stopping_ends_a_question_on_the_server(workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/en/sparql") as page:
        write(page, _RUNAWAY)
        run(page)
        page.locator("#elapsed", has_text=re.compile(r"\d s")).wait_for()
        page.click("#stop")
        page.wait_for_selector("#stop[disabled]", state="attached")
        assert page.inner_text("#status") == "Stopped."
        write(page, "SELECT * { VALUES ?x { 1 } }")
        run(page)
        page.wait_for_selector("table.rows td")


def test_a_question_of_the_library_is_found_and_asked_with_a_parameter(
    workbench: str, chromium: Any
) -> None:
    with looked_at(chromium, f"{workbench}/es/sparql") as page:
        page.fill("#find", "zzzz")
        assert page.locator("#library li:visible").count() == 0
        page.fill("#find", "beneficiarios")
        page.click("#library a:visible")
        page.wait_for_selector("table.rows a")
        at_ease(page)
        page.select_option("#parameter-practice", label=_CANPAT)
        assert "<https://w3id.org/coordgraph/id/practice/canpat>" in written(page)
        assert 'VALUES ?lang { "es" }' in written(page)
        page.click("#parameters button[type=submit]")
        page.wait_for_selector("#answer[aria-busy=false]")
        href = page.get_attribute("a.address", "href")
        assert href.startswith("/queries/practices/aspects?practice=https")
        assert page.request.get(f"{workbench}{href}").ok


def test_a_shared_question_opens_in_a_tab_of_its_own(workbench: str, chromium: Any) -> None:
    link = f"{workbench}/en/sparql#query=ASK+%7B%7D&view=raw"
    with looked_at(chromium, link) as page:
        assert written(page).strip() == "ASK {}"
        run_from = page.locator("#tabs [role=tab]")
        assert run_from.all_inner_texts() == ["Question", "Shared"]
        page.click("#run")
        page.wait_for_selector("pre.raw")
        assert "true" in page.inner_text("pre.raw")
        page.click("#tab-view-table")
        assert page.inner_text(".verdict") == "Yes."


def test_a_file_is_asked_together_with_the_data(workbench: str, chromium: Any) -> None:
    mine = {"name": "mine.ttl", "mimeType": "text/turtle", "buffer": b'<urn:s> <urn:p> "<b>" .'}
    with looked_at(chromium, f"{workbench}/pt/sparql") as page:
        page.set_input_files("#files", files=[mine])
        page.wait_for_selector("#files-list li")
        assert "1 enunciado" in page.inner_text("#files-list")
        write(page, "SELECT ?o { <urn:s> ?p ?o }")
        run(page)
        page.wait_for_selector("table.rows td")
        assert page.inner_text("table.rows td") == "<b>"
        at_ease(page)
        page.click("#files-list button")
        run_again = page.locator("table.rows td")
        page.click("#run")
        page.locator(".sum", has_text="0 linhas").wait_for()
        assert run_again.count() == 0


def test_a_file_that_is_dropped_on_the_field_is_no_text(workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/en/sparql") as page:
        before = written(page)
        page.evaluate(
            """() => {
              const given = new DataTransfer();
              given.items.add(new File(["<urn:s> <urn:p> <urn:o> ."], "mine.nt"));
              const field = document.querySelector("#field").shadowRoot;
              field.querySelector(".cm-content").dispatchEvent(new DragEvent("drop", {
                dataTransfer: given, bubbles: true, composed: true, cancelable: true,
              }));
            }"""
        )
        page.locator("#files-list li", has_text="1 statement").wait_for()
        assert written(page) == before
        at_ease(page)


def test_a_file_that_is_wrong_is_told_with_its_place(workbench: str, chromium: Any) -> None:
    bad = {"name": "bad.ttl", "mimeType": "text/turtle", "buffer": b"<urn:s> <urn:p>\n oops ."}
    with looked_at(chromium, f"{workbench}/en/sparql", but="status of 422") as page:
        page.set_input_files("#files", files=[bad])
        page.wait_for_selector("#trouble:not(:empty)")
        assert page.inner_text("#trouble").startswith("bad.ttl:2:")


def test_statements_are_a_table_and_a_network(workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/en/sparql") as page:
        write(page, "CONSTRUCT { ?a cg:party ?b } WHERE { ?a cg:party ?b } LIMIT 300")
        run(page)
        page.wait_for_selector("table.rows a")
        page.click("#tab-view-network")
        page.wait_for_selector(".picture canvas")
        at_ease(page)
        with page.expect_download() as saved:
            page.click(".taken >> text=Turtle")
        assert "cg:party" in saved.value.path().read_text(encoding="utf-8")


def test_a_hundred_thousand_rows_are_turned_ordered_and_filtered(
    workbench: str, chromium: Any
) -> None:
    many = (
        "SELECT ?s ?p ?o { { SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 35000 } "
        "VALUES ?n { 1 2 3 } } LIMIT 100000"
    )
    with looked_at(chromium, f"{workbench}/en/sparql") as page:
        write(page, many)
        run(page)
        page.wait_for_selector("table.rows a")
        assert "100,000 rows" in page.inner_text(".sum")
        assert page.locator("table.rows tbody tr").count() == 100
        slow = page.evaluate(
            "(() => { const start = performance.now();"
            "document.querySelectorAll('.sort')[2].click();"
            "return performance.now() - start })()"
        )
        assert slow < 3000
        page.fill(".answer-table input[type=search]", "canpat")
        page.locator(".answer-table [role=status]", has_text="of 100,000 rows").wait_for()


def test_hostile_values_stay_text(odd_workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{odd_workbench}/en/sparql", look=PHONE) as page:
        write(page, "SELECT ?s ?o { ?s ?p ?o } ORDER BY ?o")
        run(page)
        page.wait_for_selector("table.rows a")
        still(page)
        at_ease(page)
        assert page.locator("table.rows script").count() == 0
        for view in ("chart", "network", "raw"):
            page.click(f"#tab-view-{view}")
            still(page)
        at_ease(page)


def test_an_empty_store_is_asked_as_well(empty_workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{empty_workbench}/en/sparql") as page:
        page.click("#run")
        page.wait_for_selector("#answer:not([hidden])")
        assert "0 rows" in page.inner_text(".sum")
        at_ease(page)


def test_without_scripts_the_question_is_a_form(workbench: str, chromium: Any) -> None:
    url = f"{workbench}/en/sparql?library=levels/ties"
    with looked_at(chromium, url, java_script_enabled=False) as page:
        assert "SELECT ?level" in page.input_value("#query")
        assert page.is_visible("#plain button")
        assert page.locator("#library summary").count() == 8


def test_countries_are_on_a_map_and_in_a_list(workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/pt/sparql") as page:
        write(page, "SELECT ?s (COUNT(*) AS ?n) { ?m cg:party ?s . ?s a cg:State } GROUP BY ?s")
        run(page)
        page.wait_for_selector("table.rows a")
        page.click("#tab-view-map")
        page.wait_for_selector(".map circle", state="attached")
        assert page.locator(".map circle").count() > 60
        page.click(".map summary")
        assert "Canadá 64" in page.inner_text(".marks li >> nth=0")
        at_ease(page)


def test_two_windows_write_one_question(workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/en/sparql") as page:
        write(page, "ASK { <urn:one> ?b ?c }")
        other = page.context.new_page()
        other.goto(f"{workbench}/en/sparql")
        other.wait_for_load_state("networkidle")
        write(other, "ASK { <urn:other> ?b ?c }")
        page.locator(".cm-content", has_text="urn:other").wait_for()
        write(page, "ASK { <urn:again> ?b ?c }")
        other.locator(".cm-content", has_text="urn:again").wait_for()
        assert page.locator("#tabs [role=tab]").count() == 1
        other.close()


def test_each_tab_keeps_its_answer(workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/es/sparql?library=agreements/by-decade") as page:
        page.locator(".sum", has_text="8 filas").wait_for()
        page.click("#tab-view-chart")
        page.wait_for_selector(".chart .key")
        assert page.locator(".chart path.line:not(.key *)").count() == 3
        at_ease(page)
        page.click("#add")
        assert page.is_hidden("#answer")
        page.keyboard.insert_text(_RUNAWAY)
        run(page)
        assert page.inner_text("#tabs") == "Convenios por década\nPregunta"
        page.click("#tabs [role=tab] >> nth=0")
        page.locator(".sum", has_text="8 filas").wait_for()
        assert page.is_disabled("#stop")
