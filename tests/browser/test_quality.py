"""Checks run when the page is there; discrepancies stand side by side."""

from typing import Any

import pytest

from tests.browser.looking import (
    IN_EACH_LANGUAGE,
    at_ease,
    at_ease_in_each_look,
    looked_at,
)

pytestmark = pytest.mark.browser


@IN_EACH_LANGUAGE
def test_quality_has_no_barrier(lang: str, workbench: str, chromium: Any) -> None:
    url = f"{workbench}/{lang}/quality"
    with looked_at(chromium, url) as page:
        page.wait_for_selector("table.findings", timeout=60_000)
        at_ease_in_each_look(page)


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
    with looked_at(chromium, f"{odd_workbench}/en/quality", width=360) as page:
        page.wait_for_selector("table.findings", timeout=60_000)
        at_ease(page)
