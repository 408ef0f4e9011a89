"""What the pages say besides the data, in three languages."""

from collections.abc import Mapping

from coordgraph.publish.site.texts import en, es, pt

__all__ = ["LANGUAGES", "WORDS", "said"]

LANGUAGES: Mapping[str, str] = {"en": "English", "es": "Español", "pt": "Português"}
"""The languages of a site, each by its own name."""

WORDS: Mapping[str, Mapping[str, str]] = {"en": en.WORDS, "es": es.WORDS, "pt": pt.WORDS}
"""Words and sentences of the pages, by language."""


def said(word: str, lang: str) -> str:
    """
    Return a word or sentence of the pages in a language.

    >>> said("data", "pt")
    'Baixar'
    """
    return WORDS[lang][word]
