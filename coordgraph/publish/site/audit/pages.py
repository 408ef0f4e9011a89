"""Checks of pages: that IRIs lead to them, links lead on, and all languages have each."""

import json
import re
from collections.abc import Iterable, Iterator
from gettext import gettext as _
from html import unescape
from html.parser import HTMLParser
from itertools import groupby
from posixpath import dirname, join, normpath
from urllib.parse import SplitResult, unquote, urldefrag, urlsplit

from pyoxigraph import NamedNode

from coordgraph.publish.site.addresses import HOME
from coordgraph.publish.site.audit.places import Web
from coordgraph.publish.site.audit.result import Result
from coordgraph.publish.site.audit.subject import Subject
from coordgraph.publish.site.negotiation.accept import FORMS
from coordgraph.publish.site.negotiation.rules import negotiated
from coordgraph.publish.site.output import MANIFEST
from coordgraph.store import text

__all__ = ["check_iris", "check_languages", "check_links", "check_negotiation"]

_LOCATION = re.compile(r"<loc>([^<]+)</loc>")
_LOADING = {("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src")}
_LEADING = {("a", "href"), ("link", "href"), ("use", "href"), *_LOADING}


def check_iris(subject: Subject, result: Result) -> None:
    """Check that each IRI of the dataset leads to a page, and to data in every form."""
    iris = sorted(set(_iris(subject)))
    result.count(iris)
    own = (subject.addresses.base, HOME)
    if foreign := {
        quad.subject
        for quad in subject.whole
        if isinstance(quad.subject, NamedNode) and not quad.subject.value.startswith(own)
    }:
        result.note = (
            f"{len(foreign):,} things have IRIs from elsewhere, as {min(foreign, key=str)}"
        )
    for iri in iris:
        path = _path(subject, iri)
        missing = [
            form
            for form, (media, *_) in FORMS.items()
            if negotiated(path, media, shape=subject.shape).location not in subject.sums
        ]
        if missing:
            result.problems.append(f"{iri}: leads to no {', '.join(missing)}.")
    result.problems.extend(_unnamed(subject, iris))


def _unnamed(subject: Subject, iris: Iterable[str]) -> Iterator[str]:
    """
    Yield what is wrong with IRIs that end in a fragment, which no server is told.

    The page of the document names each of them, and its data says something of them.
    """
    parted = (iri.partition("#") for iri in iris if "#" in iri.removesuffix("#"))
    by_document = groupby(parted, key=lambda parts: parts[0])
    for document, found in by_document:
        place = subject.addresses.place(document)
        if f"{place}.ttl" not in subject.sums:
            continue
        names = [name for _, _, name in found]
        said = {text(quad.subject) for quad in subject.quads(f"{place}.ttl")}
        yield from (
            f"{document}#{name}: {place}.ttl says nothing of it."
            for name in names
            if f"{document}#{name}" not in said
        )
        for lang in subject.shape.langs:
            ids = _parsed(subject, page := f"{place}.{lang}.html").ids
            yield from (
                f"{document}#{n}: {page} does not name it." for n in names if n not in ids
            )


def _iris(subject: Subject) -> Iterator[str]:
    """Yield the IRIs, under the base or that of the ontology, that the dataset has anywhere."""
    own = (subject.addresses.base, HOME)
    for quad in subject.whole:
        for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
            if isinstance(term, NamedNode) and term.value.startswith(own):
                yield term.value


def _path(subject: Subject, iri: str) -> str:
    """Return the path that a client asks for, or the place of what is from elsewhere."""
    return subject.addresses.place(iri) if iri not in {subject.addresses.base, HOME} else ""


def check_languages(subject: Subject, result: Result) -> None:
    """Check that each page that is there in one language is there in all."""
    langs = subject.shape.langs
    stems = {
        place.removesuffix(f".{lang}.html")
        for place in subject.sums
        for lang in langs
        if place.endswith(f".{lang}.html")
    }
    result.count(sorted(stems))
    for stem in sorted(stems):
        missing = [lang for lang in langs if f"{stem}.{lang}.html" not in subject.sums]
        if missing:
            result.problems.append(f"{stem}: has no page in {', '.join(missing)}.")


class _Page(HTMLParser):
    """What a page links to, loads and names."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[tuple[str, str, str]] = []
        self.ids: set[str] = set()
        self.lang = ""
        self.embedded: list[str] = []
        self._embeds = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.ids.add(found["id"])
        if tag == "html":
            self.lang = found.get("lang", "")
        self._embeds = tag == "script" and found.get("type") == "application/ld+json"
        for name in ("href", "src"):
            if (tag, name) in _LEADING and name in found:
                rel = found.get("rel", "")
                self.links.append((tag if rel != "stylesheet" else "style", found[name], rel))

    def handle_data(self, data: str) -> None:
        if self._embeds:
            self.embedded.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._embeds = False


def check_links(subject: Subject, result: Result) -> None:
    """Check that each link of a page leads somewhere, and nothing is loaded from elsewhere."""
    pages = [place for place in subject.sums if place.endswith(".html")]
    chosen = subject.chosen(pages)
    result.count(chosen, len(pages))
    names: dict[str, set[str]] = {}
    for place in chosen:
        page = _parsed(subject, place)
        names[place] = page.ids
        if not page.lang:
            result.problems.append(f"{place}: does not say its language.")
        for written in page.embedded:
            if not _is_json(written):
                result.problems.append(f"{place}: the JSON-LD in it is none.")
        result.problems.extend(_broken(subject, place, page, names))
    result.problems.extend(_lost(subject))


def _broken(
    subject: Subject, place: str, page: _Page, names: dict[str, set[str]]
) -> Iterator[str]:
    for tag, link, _place in page.links:
        parts = _parts(link)
        if parts is None:
            yield _nowhere(place, link)
            continue
        if parts.scheme or parts.netloc:
            if tag in {"script", "img", "source", "iframe", "style", "use"} and parts.netloc:
                yield _("{place}: loads {link} from elsewhere.").format(place=place, link=link)
            continue
        path, fragment = urldefrag(link)
        if path.startswith(subject.root):
            path = "../" * place.count("/") + path.removeprefix(subject.root)
        target = normpath(join(dirname(place), unquote(path))) if path else place
        if target not in subject.sums and target != MANIFEST:
            yield _nowhere(place, link)
        elif fragment and target.endswith(".html") and target in subject.sums:
            if target not in names:
                names[target] = _parsed(subject, target).ids
            if unquote(fragment) not in names[target]:
                yield _("{place}: links to {link}, which names nothing there.").format(
                    place=place, link=link
                )


def _parts(link: str) -> SplitResult | None:
    """Return the parts of a link; None, if it is none."""
    try:
        return urlsplit(link)
    except ValueError:
        return None


def _nowhere(place: str, link: str) -> str:
    return _("{place}: links to {link}, which is not there.").format(place=place, link=link)


def _lost(subject: Subject) -> Iterator[str]:
    """Yield the addresses of site maps at which no file stands."""
    base = subject.addresses.base
    for place in sorted(subject.sums):
        if place.startswith("sitemap") and place.endswith(".xml"):
            body = (subject.place.read(place) or b"").decode("utf-8", "replace")
            for url in map(unescape, _LOCATION.findall(body)):
                target = unquote(url.removeprefix(base))
                if target and target not in subject.sums:
                    yield _("{place}: names {url}, which is not there.").format(
                        place=place, url=url
                    )


def _parsed(subject: Subject, place: str) -> _Page:
    page = _Page()
    page.feed((subject.place.read(place) or b"").decode("utf-8", "replace"))
    return page


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def check_negotiation(subject: Subject, result: Result) -> None:
    """Check that a server leads from an IRI to the form that is asked for."""
    if not isinstance(subject.place, Web):
        result.note = "a folder answers no requests"
        return
    iris = sorted(iri for iri in set(_iris(subject)) if iri.startswith(subject.addresses.base))
    chosen = _some(iris)
    result.count(chosen, len(iris))
    for iri in chosen:
        path = iri.removeprefix(subject.addresses.base).partition("#")[0]
        for media, *_names in FORMS.values():
            status, found, _body = subject.place.ask(path, {"Accept": media})
            if (status, found) != (200, media):
                result.problems.append(f"{iri}: as {media}, gives {status} {found}.")


def _some(iris: Iterable[str], most: int = 25) -> list[str]:
    listed = list(iris)
    return (
        [listed[at * len(listed) // most] for at in range(most)]
        if len(listed) > most
        else listed
    )
