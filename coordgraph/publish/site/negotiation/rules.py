"""Where a path of a site leads."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from coordgraph.names import LANGUAGES
from coordgraph.publish.site.filenames import SUFFIXES
from coordgraph.publish.site.negotiation.accept import best_form, best_language

__all__ = ["ONTOLOGY", "VERSION", "Answer", "Shape", "negotiated"]

VERSION = re.compile(r"ns/([0-9]+(?:\.[0-9]+)+)")
"""The IRIs of versions of the ontology, which have data of their own, and its pages."""

ONTOLOGY = "ontology"
"""The folder of the versions of the ontology, which is another name of the ontology itself."""

_FILES = ("LICENSE", "SHA256SUMS")
_ALIASES = {"void": "void.ttl", ".well-known/void": "void.ttl", "prov": "prov.ttl"}


class Answer(NamedTuple):
    """
    How a request is answered.

    Attributes
    ----------
    status
        200 for a file, 303 for what a file is about, 404 or 406.
    location
        The file, relative to the root of the site; empty if there is none.
    """

    status: int
    location: str


@dataclass(frozen=True, slots=True)
class Shape:
    """
    What a site needs to be told apart from others.

    Attributes
    ----------
    langs
        The languages of its pages, the main one first.
    short
        The folders whose things have one page, not one a language.
    ways
        Where paths lead that are not the places of the things whose IRIs they are.
    """

    langs: tuple[str, ...] = LANGUAGES
    short: frozenset[str] = frozenset()
    ways: Mapping[str, str] = field(default_factory=dict)


def negotiated(
    path: str, accept: str, *, language: str = "", shape: Shape | None = None
) -> Answer:
    """
    Return where a request for a path leads.

    Parameters
    ----------
    path
        The path below the root of the site, decoded, without a slash before it.
    accept
        The ``Accept`` header; what is empty accepts everything.
    language
        The ``Accept-Language`` header.
    shape
        What the site is like.

    Examples
    --------
    >>> negotiated("id/actor/afip", "text/turtle")
    Answer(status=303, location='id/actor/afip.ttl')
    >>> negotiated("id/actor/afip", "text/html", language="pt-BR")
    Answer(status=303, location='id/actor/afip.pt.html')
    """
    shape = shape or Shape()
    place = path.rstrip("/")
    if ".." in place.split("/") or "\\" in place or "\0" in place:
        return Answer(404, "")
    place = shape.ways.get(place, place)
    if place in _ALIASES:
        return Answer(303, _ALIASES[place])
    if place in _FILES or ("." in place and place.rpartition(".")[2] in SUFFIXES):
        return Answer(200, place)
    form = best_form(accept)
    if form is None:
        return Answer(406, "")
    if version := VERSION.fullmatch(place):
        place = "ns" if form == "html" else f"{ONTOLOGY}/{version[1]}"
    return Answer(303, _file("ns" if place == ONTOLOGY else place, form, language, shape))


def _file(place: str, form: str, language: str, shape: Shape) -> str:
    if form != "html":
        return f"{place or 'dataset'}.{form}"
    if place.rpartition("/")[0] in shape.short:
        return f"{place}.html"
    return f"{place or 'index'}.{best_language(language, shape.langs)}.html"
