"""
The shapes as people read them: rule by rule, with examples that hold it and that break it.

A shape stands in a file of its own; its rules are its property shapes, and further node shapes
that ask by SPARQL.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from coordgraph.namespace import PREFIXES
from coordgraph.publish.site.library.answers import terms_of
from coordgraph.resources import ONTOLOGY
from coordgraph.store import Term, text

__all__ = ["FOLDER", "Demand", "Example", "Rule", "Shape", "shapes"]

FOLDER = ONTOLOGY / "shapes"
"""Where the files lie."""

_COMMON = "common"
_SH, _RDF, _RDFS = PREFIXES["sh"], PREFIXES["rdf"], PREFIXES["rdfs"]
_TARGETS = ("targetClass", "targetSubjectsOf", "targetObjectsOf")
_DEMANDS = (
    "minCount",
    "maxCount",
    "uniqueLang",
    "class",
    "node",
    "datatype",
    "or",
    "in",
    "hasValue",
    "nodeKind",
    "minInclusive",
    "maxInclusive",
    "minLength",
    "pattern",
)

Node = NamedNode | BlankNode


@dataclass(frozen=True, slots=True)
class Demand:
    """
    One thing that a rule asks of values.

    Attributes
    ----------
    kind
        The name of the parameter of SHACL, such as ``minCount``.
    values
        What it is given; of a list, all of it.
    """

    kind: str
    values: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """Data that holds a shape, or breaks one of its rules: a name, a remark, and Turtle."""

    name: str
    remark: str
    turtle: str


@dataclass(frozen=True, slots=True)
class Rule:
    """
    A rule of a shape.

    Attributes
    ----------
    name
        What it is called among the rules of its shape.
    path
        The IRI of the property whose values it looks at, or nothing.
    inverse
        Whether it looks at what points to a thing by this property.
    severity
        ``Violation``, ``Warning`` or ``Info``.
    messages
        What it tells who breaks it, by language.
    demands
        What it asks of the values.
    query
        The SPARQL that finds what breaks it, or nothing.
    broken
        Examples that break it.
    """

    name: str
    path: str
    inverse: bool
    severity: str
    messages: Mapping[str, str]
    demands: tuple[Demand, ...]
    query: str
    broken: tuple[Example, ...]

    @property
    def terms(self) -> frozenset[str]:
        """The IRIs of the terms that it names."""
        values = {text(value) for demand in self.demands for value in demand.values}
        return frozenset({self.path, *values, *terms_of(self.query)})


@dataclass(frozen=True, slots=True)
class Shape:
    """
    A shape and its rules.

    Attributes
    ----------
    name
        The name of its file.
    iri
        Its IRI.
    labels, comments
        What it is called, and what it says in a sentence, by language.
    targets
        Of what it holds: a parameter of SHACL such as ``targetClass``, and an IRI.
    rules
        The rules, in the order of the file.
    sound
        Examples that hold all of them.
    """

    name: str
    iri: str
    labels: Mapping[str, str]
    comments: Mapping[str, str]
    targets: tuple[tuple[str, str], ...]
    rules: tuple[Rule, ...]
    sound: tuple[Example, ...]

    @property
    def classes(self) -> tuple[str, ...]:
        """The IRIs of the classes whose instances it holds of."""
        return tuple(iri for kind, iri in self.targets if kind == "targetClass")


@cache
def shapes() -> Mapping[str, Shape]:
    """Return every shape of the ontology, by the name of its file."""
    files = (path for path in sorted(FOLDER.glob("*.ttl")) if path.stem != _COMMON)
    return {path.stem: _shape(path) for path in files}


class _File:
    """What a file of shapes says, in its order; ``all`` and ``first`` are by names of SHACL."""

    def __init__(self, path: Path) -> None:
        self._said: defaultdict[tuple[Term, str], list[Term]] = defaultdict(list)
        self.subjects: dict[Node, None] = {}
        for quad in parse(path.read_bytes(), format=RdfFormat.TURTLE):
            assert not isinstance(quad.subject, Triple)
            self._said[quad.subject, quad.predicate.value].append(quad.object)
            self.subjects[quad.subject] = None

    def values(self, subject: Term, iri: str) -> list[Term]:
        return self._said.get((subject, iri), [])

    def all(self, subject: Term, name: str) -> list[Term]:
        return self.values(subject, _SH + name)

    def first(self, subject: Term, name: str) -> Term | None:
        return next(iter(self.all(subject, name)), None)

    def spoken(self, subject: Term, iri: str) -> dict[str, str]:
        found = (term for term in self.values(subject, iri) if isinstance(term, Literal))
        return {term.language or "": term.value for term in found}

    def members(self, head: Term) -> Iterator[Term]:
        """Yield what a list holds."""
        while head != NamedNode(_RDF + "nil"):
            yield self.values(head, _RDF + "first")[0]
            head = self.values(head, _RDF + "rest")[0]


def _shape(path: Path) -> Shape:
    file = _File(path)
    examples = [_example(each) for each in sorted((FOLDER / "examples" / path.stem).glob("*"))]
    main = next(node for node in file.subjects if file.spoken(node, _RDFS + "label"))
    return Shape(
        path.stem,
        text(main),
        file.spoken(main, _RDFS + "label"),
        file.spoken(main, _RDFS + "comment"),
        tuple((kind, text(iri)) for kind in _TARGETS for iri in file.all(main, kind)),
        tuple(_rules(file, examples)),
        tuple(one for one in examples if one.name.startswith("conforms-")),
    )


def _rules(file: _File, examples: list[Example]) -> Iterator[Rule]:
    """Yield the rules of a file, in its order."""
    for node in file.subjects:
        query = file.first(node, "sparql")
        if query is None and not file.all(node, "message"):
            continue
        if not isinstance(node, NamedNode) or node.value.endswith("-query"):
            continue
        name = node.value.rpartition("-")[2]
        path, inverse = _path(file, node)
        broken = [one for one in examples if one.name.split("-")[:2] == ["violates", name]]
        yield Rule(
            name,
            path,
            inverse,
            text(file.first(node, "severity")).partition("#")[2] or "Violation",
            file.spoken(query or node, _SH + "message"),
            tuple(_demands(file, node)),
            text(file.first(query, "select")).strip() if query is not None else "",
            tuple(broken),
        )


def _path(file: _File, node: Node) -> tuple[str, bool]:
    """Return the property whose values a rule looks at, and whether it looks backwards."""
    path = file.first(node, "path")
    if path is None:
        return "", False
    back = file.first(path, "inversePath")
    return text(back or path), back is not None


def _demands(file: _File, node: Node) -> Iterator[Demand]:
    """Yield what a rule asks of values; of alternatives, the datatypes to choose from."""
    for kind in _DEMANDS:
        for value in file.all(node, kind):
            if kind == "or":
                choices = (file.first(each, "datatype") for each in file.members(value))
                yield Demand("datatype", tuple(each for each in choices if each is not None))
            else:
                listed = tuple(file.members(value)) if kind == "in" else (value,)
                yield Demand(kind, listed)


def _example(path: Path) -> Example:
    first, *rest = path.read_text(encoding="utf-8").splitlines()
    assert first.startswith("# "), "an example begins with a remark"
    return Example(path.stem, first[2:], "\n".join(rest).strip() + "\n")
