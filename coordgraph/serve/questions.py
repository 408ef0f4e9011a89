"""
Questions in SPARQL, as a worker answers them.

The default graph is the union of all graphs, unless the client or the question names others.
What would ask elsewhere (SERVICE, LOAD) is refused before the question is evaluated, and could
reach nothing if it were.
"""

from io import BytesIO

import pyoxigraph
from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, RdfFormat

from coordgraph.namespace import PREFIXES
from coordgraph.publish.site.negotiation.accept import preferred
from coordgraph.publish.xml import sink_for
from coordgraph.serve.framing import Message
from coordgraph.serve.giving import given
from coordgraph.serve.limits import Limits
from coordgraph.serve.media import ROWS, STATEMENTS
from coordgraph.serve.sheets import write_sheet
from coordgraph.serve.speech import gettext as _
from coordgraph.serve.worker import Reply, plain
from coordgraph.store import EmbeddedStore, Store
from coordgraph.store.forms import DATASET, bared, keyword
from coordgraph.store.syntax import fault

__all__ = ["Capped", "TooMuch", "answered", "refusal", "told", "too_much"]

_ELSEWHERE = keyword("SERVICE", "LOAD")


class TooMuch(Exception):
    """An answer grows beyond its limit."""


class Capped(BytesIO):
    """Where an answer is written, up to a size."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._left = most

    def write(self, part: bytes, /) -> int:  # type: ignore[override] # Oxigraph writes bytes
        """Keep a part."""
        size = super().write(part)
        self._left -= size
        if self._left < 0:
            raise TooMuch
        return size


def answered(store: Store, message: Message, limits: Limits) -> Reply:
    """
    Answer a question in SPARQL.

    The head of the message says ``accept``, ``sheet`` (whether CSV is for spreadsheets),
    ``gzip``, ``base`` (what relative IRIs are resolved against), ``graphs`` and ``named``
    (lists of IRIs, or None where the client names none); its body is the question.
    """
    assert isinstance(store, EmbeddedStore)
    sparql = message.body.decode()
    if problem := refusal(sparql):
        return plain(400, problem)
    try:
        return _written(_asked(store, sparql, message), message, limits)
    except SyntaxError as error:
        return plain(400, told(str(error)))
    except TooMuch:
        return plain(413, too_much(limits))
    except (OSError, ValueError, RuntimeError) as error:
        return plain(500, _("The question cannot be answered: {problem}").format(problem=error))


def refusal(sparql: str) -> str | None:
    """Say why a question is refused unread; None if it is not."""
    if found := _ELSEWHERE.search(bared(sparql)):
        word = found[0].upper()
        words = _("{word} is refused: this endpoint asks no other. Ask that one by itself.")
        return words.format(word=word)
    return None


def _asked(
    store: EmbeddedStore, sparql: str, message: Message
) -> QuerySolutions | QueryBoolean | QueryTriples:
    graphs, named = message.head.get("graphs"), message.head.get("named")
    base = message.head.get("base")
    if graphs is None and named is None:
        union = _names_no_graph(sparql)
        return store.oxigraph.query(sparql, base_iri=base, use_default_graph_as_union=union)
    return store.oxigraph.query(
        sparql,
        base_iri=base,
        default_graph=[NamedNode(iri) for iri in graphs or ()],
        named_graphs=[NamedNode(iri) for iri in named or ()],
    )


def _names_no_graph(sparql: str) -> bool:
    return DATASET.search(bared(sparql).partition("{")[0]) is None


def _written(
    found: QuerySolutions | QueryBoolean | QueryTriples, message: Message, limits: Limits
) -> Reply:
    accepted = message.head.get("accept", "")
    sink = Capped(limits.answer_bytes)
    if isinstance(found, QueryTriples):
        media = preferred(accepted, tuple(STATEMENTS))
        if media is not None:
            _write_statements(found, sink, STATEMENTS[media])
    else:
        media = preferred(accepted, tuple(ROWS))
        if media == "text/csv" and message.head.get("sheet"):
            write_sheet(found, sink)
        elif media is not None:
            found.serialize(sink_for(ROWS[media], sink), ROWS[media])
    if media is None:
        offered = STATEMENTS if isinstance(found, QueryTriples) else ROWS
        words = _("This answer is given as {media}.")
        return plain(406, words.format(media=", ".join(offered)))
    return given(sink.getvalue(), media, message)


def _write_statements(found: QueryTriples, sink: Capped, form: RdfFormat) -> None:
    """Write statements; in lines, which have no prefixes, without an object of Python each."""
    if form in {RdfFormat.N_TRIPLES, RdfFormat.N_QUADS}:
        found.serialize(sink, form)
    else:
        pyoxigraph.serialize(found, sink_for(form, sink), form, prefixes=PREFIXES)


def told(problem: str, *, update: bool = False) -> str:
    """Return where a text breaks, and why."""
    if update:
        return _("The update is not SPARQL 1.1: {problem}").format(problem=fault(problem))
    return _("The question is not SPARQL 1.1: {problem}").format(problem=fault(problem))


def too_much(limits: Limits) -> str:
    """Say that an answer is larger than allowed."""
    most = limits.answer_bytes / (1 << 20)
    return _(
        "The answer is larger than {most:g} MB, the most that this endpoint gives at once. "
        "Ask for less, with LIMIT or fewer columns, or take the downloads."
    ).format(most=most)
