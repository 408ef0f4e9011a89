"""The data of one thing as a document that needs no other: its context stands in it."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from pyoxigraph import Quad

from coordgraph.publish.site.description.vocabulary import DESCRIBING
from coordgraph.publish.site.dumps.context import Context
from coordgraph.publish.site.dumps.jsonld import JsonLd
from coordgraph.publish.site.dumps.lines import Triples
from coordgraph.publish.site.dumps.prefixes import prefixes_for
from coordgraph.publish.site.dumps.statements import in_order
from coordgraph.publish.site.dumps.turtle import Turtle
from coordgraph.store import text

__all__ = ["document"]

Blocks = list[list[Quad]]


def document(said: Sequence[Quad], suffix: str) -> str:
    """
    Return statements as a document; things stand in the order in which they come first.

    Parameters
    ----------
    said
        The statements.
    suffix
        ``ttl``, ``nt`` or ``jsonld``.
    """
    ranks = {subject: at for at, subject in enumerate(dict.fromkeys(q.subject for q in said))}
    ordered = sorted(set(said), key=lambda quad: (ranks[quad.subject], *in_order(quad)))
    blocks = [list(found) for _, found in groupby(ordered, key=lambda quad: quad.subject)]
    return _WRITERS[suffix](blocks)


def _turtle(blocks: Blocks) -> str:
    iris = [text(quad.subject) for block in blocks for quad in block]
    turtle = Turtle(prefixes_for(iris, known=DESCRIBING))
    body = "".join(turtle.block(said) for said in blocks)
    return turtle.head() + body


def _ntriples(blocks: Blocks) -> str:
    return "".join(Triples().block(said) for said in blocks)


def _jsonld(blocks: Blocks) -> str:
    jsonld = JsonLd(Context.of((q for block in blocks for q in block), known=DESCRIBING))
    nodes = jsonld.separator.join(map(jsonld.block, blocks))
    return jsonld.head() + nodes + jsonld.foot


_WRITERS: Mapping[str, Callable[[Blocks], str]] = {
    "ttl": _turtle,
    "nt": _ntriples,
    "jsonld": _jsonld,
}
