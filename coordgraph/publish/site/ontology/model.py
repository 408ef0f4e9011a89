"""The terms of the ontology, each with its place among the others."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from coordgraph.namespace import CG, ID, PREFIXES
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.shapes.reading import Rule, shapes
from coordgraph.store import Term, text

__all__ = ["ONTOLOGY", "Class", "Match", "Model", "Property", "model"]

ONTOLOGY = CG.removesuffix("#")
"""The IRI of the ontology."""

_TYPE = PREFIXES["rdf"] + "type"
_OWL, _RDFS, _SKOS = PREFIXES["owl"], PREFIXES["rdfs"], PREFIXES["skos"]
_PROPERTIES = {
    _OWL + name for name in ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")
}
_MATCHES = (
    _RDFS + "subClassOf",
    _RDFS + "subPropertyOf",
    _SKOS + "exactMatch",
    _SKOS + "closeMatch",
    _SKOS + "broadMatch",
    _SKOS + "narrowMatch",
    _SKOS + "relatedMatch",
)
_SCHEME = CG + "InScheme-"
_VALUES = {"class", "node", "datatype", "in"}


@dataclass(frozen=True, slots=True)
class Class:
    """
    A class.

    Attributes
    ----------
    iri
        Its IRI.
    depth
        How many classes of the ontology stand above it.
    above, below
        The IRIs of the classes right above it, others' too, and right below.
    properties
        The IRIs of the properties that its instances have, as domains and shapes say.
    """

    iri: str
    depth: int
    above: tuple[str, ...]
    below: tuple[str, ...]
    properties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Property:
    """
    A property.

    Attributes
    ----------
    iri
        Its IRI.
    of
        The IRIs of the classes whose instances have it: its domain, else those whose shapes
        name it.
    to
        What its values are: its range, else what shapes ask of them.
    above
        The IRIs of the properties right above it.
    inverse
        The IRIs of the properties that say the same the other way round.
    """

    iri: str
    of: tuple[str, ...]
    to: tuple[Term, ...]
    above: tuple[str, ...]
    inverse: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A term, how it is related to a term of another vocabulary, and that one's IRI."""

    iri: str
    by: str
    other: str


@dataclass(frozen=True, slots=True)
class Model:
    """
    The ontology.

    Attributes
    ----------
    classes
        The classes, each below the one that it is a kind of.
    properties, values
        The properties, and the IRIs of the single things that it names, by IRI.
    schemes
        The IRIs of the concept schemes, each with how many concepts it has.
    matches
        How its terms are related to those of others.
    """

    classes: tuple[Class, ...]
    properties: tuple[Property, ...]
    values: tuple[str, ...]
    schemes: Mapping[str, int]
    matches: tuple[Match, ...]


def model(knowledge: Knowledge) -> Model:
    """Return the ontology as a dataset has it."""
    own = {iri: set(knowledge.classes[iri]) for iri in _terms(knowledge)}
    classes = [iri for iri, kinds in own.items() if _OWL + "Class" in kinds]
    properties = [iri for iri, kinds in own.items() if kinds & _PROPERTIES]
    by_class = _asked()
    return Model(
        tuple(_tree(knowledge, classes, by_class, properties)),
        tuple(_property(knowledge, iri, by_class) for iri in properties),
        tuple(sorted(own.keys() - {*classes, *properties})),
        {
            iri: len(knowledge.subjects(iri, _SKOS + "inScheme"))
            for iri in map(text, knowledge.subjects(_SKOS + "ConceptScheme", _TYPE))
            if iri in knowledge.classes
        },
        tuple(_matches(knowledge, (*classes, *properties))),
    )


def _terms(knowledge: Knowledge) -> list[str]:
    """Return the IRIs of its terms, in order; those it is told of, on a server."""
    if not knowledge.addresses.server:
        return [iri for iri in knowledge.classes if iri.startswith(CG)]
    told = map(text, knowledge.subjects(ONTOLOGY, _RDFS + "isDefinedBy"))
    return [iri for iri in told if iri.startswith(CG) and iri in knowledge.classes]


Asked = Mapping[str, Mapping[str, Sequence[Rule]]]


def _asked() -> Asked:
    """Return which rules shapes have for instances of each class, by property."""
    found: defaultdict[str, defaultdict[str, list[Rule]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for shape in shapes().values():
        for rule in shape.rules:
            if rule.path and not rule.inverse:
                for iri in shape.classes:
                    found[iri][rule.path].append(rule)
    return found


def _tree(
    knowledge: Knowledge, classes: Sequence[str], asked: Asked, properties: Sequence[str]
) -> Iterator[Class]:
    """Yield classes from the highest down, each branch in order of IRIs."""
    above = {iri: knowledge.values(iri, _RDFS + "subClassOf") for iri in classes}
    below: defaultdict[str, list[str]] = defaultdict(list)
    for iri in classes:
        for one in above[iri]:
            below[one].append(iri)
    domains: defaultdict[str, list[str]] = defaultdict(list)
    for iri in properties:
        for one in knowledge.values(iri, _RDFS + "domain"):
            domains[one].append(iri)
    seen: set[str] = set()

    def branch(iri: str, depth: int) -> Iterator[Class]:
        if iri in seen:
            return
        seen.add(iri)
        own = sorted({*domains[iri], *asked.get(iri, {})})
        yield Class(iri, depth, tuple(above[iri]), tuple(below[iri]), tuple(own))
        for one in below[iri]:
            yield from branch(one, depth + 1)

    highest = [iri for iri in classes if not any(one in above for one in above[iri])]
    for iri in (*highest, *classes):  # those in a circle have none above all
        yield from branch(iri, 0)


def _property(knowledge: Knowledge, iri: str, asked: Asked) -> Property:
    domain = knowledge.values(iri, _RDFS + "domain")
    named = [one for one, rules in sorted(asked.items()) if iri in rules]
    return Property(
        iri,
        tuple(domain or named),
        tuple(_range(knowledge, iri, asked)),
        tuple(knowledge.values(iri, _RDFS + "subPropertyOf")),
        tuple(knowledge.values(iri, _OWL + "inverseOf")),
    )


def _range(knowledge: Knowledge, iri: str, asked: Asked) -> list[Term]:
    """Return what values are; for concepts, the lists out of which they are."""
    stated = knowledge.objects(iri, _RDFS + "range")
    if stated and stated != [NamedNode(_SKOS + "Concept")]:
        return stated
    return _values(iri, asked) or stated


def _values(iri: str, asked: Asked) -> list[Term]:
    """Return what shapes ask of the values of a property: a class, a list, a datatype."""
    found: dict[Term, None] = {}
    for rules in asked.values():
        for rule in rules.get(iri, ()):
            for demand in rule.demands:
                if demand.kind in _VALUES:
                    found.update(dict.fromkeys(map(_listed, demand.values)))
    return sorted(found, key=str)


def _listed(term: Term) -> Term:
    """Return the concept scheme that a shape for its concepts stands for; else the term."""
    iri = text(term)
    return NamedNode(ID + iri.removeprefix(_SCHEME)) if iri.startswith(_SCHEME) else term


def _matches(knowledge: Knowledge, iris: Sequence[str]) -> Iterator[Match]:
    for iri in iris:
        for by in _MATCHES:
            for other in knowledge.values(iri, by):
                if not other.startswith(CG):
                    yield Match(iri, by, other)
