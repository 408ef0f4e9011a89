"""
The JSON-LD context of a dataset: what each key means, and of which type its values are.

Terms of the ontology go by their bare names, all others with a prefix, so that a name means
the same in every release.  A key is typed where all values that the dataset has by it are of
one kind; texts in languages stand in language maps (JSON-LD 1.1, W3C Recommendation, 2020).
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.namespace import CG, PREFIXES

__all__ = ["CONTEXT", "Context"]

CONTEXT = "dump/context.jsonld"
"""Where the context of a site stands."""

_TYPE = PREFIXES["rdf"] + "type"
_STRING = PREFIXES["xsd"] + "string"
_IRI, _TEXT = "@id", "@language"
_KEYWORDS = {"id", "type", "graph", "context", "value", "language", "list", "set"}
_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


@dataclass(frozen=True, slots=True)
class Context:
    """
    What keys mean.

    Attributes
    ----------
    prefixes
        Short names for namespaces; without those that an IRI of the dataset begins with as if
        they were its scheme.
    names
        The key of each property and class, by IRI.
    kinds
        How values by a property are read: ``@id`` for things, ``@language`` for texts in
        languages, the IRI of a datatype, or empty where each value says it.
    """

    prefixes: Mapping[str, str]
    names: Mapping[str, str]
    kinds: Mapping[str, str]

    @classmethod
    def of(cls, quads: Iterable[Quad], *, known: Mapping[str, str] = PREFIXES) -> "Context":
        """Return the context for these statements, with these prefixes."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        classes: set[str] = set()
        schemes: set[str] = set()
        for quad in quads:
            predicate, value = quad.predicate.value, quad.object
            schemes |= _schemes(_iris(quad))
            if predicate == _TYPE and isinstance(value, NamedNode):
                classes.add(value.value)
            else:
                found[predicate].add(_kind(value))
        schemes |= _schemes(chain(found, *found.values()))
        prefixes = {name: space for name, space in known.items() if name not in schemes}
        names = {iri: _key(iri, prefixes) for iri in sorted(found.keys() | classes)}
        kinds = {iri: _one(kinds) for iri, kinds in sorted(found.items())}
        return cls(prefixes, names, kinds)

    def document(self) -> dict[str, Any]:
        """Return the context as it is published."""
        terms: dict[str, Any] = {"@version": 1.1, "id": "@id", "type": "@type", **self.prefixes}
        for iri, name in self.names.items():
            kind = self.kinds.get(iri, "")
            defined: dict[str, str] = {"@id": _key(iri, self.prefixes, bare=False)}
            if kind == _TEXT:
                defined["@container"] = "@language"
            elif kind:
                defined["@type"] = (
                    kind if kind == _IRI else _key(kind, self.prefixes, bare=False)
                )
            if len(defined) > 1:
                terms[name] = defined
            elif name != defined["@id"]:
                terms[name] = defined["@id"]
        return {"@context": terms}

    def text(self) -> str:
        """Return the context as a file."""
        return json.dumps(self.document(), ensure_ascii=False, indent=1) + "\n"


def _kind(value: object) -> str:
    if not isinstance(value, Literal):
        return _IRI
    return _TEXT if value.language else value.datatype.value


def _one(kinds: set[str]) -> str:
    if _TEXT in kinds and kinds <= {_TEXT, _STRING}:
        return _TEXT
    only = next(iter(kinds)) if len(kinds) == 1 else ""
    return "" if only == _STRING else only


def _iris(quad: Quad) -> Iterator[str]:
    for term in (quad.subject, quad.object, quad.graph_name):
        if isinstance(term, NamedNode):
            yield term.value


def _schemes(iris: Iterable[str]) -> set[str]:
    """Return what IRIs begin with that could be taken for a prefix."""
    parts = (iri.partition(":") for iri in iris)
    return {scheme for scheme, _, rest in parts if not rest.startswith("//")}


def _key(iri: str, prefixes: Mapping[str, str], *, bare: bool = True) -> str:
    """Return the key of a property or class: bare, with a prefix, or the whole IRI."""
    for prefix, namespace in prefixes.items():
        local = iri.removeprefix(namespace)
        if local != iri and _LOCAL.fullmatch(local):
            own = bare and namespace == CG and local not in _KEYWORDS
            return local if own else f"{prefix}:{local}"
    return iri
