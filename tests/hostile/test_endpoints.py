"""Whatever an endpoint answers, a call ends soon, with one sentence, and within its memory."""

import gzip
from collections.abc import Iterable, Iterator
from itertools import chain, count
from pathlib import Path

import pytest

from coordgraph import memory
from coordgraph.errors import EndpointError, TooLarge
from coordgraph.ingest.rdf import load_file
from coordgraph.ingest.source import read_files
from coordgraph.store import RemoteStore, open_store
from tests.hostile.calling import Caller, caller
from tests.hostile.endpoints import Attack, endless, head, hostile_server

TSV, STATEMENTS = "text/tab-separated-values", "application/n-triples"
ROWS = b'{"head":{"vars":["s"]},"results":{"bindings":['
ROW = b'{"s":{"type":"uri","value":"urn:a"}}'
CHUNKED = {"Transfer-Encoding": "chunked"}
SELECT = b"SELECT ?s { ?s ?p ?o }"
CONSTRUCT = b"CONSTRUCT WHERE { ?s ?p ?o }"
DEEP = 30_000


def moved(where: str) -> bytes:
    return head(status="302 Found", headers={"Location": where})


def one(term: bytes) -> Iterable[bytes]:
    return [head(), ROWS, b'{"s":', term, b"}]}}"]


def triples_on_triples() -> Iterator[bytes]:
    start = b'{"type":"triple","value":{"subject":{"type":"uri","value":"urn:a"},'
    start += b'"predicate":{"type":"uri","value":"urn:b"},"object":'
    return iter(one(start * DEEP + b'{"type":"uri","value":"urn:c"}' + b"}}" * DEEP))


def many_columns(*, first: bool) -> Iterator[bytes]:
    names = b",".join(b'"a%d"' % number for number in range(100_000))
    told, rows = b'"head":{"vars":[' + names + b"]}", b'"results":{"bindings":[]}'
    return iter([head(), b"{", *((told, b",", rows) if first else (rows, b",", told)), b"}"])


def row(number: int) -> bytes:
    """Return a row of a megabyte."""
    return b'{"s":{"type":"literal","value":"%01048576d"}},' % number


def chunks(header: bytes) -> Iterator[bytes]:
    """Yield a table without an end, each row of a megabyte."""
    lines = (b"<urn:%01048576d>\t<urn:b>\n" % number for number in count())
    for line in chain([header], lines):
        yield b"%x\r\n%s\r\n" % (len(line), line)


NOTHING = "the answer goes on and on without a row, a statement or an end"
NO_ANSWER = "the answer is no application/sparql-results+json, or breaks off"
ATTACKS: dict[str, tuple[Attack, str]] = {
    "spaces": (lambda: chain([head()], endless(b" ")), NOTHING),
    "spaces-for-rows": (lambda: chain([head(), ROWS], endless(b" ")), NOTHING),
    "spaces-after-all": (lambda: chain([head(), ROWS, ROW, b"]}}"], endless(b" ")), NOTHING),
    "a-value": (lambda: chain(one(b'{"value":"'), endless(b"a")), NO_ANSWER),
    "columns": (lambda: many_columns(first=True), NOTHING),
    "columns-last": (lambda: many_columns(first=False), "the answer has 100,000 columns"),
    "brackets": (lambda: chain([head(), b'{"x":'], endless(b"[")), "more than 256 deep"),
    "triples": (triples_on_triples, "more than 256 deep"),
    "gzip": (
        lambda: [
            head(headers={"Content-Encoding": "gzip"}),
            gzip.compress(b" " * (8 << 20)),
        ],
        NO_ANSWER,
    ),
    "a-length": (lambda: [head(headers={"Content-Length": "9" * 5_000}), ROWS], NO_ANSWER),
    "rows-told": (
        lambda: [head(headers={"X-SPARQL-MaxRows": "9" * 5_000}), ROWS, ROW, b"]}}"],
        "",
    ),
    "a-chunk": (
        lambda: chain([head(headers=CHUNKED), b"f" * 16 + b"\r\n"], endless(b" ")),
        NOTHING,
    ),
    "no-chunk": (
        lambda: [head(headers=CHUNKED), b"-5\r\n" + ROWS],
        "the answer breaks off before its end",
    ),
    "trailers": (
        lambda: chain(
            [head(headers=CHUNKED), b"%x\r\n%s\r\n0\r\n" % (len(ROWS), ROWS)],
            endless(b"a: b\r\n"),
        ),
        "the answer breaks off before its end",
    ),
    "go-on": (lambda: endless(b"HTTP/1.1 100 Continue\r\n\r\n"), "more than 100 times"),
    "headers": (
        lambda: chain([b"HTTP/1.1 200 OK\r\n"], endless(b"A: b\r\n")),
        "more than 100 headers",
    ),
    "a-header": (lambda: chain([b"HTTP/1.1 200 OK\r\nA: "], endless(b"b")), "65536 bytes"),
    "no-http": (lambda: [b"\x16\x03\x01\r\n\r\n"], "no answer: "),
    "silence": (list, "no answer: "),
    "to-a-file": (lambda: [moved("file:///etc/passwd")], "which is no web address"),
    "to-ftp": (lambda: [moved("ftp://127.0.0.1/")], "which is no web address"),
    "round": (lambda: [moved("/round")], "from address to address without end"),
    "to-nowhere": (lambda: [moved("http://[::1")], "no answer: "),
    "a-page": (lambda: [head("text/\x1b[31mhtml"), b"<p>"], r"text/\u001b[31mhtml"),
    "a-refusal": (
        lambda: [head("text/plain", "400 Bad"), b"\x1b]0;title\x07 \xe2\x80\xae"],
        r"It says: \u001b]0;title\u0007 \u202e",
    ),
    "an-endless-refusal": (
        lambda: chain([head("text/plain", "400 Bad")], endless(b"a")),
        "it refuses the query (HTTP 400)",
    ),
    "utf-16": (
        lambda: [head(), (ROWS + ROW + b"]}}").decode().encode("utf-16")],
        NO_ANSWER,
    ),
    "latin-1": (lambda: one(b'{"type":"literal","value":"\xe9"}'), "Invalid UTF-8"),
    "half-a-letter": (lambda: one(b'{"type":"literal","value":"\\ud800"}'), NO_ANSWER),
    "no-iri": (lambda: one(b'{"type":"uri","value":"a b <>"}'), "Invalid IRI"),
    "a-relative-iri": (lambda: one(b'{"type":"uri","value":"../../etc"}'), "No scheme"),
    "other-columns": (lambda: [head(), ROWS.replace(b'"s"', b'"t"'), b"]}}"], "asked were s"),
}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    attacks = {name: attack for name, (attack, _) in ATTACKS.items()}
    more: dict[str, Attack] = {
        "endless": lambda: chain([head(), ROWS], map(row, count())),
        "table": lambda: chain([head(TSV, headers=CHUNKED)], chunks(b"?actor\t?mechanism\n")),
        "data": lambda: chain([head(STATEMENTS)], endless(b"<urn:a> <urn:b> <urn:c> .\n")),
        "wide": lambda: [
            head(TSV, headers={"Content-Length": "1000000"}),
            b"\t".join(b"?a%d" % number for number in range(30_000)),
        ],
        "statements": lambda: [
            head(STATEMENTS),
            b"<urn:a> <urn:b> " + b"<<( <urn:a> <urn:b> " * DEEP,
        ],
        "turtle": lambda: [
            head("text/turtle"),
            b"<urn:a> <urn:b> " + b"<< <urn:a> <urn:b> " * DEEP,
        ],
    }
    with hostile_server({**attacks, **more}) as root:
        yield root


@pytest.fixture(scope="module")
def ask(server: str) -> Iterator[Caller]:
    del server
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COORDGRAPH_ENDPOINT_TIMEOUT", "5")
        patch.setenv("NO_PROXY", "127.0.0.1")
        with caller() as found:
            yield found


@pytest.mark.parametrize("name", ATTACKS)
def test_an_answer_that_would_do_harm_is_told(ask: Caller, server: str, name: str) -> None:
    message = ATTACKS[name][1]
    ended = ask("query", "-", "--endpoint", f"{server}/{name}", given=SELECT)
    assert message in ended.check(2 if message else 0).errors
    assert ended.errors.count("\n") == bool(message)
    assert "\x1b" not in ended.errors
    assert ended.memory < 250 << 20


@pytest.mark.parametrize("name", ["statements", "turtle"])
def test_statements_that_would_do_harm_are_told(ask: Caller, server: str, name: str) -> None:
    ended = ask("query", "-", "--endpoint", f"{server}/{name}", given=CONSTRUCT)
    assert "more than 1000 deep" in ended.check(2).errors


@pytest.mark.parametrize("verb", ["ties", "centrality", "structure"])
def test_measures_of_an_answer_to_something_else_are_refused(
    ask: Caller, server: str, verb: str
) -> None:
    for name in ("rows-told", "wide", "other-columns"):
        ended = ask(verb, "--endpoint", f"{server}/{name}")
        assert "asked were" in ended.check(2).errors or name == "wide"


@pytest.mark.parametrize("name", ["endless", "table"])
def test_an_answer_without_an_end_is_given_up_before_the_memory_is_full(
    server: str, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(memory, "of_machine", memory.taken)
    store = RemoteStore(f"{server}/{name}")
    names = {"endless": "?s", "table": "?actor ?mechanism"}[name]
    ask = {"endless": lambda text: list(store.select(text)), "table": store.columns}[name]
    with pytest.raises(EndpointError, match="more than the memory of this machine holds"):
        ask(f"SELECT {names} {{ ?s ?p ?o }}")


def test_an_address_without_an_end_is_given_up_before_the_memory_is_full(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(memory, "of_machine", memory.taken)
    with pytest.raises(EndpointError, match="more than the memory of this machine holds"):
        read_files([f"{server}/data"])


@pytest.mark.long
def test_a_file_is_given_up_before_the_memory_is_full(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "large.nt").write_bytes(b"<urn:a> <urn:b> <urn:c> .\n" * 1_500_000)
    monkeypatch.setattr(memory, "of_machine", memory.taken)
    with pytest.raises(TooLarge, match="`coordgraph load` makes a store on disk"):
        load_file(open_store(), tmp_path / "large.nt")
