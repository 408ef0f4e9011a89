"""
Which things have pages of their own in every language, and in which list each one stands.

What a reader asks for by name (an actor, a practice, an agreement, a source, a concept, a term
of the ontology) has pages.  What says something about these (a participation, a claim, a
passage, a tie) has one short page, so that its IRI resolves, and stands on theirs.
"""

from collections.abc import Collection
from typing import NamedTuple

from coordgraph.namespace import CG, PREFIXES

__all__ = ["KINDS", "MINOR", "OTHERS", "Kind", "kind_of"]

MINOR = frozenset(
    {
        *(
            CG + name
            for name in (
                "AgreementEvent",
                "Aspect",
                "Fact",
                "Figure",
                "LevelClaim",
                "Name",
                "Participation",
                "Passage",
                "Side",
                "Tie",
            )
        ),
        PREFIXES["org"] + "ChangeEvent",
        PREFIXES["qb"] + "ComponentSpecification",
        PREFIXES["qb"] + "Observation",
        PREFIXES["rdf"] + "List",
        PREFIXES["schema"] + "PropertyValue",
    }
)
"""Classes of what says something about other things."""


class Kind(NamedTuple):
    """
    A list in which things stand together.

    Attributes
    ----------
    name
        What its pages are called.
    classes
        The IRIs of the classes of which one is enough.
    """

    name: str
    classes: frozenset[str]


def _cg(name: str, *classes: str) -> Kind:
    return Kind(name, frozenset(CG + one for one in classes))


_OWL = (
    "Class",
    "ObjectProperty",
    "DatatypeProperty",
    "AnnotationProperty",
    "SymmetricProperty",
    "TransitiveProperty",
    "FunctionalProperty",
    "Ontology",
)
_SKOS = ("Concept", "ConceptScheme", "Collection", "OrderedCollection")

KINDS = (
    _cg("actors", "Actor", "Institution", "Unit", "ActorGroup", "State", "Person"),
    _cg("practices", "Practice", "ListedPractice"),
    _cg("agreements", "Agreement"),
    _cg("mechanisms", "Mechanism"),
    _cg("discrepancies", "Discrepancy"),
    _cg("sources", "Source"),
    _cg("places", "Place"),
    _cg("systems", "InformationSystem", "LegalInstrument"),
    Kind("concepts", frozenset(PREFIXES["skos"] + name for name in _SKOS)),
    Kind("terms", frozenset(PREFIXES["owl"] + name for name in _OWL)),
)
"""The lists, in the order in which they are shown; a thing stands in the first that has it."""

OTHERS = Kind("others", frozenset())
"""The list of what stands in no other one."""


def kind_of(classes: Collection[str]) -> Kind:
    """
    Return the list in which a thing of these classes stands.

    >>> kind_of(["https://w3id.org/coordgraph/ns#Mechanism", CG + "Agreement"]).name
    'agreements'
    >>> kind_of([]).name
    'others'
    """
    return next((kind for kind in KINDS if not kind.classes.isdisjoint(classes)), OTHERS)
