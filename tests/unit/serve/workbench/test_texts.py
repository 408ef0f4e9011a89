"""Every view says the same in each language."""

import re

import pytest

from coordgraph.publish.site.words import LANGUAGES
from coordgraph.serve.workbench.pages import PAGES, VIEWS
from coordgraph.serve.workbench.texts import FRAME, MISSING, en, texts_of
from coordgraph.serve.workbench.view import Texts

_TEXTS = {
    "frame": FRAME,
    "missing": MISSING,
    "trouble": texts_of("trouble"),
    **{one.name: one.texts for one in PAGES},
}


@pytest.mark.parametrize("texts", _TEXTS.values(), ids=_TEXTS)
def test_each_language_has_every_text_with_the_same_gaps(texts: Texts) -> None:
    gaps = {
        lang: {key: sorted(re.findall(r"\{\w+\}", words)) for key, words in said.items()}
        for lang, said in texts.items()
    }
    assert set(gaps) == set(LANGUAGES)
    assert gaps["en"] == gaps["es"] == gaps["pt"]


def test_each_view_has_an_entry_in_the_menu_and_no_text_of_the_frame() -> None:
    for view in VIEWS:
        assert {"menu", "title"} <= set(view.texts["en"])
        assert not set(view.texts["en"]) & set(FRAME["en"])


def test_no_texts_are_left_of_a_view_that_is_gone() -> None:
    assert set(en.TEXTS) <= set(_TEXTS)
