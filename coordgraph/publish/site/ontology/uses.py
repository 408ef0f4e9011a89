"""Where terms of the ontology are used: in shapes, and in questions of the library."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice

from pyoxigraph import NamedNode, Quad

from coordgraph.namespace import CG
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.library.answers import terms_of
from coordgraph.publish.site.shapes.reading import Rule, Shape, shapes
from coordgraph.queries import Query, library, rules

__all__ = ["Uses", "uses_of"]

_FEW = 100


@dataclass(frozen=True, slots=True)
class Uses:
    """
    What uses a term.

    Attributes
    ----------
    shapes
        The shapes that hold of the instances of a class, or of what has a property.
    rules
        The rules that name it, each with its shape.
    questions
        The questions whose queries name it.
    derivations
        The rules of derivation that name it.
    example
        A statement by it, if it is a property that the dataset has.
    """

    shapes: list[Shape] = field(default_factory=list)
    rules: list[tuple[Shape, Rule]] = field(default_factory=list)
    questions: list[Query] = field(default_factory=list)
    derivations: list[Query] = field(default_factory=list)
    example: Quad | None = None


def uses_of(knowledge: Knowledge, iri: str) -> Uses | None:
    """Return what uses a term, in order of names; None if it is none of the ontology."""
    if not iri.startswith(CG):
        return None
    return replace(_all().get(iri, Uses()), example=_example(knowledge, iri))


@cache
def _all() -> Mapping[str, Uses]:
    found: defaultdict[str, Uses] = defaultdict(Uses)
    for shape in shapes().values():
        for iri in dict.fromkeys(iri for _, iri in shape.targets):
            found[iri].shapes.append(shape)
        for rule in shape.rules:
            for iri in rule.terms:
                found[iri].rules.append((shape, rule))
    for query in library().values():
        for iri in terms_of(query.sparql):
            found[iri].questions.append(query)
    for query in rules().values():
        for iri in terms_of(query.sparql):
            found[iri].derivations.append(query)
    return dict(found)


def _example(knowledge: Knowledge, iri: str) -> Quad | None:
    """Return the first statement by a property on a thing that has a page, if there is one."""
    stated = knowledge.store.oxigraph.quads_for_pattern(None, NamedNode(iri), None, None)
    if knowledge.addresses.server:  # which looks at no more than it must
        stated = islice(stated, _FEW)
    known = (
        quad
        for quad in stated
        if isinstance(quad.subject, NamedNode) and quad.subject.value in knowledge.classes
    )
    return min(known, key=lambda quad: (str(quad.subject), str(quad.object)), default=None)
