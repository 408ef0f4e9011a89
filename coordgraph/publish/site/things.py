"""The pages and the data of one thing after another."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.publish.site.dumps.formats import Formats
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.output import Output
from coordgraph.publish.site.rendering import rendered
from coordgraph.publish.site.words import LANGUAGES
from coordgraph.store import text

__all__ = ["DATA", "write_thing"]

DATA = {"ttl": "text/turtle", "jsonld": "application/ld+json", "nt": "application/n-triples"}
"""The formats in which each thing's data stand, and their media types."""


@dataclass(frozen=True, slots=True)
class Value:
    """
    A value as a page shows it.

    Attributes
    ----------
    text
        What to read.
    lang
        The language of the text, where it has one.
    place
        The page of the site that it leads to, or nothing.
    url
        The address elsewhere that it leads to, or nothing.
    """

    text: str
    lang: str = ""
    place: str = ""
    url: str = ""


def write_thing(knowledge: Knowledge, iri: str, output: Output, formats: Formats) -> None:
    """
    Write the pages of a thing in every language, and its data in every format.

    A minor thing has one page, in the main language, and its data in Turtle.
    """
    place = knowledge.addresses.place(iri)
    said = knowledge.statements(iri)
    for suffix in _suffixes(knowledge, iri):
        at = f"{place}.{suffix}"
        output.write(at, formats.document(_whole(knowledge, said), suffix, place=at))
    for lang in _langs(knowledge, iri):
        output.write(knowledge.page(iri, lang), _page(knowledge, iri, said, lang))


def _langs(knowledge: Knowledge, iri: str) -> Sequence[str]:
    return knowledge.langs[:1] if knowledge.is_minor(iri) else knowledge.langs


def _suffixes(knowledge: Knowledge, iri: str) -> Sequence[str]:
    return ("ttl",) if knowledge.is_minor(iri) else tuple(DATA)


def _whole(knowledge: Knowledge, said: list[Quad]) -> list[Quad]:
    """Return what is said of a thing, and of the minor things that it points to."""
    found = list(said)
    for quad in said:
        if isinstance(quad.object, NamedNode) and knowledge.is_minor(quad.object.value):
            found += knowledge.statements(quad.object.value)
    return found


def _page(knowledge: Knowledge, iri: str, said: list[Quad], lang: str) -> str:
    place = knowledge.addresses.place(iri)
    facts: defaultdict[str, list[Value]] = defaultdict(list)
    for quad in said:
        value = value_of(knowledge, quad, lang)
        name = knowledge.name(quad.predicate.value, lang).text
        if value not in facts[name]:
            facts[name].append(value)
    return rendered(
        "thing.html",
        place=knowledge.page(iri, lang),
        lang=lang,
        title=knowledge.name(iri, lang).text,
        iri=iri,
        facts=sorted(facts.items()),
        alternates=[(code, knowledge.page(iri, code)) for code in _langs(knowledge, iri)],
        data=[
            (media, f"{place}.{suffix}")
            for suffix, media in DATA.items()
            if suffix in _suffixes(knowledge, iri)
        ],
        languages=LANGUAGES,
    )


def value_of(knowledge: Knowledge, quad: Quad, lang: str) -> Value:
    """Return the object of a statement as a page in a language shows it."""
    value = quad.object
    if isinstance(value, Literal):
        return Value(value.value, value.language or "")
    if not isinstance(value, NamedNode):
        return Value(text(value))
    name = knowledge.name(value.value, lang)
    if value.value in knowledge.classes:
        return Value(name.text, name.lang, place=knowledge.page(value.value, lang))
    safe = urlsplit(value.value).scheme in {"http", "https", "mailto"}
    return Value(value.value, url=value.value if safe else "")
