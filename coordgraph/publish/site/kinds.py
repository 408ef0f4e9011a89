"""
Which things have pages of their own in every language, and which stand on others' pages.

What a reader asks for by name (an actor, a practice, an agreement, a source, a concept, a term
of the ontology) has pages.  What says something about these (a participation, a claim, a
passage, a tie) has one short page, so that its IRI resolves, and stands on theirs.
"""

from coordgraph.namespace import CG, PREFIXES

__all__ = ["MINOR"]

MINOR = frozenset(
    {
        *(
            CG + name
            for name in (
                "AgreementEvent",
                "Aspect",
                "Discrepancy",
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
    }
)
"""Classes of what says something about other things."""
