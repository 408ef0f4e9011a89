"""Small graphs to compare."""

from pyoxigraph import RdfFormat

from coordgraph.changes.comparison import Difference, compare
from coordgraph.changes.model import Change, Group
from coordgraph.namespace import PREFIXES
from coordgraph.store import EmbeddedStore, open_store

__all__ = ["BASE", "ID", "A", "M", "changes", "difference", "store", "without"]

ID = "https://w3id.org/coordgraph/id/"
A, M = f"{ID}actor/a", f"{ID}agreement/m"

_HEAD = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items()) + "".join(
    f"@prefix {name}: <{ID}{name}/> .\n"
    for name in (
        "actor",
        "actor-kind",
        "agreement",
        "agreement-status",
        "event",
        "event-kind",
        "fact",
        "level",
        "mechanism-kind",
        "participation",
        "place",
        "role",
        "sector",
    )
)
BASE = """
actor:a a cg:Institution ; skos:prefLabel "Aa"@en ; cg:actorKind actor-kind:ministry .
actor:b a cg:Institution ; skos:prefLabel "Bb"@en ; cg:actorKind actor-kind:ministry .
actor:c a cg:Institution ; skos:prefLabel "Cc"@en ; cg:actorKind actor-kind:ministry .
agreement:m a cg:Agreement ; dcterms:title "Mm"@en ;
  cg:mechanismKind mechanism-kind:social-security-agreement ;
  cg:participation participation:a , participation:b .
participation:a a cg:Participation ; cg:actor actor:a ; cg:role role:party .
participation:b a cg:Participation ; cg:actor actor:b ; cg:role role:party .
"""
"""Two ministries have an agreement, and a third one stands by."""


def store(turtle: str, *, form: RdfFormat = RdfFormat.TRIG) -> EmbeddedStore:
    found = open_store()
    found.oxigraph.load((_HEAD + turtle).encode(), format=form)
    return found


def difference(old: str, new: str) -> Difference:
    return compare(store(old), store(new))


def changes(old: str, new: str, group: Group) -> list[Change]:
    return list(difference(old, new).of(group))


def without(line: str) -> str:
    """Return the base without a part of it, which it must have."""
    assert line in BASE
    return BASE.replace(line, "")
