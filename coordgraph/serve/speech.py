"""
In which language the server speaks to a client, by GNU gettext.

What a request says by ``lang=`` comes first, then the language of the page it asks for, then
what its browser prefers.  A server answers many at once: each request has its language in a
context of its own.  A worker answers one after the other, and lends the language to all that
it calls.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import NullTranslations, bindtextdomain, translation
from gettext import gettext as _of_process

from coordgraph.publish.site.negotiation.accept import best_language
from coordgraph.publish.site.words import LANGUAGES
from coordgraph.resources import LOCALE
from coordgraph.serve.receiving import Scope, header

__all__ = ["answering_in", "asked_in", "gettext", "later", "said_in", "speaking", "spoken"]

_ENGLISH = "en"
_ANY = "|".join(LANGUAGES)
_IN_SEARCH = re.compile(rf"(?:^|&)lang=({_ANY})(?:&|$)")
_IN_PATH = re.compile(rf"^/({_ANY})(?:/|$)|\.({_ANY})\.html$")

_spoken: ContextVar[str] = ContextVar("spoken", default="")


def asked_in(scope: Scope) -> str:
    """
    Return the language in which a request is to be answered.

    >>> asked_in({"path": "/es/network", "query_string": b"", "headers": []})
    'es'
    """
    if named := _IN_SEARCH.search(scope["query_string"].decode("latin-1")):
        return named[1]
    if placed := _IN_PATH.search(scope["path"]):
        return placed[1] or placed[2]
    return best_language(header(scope, b"accept-language"), list(LANGUAGES))


def spoken() -> str:
    """Return the language of the request that is answered here."""
    return _spoken.get() or _ENGLISH


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Speak a language to one client, whoever else is spoken to meanwhile."""
    before = _spoken.set(lang)
    try:
        yield
    finally:
        _spoken.reset(before)


@contextmanager
def answering_in(lang: str) -> Iterator[None]:
    """Let all of a process that answers one request speak its language, and then none."""
    bindtextdomain("messages", str(LOCALE))
    before = os.environ.get("LANGUAGE")
    os.environ["LANGUAGE"] = lang
    try:
        with speaking(lang):
            yield
    finally:
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


def gettext(text: str) -> str:
    """Return a text in the language of the request; of the process, where there is none."""
    lang = _spoken.get()
    return said_in(lang, text) if lang else _of_process(text)


def said_in(lang: str, text: str) -> str:
    """
    Return a text in a language, in English if it is not translated.

    >>> said_in("es", "directory")
    'carpeta'
    """
    return _catalogue(lang).gettext(text)


def later(text: str) -> str:
    """Mark a text for the catalogues of messages; it is looked up when it is said."""
    return text


@cache
def _catalogue(lang: str) -> NullTranslations:
    return translation("messages", LOCALE, [lang], fallback=True)
