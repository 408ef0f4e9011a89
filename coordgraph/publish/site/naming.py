"""
What things are called that have no name of their own.

A participation is called by its actor and its mechanism, a passage by its locator, an act by
what happened to which agreement: by the parts that tell it from others.
"""

from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode

from coordgraph.namespace import CG, PREFIXES
from coordgraph.publish.site.knowledge import Knowledge, Name
from coordgraph.publish.site.languages import in_language
from coordgraph.publish.site.safety import unturned
from coordgraph.store import text

__all__ = ["called"]

_RDF, _ORG, _SCHEMA = PREFIXES["rdf"], PREFIXES["org"], PREFIXES["schema"]

_PARTS: Mapping[str, tuple[str, ...]] = {
    CG + "AgreementEvent": (CG + "eventKind", CG + "happenedOn", CG + "ofAgreement"),
    CG + "Aspect": (CG + "aspectKind", PREFIXES["dcterms"] + "description"),
    CG + "Fact": (_RDF + "subject", _RDF + "predicate", _RDF + "object"),
    CG + "LevelClaim": (CG + "claimsPractice", CG + "claimsLevel", CG + "reading"),
    CG + "Name": (PREFIXES["skosxl"] + "literalForm",),
    CG + "Participation": (CG + "actor", "^" + CG + "participation"),
    CG + "Passage": (CG + "locator", PREFIXES["dcterms"] + "isPartOf"),
    CG + "Side": (PREFIXES["dcterms"] + "description",),
    CG + "Tie": (CG + "between", CG + "level"),
    _ORG + "ChangeEvent": (
        CG + "eventKind",
        CG + "happenedOn",
        _ORG + "resultingOrganization",
    ),
    _SCHEMA + "PropertyValue": (_SCHEMA + "name", _SCHEMA + "value"),
}
"""By class, the properties whose values make the name; ``^`` where they point to the thing."""


def called(knowledge: Knowledge, iri: str, lang: str) -> Name:
    """Return the name of a thing, or one made of its parts if it has none."""
    if iri in knowledge.names:
        return knowledge.name(iri, lang)
    for kind in knowledge.classes.get(iri, ()):
        parts = list(_said(knowledge, iri, _PARTS.get(kind, ()), lang))
        if parts:
            return Name(unturned(": ".join(parts)), lang)
    return knowledge.name(iri, lang)


def _said(knowledge: Knowledge, iri: str, paths: tuple[str, ...], lang: str) -> Iterator[str]:
    for path in paths:
        if path.startswith("^"):
            found = knowledge.subjects(iri, path[1:])
        else:
            found = knowledge.objects(iri, path)
        names = [
            knowledge.name(term.value, lang).text if isinstance(term, NamedNode) else text(term)
            for term in in_language(found, lang)
        ]
        if names:
            yield " / ".join(dict.fromkeys(names))
