"""Whatever goes wrong between us and an endpoint is one message that says what to do."""

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import HTTPServer
from pathlib import Path

import pytest

from coordgraph.errors import CallError, EndpointError
from coordgraph.store import RemoteStore
from coordgraph.store.exchange import Patience, patience
from tests.serving import served
from tests.unit.store.conftest import Told
from tests.unit.store.misbehaving import Misbehaving, Reply

ASK = "ASK {}"
YES = Reply(b'{"head":{},"boolean":true}')
LOGIN = (
    "it asks for a login (HTTP 401). Set COORDGRAPH_ENDPOINT_USER and "
    "COORDGRAPH_ENDPOINT_PASSWORD, or COORDGRAPH_ENDPOINT_TOKEN, or write them in ~/.netrc."
)
LATE = "no answer within 0.5 s. Ask for less; COORDGRAPH_ENDPOINT_TIMEOUT=300 waits longer."
PAGE = Reply(b"<title>Be\n right back</title><p>No", "text/html", status=503)


def refusal(url: str, **patience: float) -> str:
    """Return what is said of an endpoint, after its address; nothing is waited for."""
    waits: list[float] = []
    store = RemoteStore(url, patience=Patience(wait=waits.append, **patience))  # type: ignore[arg-type]
    with pytest.raises(EndpointError) as caught:
        store.ask(ASK)
    bare = url.partition("?")[0]
    assert str(caught.value).startswith(f"{bare}: ")
    return str(caught.value).removeprefix(f"{bare}: ")


def test_a_busy_server_is_asked_again_and_again_later(told: Told) -> None:
    waits: list[float] = []
    url = told(PAGE, Reply(status=429), Reply(status=502), YES)
    assert RemoteStore(url, patience=Patience(wait=waits.append)).ask(ASK)
    assert [0.5 <= waits[0] < 0.7, 1 <= waits[1] < 1.3, 2 <= waits[2] < 2.6] == [True] * 3


def test_a_server_that_says_how_long_to_wait_is_obeyed(told: Told) -> None:
    waits: list[float] = []
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=40), usegmt=True)
    busy = [
        Reply(status=429, headers={"Retry-After": said}) for said in ("7", later, "tomorrow")
    ]
    assert RemoteStore(told(*busy, YES), patience=Patience(wait=waits.append)).ask(ASK)
    assert waits[0] == 7
    assert 30 < waits[1] <= 40
    assert waits[2] < 3


def test_a_server_that_asks_to_wait_too_long_is_not_waited_for(told: Told) -> None:
    url = told(Reply(status=429, headers={"Retry-After": "3600"}))
    assert refusal(url) == "it is busy (HTTP 429) and asks to wait 3600 s. Do so."


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (
            PAGE,
            "HTTP 503 Service Unavailable, asked 4 times. It says: Be right back.",
        ),
        (
            Reply(b"out of\n\nmemory", "text/plain", status=500),
            "HTTP 500 Internal Server Error, asked 4 times. It says: out of memory",
        ),
        (
            Reply(b"Virtuoso 22012 Error: Division by 0.", "text/plain", status=500),
            "HTTP 500 Internal Server Error. It says: Virtuoso 22012 Error: Division by 0.",
        ),
        (
            Reply(b"line 1: what?", "text/plain", status=400),
            "it refuses the query (HTTP 400). It says: line 1: what?",
        ),
        (
            Reply(b"", status=401, headers={"WWW-Authenticate": 'Basic realm="x"'}),
            LOGIN,
        ),
        (Reply(b"", status=404), "there is nothing at this address (HTTP 404)."),
        (
            Reply(b"", status=406),
            "it answers in none of the formats of SPARQL 1.1 (HTTP 406).",
        ),
        (Reply(b"", status=414), "it takes no query as long as this (HTTP 414)."),
        (Reply(b"", status=410), "HTTP 410 Gone."),
        (
            Reply(b"", status=302, headers={"Location": "/sparql"}),
            "it points from address to address without end (HTTP 302).",
        ),
        (
            Reply(b"", status=302, headers={"Location": "ftp://example.org/x?y"}),
            "it points to ftp://example.org/x, which is no web address.",
        ),
        (
            Reply(b"", status=300, headers={"Location": "ftp://example.org/x?y"}),
            "it points to ftp://example.org/x, which is no web address.",
        ),
        (Reply(b"what", status=410, cut=2, chunked=True), "HTTP 410 Gone."),
        (Reply(hang=1.5), LATE),
    ],
)
def test_a_refusal_is_told(told: Told, reply: Reply, message: str) -> None:
    assert refusal(told(reply), timeout=0.5) == message


def test_a_login_that_is_not_accepted_is_told_without_it(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COORDGRAPH_ENDPOINT_TOKEN", "s3cr3t")
    assert refusal(told(Reply(b"", status=403))) == (
        "it does not accept the login of COORDGRAPH_ENDPOINT_TOKEN (HTTP 403)."
    )


def test_a_host_that_is_not_there_is_told() -> None:
    assert refusal("http://coordgraph.invalid/sparql") in {
        f"no answer: {problem}. Is the address right, and the server up?"
        for problem in ("no host has this name", "names of hosts cannot be looked up now")
    }
    assert refusal("http://127.0.0.1:9/") == (
        "no answer: connection refused. Is the address right, and the server up?"
    )


@pytest.fixture(scope="module")
def own_certificate(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Give the address of a server with a certificate that it signed itself."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl, which makes the certificate, is not there")
    folder = tmp_path_factory.mktemp("certificate")
    asked = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    named = ["-addext", "subjectAltName=IP:127.0.0.1"]
    paths = ["-keyout", str(folder / "key"), "-out", str(folder / "own.pem")]
    subprocess.run(["openssl", "req", *asked, *named, *paths], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "own.pem", folder / "key")

    def wrap(server: HTTPServer) -> None:
        server.socket = context.wrap_socket(server.socket, server_side=True)

    Misbehaving.replies["/tls"] = [YES]
    with served(Misbehaving, prepare=wrap) as address:
        yield f"{address.replace('http:', 'https:')}/tls", folder / "own.pem"


def test_a_certificate_that_nobody_vouches_for_is_told(
    own_certificate: tuple[str, Path],
) -> None:
    assert refusal(own_certificate[0]) == (
        "its certificate is not trusted: self-signed certificate. If it is a server of your "
        "own, name its certificate in SSL_CERT_FILE."
    )


def test_a_certificate_that_is_named_is_trusted(
    own_certificate: tuple[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    url, certificate = own_certificate
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert RemoteStore(url).ask(ASK)


def test_an_update_is_sent_once(told: Told, asked: list[tuple[str, str, object]]) -> None:
    url = told(PAGE)
    with pytest.raises(EndpointError, match=r"HTTP 503 Service Unavailable\. It says"):
        RemoteStore(url).update("CLEAR ALL")
    assert [method for method, _, _ in asked] == ["POST"]


def test_how_long_to_wait_is_said_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert patience().timeout == 60
    monkeypatch.setenv("COORDGRAPH_ENDPOINT_TIMEOUT", "2.5")
    assert patience().timeout == 2.5
    for bad in ("soon", "-1", "0", "nan", "1e99"):
        monkeypatch.setenv("COORDGRAPH_ENDPOINT_TIMEOUT", bad)
        with pytest.raises(CallError, match="is no number of seconds"):
            patience()
