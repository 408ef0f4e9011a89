"""How one page shows what a dataset says: in its language, with links from where it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape
from pyoxigraph import Literal, NamedNode

from coordgraph.namespace import CG, LEVELS, PREFIXES
from coordgraph.publish.site.addresses import link
from coordgraph.publish.site.drawing import look
from coordgraph.publish.site.facts import Fact
from coordgraph.publish.site.knowledge import Knowledge, Name
from coordgraph.publish.site.languages import in_language
from coordgraph.publish.site.naming import called
from coordgraph.publish.site.safety import is_link, shortened
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


@dataclass(frozen=True, slots=True)
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
    """

    knowledge: Knowledge
    lang: str
    start: str

    def to(self, place: str) -> str:
        """Return the link to a file of the site."""
        return link(place, start=self.start)

    def said(self, word: str, **blanks: object) -> str:
        """Return a word or sentence of the pages, its blanks filled in."""
        found = said(word, self.lang)
        return found.format(**blanks) if blanks else found

    def name(self, iri: str) -> Name:
        """Return what a thing is called."""
        return called(self.knowledge, iri, self.lang)

    def spoken(self, terms: Sequence[Term]) -> list[Term]:
        """Return the terms without translations into other languages."""
        return in_language(terms, self.lang)

    def show(self, term: Term) -> Markup:
        """Return a term as it stands on the page: a link, a date or words, escaped."""
        if isinstance(term, NamedNode):
            return self.thing(term.value)
        if isinstance(term, Literal):
            return self._literal(term)
        return Markup("<code>{}</code>").format(shortened(text(term)))

    def thing(self, iri: str, words: str = "") -> Markup:
        """Return the link to a thing: to its page if it has one, else to its address."""
        if iri in self.knowledge.classes:
            name = self.name(iri)
            target = self.to(self.knowledge.page(iri, self.lang))
            shown = Name(words, self.lang) if words else name
            style = Markup(' class="level {}"').format(look(iri)) if iri in LEVELS else ""
            return Markup('<a href="{}" dir="auto"{}{}>{}</a>').format(
                target, style, self.tongue(shown.lang), shortened(shown.text)
            )
        known = self.name(iri).text
        if is_link(iri):
            label = shortened(words or known, 90)
            return Markup('<a href="{}" rel="external" dir="auto">{}</a>').format(iri, label)
        return Markup("<code>{}</code>").format(shortened(known))

    def source(self, iri: str, longest: int) -> Markup:
        """Return the link to a source, its address without scheme if that is its only name."""
        known = self.name(iri).text
        bare = known.partition("://")[2] if is_link(known) else known
        return self.thing(iri, shortened(bare, longest))

    def place_of(self, passage: str) -> str:
        """Return where in its source a passage stands."""
        return shortened("; ".join(self.knowledge.values(passage, CG + "locator")))

    def head(self, head: str) -> str:
        """Return what heads a column: a word of the pages, or the name of a term."""
        word = head.removeprefix("word:")
        return self.said(word) if word != head else self.name(head).text

    def chosen(self, path: str, facts: Sequence[Fact]) -> Sequence[Fact]:
        """Return the facts to show of a property: names in all languages, else one language."""
        if path in _NAMES:
            return facts
        shown = self.spoken([fact.value for fact in facts])
        return [fact for fact in facts if fact.value in shown or fact.evidence]

    def definition(self, iri: str) -> list[Term]:
        """Return what a concept means."""
        return self.spoken(self.knowledge.objects(iri, PREFIXES["skos"] + "definition"))

    def _literal(self, term: Literal) -> Markup:
        kind = term.datatype.value
        if kind in _DATES and _DATE.fullmatch(term.value):
            return Markup('<time datetime="{0}">{0}</time>').format(term.value)
        if kind == _XSD + "boolean" and term.value in {"true", "false"}:
            return escape(self.said("yes" if term.value == "true" else "no"))
        if kind == _XSD + "anyURI" and is_link(term.value):
            return self.thing(term.value)
        return Markup('<span dir="auto"{}>{}</span>').format(
            self.tongue(term.language or ""), shortened(term.value, 1200)
        )

    def tongue(self, lang: str) -> Markup:
        """Return the attribute that says of which language words are, if not the page's."""
        return Markup(' lang="{}"').format(lang) if lang and lang != self.lang else Markup()
