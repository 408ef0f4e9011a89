"""The data page leads to what it offers."""

from typing import Any

import pytest

from tests.browser.looking import (
    IN_EACH_LANGUAGE,
    at_ease_in_each_look,
    looked_at,
)

pytestmark = pytest.mark.browser


@IN_EACH_LANGUAGE
def test_the_data_page_has_no_barrier(lang: str, workbench: str, chromium: Any) -> None:
    url = f"{workbench}/{lang}/data"
    with looked_at(chromium, url) as page:
        at_ease_in_each_look(page)


def test_a_graph_is_downloaded(workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/es/data") as page:
        with page.expect_download() as coming:
            page.get_by_role("link", name="Descargar article como nt").click()
        assert coming.value.suggested_filename == "article.nt"
