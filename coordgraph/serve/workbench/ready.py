"""What first views need, worked out before processes are forked that share it."""

from coordgraph.network.selection import Selection
from coordgraph.publish.geography import spots
from coordgraph.serve.api.graph import layout_of
from coordgraph.serve.workbench.measures import measured
from coordgraph.store import EmbeddedStore

__all__ = ["MOST_STATEMENTS", "MOST_TIES", "make_ready"]

MOST_STATEMENTS, MOST_TIES = 250_000, 2_000
"""Of how large a dataset it is worked out: that of the largest takes about half a second."""


def make_ready(store: EmbeddedStore) -> None:
    """
    Work out where actors stand, what their measures are, and where countries lie.

    None of it depends on a language.  A large dataset is left to whoever asks for its views, so
    that its server starts as soon as it is read.
    """
    if len(store.oxigraph) > MOST_STATEMENTS:
        return
    layout = layout_of(store, Selection(subsidiary="keep"))
    if 0 < len(layout.ties) <= MOST_TIES:
        spots()
        measured(store, Selection(), "count", "", weighted=False)
