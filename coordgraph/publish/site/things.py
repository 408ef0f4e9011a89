"""The pages and the data of one thing after another."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from pyoxigraph import NamedNode, Quad

from coordgraph.namespace import CG, PREFIXES
from coordgraph.publish.site.dumps.formats import Formats
from coordgraph.publish.site.embedding import schema_of
from coordgraph.publish.site.excerpts import beginning, continued
from coordgraph.publish.site.frame import DATA, Frame
from coordgraph.publish.site.kinds import OTHERS
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.ontology.model import ONTOLOGY
from coordgraph.publish.site.ontology.uses import Uses, uses_of
from coordgraph.publish.site.output import Output
from coordgraph.publish.site.portrait import Portrait, portrait
from coordgraph.publish.site.reader import Reader
from coordgraph.publish.site.rendering import rendered
from coordgraph.publish.site.safety import is_link, shortened
from coordgraph.publish.site.shapes.wording import told
from coordgraph.publish.site.tables import Table
from coordgraph.store import Term, text

__all__ = ["langs_of", "page_at", "whole", "write_thing"]

_SKOS, _DCTERMS = PREFIXES["skos"], PREFIXES["dcterms"]
_DESCRIPTIONS = (_DCTERMS + "description", _SKOS + "definition")
_GLANCE = (
    CG + "actorKind",
    CG + "mechanismKind",
    CG + "agreementType",
    CG + "agreementStatus",
    CG + "level",
    CG + "inPractice",
    CG + "country",
    CG + "sector",
    CG + "signedOn",
    CG + "inForceFrom",
    CG + "endedOn",
    CG + "region",
    CG + "leadActor",
    CG + "sourceClass",
    _DCTERMS + "publisher",
    _DCTERMS + "issued",
    PREFIXES["schema"] + "foundingDate",
    PREFIXES["schema"] + "dissolutionDate",
    PREFIXES["org"] + "unitOf",
    PREFIXES["org"] + "subOrganizationOf",
    _SKOS + "inScheme",
    _SKOS + "notation",
)
_ELSEWHERE = (
    PREFIXES["foaf"] + "homepage",
    PREFIXES["foaf"] + "page",
    PREFIXES["owl"] + "sameAs",
    _SKOS + "exactMatch",
    _SKOS + "closeMatch",
)


@dataclass(frozen=True, slots=True)
class Rest:
    """How many rows of a table stand on further pages, and where the first of these is."""

    count: int
    place: str


def write_thing(knowledge: Knowledge, iri: str, output: Output, formats: Formats) -> None:
    """
    Write the pages of a thing in every language, and its data in every format.

    A minor thing has one page, in the main language.  The ontology has none of these: it is
    documented as a whole.
    """
    if iri == ONTOLOGY:
        return
    place = knowledge.addresses.place(iri)
    statements = knowledge.statements(iri)
    said = whole(knowledge, iri)
    for suffix in DATA:
        at = f"{place}.{suffix}"
        output.write(at, formats.document(said, suffix, place=at))
    shown, used = portrait(knowledge, iri, statements), uses_of(knowledge, iri)
    for lang in langs_of(knowledge, iri):
        output.write(knowledge.page(iri, lang), _page(knowledge, shown, lang, used))
        for name, write in _continuations(knowledge, shown, lang):
            output.write(name, write())


def page_at(knowledge: Knowledge, iri: str, lang: str, place: str) -> str | None:
    """Return the page of a thing that stands at a place, a further one maybe; None if none."""
    shown = portrait(knowledge, iri, knowledge.statements(iri))
    if place == knowledge.page(iri, lang):
        return _page(knowledge, shown, lang, uses_of(knowledge, iri))
    return next(
        (write() for name, write in _continuations(knowledge, shown, lang) if name == place),
        None,
    )


def langs_of(knowledge: Knowledge, iri: str) -> Sequence[str]:
    """Return the languages in which a thing has pages."""
    return knowledge.langs[:1] if knowledge.is_minor(iri) else knowledge.langs


def whole(knowledge: Knowledge, iri: str) -> list[Quad]:
    """Return what is said of a thing, and of the minor things that it points to."""
    said = knowledge.statements(iri)
    found = list(said)
    for quad in said:
        if isinstance(quad.object, NamedNode) and knowledge.is_minor(quad.object.value):
            found += knowledge.statements(quad.object.value)
    return found


def _page(knowledge: Knowledge, shown: Portrait, lang: str, used: Uses | None) -> str:
    iri = shown.iri
    reader = Reader(knowledge, lang, knowledge.page(iri, lang))
    name = reader.name(iri)
    lead = _lead(reader, shown)
    kind = knowledge.kind(iri)
    listed = [] if kind is OTHERS else [kind.name]
    tables = [table for table in (shown.ties, *shown.tables, shown.moments) if table.rows]
    return rendered(
        "thing.html",
        reader=reader,
        frame=_frame(reader, iri, lead),
        name=name,
        heading=shortened(name.text, 400),
        kinds=[NamedNode(one) for one in _lowest(knowledge.classes.get(iri, ()))],
        trail=[(f"browse/{name}", reader.said(f"kind_{name}")) for name in listed],
        shown=shown,
        lead=lead,
        glance=_chosen(shown, _GLANCE),
        used=used,
        told=told,
        elsewhere=[
            text(term)
            for _, terms in _chosen(shown, _ELSEWHERE)
            for term in terms
            if isinstance(term, NamedNode) and is_link(term.value)
        ],
        counts={table.word: beginning(table) for table in tables},
        rests={
            table.word: Rest(len(table.rows) - beginning(table), _more(reader, iri, table, 2))
            for table in tables
            if len(table.rows) > beginning(table)
        },
    )


def _frame(reader: Reader, iri: str, lead: Sequence[Term]) -> Frame:
    knowledge = reader.knowledge
    place = knowledge.addresses.place(iri)
    return Frame(
        title=shortened(reader.name(iri).text, 120),
        pages=tuple((code, knowledge.page(iri, code)) for code in langs_of(knowledge, iri)),
        data=tuple((DATA[suffix], f"{place}.{suffix}") for suffix in DATA),
        cite=iri if is_link(iri) else "",
        types=tuple(filter(is_link, knowledge.classes.get(iri, ()))),
        listed=not knowledge.is_minor(iri),
        schema=schema_of(reader, iri, [text(term) for term in lead]),
    )


def _lowest(classes: Sequence[str]) -> list[str]:
    """Return the classes that say most: an agreement is a mechanism, of course."""
    above = {
        CG + "Mechanism": {CG + "Agreement"},
        CG + "Actor": {CG + name for name in ("Institution", "Unit", "ActorGroup", "State")},
    }
    return [one for one in classes if above.get(one, set()).isdisjoint(classes)]


def _lead(reader: Reader, shown: Portrait) -> Sequence[Term]:
    for path in _DESCRIPTIONS:
        if path in shown.facts:
            return reader.spoken([fact.value for fact in shown.facts[path]])
    return []


def _chosen(shown: Portrait, paths: Sequence[str]) -> list[tuple[str, list[Term]]]:
    return [
        (path, [fact.value for fact in shown.facts[path] if fact.asserted])
        for path in paths
        if any(fact.asserted for fact in shown.facts.get(path, ()))
    ]


def _more(reader: Reader, iri: str, table: Table, page: int, lang: str = "") -> str:
    place = reader.knowledge.addresses.place(iri)
    return f"{place}.{table.word}.{page}.{lang or reader.lang}.html"


def _continuations(
    knowledge: Knowledge, shown: Portrait, lang: str
) -> Iterator[tuple[str, Callable[[], str]]]:
    """
    Yield the further pages of tables that are too long for the page of the thing.

    Each is a place and what writes the page.
    """
    for table in (shown.ties, *shown.tables, shown.moments):
        parts = list(continued(table))
        for page, rows in enumerate(parts, 2):
            part = Table(table.word, table.heads, tuple(rows))
            start = _more(Reader(knowledge, lang, ""), shown.iri, table, page)
            yield (
                start,
                partial(
                    _continuation,
                    Reader(knowledge, lang, start),
                    shown.iri,
                    part,
                    page=page,
                    last=len(parts) + 1,
                ),
            )


def _continuation(reader: Reader, iri: str, table: Table, *, page: int, last: int) -> str:
    langs = langs_of(reader.knowledge, iri)
    return rendered(
        "more.html",
        reader=reader,
        frame=Frame(
            title=f"{shortened(reader.name(iri).text, 120)} ({page})",
            pages=tuple((code, _more(reader, iri, table, page, code)) for code in langs),
        ),
        iri=iri,
        table=table,
        page=page,
        last=last,
        around={
            number: _more(reader, iri, table, number)
            for number in (page - 1, page + 1)
            if 2 <= number <= last
        },
    )
