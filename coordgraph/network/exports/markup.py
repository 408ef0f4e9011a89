"""Texts as XML takes them."""

import re
from xml.sax.saxutils import escape, quoteattr

__all__ = ["attribute", "content"]

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def content(text: str) -> str:
    r"""
    Return a text for between two tags, without the characters that XML forbids.

    >>> content("<b>\x07&\r")
    '&lt;b&gt;&amp;&#13;'
    """
    return escape(_FORBIDDEN.sub("", text), {"\r": "&#13;"})


def attribute(text: str) -> str:
    r"""
    Return a text as the value of an attribute, with its quotes.

    >>> attribute('say "no"\n')
    '\'say "no"&#10;\''
    """
    return quoteattr(_FORBIDDEN.sub("", text))
