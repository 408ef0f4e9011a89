"""What the pages say besides the data, in three languages."""

from collections.abc import Mapping

__all__ = ["LANGUAGES", "said"]

LANGUAGES: Mapping[str, str] = {"en": "English", "es": "Español", "pt": "Português"}
"""The languages of a site, each by its own name."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "site": {
        "en": "Coordination in social security",
        "es": "Coordinación en la seguridad social",
        "pt": "Coordenação na seguridade social",
    },
    "skip": {
        "en": "Skip to content",
        "es": "Ir al contenido",
        "pt": "Ir para o conteúdo",
    },
    "languages": {"en": "Languages", "es": "Idiomas", "pt": "Idiomas"},
    "facts": {"en": "What is stated", "es": "Qué se afirma", "pt": "O que se afirma"},
    "pointing": {"en": "Named by", "es": "Nombrado por", "pt": "Nomeado por"},
    "data": {"en": "Data", "es": "Datos", "pt": "Dados"},
    "names": {"en": "Names", "es": "Nombres", "pt": "Nomes"},
}


def said(word: str, lang: str) -> str:
    """
    Return a word of the pages in a language.

    >>> said("data", "pt")
    'Dados'
    """
    return _WORDS[word][lang]
