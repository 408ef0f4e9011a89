"""The ontology as data, at its IRI and at that of its version."""

import re
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import NamedNode, Quad

from coordgraph.namespace import ID, PREFIXES, graph
from coordgraph.publish.site.addresses import HOME
from coordgraph.publish.site.description.documents import documents
from coordgraph.publish.site.dumps.formats import Formats
from coordgraph.publish.site.dumps.statements import Statements
from coordgraph.publish.site.dumps.unable import Unable
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.ontology.model import ONTOLOGY
from coordgraph.publish.site.output import Output

__all__ = ["FOLDER", "SUFFIXES", "files", "statements", "version", "write_files"]

FOLDER = "ontology"
"""Where versions of the ontology stand."""

SUFFIXES = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}
"""The formats of the ontology, and their media types."""

_VERSION = re.compile(r"[0-9]+(\.[0-9]+)+")


def version(knowledge: Knowledge) -> str:
    """Return the version of the ontology, as its version IRI ends; nothing if it has none."""
    found = knowledge.values(ONTOLOGY, PREFIXES["owl"] + "versionIRI")
    name = found[0].rpartition("/")[2] if found else ""
    return name if _VERSION.fullmatch(name) else ""


def write_files(knowledge: Knowledge, formats: Formats, output: Output) -> Mapping[str, str]:
    """
    Write the ontology, and the concepts that it sorts things by.

    Returns the files that XML cannot hold, which are left out, and why it cannot.

    The ontology stands at its own IRI, so that whoever follows that of a term gets all of it,
    and under the name of its version, which stays when a later version is published into the
    same folder.
    """
    left_out: dict[str, str] = {}
    for place, quads in files(knowledge).items():
        whole = dict(documents(quads))  # whose JSON-LD needs no file beside it
        for suffix in SUFFIXES:
            at = f"{place}.{suffix}"
            try:
                written = formats.document(quads, suffix, place=at)
            except Unable as why:
                left_out[at] = str(why)
                continue
            output.write(at, whole[suffix] if suffix == "jsonld" else written)
    output.keep_like(re.compile(rf"{FOLDER}/{_VERSION.pattern}\.({'|'.join(SUFFIXES)})"))
    return left_out


def files(knowledge: Knowledge) -> Mapping[str, list[Quad]]:
    """Return the places of the ontology's files, without suffix, and what each says."""
    named, ontology = version(knowledge), statements(knowledge)
    nodes = (one for one in _described(knowledge) if _is_concept(knowledge, one.value))
    return {
        "ns": ontology,
        **({f"{FOLDER}/{named}": ontology} if named else {}),
        f"{FOLDER}/concepts": list(_said(knowledge, nodes)),
    }


def statements(knowledge: Knowledge) -> list[Quad]:
    """Return what the ontology says of its terms, and of others' that it declares."""
    nodes = _described(knowledge)
    return list(_said(knowledge, (one for one in nodes if _is_term(one.value))))


def _described(knowledge: Knowledge) -> list[NamedNode]:
    """Return what the ontology's graph describes, or what is under its home without one."""
    described = Statements(knowledge.vocabulary).subjects(graph("ontology"))
    if not described:
        return [NamedNode(iri) for iri in knowledge.classes if iri.startswith(HOME)]
    return [node for node in described if isinstance(node, NamedNode)]


def _is_term(iri: str) -> bool:
    """Say whether the ontology declares this: as its own, or as a term of others."""
    return iri.startswith(ONTOLOGY) or not iri.startswith(HOME)


def _is_concept(knowledge: Knowledge, iri: str) -> bool:
    """Say whether this sorts things: a concept, a list of concepts, an order in it."""
    return iri.startswith(ID) and not knowledge.is_a(iri, "Place")


def _said(knowledge: Knowledge, nodes: Iterable[NamedNode]) -> Iterator[Quad]:
    """Yield what the ontology's graph says of terms; what any says, if it has no graph."""
    statements, own = Statements(knowledge.vocabulary), graph("ontology")
    where = (
        own
        if any(knowledge.vocabulary.oxigraph.quads_for_pattern(None, None, None, own))
        else None
    )
    for node in nodes:
        yield from statements.said(node, where)
