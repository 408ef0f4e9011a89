"""What a text is the name of."""

from pyoxigraph import BlankNode, NamedNode

__all__ = ["Node", "node_of"]

Node = NamedNode | BlankNode


def node_of(name: str) -> Node | None:
    """
    Return the node of which `coordgraph.store.text` gives a text; None, if it is no node's.

    >>> node_of("urn:a"), node_of("_:b"), node_of("some words")
    (<NamedNode value=urn:a>, <BlankNode value=b>, None)
    """
    try:
        return BlankNode(name[2:]) if name.startswith("_:") else NamedNode(name)
    except ValueError:
        return None
