"""Lists of everything, a list a kind, from A to Z, in every language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pyoxigraph import NamedNode

from coordgraph.names import plain
from coordgraph.namespace import CG, PREFIXES
from coordgraph.publish.site.frame import Frame
from coordgraph.publish.site.kinds import MINOR
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.output import Output
from coordgraph.publish.site.reader import Reader
from coordgraph.publish.site.rendering import rendered

__all__ = ["Parts", "Things", "by_kind", "list_page", "page_of_list", "parted", "write_indices"]

_PER_PAGE = 300
_NOTES = (
    CG + "actorKind",
    CG + "country",
    CG + "agreementStatus",
    CG + "mechanismKind",
    CG + "sourceClass",
    PREFIXES["skos"] + "inScheme",
    PREFIXES["skos"] + "notation",
)

Things = dict[str, list[str]]
"""The IRIs of things that have pages in every language, by the name of their list."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing in a list, by the name that sorts it."""

    key: str
    iri: str

    @property
    def letter(self) -> str:
        """The heading under which it stands: a capital letter, or nothing for other signs."""
        first = self.key[:1]
        return first.upper() if first.isalpha() else ""


Parts = Sequence[Sequence[Entry]]
"""The entries of a list, page by page."""


def by_kind(knowledge: Knowledge) -> Things:
    """Return the things that stand in each list."""
    found: Things = {name: [] for name in knowledge.lists}
    for iri in knowledge.things():
        if MINOR.isdisjoint(knowledge.classes[iri]):
            found[knowledge.kind(iri).name].append(iri)
    return found


def list_page(name: str, lang: str, page: int = 1) -> str:
    """
    Return where a page of a list stands.

    >>> list_page("actors", "es"), list_page("actors", "es", 2)
    ('browse/actors.es.html', 'browse/actors.2.es.html')
    """
    return f"browse/{name}.{lang}.html" if page == 1 else f"browse/{name}.{page}.{lang}.html"


def write_indices(knowledge: Knowledge, things: Things, output: Output) -> None:
    """Write the lists of things, paged, in every language."""
    for name, iris in things.items():
        for lang in knowledge.langs:
            for place, body in _pages(knowledge, name, iris, lang):
                output.write(place, body)


def _pages(
    knowledge: Knowledge, name: str, iris: Sequence[str], lang: str
) -> Iterator[tuple[str, str]]:
    parts = parted(knowledge, iris, lang)
    for page in range(1, len(parts) + 1):
        yield list_page(name, lang, page), page_of_list(knowledge, name, parts, lang, page)


def parted(knowledge: Knowledge, iris: Sequence[str], lang: str) -> Parts:
    """Return the things of a list in the order of a language, page by page."""
    entries = _entries(knowledge, iris, lang)
    return [entries[at : at + _PER_PAGE] for at in range(0, len(entries), _PER_PAGE)]


def page_of_list(knowledge: Knowledge, name: str, parts: Parts, lang: str, page: int) -> str:
    """Return a page of a list, of which the first one is 1."""
    reader = Reader(knowledge, lang, list_page(name, lang, page))
    title = reader.said(f"kind_{name}")
    return rendered(
        "list.html",
        reader=reader,
        frame=Frame(
            title=title if page == 1 else f"{title} ({page})",
            pages=tuple((code, list_page(name, code, page)) for code in knowledge.langs),
        ),
        kind=name,
        total=sum(map(len, parts)),
        groups=[
            (letter, [(one.iri, _note(knowledge, one.iri)) for one in group])
            for letter, group in groupby(parts[page - 1], key=lambda one: one.letter)
        ],
        letters=[
            (letter, list_page(name, lang, where), where == page)
            for letter, where in _letters(parts).items()
        ],
        page=page,
        last=len(parts),
        around={
            number: list_page(name, lang, number)
            for number in (page - 1, page + 1)
            if 1 <= number <= len(parts)
        },
    )


def _entries(knowledge: Knowledge, iris: Sequence[str], lang: str) -> list[Entry]:
    reader = Reader(knowledge, lang, "")
    entries = [Entry(plain(reader.name(iri).text)[:200], iri) for iri in iris]
    return sorted(entries, key=lambda one: (not one.letter, one.key, one.iri))


def _letters(parts: Sequence[Sequence[Entry]]) -> dict[str, int]:
    """Return on which page each letter begins."""
    found: dict[str, int] = {}
    for page, part in enumerate(parts, 1):
        for one in part:
            found.setdefault(one.letter, page)
    return found


def _note(knowledge: Knowledge, iri: str) -> list[NamedNode]:
    """Return what tells a thing from others of its list."""
    terms = [term for path in _NOTES for term in knowledge.objects(iri, path)]
    return [term for term in terms if isinstance(term, NamedNode)][:3]
