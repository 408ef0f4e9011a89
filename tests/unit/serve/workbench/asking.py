"""Pages of the workbench, asked as a worker is asked."""

from collections.abc import Sequence

from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.workbench.pages import page_answered
from coordgraph.serve.worker import Reply
from coordgraph.store import EmbeddedStore

__all__ = ["page"]


def page(
    store: EmbeddedStore, path: str, search: str = "", *, sources: Sequence[str] = ()
) -> Reply:
    head = {"path": path, "search": search, "root": "http://x/", "sources": sources}
    return page_answered(store, Message(head), Limits())
