"""Pages of the workbench, as a worker makes them: by language and view."""

from urllib.parse import parse_qsl

from coordgraph.publish.site.words import LANGUAGES
from coordgraph.serve.framing import Message
from coordgraph.serve.giving import given
from coordgraph.serve.limits import Limits
from coordgraph.serve.workbench.agreements import AGREEMENTS
from coordgraph.serve.workbench.data import DATA
from coordgraph.serve.workbench.editor import EDITOR
from coordgraph.serve.workbench.home import HOME
from coordgraph.serve.workbench.measures import MEASURED
from coordgraph.serve.workbench.network import NETWORK
from coordgraph.serve.workbench.quality import QUALITY
from coordgraph.serve.workbench.rendering import rendered
from coordgraph.serve.workbench.source import SOURCE
from coordgraph.serve.workbench.texts import MISSING
from coordgraph.serve.workbench.view import Asked, View
from coordgraph.serve.worker import Reply
from coordgraph.store import EmbeddedStore, Store

__all__ = ["PAGES", "VIEWS", "page_answered", "parameters"]

VIEWS: tuple[View, ...] = (
    HOME,
    NETWORK,
    AGREEMENTS,
    MEASURED,
    EDITOR,
    QUALITY,
    DATA,
)
"""The views, in the order of the menu."""

PAGES = (*VIEWS, SOURCE)
"""All views, those that no menu leads to included."""

_MISSING = View("missing", MISSING, lambda _: {})


def page_answered(store: Store, message: Message, limits: Limits) -> Reply:
    """
    Answer with the page of a view.

    The head of the message says ``path`` (language and view), ``search``, ``gzip`` and
    ``root``.
    """
    assert isinstance(store, EmbeddedStore)
    lang, _, path = message.head["path"].strip("/").partition("/")
    view = next((one for one in PAGES if one.path == path), _MISSING)
    lang = lang if lang in LANGUAGES else next(iter(LANGUAGES))
    head = message.head
    sources = head.get("sources", ())
    asked = Asked(store, lang, parameters(message), head["root"], limits, sources)
    reply = given(rendered(view, asked, VIEWS).encode(), "text/html", message)
    status = 404 if view is _MISSING else 200
    return Reply(status, {**reply.headers, "content-language": lang}, reply.body)


def parameters(message: Message) -> dict[str, str]:
    """Return the parameters of an address; none where they cannot be read."""
    try:
        return dict(parse_qsl(message.head["search"], errors="replace", max_num_fields=100))
    except ValueError:
        return {}
