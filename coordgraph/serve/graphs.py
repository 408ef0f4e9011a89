"""
One graph of the data, read whole [1]_.

References
----------
.. [1] C. Ogbuji (2013). *SPARQL 1.1 Graph Store HTTP Protocol*. W3C Recommendation.
"""

from pyoxigraph import DefaultGraph, NamedNode, serialize

from coordgraph.namespace import PREFIXES
from coordgraph.publish.site.negotiation.accept import preferred
from coordgraph.publish.xml import sink_for
from coordgraph.serve.framing import Message
from coordgraph.serve.giving import given
from coordgraph.serve.limits import Limits
from coordgraph.serve.media import STATEMENTS
from coordgraph.serve.questions import Capped, TooMuch, too_much
from coordgraph.serve.speech import gettext as _
from coordgraph.serve.worker import Reply, plain
from coordgraph.store import EmbeddedStore, Store

__all__ = ["graph_given"]


def graph_given(store: Store, message: Message, limits: Limits) -> Reply:
    """
    Give a graph, or the default one, which holds what is in no graph.

    The head of the message says ``graph`` (an IRI, or None for the default one), ``accept`` and
    ``gzip``.
    """
    assert isinstance(store, EmbeddedStore)
    iri = message.head["graph"]
    name = DefaultGraph() if iri is None else NamedNode(iri)
    if isinstance(name, NamedNode) and not store.oxigraph.contains_named_graph(name):
        return plain(404, _("There is no graph {iri}.").format(iri=iri[:200]))
    media = preferred(message.head.get("accept", ""), tuple(STATEMENTS))
    if media is None:
        words = _("A graph is given as {media}.")
        return plain(406, words.format(media=", ".join(STATEMENTS)))
    form, sink = STATEMENTS[media], Capped(limits.answer_bytes)
    quads = store.oxigraph.quads_for_pattern(None, None, None, name)
    triples = (quad.triple for quad in quads)
    try:
        serialize(triples, sink_for(form, sink), form, prefixes=PREFIXES)
    except TooMuch:
        return plain(413, too_much(limits))
    return given(sink.getvalue(), media, message)
