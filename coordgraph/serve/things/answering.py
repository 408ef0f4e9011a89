"""Requests for things, answered by a worker as the rules of a published site say."""

import re
from functools import lru_cache
from urllib.parse import parse_qs, quote

from coordgraph.publish.site.addresses import link
from coordgraph.publish.site.dumps.unable import Unable
from coordgraph.publish.site.frame import DATA
from coordgraph.publish.site.negotiation.accept import best_form, best_language
from coordgraph.publish.site.negotiation.rules import ONTOLOGY, VERSION, Shape, negotiated
from coordgraph.publish.site.ontology.files import SUFFIXES
from coordgraph.serve.framing import Message
from coordgraph.serve.giving import given
from coordgraph.serve.limits import Limits
from coordgraph.serve.speech import gettext as _
from coordgraph.serve.things.site import LANGS, Site
from coordgraph.serve.worker import Reply, plain
from coordgraph.store import EmbeddedStore, Store

__all__ = ["thing_answered"]

_WORKBENCH = {
    "index": "",
    "search": "",
    "dataset": "data",
    "queries": "sparql",
}
"""Pages of a site, and the view of the workbench that has what they have."""

_STATISTICS = {"dataset", "index", "void"}
"""Where the statistics of the dataset stand, in RDF, or the workbench."""

_LED = re.compile(rf"(?P<page>{'|'.join(_WORKBENCH)})\.(?P<lang>{'|'.join(LANGS)})\.html")
_MEDIA = {**DATA, **SUFFIXES, "html": "text/html", "rq": "application/sparql-query"}
"""The media types of files, by suffix."""

_MOST = 20
_CHOSEN = "Accept, Accept-Language"

_site = lru_cache(maxsize=4)(Site)


def thing_answered(store: Store, message: Message, limits: Limits) -> Reply:
    """
    Answer a request for a thing, its page or its data.

    The head of the message says ``path``, ``search``, ``accept``, ``language``, ``root`` and
    ``under``: what the IRIs of the dataset begin with, or None for those of the shipped one;
    ``about``: the file that describes the dataset, or None.
    """
    del limits
    assert isinstance(store, EmbeddedStore)
    head = message.head
    site = _site(store, base=head.get("under"), root=head["root"], about=head.get("about"))
    path = head["path"]
    if path == "resolve":
        return _led(site, message)
    if found := _LED.fullmatch(path):
        return _to_workbench(found["page"], found["lang"], head["search"], start=path)
    shape = Shape(LANGS)
    place = path.rstrip("/")
    named = VERSION.fullmatch(place)
    if (named and named[1] != site.version) or place == ONTOLOGY:
        place = "ns"
    iri = site.thing_at(place)
    if iri is not None and site.is_short(iri):
        shape = Shape(LANGS, frozenset({place.rpartition("/")[0]}))
    answer = negotiated(place, head["accept"], language=head["language"], shape=shape)
    if answer.status == 406:
        return _unaccepted()
    if answer.status == 200:
        return _file(site, answer.location, message)
    told = iri is not None or answer.location.partition(".")[0] in _STATISTICS
    if not told and not named and not site.is_shape(place):
        return _missing(site, message)
    return _see(answer.location, start=path)


def _led(site: Site, message: Message) -> Reply:
    """Lead to the place that describes an IRI."""
    try:
        told = parse_qs(message.head["search"], max_num_fields=_MOST)
    except ValueError:
        return plain(400, _("There are more than {most} parameters.").format(most=_MOST))
    iri = told.get("iri", [""])[0]
    if not iri:
        words = _("Say which: {address} and the IRI, percent-encoded; and lang=.")
        return plain(400, words.format(address="/resolve?iri="))
    place = site.place(iri)
    if place is None:
        return _nothing(iri)
    form = best_form(message.head["accept"])
    if form is None:
        return _unaccepted()
    lang = told.get("lang", [""])[0]
    if lang not in LANGS:
        lang = best_language(message.head["language"], LANGS)
    page = site.page_of(f"{place}.{lang}.html") or place
    return _see(page if form == "html" else f"{place}.{form}", start="resolve")


def _to_workbench(page: str, lang: str, search: str, *, start: str) -> Reply:
    """Lead to the view of the workbench that has what a page of a site has."""
    target = link(f"{lang}/{_WORKBENCH[page]}", start=start)
    asked = quote(search, safe="=&+%") if page == "search" else ""
    return Reply(303, {"location": f"{target}?{asked}" if asked else target})


def _see(place: str, *, start: str) -> Reply:
    return Reply(303, {"location": link(place, start=start), "vary": _CHOSEN})


def _file(site: Site, path: str, message: Message) -> Reply:
    stem, _dot, suffix = path.rpartition(".")
    if path.startswith("queries/"):
        body = site.question(path)
    elif suffix in SUFFIXES:
        try:
            body = _data(site, stem, suffix)
        except Unable as problem:
            words = _("RDF/XML cannot hold this: {problem}.")
            return plain(406, words.format(problem=problem))
    else:
        body = site.page(path) if suffix == "html" else None
    if body is not None:
        return given(body.encode(), _MEDIA[suffix], message)
    if suffix == "html" and (other := site.page_of(path)):
        return _see(other, start=path)
    return _missing(site, message)


def _data(site: Site, place: str, suffix: str) -> str | None:
    """Return the data that stand at a place; None if nothing does."""
    if (found := site.ontology(place, suffix)) is not None:
        return found
    if suffix not in DATA:
        return None
    iri = site.thing_at(place)
    if iri is not None:
        return site.data(iri, suffix)
    return site.statistics(suffix) if place in _STATISTICS else site.shape(place, suffix)


def _unaccepted() -> Reply:
    words = _("This is given as {media}.")
    return plain(406, words.format(media=", ".join(["text/html", *DATA.values()])))


def _nothing(thing: str) -> Reply:
    words = _("Nothing is said of this here: {thing}")
    return plain(404, words.format(thing=thing[:500]))


def _missing(site: Site, message: Message) -> Reply:
    if best_form(message.head["accept"]) != "html":
        return _nothing(message.head["path"])
    headers = {"content-type": "text/html; charset=utf-8"}
    return Reply(404, headers, site.missing().encode())
