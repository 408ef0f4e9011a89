"""Names compared as people compare them: case, accents and runs of blanks do not matter."""

import re
import unicodedata

__all__ = ["plain"]


def plain(name: str) -> str:
    """
    Return a name without case, accents and runs of blanks.

    >>> plain("  Instituto de  Previsión ")
    'instituto de prevision'
    """
    decomposed = unicodedata.normalize("NFKD", name.strip().casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return re.sub(r"\s+", " ", bare)
