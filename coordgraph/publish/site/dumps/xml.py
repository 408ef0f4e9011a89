"""
RDF/XML, where XML can hold a dataset.

XML has no control characters, and a property needs a name that XML allows (RDF 1.1 XML Syntax,
W3C Recommendation, 2014).
"""

import re
from collections.abc import Mapping, Sequence
from gettext import gettext as _
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.namespace import PREFIXES
from coordgraph.publish.site.dumps.statements import Graph
from coordgraph.publish.site.dumps.unable import Unable

__all__ = ["Xml"]

_RDF = PREFIXES["rdf"]
_STRING = PREFIXES["xsd"] + "string"
_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*$")
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_TAKEN = frozenset(
    _RDF + name
    for name in (
        *("li", "RDF", "Description", "ID", "about", "aboutEach", "aboutEachPrefix", "bagID"),
        *("datatype", "nodeID", "parseType", "resource"),
    )
)


class Xml:
    """
    RDF/XML.

    Parameters
    ----------
    prefixes
        Prefixes that may be used, and their namespaces.
    """

    separator = ""
    foot = "</rdf:RDF>\n"

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._names = {namespace: name for name, namespace in sorted(prefixes.items())}
        self._used: dict[str, str] = {"rdf": _RDF}
        self._tags: dict[str, str] = {}

    def head(self) -> str:
        """Return the root with the namespaces in use, once all blocks are made."""
        spaces = (
            f"xmlns:{name}={quoteattr(space)}" for name, space in sorted(self._used.items())
        )
        declared = "\n    ".join(spaces)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF {declared}>\n'

    def begin(self, graph: Graph | None) -> str:
        """Return nothing: the format knows no graphs."""
        del graph
        return ""

    end = begin

    def block(self, said: Sequence[Quad]) -> str:
        """
        Return what is said of one thing.

        Raises
        ------
        Unable
            If XML cannot hold it.
        """
        lines = dict.fromkeys(self._property(quad) for quad in said)
        about = _reference("about", said[0].subject)
        return "".join(
            (f"<rdf:Description {about}>\n", *lines, "</rdf:Description>\n"),
        )

    def _property(self, quad: Quad) -> str:
        tag = self._tag(quad.predicate.value)
        if not isinstance(quad.object, Literal):
            return f"  <{tag} {_reference('resource', quad.object)}/>\n"
        literal = quad.object
        if found := _NEVER.search(literal.value):
            raise Unable(
                _("XML has no character U+{code:04X}, which {subject} {predicate} has").format(
                    code=ord(found[0]), subject=quad.subject, predicate=quad.predicate
                )
            )
        kind = ""
        if literal.language:
            kind = f" xml:lang={quoteattr(literal.language)}"
        elif literal.datatype.value != _STRING:
            kind = f" rdf:datatype={quoteattr(literal.datatype.value)}"
        words = escape(literal.value, {"\r": "&#13;"})
        return f"  <{tag}{kind}>{words}</{tag.partition(' ')[0]}>\n"

    def _tag(self, iri: str) -> str:
        if iri not in self._tags:
            self._tags[iri] = self._new_tag(iri)
        return self._tags[iri]

    def _new_tag(self, iri: str) -> str:
        local = _LOCAL.search(iri)
        namespace = iri[: local.start()] if local else ""
        if local is None or not namespace or iri in _TAKEN:
            raise Unable(_("XML has no name for the property <{iri}>").format(iri=iri))
        name = self._names.get(namespace)
        if name is None:
            return f"p:{local[0]} xmlns:p={quoteattr(namespace)}"
        self._used[name] = namespace
        return f"{name}:{local[0]}"


def _reference(attribute: str, node: object) -> str:
    if isinstance(node, NamedNode):
        return f"rdf:{attribute}={quoteattr(node.value)}"
    return f'rdf:nodeID="{str(node).removeprefix("_:")}"'
