"""
Pieces of HTML that stand on pages by the thousand, made without a template.

All that comes from data passes through `quoted`; what these functions return is markup.
"""

from collections.abc import Iterable
from html import escape

from markupsafe import Markup

__all__ = [
    "anchor",
    "attribute",
    "bulleted",
    "filled",
    "joined",
    "moment",
    "quoted",
    "words",
]

quoted = escape
"""Return a text with the characters escaped that mean something in HTML."""


def joined(pieces: Iterable[str]) -> Markup:
    """Return pieces of markup, made by the functions of this module, as one piece."""
    return Markup("".join(pieces))  # noqa: S704 - each piece is markup, or was quoted


def attribute(name: str, value: str) -> str:
    """
    Return an attribute with a blank before it, or nothing where it has no value.

    >>> attribute("lang", "es"), attribute("lang", "")
    (' lang="es"', '')
    """
    return f' {name}="{quoted(value)}"' if value else ""


def anchor(href: str, text: str, attributes: str = "") -> str:
    """
    Return a link; its words may run in either direction.

    >>> anchor("a.html", "<b>")
    '<a href="a.html" dir="auto">&lt;b&gt;</a>'
    """
    return f'<a href="{quoted(href)}" dir="auto"{attributes}>{quoted(text)}</a>'


def words(text: str, lang: str = "") -> str:
    """Return words of a language, or of that of the page if none is given."""
    return f'<span dir="auto"{attribute("lang", lang)}>{quoted(text)}</span>'


def filled(sentence: str, **blanks: object) -> Markup:
    """
    Return a sentence, its blanks filled in; what fills them turns nothing but itself.

    >>> filled("“{name}” of", name="<b>")
    Markup('“<span dir="auto">&lt;b&gt;</span>” of')
    """
    apart = {name: words(str(value)) for name, value in blanks.items()}
    return joined([quoted(sentence, quote=False).format(**apart)])


def moment(date: str) -> str:
    """
    Return a date that is known to be one.

    >>> moment("1997-12")
    '<time datetime="1997-12">1997-12</time>'
    """
    return f'<time datetime="{date}">{date}</time>'


def bulleted(style: str, items: Iterable[str]) -> str:
    """Return a list of pieces of markup."""
    return f'<ul class="{style}">{"".join(f"<li>{item}</li>" for item in items)}</ul>'
