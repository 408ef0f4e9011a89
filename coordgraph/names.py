"""Names as people compare them, and which of several a reader is shown."""

import re
import unicodedata

__all__ = ["LANGUAGES", "plain", "preferred", "welcome"]

LANGUAGES = ("en", "es", "pt")
"""The languages in which everything is said."""


def plain(name: str) -> str:
    """
    Return a name without case, accents and runs of blanks.

    >>> plain("  Instituto de  Previsión ")
    'instituto de prevision'
    """
    decomposed = unicodedata.normalize("NFKD", name.strip().casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return re.sub(r"\s+", " ", bare)


def preferred(lang: str) -> list[str]:
    """
    Return the languages of the texts that a reader of one is shown, the most welcome first.

    After the reader's own come English, Spanish and Portuguese, then texts in no language.
    Those in other languages come after all of these, by their tags.
    """
    return list(dict.fromkeys((lang, *LANGUAGES, "")))


def welcome(language: str | None, lang: str) -> tuple[int, str]:
    """
    Return how welcome a text in a language is to who reads another, the lower the more.

    Of several in a language the one by the first property of `coordgraph.namespace.NAMING` is
    shown, and of these the first in alphabetical order: all pages and tables say the same.

    >>> sorted(["de", "", "pt", "en"], key=lambda language: welcome(language, "pt"))
    ['pt', 'en', '', 'de']
    """
    order, known = preferred(lang), language or ""
    return (order.index(known), "") if known in order else (len(order), known)
