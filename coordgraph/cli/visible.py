"""Texts as a terminal may show them: nothing in them steers it, or turns how they are read."""

import re

__all__ = ["HIDDEN", "visible"]

HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal obeys, what turns the direction of writing, and halves of signs."""


def visible(text: str) -> str:
    r"""
    Return a text with what steers a terminal spelled out.

    >>> print(visible("\x1b[31mred"))
    \u001b[31mred
    """
    return HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
