"""Requests say what is asked; a login goes to its host only."""

from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

import pytest

from coordgraph.errors import EndpointError
from coordgraph.store import RemoteStore
from tests.serving import served
from tests.unit.store.conftest import Told
from tests.unit.store.misbehaving import Misbehaving, Reply

Asked = list[tuple[str, str, Mapping[str, str]]]
YES = Reply(b'{"head":{},"boolean":true}')
LONG = f"ASK {{ VALUES ?x {{ {'<urn:x> ' * 400} }} }}"


@pytest.fixture
def _login(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COORDGRAPH_ENDPOINT_USER", "ana")
    monkeypatch.setenv("COORDGRAPH_ENDPOINT_PASSWORD", "s3cr3t")


def test_a_query_says_who_asks_and_for_what(told: Told, asked: Asked) -> None:
    assert RemoteStore(f"{told(YES)}?default-graph-uri=urn:g").ask("ASK {}")
    ((method, path, headers),) = asked
    assert method == "GET"
    sent = parse_qs(urlsplit(path).query)
    assert sent == {"query": ["ASK {}"], "default-graph-uri": ["urn:g"]}
    assert headers["User-Agent"].startswith("coordgraph/")
    assert headers["Accept"] == "application/sparql-results+json"
    assert "Authorization" not in headers


def test_a_long_query_is_posted(told: Told, asked: Asked) -> None:
    assert RemoteStore(told(YES)).ask(LONG)
    assert [method for method, _, _ in asked] == ["POST"]
    assert parse_qs(Misbehaving.bodies[0].decode()) == {"query": [LONG]}


def test_an_update_is_posted_with_the_graphs_it_uses(told: Told, asked: Asked) -> None:
    update = "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }"
    RemoteStore(f"{told(Reply(b''))}?default-graph-uri=urn:g").update(update)
    assert [method for method, _, _ in asked] == ["POST"]
    sent = parse_qs(Misbehaving.bodies[0].decode())
    assert sent == {"update": [update], "using-graph-uri": ["urn:g"]}


@pytest.mark.usefixtures("_login")
def test_a_login_is_sent_with_the_first_request(told: Told, asked: Asked) -> None:
    assert RemoteStore(told(YES)).ask("ASK {}")
    assert asked[0][2]["Authorization"] == "Basic YW5hOnMzY3IzdA=="


@pytest.mark.usefixtures("_login")
def test_a_digest_is_given_where_one_is_asked_for(told: Told, asked: Asked) -> None:
    challenge = 'Digest realm="x", nonce="1", qop="auth", algorithm="MD5"'
    url = told(Reply(b"", status=401, headers={"WWW-Authenticate": challenge}), YES)
    assert RemoteStore(url).ask(LONG)
    assert asked[1][2]["Authorization"].startswith('Digest username="ana", realm="x"')
    assert "s3cr3t" not in asked[1][2]["Authorization"]


@pytest.mark.usefixtures("_login")
def test_a_digest_is_given_where_it_is_asked_of_strangers_only(
    told: Told, asked: Asked
) -> None:
    challenge = 'Digest realm="x", nonce="1", qop="auth", algorithm="MD5"'
    digest = Reply(b"", status=401, headers={"WWW-Authenticate": challenge})
    assert RemoteStore(told(Reply(b"", status=401), digest, YES)).ask("ASK {}")
    sent = [headers.get("Authorization", "")[:6] for _, _, headers in asked]
    assert sent == ["Basic ", "", "Digest"]


@pytest.mark.usefixtures("_login")
def test_a_login_follows_to_the_same_host_and_to_no_other(told: Told, asked: Asked) -> None:
    with served(Misbehaving) as other:
        told(YES, path="/here")
        told(Reply(b"", status=307, headers={"Location": f"{other}/here"}), path="/away")
        url = told(Reply(b"", status=301, headers={"Location": "/away"}))
        assert RemoteStore(url).ask("ASK {}")
    sent = ["Authorization" in headers for _, _, headers in asked]
    assert sent == [True, True, False]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_what_was_posted_does_not_follow(told: Told, status: int) -> None:
    url = told(Reply(b"", status=status, headers={"Location": "/elsewhere?x=1"}))
    there = url.replace("/sparql", "/elsewhere")
    with pytest.raises(EndpointError) as caught:
        RemoteStore(url).ask(LONG)
    assert str(caught.value) == (
        f"{url}: it points to {there}, where a long query or an update does not follow. "
        "Use that address."
    )
