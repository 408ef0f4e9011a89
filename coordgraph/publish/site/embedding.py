"""What pages embed for search engines: things in the terms of schema.org, as JSON-LD."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from coordgraph.namespace import CG, PREFIXES
from coordgraph.publish.site.reader import Reader
from coordgraph.publish.site.safety import is_link
from coordgraph.store import text

__all__ = ["embedded", "schema_of"]

_SKOS = PREFIXES["skos"]
_TYPES: Mapping[str, str] = {
    CG + "State": "Country",
    CG + "Person": "Person",
    CG + "Actor": "Organization",
    CG + "Institution": "Organization",
    CG + "Unit": "Organization",
    CG + "ActorGroup": "Organization",
    CG + "Source": "CreativeWork",
    CG + "LegalInstrument": "Legislation",
    CG + "InformationSystem": "SoftwareApplication",
    CG + "Place": "Place",
    _SKOS + "Concept": "DefinedTerm",
    _SKOS + "ConceptScheme": "DefinedTermSet",
}
"""By class, the class of schema.org; the first that a thing has, in this order."""

_SAME = (_SKOS + "exactMatch", PREFIXES["owl"] + "sameAs", PREFIXES["foaf"] + "homepage")


def embedded(schema: Mapping[str, Any]) -> Markup:
    """
    Return JSON that no text in it can end.

    >>> "</script>" in embedded({"name": "</script>"})
    False
    """
    written = json.dumps(schema, ensure_ascii=False, separators=(",", ":"))
    return Markup(written.replace("<", "\\u003c"))  # noqa: S704 - nothing in it opens a tag


def schema_of(reader: Reader, iri: str, description: Sequence[str]) -> dict[str, Any]:
    """
    Return a thing in the terms of schema.org.

    Parameters
    ----------
    reader
        Whose page it is for.
    iri
        The thing.
    description
        What it is, in the language of the page.
    """
    knowledge = reader.knowledge
    classes = knowledge.classes.get(iri, ())
    found = {
        "@context": "https://schema.org/",
        "@type": next((name for one, name in _TYPES.items() if one in classes), "Thing"),
        "@id": iri,
        "additionalType": list(classes),
        "name": reader.name(iri).text,
        "alternateName": _others(reader, iri),
        "description": " ".join(description),
        "url": knowledge.addresses.url(reader.start),
        "sameAs": [
            value for path in _SAME for value in knowledge.values(iri, path) if is_link(value)
        ],
        "subjectOf": {"@type": "Dataset", "@id": f"{knowledge.addresses.base}dataset"},
    }
    return {name: value for name, value in found.items() if value}


def _others(reader: Reader, iri: str) -> list[str]:
    """Return other names of a thing in the language of the page."""
    found = reader.spoken(reader.knowledge.objects(iri, _SKOS + "altLabel"))
    return [text(term) for term in found]
