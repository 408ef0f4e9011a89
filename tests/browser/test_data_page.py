"""The data page leads to what it offers."""

from typing import Any

import pytest

from tests.browser.looking import Look, at_ease, looked_at, phone_first

pytestmark = pytest.mark.browser


@phone_first
def test_the_data_page_has_no_barrier(
    lang: str, look: Look, workbench: str, chromium: Any
) -> None:
    url = f"{workbench}/{lang}/data"
    with looked_at(chromium, url, look=look) as page:
        at_ease(page)


def test_a_graph_is_downloaded(workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/es/data") as page:
        with page.expect_download() as coming:
            page.get_by_role(
                "link", name="Descargar Prácticas, como las describe el artículo como nt"
            ).click()
        assert coming.value.suggested_filename == "article.nt"
