"""The data page leads to what it offers."""

from typing import Any

import pytest

from tests.browser.looking import at_ease, looked_at

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("lang", ["en", "es", "pt"])
@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (360, "light")])
def test_the_data_page_has_no_barrier(
    lang: str, width: int, scheme: str, workbench: str, chromium: Any
) -> None:
    url = f"{workbench}/{lang}/data"
    with looked_at(chromium, url, width=width, scheme=scheme) as page:
        at_ease(page)


def test_a_graph_is_downloaded(workbench: str, chromium: Any) -> None:
    with looked_at(chromium, f"{workbench}/es/data") as page:
        with page.expect_download() as coming:
            page.get_by_role("link", name="Descargar article como nt").click()
        assert coming.value.suggested_filename == "article.nt"
