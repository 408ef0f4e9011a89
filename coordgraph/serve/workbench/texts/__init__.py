"""What the workbench says beside the data, a module a language; some views have their own."""

from coordgraph.serve.workbench.texts import en, es, pt
from coordgraph.serve.workbench.view import Texts

__all__ = ["FRAME", "MISSING", "texts_of"]


def texts_of(view: str) -> Texts:
    """
    Return the texts of a view by language and key.

    >>> texts_of("home")["es"]["menu"]
    'Inicio'
    """
    return {"en": en.TEXTS[view], "es": es.TEXTS[view], "pt": pt.TEXTS[view]}


FRAME = texts_of("frame")
"""What all views say."""

MISSING = texts_of("missing")
"""What is said where nothing is."""
