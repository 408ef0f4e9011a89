"""Checks of what a release says of itself: counts, dates, sizes, and what makes it FAIR."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.dates import PartialDate
from coordgraph.errors import InvalidDate
from coordgraph.namespace import PREFIXES
from coordgraph.publish.site.audit.result import Result
from coordgraph.publish.site.audit.subject import Subject
from coordgraph.publish.site.description.about import NEEDED
from coordgraph.publish.site.description.vocabulary import iri
from coordgraph.publish.site.dumps.prefixes import split

__all__ = ["check_catalogue", "check_counts", "check_dates", "check_fair"]

_XSD = PREFIXES["xsd"]
_LENGTHS = {f"{_XSD}date": 10, f"{_XSD}gYearMonth": 7, f"{_XSD}gYear": 4}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?")


def check_dates(subject: Subject, result: Result) -> None:
    """Check that each date is one, as precisely as its datatype says."""
    for quad in (*subject.whole, *subject.quads("dataset.ttl")):
        value = quad.object
        if not isinstance(value, Literal):
            continue
        kind = value.datatype.value
        if kind in _LENGTHS or kind == f"{_XSD}dateTime":
            result.count([value])
            if not _is_date(value.value, kind):
                result.problems.append(f"{quad.subject} {quad.predicate}: {value} is no date.")


def _is_date(text: str, kind: str) -> bool:
    if kind == f"{_XSD}dateTime":
        return bool(_MOMENT.fullmatch(text)) and _is_date(text[:10], f"{_XSD}date")
    try:
        PartialDate.parse(text)
    except InvalidDate:
        return False
    return len(text) == _LENGTHS[kind]


@dataclass(slots=True)
class _Tally:
    """What is counted of a dataset or graph."""

    triples: set[tuple[object, object, object]] = field(default_factory=set)

    def numbers(self, base: str) -> Iterator[tuple[str, int]]:
        subjects = {s for s, _, _ in self.triples}
        yield "void:triples", len(self.triples)
        yield "void:distinctSubjects", len(subjects)
        yield "void:distinctObjects", len({o for _, _, o in self.triples})
        yield "void:properties", len({p for _, p, _ in self.triples})
        own = (s for s in subjects if isinstance(s, NamedNode) and s.value.startswith(base))
        yield "void:entities", sum(1 for _ in own)

    def classes(self) -> Counter[str]:
        return Counter(
            o.value
            for _, p, o in self.triples
            if p == iri("rdf:type") and isinstance(o, NamedNode)
        )

    def properties(self) -> Counter[str]:
        return Counter(p.value for _, p, _ in self.triples if isinstance(p, NamedNode))


def check_counts(subject: Subject, result: Result) -> None:
    """Check that the statistics are those of the statements."""
    said = _Said(subject.quads("void.ttl"))
    base = subject.addresses.base
    tallies = {f"{base}dataset": _Tally()}
    for quad in subject.whole:
        triple = (quad.subject, quad.predicate, quad.object)
        tallies[f"{base}dataset"].triples.add(triple)
        if isinstance(quad.graph_name, NamedNode):
            tallies.setdefault(quad.graph_name.value, _Tally()).triples.add(triple)
    for node, tally in tallies.items():
        for name, number in tally.numbers(base):
            _compare(result, node, name, said.one(node, name), number)
        for part, key, many, counted in (
            ("void:classPartition", "void:class", "void:entities", tally.classes()),
            ("void:propertyPartition", "void:property", "void:triples", tally.properties()),
        ):
            parts = said.all(node, part)
            found = {said.one(each, key): said.one(each, many) for each in parts}
            for name in sorted(counted.keys() | found.keys()):
                _compare(result, node, name, found.get(name, ""), counted[name])


def _compare(result: Result, node: str, name: str, said: str, counted: int) -> None:
    result.count([name])
    if said != str(counted):
        result.problems.append(
            f"{node}: {name} is said to be {said or 'nothing'}, is {counted}."
        )


class _Said:
    """What a description says, by subject and property."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._found: dict[tuple[str, str], list[str]] = {}
        for quad in quads:
            if isinstance(quad.subject, NamedNode) and isinstance(
                quad.object, (NamedNode, Literal)
            ):
                key = (quad.subject.value, quad.predicate.value)
                self._found.setdefault(key, []).append(quad.object.value)

    def all(self, node: str, name: str) -> list[str]:
        return self._found.get((node, iri(name).value), [])

    def one(self, node: str, name: str) -> str:
        return next(iter(self.all(node, name)), "")

    def everywhere(self, name: str) -> list[tuple[str, str]]:
        wanted = iri(name).value
        return [
            (node, each)
            for (node, by), found in self._found.items()
            if by == wanted
            for each in found
        ]


def check_catalogue(subject: Subject, result: Result) -> None:
    """Check that each file of the catalogue is there, with its size and its digest."""
    said = _Said(subject.quads("dataset.ttl"))
    base = subject.addresses.base
    listed = said.everywhere("dcat:downloadURL")
    result.count(listed)
    if not listed:
        result.problems.append("dataset.ttl: lists no file to download.")
    for node, url in listed:
        place = url.removeprefix(base)
        digest = said.one(said.one(node, "spdx:checksum"), "spdx:checksumValue")
        if place not in subject.sums:
            result.problems.append(f"{url}: is not there.")
        elif digest != subject.sums[place]:
            result.problems.append(f"{url}: has another digest than the catalogue says.")
        elif said.one(node, "dcat:byteSize") != str(len(subject.place.read(place) or b"")):
            result.problems.append(f"{url}: has another size than the catalogue says.")


_WANTED = {
    **{name: f"states {name}" for name in NEEDED},
    "dcterms:identifier": "states dcterms:identifier",
    "dcat:distribution": "names files (dcat:distribution)",
    "prov:wasGeneratedBy": "says how it was made (prov:wasGeneratedBy)",
}


def check_fair(subject: Subject, result: Result) -> None:
    """
    Check that what makes a dataset findable, accessible, interoperable, reusable is stated.

    References
    ----------
    .. [1] M. D. Wilkinson et al., "The FAIR Guiding Principles for scientific data management
       and stewardship", Scientific Data 3, 160018 (2016).
    """
    said, dataset = _Said(subject.quads("dataset.ttl")), f"{subject.addresses.base}dataset"
    result.count([*_WANTED, *range(5)])
    for name, what in _WANTED.items():
        if not said.all(dataset, name):
            result.problems.append(f"{dataset}: nothing {what}.")
    licences = said.all(dataset, "dcterms:license")
    if any(not each.startswith(("http://", "https://")) for each in licences):
        result.problems.append(f"{dataset}: the licence is no IRI.")
    publishers = said.all(dataset, "dcterms:publisher")
    if not all(said.one(each, "foaf:name") for each in publishers):
        result.problems.append(f"{dataset}: the publisher has no name.")
    void = _Said(subject.quads("void.ttl"))
    stated = set(void.all(dataset, "void:vocabulary"))
    used = {split(quad.predicate.value)[0] for quad in subject.whole}
    for space in sorted(used - stated - {""}):
        result.problems.append(f"void.ttl: does not name the vocabulary {space}.")
    if not void.all(dataset, "void:dataDump"):
        result.problems.append("void.ttl: names no dump.")
    if "dump/context.jsonld" not in subject.sums:
        result.problems.append("dump/context.jsonld: is not there.")
