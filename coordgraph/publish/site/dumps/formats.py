"""The data of a thing, in each format that stands beside its page."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from coordgraph.publish.site.addresses import link
from coordgraph.publish.site.dumps.context import CONTEXT, Context
from coordgraph.publish.site.dumps.jsonld import node
from coordgraph.publish.site.dumps.lines import Triples
from coordgraph.publish.site.dumps.prefixes import prefixes_for
from coordgraph.publish.site.dumps.statements import Statements, in_blocks
from coordgraph.publish.site.dumps.turtle import Turtle
from coordgraph.publish.site.dumps.xml import Xml

__all__ = ["Formats"]


@dataclass(frozen=True, slots=True)
class Formats:
    """
    How data is written, alike in all files of a site.

    Attributes
    ----------
    context
        What the keys of JSON-LD mean; the files point to the one that is published.
    prefixes
        Short names for namespaces in Turtle.
    """

    context: Context
    prefixes: Mapping[str, str]

    @classmethod
    def of(cls, *datasets: Statements) -> "Formats":
        """Return what suits these datasets together."""
        context = Context.of(quad for each in datasets for quad in each.store.quads())
        subjects = (node for each in datasets for node in each.subjects())
        iris = sorted({node.value for node in subjects if isinstance(node, NamedNode)})
        return cls(context, prefixes_for([*iris, *context.names]))

    def document(self, said: Iterable[Quad], suffix: str, *, place: str) -> str:
        """
        Return a document.

        Parameters
        ----------
        said
            The statements, of one thing or of several; a thing's stand together in the order
            in which things come first.
        suffix
            ``ttl``, ``nt``, ``jsonld`` or ``rdf``.
        place
            Where the document stands on the site.

        Raises
        ------
        Unable
            If XML cannot hold it.
        """
        return _WRITERS[suffix](self, in_blocks(said), place)


def _turtle(formats: Formats, blocks: list[list[Quad]], place: str) -> str:
    del place
    turtle = Turtle(formats.prefixes)
    body = "".join(turtle.block(said) for said in blocks)
    return turtle.head() + body


def _ntriples(formats: Formats, blocks: list[list[Quad]], place: str) -> str:
    del formats, place
    return "".join(Triples().block(said) for said in blocks)


def _jsonld(formats: Formats, blocks: list[list[Quad]], place: str) -> str:
    context = link(CONTEXT, start=place)
    nodes = [node(said, formats.context) for said in blocks]
    document = {"@context": context, "@graph": nodes}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _xml(formats: Formats, blocks: list[list[Quad]], place: str) -> str:
    del place
    xml = Xml(formats.prefixes)
    body = "".join(xml.block(said) for said in blocks)
    return xml.head() + body + xml.foot


_WRITERS: Mapping[str, Callable[[Formats, list[list[Quad]], str], str]] = {
    "ttl": _turtle,
    "nt": _ntriples,
    "jsonld": _jsonld,
    "rdf": _xml,
}
