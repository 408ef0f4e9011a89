"""A name that turns how what follows is read turns nothing but itself."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad

from coordgraph.namespace import CG, PREFIXES
from coordgraph.publish.site.publishing import publish
from coordgraph.queries import library
from coordgraph.serve.things.site import Site
from coordgraph.serve.workbench.pages import VIEWS
from coordgraph.serve.workbench.view import View
from coordgraph.store import EmbeddedStore, Term, open_store, text
from tests.hostile.labels import labelled
from tests.unit.publish.site.vocabulary import without_concepts
from tests.unit.serve.workbench.asking import page

TURN, END = "\u202e", "¶"
ROOT = "http://127.0.0.1:7878/"
TYPE = PREFIXES["rdf"] + "type"
BLOCKS = {
    *("caption", "dd", "div", "dt", "figcaption", "h1", "h2", "h3", "li", "option", "p", "pre"),
    *("section", "summary", "td", "th"),
}
"""Elements that are paragraphs of their own: what stands alone in one turns nothing else."""
VOID = {"br", "circle", "hr", "input", "link", "meta", "path", "rect"}
TOLD = {"title", "aria-label", "alt", "placeholder", "label"}
"""Attributes whose words are shown or read out."""


class Element:
    """An element of a page, and what stands in it."""

    def __init__(
        self, tag: str, attributes: dict[str, str | None], above: "Element | None"
    ) -> None:
        self.tag, self.attributes, self.above = tag, attributes, above
        self.words = ""

    @property
    def isolates(self) -> bool:
        return self.tag == "bdi" or "dir" in self.attributes

    def around(self) -> "Iterator[Element]":
        element: Element | None = self
        while element:
            yield element
            element = element.above


class Page(HTMLParser):
    """A page, and what it says where a name is not kept apart from what stands beside it."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self._at = Element("", {}, None)
        self._turning: list[tuple[Element, str]] = []
        self.open: list[str] = []
        self.number = 0
        self.feed(markup)
        self.close()
        self.open += [words for at, words in self._turning if not _is_apart(at, words)]
        self.number = len(self._turning)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        told = (f"{name}={value}" for name, value in attrs if name in TOLD and value)
        self.open += [f"<{tag} {one}" for one in told if TURN in one]
        element = Element(tag, attributes, self._at)
        if tag not in VOID:
            self._at = element

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self._at.tag == tag, (self._at.tag, tag)
        assert self._at.above
        self._at = self._at.above

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Pass over an element that holds nothing."""

    def handle_data(self, data: str) -> None:
        for element in self._at.around():
            element.words += data
        if TURN in data and self._at.tag not in {"script", "style"}:
            self._turning.append((self._at, data))


def _is_apart(at: Element, words: str) -> bool:
    """Say whether words stand alone, in an element that isolates or in a paragraph."""
    alone = words.strip()
    if not alone.startswith(TURN) or TURN in alone[1:] or not alone.endswith((END, "…", "...")):
        return False
    for element in at.around():
        if element.isolates or element.tag in BLOCKS:
            return element.words.strip() == alone
    return False


def turned(dataset: EmbeddedStore) -> EmbeddedStore:
    """Return the dataset with a mark before all of its words, and one behind."""
    store = open_store()
    store.oxigraph.extend(
        Quad(quad.subject, quad.predicate, _turned(quad.object), quad.graph_name)
        for quad in dataset.quads()
    )
    return store


def _turned(term: Term) -> Term:
    if isinstance(term, Literal) and term.language:
        return Literal(TURN + term.value + END, language=term.language)
    if isinstance(term, Literal) and term.datatype.value == PREFIXES["xsd"] + "string":
        return Literal(TURN + term.value + END)
    return term


@pytest.fixture(scope="module")
def store(dataset: EmbeddedStore) -> EmbeddedStore:
    return turned(dataset)


@pytest.fixture(scope="module")
def site(store: EmbeddedStore) -> Site:
    return Site(store, base=None, root=ROOT)


CLASSES = (
    *("Institution", "Unit", "ActorGroup", "State", "Practice", "Mechanism", "Agreement"),
    *("Participation", "LevelClaim", "Discrepancy", "Passage", "InformationSystem", "Source"),
)


@pytest.mark.parametrize("name", CLASSES)
def test_names_on_the_page_of_a_thing_turn_nothing_else(
    name: str, store: EmbeddedStore, site: Site
) -> None:
    told = """SELECT ?thing WHERE { ?thing a ?class ; ?p ?o }
    GROUP BY ?thing ORDER BY DESC(COUNT(*)) ?thing LIMIT 1"""
    rows = store.select(told.replace("?class", f"<{CG}{name}>"))
    assert rows
    for thing in (text(row["thing"]) for row in rows):
        short = "" if site.is_short(thing) else ".en"
        shown = Page(site.page(f"{site.place(thing)}{short}.html") or "")
        assert shown.number
        assert shown.open == []


@pytest.mark.parametrize("place", ["browse/actors", "browse/agreements", "ns", "browse/terms"])
def test_names_in_lists_turn_nothing_else(place: str, site: Site) -> None:
    shown = Page(site.page(f"{place}.en.html") or "")
    assert shown.number
    assert shown.open == []


@pytest.mark.parametrize("view", VIEWS, ids=[one.name for one in VIEWS])
def test_names_in_the_workbench_turn_nothing_else(view: View, store: EmbeddedStore) -> None:
    for asked in ("", f"q={TURN}a{END}"):
        shown = Page(page(store, f"en/{view.path}", asked).body.decode())
        assert shown.open == []


ABOUT = f"""@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
<urn:d> a dcat:Dataset ; dcterms:title "{TURN}Mine{END}"@en ;
  dcterms:description "{TURN}All{END}"@en ; dcat:version "1" ;
  dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;
  dcterms:publisher [ foaf:name "{TURN}Me{END}" ] ."""


def test_no_page_of_a_published_site_is_turned_by_a_name(tmp_path: Path) -> None:
    about = tmp_path / "about.ttl"
    about.write_text(ABOUT, encoding="utf-8")
    with without_concepts(queries=len(library())):
        publish(turned(labelled(("A", "B"))), tmp_path / "site", about=about, langs=("en",))
    shown = {path: Page(path.read_text("utf-8")) for path in tmp_path.rglob("*.html")}
    assert {path.name: page.open for path, page in shown.items() if page.open} == {}
    named = [path.name for path, page in shown.items() if page.number]
    assert {"index.en.html", "dataset.en.html", "actors.en.html"} <= {*named}
