"""What pages may do with texts and addresses that anybody may have written."""

import re
from urllib.parse import urlsplit

__all__ = ["is_link", "shortened", "unturned"]

_LONGEST = 160
_TURNS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_SCHEMES = {"http", "https", "mailto"}


def shortened(words: str, longest: int = _LONGEST) -> str:
    """
    Return a text, cut where it is longer than a line or two.

    >>> shortened("Administración Federal", 14)
    'Administració…'
    """
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


def unturned(words: str) -> str:
    r"""
    Return a text without the marks that turn how what follows is read.

    That is for where no element can keep it apart from what stands beside it: titles,
    attributes, drawings.  Letters of any direction stay.

    >>> unturned("\u202eexe.txt, read")
    'exe.txt, read'
    """
    return _TURNS.sub("", words)


def is_link(iri: str) -> bool:
    """
    Say whether a reader may follow an IRI: it leads to a page or a mailbox, and runs nothing.

    >>> is_link("https://ror.org/02j4pwj98"), is_link("javascript:alert(1)")
    (True, False)
    """
    try:
        parts = urlsplit(iri)
    except ValueError:
        return False
    return parts.scheme in _SCHEMES and bool(parts.netloc or parts.scheme == "mailto")
