"""Statements as a document that needs no other: the context of its JSON-LD stands in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from pyoxigraph import Quad

from coordgraph.publish.site.description.vocabulary import DESCRIBING
from coordgraph.publish.site.dumps.context import Context
from coordgraph.publish.site.dumps.jsonld import JsonLd
from coordgraph.publish.site.dumps.lines import Triples
from coordgraph.publish.site.dumps.prefixes import prefixes_for
from coordgraph.publish.site.dumps.statements import in_blocks
from coordgraph.publish.site.dumps.turtle import Turtle
from coordgraph.publish.site.dumps.xml import Xml
from coordgraph.publish.site.frame import DATA
from coordgraph.store import text

__all__ = ["document", "documents"]

Blocks = list[list[Quad]]


def documents(said: Iterable[Quad]) -> Iterator[tuple[str, str]]:
    """Yield statements, thing by thing by IRI, by suffix of each format of `DATA`."""
    ordered = sorted(said, key=lambda quad: str(quad.subject))
    for suffix in DATA:
        yield suffix, document(ordered, suffix)


def document(said: Iterable[Quad], suffix: str) -> str:
    """
    Return statements as a document; things stand in the order in which they come first.

    Parameters
    ----------
    said
        The statements.
    suffix
        ``ttl``, ``nt``, ``jsonld`` or ``rdf``.

    Raises
    ------
    Unable
        If XML cannot hold them.
    """
    return _WRITERS[suffix](in_blocks(dict.fromkeys(said)))


def _turtle(blocks: Blocks) -> str:
    turtle = Turtle(_prefixes(blocks))
    body = "".join(turtle.block(said) for said in blocks)
    return turtle.head() + body


def _ntriples(blocks: Blocks) -> str:
    return "".join(Triples().block(said) for said in blocks)


def _jsonld(blocks: Blocks) -> str:
    jsonld = JsonLd(Context.of((q for block in blocks for q in block), known=DESCRIBING))
    nodes = jsonld.separator.join(map(jsonld.block, blocks))
    return jsonld.head() + nodes + jsonld.foot


def _xml(blocks: Blocks) -> str:
    xml = Xml(_prefixes(blocks))
    body = "".join(xml.block(said) for said in blocks)
    return xml.head() + body + xml.foot


def _prefixes(blocks: Blocks) -> Mapping[str, str]:
    iris = (text(quad.subject) for block in blocks for quad in block)
    return prefixes_for(iris, known=DESCRIBING)


_WRITERS: Mapping[str, Callable[[Blocks], str]] = {
    "ttl": _turtle,
    "nt": _ntriples,
    "jsonld": _jsonld,
    "rdf": _xml,
}
