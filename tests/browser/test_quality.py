"""Checks run when the page is there; discrepancies stand side by side."""

from typing import Any

import pytest

from tests.browser.looking import PHONE, Look, at_ease, desk_first, looked_at

pytestmark = pytest.mark.browser


@desk_first
def test_quality_has_no_barrier(lang: str, look: Look, workbench: str, chromium: Any) -> None:
    url = f"{workbench}/{lang}/quality"
    with looked_at(chromium, url, look=look) as page:
        page.wait_for_selector("table.findings", timeout=60_000)
        at_ease(page)


def test_findings_are_chosen_by_severity_and_rule(workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/en/quality") as page:
        page.wait_for_selector("table.findings", timeout=60_000)
        page.get_by_role("checkbox", name="remarks").uncheck()
        assert page.locator(".findings .severity.info").count() == 0
        assert page.locator(".findings .severity.warning").count() > 0
        page.get_by_role("checkbox", name="remarks").check()
        page.select_option("#shape", "AgreementShape-undated")
        shapes = set(page.locator(".findings .shape").all_inner_texts())
        assert shapes == {"AgreementShape-undated"}
        assert "data/agreements" in page.inner_text(".findings")
        page.locator(".findings td a", has_text="agreement on social security").first.wait_for()


@desk_first
def test_a_finding_leads_to_its_place(
    lang: str, look: Look, workbench: str, chromium: Any
) -> None:
    with looked_at(chromium, f"{workbench}/{lang}/quality", look=look) as page:
        page.locator("table.findings td:last-child a").first.click()
        page.wait_for_selector(".lines .marked")
        assert page.locator(".evidence a[rel=noreferrer]").count() > 0
        at_ease(page)


def test_both_readings_of_a_discrepancy_stand_side_by_side(
    workbench: str, chromium: Any
) -> None:
    with looked_at(chromium, f"{workbench}/en/quality", java_script_enabled=False) as page:
        one, other = page.locator(".dispute").first.locator(".reading").all()
        left, right = one.bounding_box(), other.bounding_box()
        assert left["y"] == right["y"]
        assert left["x"] + left["width"] <= right["x"]


def test_the_checks_can_be_stopped_and_run_again(workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/es/data") as page:
        page.route("**/api/report*", lambda _: None)  # never answered
        page.goto(f"{workbench}/es/quality")
        page.get_by_role("button", name="Detener").click()
        page.wait_for_selector("#findings [role=status]")
        assert page.inner_text("#findings p") == "Detenido."
        page.unroute("**/api/report*")
        page.get_by_role("button", name="Controlar ahora").click()
        page.wait_for_selector("table.findings", timeout=60_000)


def test_hostile_names_stay_names(odd_workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{odd_workbench}/en/quality", look=PHONE) as page:
        page.wait_for_selector("table.findings", timeout=60_000)
        at_ease(page)
