"""Which of several texts a reader of one language sees."""

from collections.abc import Sequence

from pyoxigraph import Literal

from coordgraph.store import Term

__all__ = ["in_language"]


def in_language(terms: Sequence[Term], lang: str) -> list[Term]:
    """
    Return the terms without those texts that are translations into other languages.

    Where a text is there in the language asked for, those in other languages are left out;
    where none is, all stay.

    >>> yes, si = Literal("yes", language="en"), Literal("sí", language="es")
    >>> [term.value for term in in_language([yes, si, Literal("5")], "es")]
    ['sí', '5']
    """
    spoken = [term for term in terms if isinstance(term, Literal) and term.language]
    if not any(term.language == lang for term in spoken):
        return list(terms)
    return [term for term in terms if term not in spoken or _language(term) == lang]


def _language(term: Term) -> str | None:
    return term.language if isinstance(term, Literal) else None
