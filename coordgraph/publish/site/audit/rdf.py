"""
Checks of RDF: every file is read, by two parsers, and all say the same.

pyoxigraph is one parser, rdflib the other.  rdflib writes numbers anew as it reads them, so the
two are compared by what rdflib makes of either.
"""

from collections.abc import Iterable, Iterator

from pyoxigraph import (
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
)
from rdflib import BNode, URIRef
from rdflib import Dataset as RdflibDataset
from rdflib import Literal as RdflibLiteral
from rdflib.term import Node

from coordgraph.errors import ParseError
from coordgraph.publish.site.audit.result import Result
from coordgraph.publish.site.audit.subject import Subject
from coordgraph.publish.site.dumps.writing import FOLDER, MEDIA, WHOLE
from coordgraph.publish.site.frame import DATA
from coordgraph.store import placed

__all__ = ["check_canonical", "check_dumps", "check_second_parser", "check_things"]

LARGE = 200_000
"""More statements than these are not read by rdflib, which would take minutes."""

_NAMED = {"trig", "nq", "jsonld"}
_OWN_FORMS = {"nt": "nt", "nq": "nquads", "ttl": "turtle", "trig": "trig", "rdf": "xml"}


def check_canonical(subject: Subject, result: Result) -> None:
    """Check that the N-Quads are the canonical form of the dataset (RDFC-1.0)."""
    lines = subject.read(f"{WHOLE}.nq").decode(errors="replace").removesuffix("\n").split("\n")
    result.count(lines)
    if lines != [f"{line} ." for line in _canonical(subject.whole)]:
        result.problems.append(f"{WHOLE}.nq: is not in canonical form.")


def check_dumps(subject: Subject, result: Result) -> None:
    """Check that each dump holds the statements that it should."""
    whole = subject.whole
    held = [(WHOLE, whole), *_graphs(subject, whole)]
    for stem, quads in held:
        wanted = {True: _canonical(quads), False: _canonical(_flat(quads))}
        for suffix in MEDIA:
            place = f"{stem}.{suffix}"
            if not subject.has(place):
                continue
            result.count([place])
            try:
                found = _canonical(subject.quads(place))
            except ParseError as error:
                result.problems.append(str(error))
                continue
            if found != wanted[suffix in _NAMED]:
                result.problems.append(f"{place}: holds other statements than {WHOLE}.nq.")


def check_second_parser(subject: Subject, result: Result) -> None:
    """Check that a second parser reads the dumps of the whole alike."""
    result.of = sum(subject.has(f"{WHOLE}.{suffix}") for suffix in MEDIA)
    if len(subject.whole) > LARGE:
        result.note = f"more than {LARGE:,} statements: not read by the second parser"
        return
    named, flat = set(_terms(subject.whole)), set(_terms(_flat(subject.whole)))
    for suffix in MEDIA:
        place = f"{WHOLE}.{suffix}"
        if not subject.has(place):
            continue
        result.looked += 1
        wanted = named if suffix in _NAMED else flat
        try:
            found = RdflibDataset().parse(
                data=subject.read(place),
                format=_OWN_FORMS.get(suffix, "json-ld"),
                publicID=subject.addresses.url(place),
            )
            same = _without_blank(_quads_of(found)) == _without_blank(wanted)
        except Exception as error:  # noqa: BLE001 - a parser's errors are of any class
            result.problems.append(f"{place}: rdflib cannot read it: {error}")
            continue
        if not same:
            result.problems.append(f"{place}: rdflib reads other statements.")


def check_things(subject: Subject, result: Result) -> None:
    """Check that the formats of each thing's data say the same."""
    places = [
        stem
        for place in subject.sums
        if place.endswith(".ttl") and not place.startswith(f"{FOLDER}/")
        if all(f"{(stem := place[:-4])}.{suffix}" in subject.sums for suffix in DATA)
    ]
    chosen = subject.chosen(places)
    result.count(chosen, len(places))
    for stem in chosen:
        try:
            read = {s: _canonical(_flat(subject.quads(f"{stem}.{s}"))) for s in DATA}
        except ParseError as error:
            result.problems.append(str(error))
            continue
        different = [suffix for suffix in DATA if read[suffix] != read["ttl"]]
        if different:
            others = ", ".join(different)
            result.problems.append(f"{stem}: {others} and ttl hold different statements.")


def _graphs(subject: Subject, whole: list[Quad]) -> Iterator[tuple[str, list[Quad]]]:
    names = {quad.graph_name for quad in whole if isinstance(quad.graph_name, NamedNode)}
    for name in sorted(names, key=str):
        held = [quad for quad in whole if quad.graph_name == name]
        yield f"{FOLDER}/{subject.addresses.place(name.value)}", held


def _flat(quads: Iterable[Quad]) -> Iterator[Quad]:
    return (placed(quad.triple) for quad in quads)


def _canonical(quads: Iterable[Quad]) -> list[str]:
    found = Dataset(quads)
    found.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(map(str, found))


Term = Node | None
Terms = tuple[Term, Term, Term, Term]


def _terms(quads: Iterable[Quad]) -> Iterator[Terms]:
    for quad in quads:
        terms = (quad.subject, quad.predicate, quad.object, quad.graph_name)
        one, two, three, four = map(_term, terms)
        yield one, two, three, four


def _term(term: object) -> Term:
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if isinstance(term, Literal):
        datatype = None if term.language else URIRef(term.datatype.value)
        return RdflibLiteral(term.value, lang=term.language, datatype=datatype)
    return None if isinstance(term, DefaultGraph) else BNode(str(term))


def _quads_of(dataset: RdflibDataset) -> set[Terms]:
    return {(s, p, _typed(o), _graph_of(g)) for s, p, o, g in dataset.quads()}


def _typed(term: Term) -> Term:
    """Return a plain text with its datatype, which parsers leave out or not."""
    if isinstance(term, RdflibLiteral) and not term.language and term.datatype is None:
        string = URIRef("http://www.w3.org/2001/XMLSchema#string")
        return RdflibLiteral(str(term), datatype=string)
    return term


def _graph_of(name: object) -> Term:
    return (
        URIRef(name) if isinstance(name, URIRef) and not name.startswith("urn:x-rdf") else None
    )


def _without_blank(quads: Iterable[Terms]) -> set[Terms]:
    """Leave out what has blank nodes, which the two parsers name differently."""
    return {quad for quad in quads if not any(isinstance(term, BNode) for term in quad)}
