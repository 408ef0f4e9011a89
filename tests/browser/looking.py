"""A page in a browser, and what must never be wrong with one."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import pytest

__all__ = [
    "DESK",
    "PHONE",
    "Look",
    "at_ease",
    "at_ease_in_each_look",
    "desk_first",
    "looked_at",
    "phone_first",
    "still",
]

_QUIET = 100
"""Milliseconds: twice as long nothing is asked before a page counts as still."""


class Look(NamedTuple):
    """How wide a window is, and whether it is light or dark."""

    width: int
    scheme: str


DESK, PHONE = Look(1280, "light"), Look(360, "dark")
"""A desk by day, and a phone by night."""


def _in_turn(*looks: Look) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        ("lang", "look"),
        list(zip(("en", "es", "pt"), looks, strict=True)),
        ids=("en", "es", "pt"),
    )


# Each view is seen in each language and in each look; views begin with either, so that each
# language is seen in each look, too.
desk_first = _in_turn(DESK, PHONE, DESK)
phone_first = _in_turn(PHONE, DESK, PHONE)


@contextmanager
def looked_at(  # noqa: PLR0913 - what to look at, each by name
    chromium: Any,
    url: str,
    *,
    look: Look = DESK,
    but: str = "\0",
    idle: bool = True,
    patience: float = 15,
    **options: Any,
) -> Iterator[Any]:
    """
    Give a page when it has loaded; fail if anything was said in its console or asked elsewhere.

    A page that asks for more is waited for until it is still, unless it is known not to.  It
    has so many seconds for each step.

    What the browser says of an answer that is an error is let pass if it has the words of
    ``but``.
    """
    context = chromium.new_context(
        viewport={"width": look.width, "height": 900}, color_scheme=look.scheme, **options
    )
    page = context.new_page()
    page.set_default_timeout(1000 * patience)
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.extend(_of_the_page(message.text)))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.extend([dialog.message, str(dialog.dismiss())]))
    page.on("request", lambda request: asked.append(request.url))
    _listen(page)
    page.goto(url)
    if idle:
        still(page, patience=patience)
    yield page
    context.close()
    host = "/".join(url.split("/")[:3])
    assert [words for words in said if but not in words] == []
    assert [one for one in asked if not one.startswith((host, "blob:", "data:"))] == []


_coming: WeakKeyDictionary[Any, set[Any]] = WeakKeyDictionary()
"""By page, what it has asked for and not got yet."""


def _listen(page: Any) -> None:
    coming: set[Any] = set()
    _coming[page] = coming

    def begun(request: Any) -> None:
        coming.add(request)

    def ended(request: Any) -> None:
        coming.discard(request)

    page.on("request", begun)
    page.on("requestfinished", ended)
    page.on("requestfailed", ended)


def still(page: Any, *, patience: float = 40) -> None:
    """Wait until a page that is looked at has loaded and asks for nothing more."""
    page.wait_for_load_state()
    until, quiet = time.monotonic() + patience, 0
    while quiet < 2:
        page.wait_for_timeout(_QUIET)
        quiet = 0 if _coming[page] else quiet + 1
        assert time.monotonic() < until, [request.url for request in _coming[page]]


def _of_the_page(words: str) -> list[str]:
    """Return what a console says, but not what a driver says of its own speed."""
    return [] if "GL Driver Message" in words else [words]


def at_ease(page: Any, *, within: str | None = None) -> None:
    """Fail if a page, or a part of it, has barriers, or if it is wider than its window."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    seen = axe.run(page, context=within)
    assert seen.violations_count == 0, seen.generate_report()
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= page.viewport_size["width"]


def at_ease_in_each_look(page: Any) -> None:
    """Fail if a page has barriers, or is too wide, on a desk by day or on a phone by night."""
    for look in (DESK, PHONE):
        page.set_viewport_size({"width": look.width, "height": 900})
        page.emulate_media(color_scheme=look.scheme)
        at_ease(page)
