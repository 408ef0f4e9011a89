"""
What a client accepts, as its ``Accept`` and ``Accept-Language`` headers say.

References
----------
.. [1] RFC 9110: HTTP Semantics, sections 12.5.1 and 12.5.4. IETF, 2022.
"""

import re
from collections.abc import Mapping, Sequence

__all__ = ["FORMS", "best_form", "best_language", "preferred", "weighed"]

FORMS: Mapping[str, Sequence[str]] = {
    "html": ("text/html", "application/xhtml+xml"),
    "ttl": ("text/turtle", "application/x-turtle", "text/n3"),
    "jsonld": ("application/ld+json", "application/json"),
    "nt": ("application/n-triples", "application/ntriples"),
}
"""
The forms of a thing, the preferred one first.

For each, its media type and others that ask for it by name.
"""

_QUALITY = re.compile(r"(0(\.[0-9]{0,3})?|1(\.0{0,3})?)")


def best_form(accept: str) -> str | None:
    """
    Return the form that suits an ``Accept`` header best; None if none does.

    Of several that suit as well, the first of `FORMS`.

    >>> best_form("application/ld+json;q=0.9, text/turtle")
    'ttl'
    >>> best_form("*/*")
    'html'
    >>> best_form("image/png") is None
    True
    """
    ranges = weighed(accept) or {"*/*": 1.0}
    weights = {
        form: max(_wanted(media, ranges)[0], *(ranges.get(other, 0.0) for other in others))
        for form, (media, *others) in FORMS.items()
    }
    best = max(weights, key=lambda form: weights[form])  # the first of equal ones
    return best if weights[best] else None


def preferred(accept: str, offered: Sequence[str]) -> str | None:
    """
    Return the media type that suits an ``Accept`` header best; None if none does.

    Of several that are wanted as much, one that is asked for by name; of these, the first.  A
    header that names no media type accepts any.

    >>> preferred("text/csv;q=0.5, application/json", ["text/csv", "application/json"])
    'application/json'
    >>> preferred("text/*", ["application/json", "text/csv"])
    'text/csv'
    """
    named = {name: weight for name, weight in weighed(accept).items() if "/" in name}
    ranges = named or {"*/*": 1.0}
    best = max(offered, key=lambda media: _wanted(media, ranges))
    return best if _wanted(best, ranges)[0] else None


def best_language(header: str, langs: Sequence[str]) -> str:
    """
    Return the language that suits an ``Accept-Language`` header best, else the first one.

    >>> best_language("es-AR,es;q=0.9,en;q=0.8", ["en", "es", "pt"])
    'es'
    """
    ranges = weighed(header)
    weights = {lang: _suits(lang, ranges) for lang in langs}
    return max(langs, key=lambda lang: weights[lang])


def _suits(lang: str, ranges: Mapping[str, float]) -> float:
    exact = [q for name, q in ranges.items() if name.partition("-")[0] == lang]
    return max(exact) if exact else ranges.get("*", 0.0)


def _wanted(media: str, ranges: Mapping[str, float]) -> tuple[float, int]:
    """Return how much a media type is wanted, by the most specific range, and how specific."""
    for exactness, name in ((2, media), (1, f"{media.partition('/')[0]}/*"), (0, "*/*")):
        if name in ranges:
            return ranges[name], exactness
    return 0.0, 0


def weighed(header: str) -> dict[str, float]:
    """Return what a header lists, each with its quality; what cannot be read is left out."""
    found: dict[str, float] = {}
    for part in header.split(","):
        name, *parameters = (each.strip().lower() for each in part.split(";"))
        quality = next((each[2:].strip() for each in parameters if each.startswith("q=")), "1")
        if name and _QUALITY.fullmatch(quality):
            found[name] = max(found.get(name, 0.0), float(quality))
    return found
