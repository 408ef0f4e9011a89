"""A page in a browser, and what must never be wrong with one."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

__all__ = ["IN_EACH_LANGUAGE", "at_ease", "at_ease_in_each_look", "looked_at"]

IN_EACH_LANGUAGE = pytest.mark.parametrize("lang", ["en", "es", "pt"])

_LOOKS = ((1280, "light"), (360, "dark"))
"""A desk by day, and a phone by night."""


@contextmanager
def looked_at(
    chromium: Any,
    url: str,
    *,
    width: int = 1280,
    scheme: str = "light",
    but: str = "\0",
    **options: Any,
) -> Iterator[Any]:
    """
    Give a page when it has loaded; fail if anything was said in its console or asked elsewhere.

    What the browser says of an answer that is an error is let pass if it has the words of
    ``but``.
    """
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, **options
    )
    page = context.new_page()
    page.set_default_timeout(15_000)
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.extend(_of_the_page(message.text)))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.extend([dialog.message, str(dialog.dismiss())]))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url)
    page.wait_for_load_state("networkidle")
    yield page
    context.close()
    host = "/".join(url.split("/")[:3])
    assert [words for words in said if but not in words] == []
    assert [one for one in asked if not one.startswith((host, "blob:", "data:"))] == []


def _of_the_page(words: str) -> list[str]:
    """Return what a console says, but not what a driver says of its own speed."""
    return [] if "GL Driver Message" in words else [words]


def at_ease(page: Any) -> None:
    """Fail if a page has barriers or is wider than its window."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    seen = axe.run(page)
    assert seen.violations_count == 0, seen.generate_report()
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= page.viewport_size["width"]


def at_ease_in_each_look(page: Any) -> None:
    """Fail if a page has barriers, or is too wide, on a desk by day or on a phone by night."""
    for width, scheme in _LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        at_ease(page)
