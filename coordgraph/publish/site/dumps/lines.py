"""
N-Triples and N-Quads, a line a statement.

Written in the order of code points, with blank nodes named canonically, N-Quads are the
canonical form of a dataset as RDFC-1.0 defines it (W3C Recommendation, 2024).
"""

from collections.abc import Sequence

from pyoxigraph import Quad

from coordgraph.publish.site.dumps.statements import Graph

__all__ = ["Quads", "Triples"]


class Quads:
    """N-Quads."""

    separator = ""
    foot = ""

    def head(self) -> str:
        """Return nothing: lines need no head."""
        return ""

    def begin(self, graph: Graph | None) -> str:
        """Return nothing: each line names its graph."""
        del graph
        return ""

    end = begin

    def block(self, said: Sequence[Quad]) -> str:
        """Return what is said of one thing, a line a statement."""
        return "".join(sorted(f"{quad} .\n" for quad in said))


class Triples(Quads):
    """N-Triples; a statement that stands in several graphs has one line."""

    def block(self, said: Sequence[Quad]) -> str:
        """Return what is said of one thing, a line a statement."""
        return "".join(sorted({f"{quad.triple} .\n" for quad in said}))
