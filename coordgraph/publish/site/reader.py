"""How one page shows what a dataset says: in its language, with links from where it stands."""

import re
from collections.abc import Sequence
from urllib.parse import quote

from markupsafe import Markup
from pyoxigraph import Literal, NamedNode

from coordgraph.namespace import CG, LEVELS, PREFIXES
from coordgraph.publish.site.addresses import link
from coordgraph.publish.site.citations import Citation
from coordgraph.publish.site.drawing import look
from coordgraph.publish.site.excerpts import MOST_IN_CELL
from coordgraph.publish.site.facts import Fact
from coordgraph.publish.site.fragments import (
    anchor,
    attribute,
    bulleted,
    filled,
    joined,
    moment,
    quoted,
    words,
)
from coordgraph.publish.site.knowledge import Knowledge, Name
from coordgraph.publish.site.languages import in_language
from coordgraph.publish.site.naming import called
from coordgraph.publish.site.safety import is_link, shortened, unturned
from coordgraph.publish.site.texts.heads import HEADS
from coordgraph.publish.site.words import said
from coordgraph.store import Term, text

__all__ = ["Reader"]

_XSD = PREFIXES["xsd"]
_DATES = {_XSD + name for name in ("date", "gYear", "gYearMonth")}
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_NAMES = {
    PREFIXES["skos"] + "prefLabel",
    PREFIXES["skos"] + "altLabel",
    PREFIXES["dcterms"] + "title",
    PREFIXES["rdfs"] + "label",
}
_IN_LITERAL, _IN_LINK = 1200, 160


class Reader:
    """
    Who reads a page.

    Attributes
    ----------
    knowledge
        What there is to say.
    lang
        The language of the page.
    start
        Where it stands; links are relative to it.
    root
        Where the site begins on its server, for a page that is shown at any address.
    """

    def __init__(
        self, knowledge: Knowledge, lang: str, start: str, *, root: str | None = None
    ) -> None:
        self.knowledge = knowledge
        self.lang = lang
        self.start = start
        self.root = root
        self._links: dict[tuple[str, str], str] = {}

    def to(self, place: str) -> str:
        """Return the link to a file of the site."""
        if self.root is not None:
            return self.root + quote(place)
        return link(place, start=self.start)

    def question(self, name: str) -> str:
        """Return the link to a question of the library: its page, or where a server asks it."""
        if self.knowledge.addresses.server:
            return f"{self.to(f'{self.lang}/sparql')}?library={quote(name, safe='/')}"
        return self.to(f"queries/{name}.{self.lang}.html")

    @property
    def site(self) -> str:
        """What the site is called."""
        titles = self.knowledge.titles
        return titles.get(self.lang) or titles.get("en") or self.said("site")

    def said(self, word: str, **blanks: object) -> str:
        """Return a word or sentence of the pages, its blanks filled in."""
        found = said(word, self.lang)
        return found.format(**blanks) if blanks else found

    def sentence(self, word: str, **blanks: object) -> Markup:
        """Return a sentence of the pages, filled in with names, each of which stands apart."""
        return filled(self.said(word), **blanks)

    def apart(self, iri: str, longest: int = _IN_LINK) -> Markup:
        """Return what a thing is called, for within a line; it turns nothing but itself."""
        return joined([words(shortened(self.name(iri).text, longest))])

    def name(self, iri: str) -> Name:
        """Return what a thing is called."""
        return called(self.knowledge, iri, self.lang)

    def spoken(self, terms: Sequence[Term]) -> Sequence[Term]:
        """Return the terms without translations into other languages."""
        return terms if len(terms) == 1 else in_language(terms, self.lang)

    def head(self, head: str) -> str:
        """Return what heads a column: a word of the pages, or the name of a term."""
        word = head.removeprefix("word:")
        if word != head:
            return self.said(word)
        return HEADS[head][self.lang] if head in HEADS else self.name(head).text

    def definition(self, iri: str) -> Sequence[Term]:
        """Return what a concept means."""
        return self.spoken(self.knowledge.objects(iri, PREFIXES["skos"] + "definition"))

    def chosen(self, path: str, facts: Sequence[Fact]) -> Sequence[Fact]:
        """Return the facts to show of a property: names in all languages, else one language."""
        if path in _NAMES:
            return facts
        shown = self.spoken([fact.value for fact in facts])
        return [fact for fact in facts if fact.value in shown or fact.evidence]

    def tongue(self, lang: str) -> Markup:
        """Return the attribute that says of which language words are, if not the page's."""
        return joined([self._tongue(lang)])

    def show(self, term: Term) -> Markup:
        """Return a term as it stands on the page: a link, a date or words."""
        return joined([self._shown(term)])

    def thing(self, iri: str, label: str = "") -> Markup:
        """Return the link to a thing: to its page if it has one, else to its address."""
        return joined([self._thing(iri, label)])

    def cell(self, terms: Sequence[Term]) -> Markup:
        """Return the values that stand in a cell; of very many, the first."""
        shown = self.spoken(terms)
        if len(shown) == 1:
            return joined([self._shown(shown[0])])
        return self._listed(
            "values", [self._shown(term) for term in shown[:MOST_IN_CELL]], shown
        )

    def evidence(self, found: Sequence[Citation]) -> Markup:
        """Return where something is written; of very many places, the first."""
        places = [self._citation(one) for one in found[:MOST_IN_CELL]]
        return self._listed("evidence", places, found)

    def _listed(self, style: str, items: list[str], all_of_them: Sequence[object]) -> Markup:
        more = len(all_of_them) - len(items)
        rest = [quoted(self.said("more_rows", n=more))] if more else []
        return joined([bulleted(style, [*items, *rest]) if items else ""])

    def _shown(self, term: Term) -> str:
        if isinstance(term, NamedNode):
            return self._thing(term.value)
        if isinstance(term, Literal):
            return self._literal(term)
        return f"<code>{quoted(shortened(text(term)))}</code>"

    def _thing(self, iri: str, label: str = "") -> str:
        key = (iri, label)
        if key not in self._links:
            self._links[key] = self._linked(iri, label)
        return self._links[key]

    def _linked(self, iri: str, label: str) -> str:
        if iri in self.knowledge.classes:
            name = Name(label, self.lang) if label else self.name(iri)
            style = f' class="level {look(iri)}"' if iri in LEVELS else ""
            target = self.to(self.knowledge.page(iri, self.lang))
            shown = shortened(name.text, _IN_LINK)
            return anchor(target, shown, style + self._tongue(name.lang))
        known = label or self.name(iri).text
        if is_link(iri):
            return anchor(iri, shortened(known, 90), ' rel="external"')
        return f"<code>{quoted(shortened(known))}</code>"

    def _literal(self, term: Literal) -> str:
        kind, value = term.datatype.value, term.value
        if kind in _DATES and _DATE.fullmatch(value):
            return moment(value)
        if kind == _XSD + "boolean" and value in {"true", "false"}:
            return quoted(self.said("yes" if value == "true" else "no"))
        if kind == _XSD + "anyURI" and is_link(value):
            return self._thing(value)
        lang = term.language or ""
        return words(shortened(value, _IN_LITERAL), lang if lang != self.lang else "")

    def _citation(self, one: Citation) -> str:
        pieces = []
        if one.passage:
            where = "; ".join(self.knowledge.values(one.passage, CG + "locator"))
            pieces.append(self._thing(one.passage, shortened(where)))
        if one.source:
            known = self.name(one.source).text
            bare = known.partition("://")[2] if is_link(known) else known
            pieces.append(self._thing(one.source, shortened(bare, 34 if one.passage else 60)))
            if one.url:
                label = f"{shortened(bare, 80)} ({self.said('opens_elsewhere')})"
                pieces.append(
                    f'<a class="out" href="{quoted(one.url)}" rel="external"'
                    f"{attribute('aria-label', unturned(label))}>↗</a>"
                )
        return " ".join(pieces)

    def _tongue(self, lang: str) -> str:
        return attribute("lang", lang if lang != self.lang else "")
