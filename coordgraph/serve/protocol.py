"""
What a request of the SPARQL 1.1 Protocol asks: a question, an update, or what there is [1]_.

References
----------
.. [1] L. Feigenbaum et al. (2013). *SPARQL 1.1 Protocol*. W3C Recommendation.
"""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qsl

from pyoxigraph import NamedNode

from coordgraph.serve.media import NAMED
from coordgraph.serve.speech import gettext as _

__all__ = ["Asked", "Refused", "asked"]

_FORM = "application/x-www-form-urlencoded"
_QUERY, _UPDATE = "application/sparql-query", "application/sparql-update"


class Refused(Exception):
    """A request that follows no protocol; the message says what it should be."""

    def __init__(self, status: int, words: str) -> None:
        self.status, self.words = status, words
        super().__init__(words)


@dataclass(frozen=True, slots=True)
class Asked:
    """
    What a request asks.

    Attributes
    ----------
    kind
        ``query``, ``update``, or ``description`` where there is neither.
    sparql
        The question or update.
    graphs, named
        The graphs that the client names in place of those of the text; None if it names none.
    form
        The name of the form in which the answer is wanted, or a media type; nothing where only
        the ``Accept`` header says it.
    """

    kind: Literal["query", "update", "description"]
    sparql: str = ""
    graphs: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None
    form: str = ""


def asked(method: str, search: bytes, content_type: str, body: bytes) -> Asked:
    """
    Return what a request asks.

    Parameters
    ----------
    method
        ``GET``, ``HEAD`` or ``POST``.
    search
        What stands after the question mark.
    content_type, body
        Of a POST.

    Raises
    ------
    Refused
        If the request is none of the protocol.
    """
    pairs = _pairs(search)
    if method in {"GET", "HEAD"}:
        if _values(pairs, "update"):
            raise Refused(400, _("An update is sent by POST."))
        return _of_pairs(pairs)
    media, _mark, parameters = content_type.partition(";")
    media = media.strip().lower()
    if media == _FORM:
        return _of_pairs([*pairs, *_pairs(body)], posted=True)
    if media in {_QUERY, _UPDATE}:
        if "charset" in parameters.lower() and "utf-8" not in parameters.lower():
            raise Refused(415, _("SPARQL is sent in UTF-8."))
        kind = "query" if media == _QUERY else "update"
        if _values(pairs, "query") or _values(pairs, "update"):
            words = _("A body of {media} goes with no query= or update=.")
            raise Refused(400, words.format(media=media))
        return _with_graphs(kind, _decoded(body), pairs)
    words = _("A POST is {form}, {query} or {update}; its Content-Type says which.")
    raise Refused(415, words.format(form=_FORM, query=_QUERY, update=_UPDATE))


def _of_pairs(pairs: list[tuple[str, str]], *, posted: bool = False) -> Asked:
    found = [(name, value) for name, value in pairs if name in {"query", "update"}]
    if len(found) > 1:
        words = _("One question is asked at a time: one query= or one update=.")
        raise Refused(400, words)
    if not found:
        if posted:
            raise Refused(400, _("The form lacks query= or update=."))
        return Asked("description", form=_form(pairs))
    ((kind, sparql),) = found
    return _with_graphs(kind, sparql, pairs)


def _with_graphs(kind: str, sparql: str, pairs: list[tuple[str, str]]) -> Asked:
    if kind == "update":
        names, form = ("using-graph-uri", "using-named-graph-uri"), ""
    else:
        names, form = ("default-graph-uri", "named-graph-uri"), _form(pairs)
    graphs, named = (_values(pairs, name) for name in names)
    for iri in (*graphs, *named):
        _check(iri)
    if not graphs and not named:
        return Asked("query" if kind == "query" else "update", sparql, form=form)
    return Asked("query" if kind == "query" else "update", sparql, graphs, named, form)


def _form(pairs: list[tuple[str, str]]) -> str:
    """Return the form that is asked for by name or media type."""
    form = next(iter(_values(pairs, "format")), "")
    if form and form not in NAMED and "/" not in form:
        words = _("{given} is none of {known}.")
        known = ", ".join(NAMED)
        raise Refused(400, words.format(given=f"format={form[:50]!r}", known=known))
    return form


def _check(iri: str) -> None:
    if not _is_iri(iri):
        raise Refused(400, _("{text} is no IRI of a graph.").format(text=repr(iri[:200])))


def _is_iri(text: str) -> bool:
    try:
        NamedNode(text)
    except ValueError:
        return False
    return ":" in text


def _values(pairs: list[tuple[str, str]], name: str) -> tuple[str, ...]:
    return tuple(value for key, value in pairs if key == name)


def _pairs(encoded: bytes) -> list[tuple[str, str]]:
    try:
        text = encoded.decode("ascii")
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except UnicodeDecodeError:
        raise Refused(400, _("Parameters are UTF-8, percent-encoded.")) from None
    except ValueError:
        raise Refused(
            400, _("There are more than {most} parameters.").format(most=1000)
        ) from None


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(400, _("SPARQL is sent in UTF-8.")) from None
