"""What clients send to the server: headers, what follows a question mark, and bodies."""

import json
from contextlib import suppress

from pyoxigraph import NamedNode

from coordgraph.errors import CoordgraphError
from coordgraph.publish.site.negotiation.accept import best_form, best_language, preferred
from coordgraph.serve.api.answering import api_answered, library_answered
from coordgraph.serve.api.arrangement import arranged
from coordgraph.serve.api.operations import OPERATIONS
from coordgraph.serve.api.reconciliation import reconciled
from coordgraph.serve.changing import _read, _Refused
from coordgraph.serve.endpoint import gzipped
from coordgraph.serve.framing import PREFIX, Message, framed, sizes, unpacked
from coordgraph.serve.graphstore import _accepted, _named
from coordgraph.serve.limits import Limits
from coordgraph.serve.media import ROWS, STATEMENTS
from coordgraph.serve.protocol import Refused, asked
from coordgraph.serve.receiving import Scope
from coordgraph.serve.worker import Job, done
from tests.hostile.fuzzing.small import small
from tests.hostile.fuzzing.surface import Surface, fields, joined

__all__ = ["SURFACES"]

_LIMITS = Limits(answer_bytes=1 << 20)
_OPERATIONS = [each.name for each in OPERATIONS]
_QUICK = ("ties", "centrality", "search", "spots")


def _scope(method: str, search: bytes, path: str = "/store", **headers: bytes) -> Scope:
    """Return a request as servers hand it over."""
    told = [(name.replace("_", "-").encode(), value) for name, value in headers.items()]
    return {"method": method, "query_string": search, "path": path, "headers": told}


def accepted(data: bytes) -> None:
    """Find the form and the language that suit headers."""
    header = data.decode("latin-1")
    assert best_form(header) in {None, "html", "ttl", "jsonld", "nt"}
    assert best_language(header, ("en", "es", "pt")) in {"en", "es", "pt"}
    assert preferred(header, tuple(ROWS)) in {None, *ROWS}
    assert preferred(header, tuple(STATEMENTS)) in {None, *STATEMENTS}
    assert gzipped(_scope("GET", b"", accept_encoding=data)) in {True, False}


def protocol(data: bytes) -> None:
    """Read requests of the SPARQL protocol."""
    search, media, body = fields(data, 3)
    for method in ("GET", "POST"):
        with suppress(Refused):
            found = asked(method, search, media.decode("latin-1"), body)
            head = {"graphs": found.graphs, "named": found.named, "accept": found.form}
            _hand_over(Message(head, found.sparql.encode("utf-8", "surrogatepass")))


def _hand_over(message: Message) -> None:
    """Make sure that a message reaches a worker as it was."""
    whole = framed(message)
    head, body = sizes(whole)
    start = PREFIX.size
    found = unpacked(whole[start : start + head], whole[start + head :])
    assert len(whole) == start + head + body
    assert (found.head, found.body) == (json.loads(json.dumps(message.head)), message.body)


def graph(data: bytes) -> None:
    """Find which graph a request is about, and in which form it is wanted."""
    search, path = fields(data, 2)
    for method in ("GET", "POST"):
        scope = _scope(method, search, f"/store{path.decode('utf-8', 'replace')}", host=b"h")
        with suppress(ValueError):  # answered with its words
            found = _named(scope)
            assert found is None or NamedNode(found)
        with suppress(ValueError):
            assert isinstance(_accepted(scope), str)


def documents(data: bytes) -> None:
    """Read the documents of a request that changes a graph."""
    media, body = fields(data, 2)
    message = Message({"media": media.decode("latin-1")}, body)
    with suppress(CoordgraphError, _Refused):
        list(_read(message, NamedNode("urn:g")))


def operation(data: bytes) -> None:
    """Ask an operation of the JSON API."""
    place, search = fields(data, 2)
    names = [name for name in _OPERATIONS if name in _QUICK]
    _answered(api_answered, names[sum(place) % len(names)], search)


def library_question(data: bytes) -> None:
    """Ask a question of the library."""
    name, search = fields(data, 2)
    _answered(library_answered, name.decode("utf-8", "replace"), search)


def reconciliation(data: bytes) -> None:
    """Reconcile names."""
    path, search, body = fields(data, 3)
    _answered(reconciled, path.decode("utf-8", "replace"), search, body)


def arrangement(data: bytes) -> None:
    """Arrange a part of a network."""
    _answered(arranged, "", b"", data)


def _answered(job: Job, path: str, search: bytes, body: bytes = b"") -> None:
    head = {
        "path": path,
        "search": search.decode("latin-1"),
        "root": "http://h/",
        "accept": "",
        "gzip": False,
    }
    reply = done(job, small(), Message(head, body), _LIMITS)
    assert reply.status in {200, 400, 404, 406, 413, 422}, reply
    assert reply.headers["content-type"]


_FORM = b"multipart/form-data; boundary=x"
_PARTS = b"""--x\r
Content-Type: text/turtle; charset=utf-8\r
Content-Transfer-Encoding: base64\r
\r
PHVybjphPiA8dXJuOmI+IDx1cm46Yz4gLg==\r
--x\r
Content-Type: application/n-triples\r
\r
<urn:a> <urn:b> <urn:c> .\r
--x--\r
"""
_ARRANGED = {"actors": ["a", "b", "c"], "ties": [[0, 1, 0.5], [1, 2, 1]]}
_QUERIES = {"q": {"query": "One", "limit": 3, "type": "ministry", "properties": []}}
SURFACES = {
    "accept": Surface(
        accepted, (b"text/turtle;q=0.5, application/json, */*;q=0.1", b"es-AR, es;q=0.9, *;q=0")
    ),
    "protocol": Surface(
        protocol,
        (
            joined(b"query=ASK%20%7B%7D&default-graph-uri=urn:a&format=csv"),
            joined(
                b"",
                b"application/x-www-form-urlencoded",
                b"update=CLEAR+ALL&using-graph-uri=a:b",
            ),
            joined(
                b"named-graph-uri=a:b", b"application/sparql-query; charset=utf-8", b"ASK {}"
            ),
        ),
    ),
    "graphs": Surface(
        graph, (joined(b"graph=urn:a&format=ttl"), joined(b"default"), joined(b"", b"/a%20b"))
    ),
    "documents": Surface(
        documents, (joined(_FORM, _PARTS), joined(b"text/turtle", b"<urn:a> <b> <c> ."))
    ),
    "operations": Surface(
        operation,
        (
            joined(b"a", b"level=policy&as_of=2001-02&lift=true&limit=3&format=csv"),
            joined(b"b", b"measure=degree&weighted=1&during=1990/2000&weight=newman"),
            joined(b"c", b"q=One&lang=es"),
        ),
    ),
    "library": Surface(
        library_question,
        (joined(b"actors/names", b"lang=es&format=sheet"), joined(b"", b"lang=pt")),
    ),
    "reconciliation": Surface(
        reconciliation,
        (
            joined(b"", b"", b"queries=" + json.dumps(_QUERIES).encode()),
            joined(b"suggest/entity", b"prefix=On&lang=es"),
        ),
    ),
    "arrangement": Surface(arrangement, (json.dumps(_ARRANGED).encode(),)),
}
"""By name."""
