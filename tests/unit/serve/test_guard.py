"""A request passes by the host that it names, and browsers are told what they may do."""

import pytest
from starlette.responses import PlainTextResponse

from coordgraph.serve.guard import LOOPBACK, Guard
from coordgraph.serve.worker import Reply
from tests.unit.serve.asgi import request, sent


def answer(
    method: str, host: str, *, hosts: frozenset[str] = LOOPBACK, origins: str | None = None
) -> Reply:
    guard = Guard(PlainTextResponse("passed"), hosts=hosts, origins=origins)
    found = sent(guard, request(method, "/sparql", host=host))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("host", "hosts", "status"),
    [
        ("localhost:7878", LOOPBACK, 200),
        ("example.org", LOOPBACK, 421),
        ("example.org", frozenset({"*"}), 200),
        ("", frozenset({"*"}), 200),
        ("no host", LOOPBACK, 400),
        ("no host", frozenset({"*"}), 400),
        ('"><b', frozenset({"*"}), 400),
    ],
)
def test_a_request_passes_by_its_host(host: str, hosts: frozenset[str], status: int) -> None:
    assert answer("GET", host, hosts=hosts).status == status


def test_pages_elsewhere_learn_what_they_may_ask_where_they_may_ask() -> None:
    told = answer("OPTIONS", "localhost", origins="*")
    assert told.status == 204
    assert told.headers["access-control-allow-methods"] == told.headers["allow"]
    assert "Authorization" in told.headers["access-control-allow-headers"]
    own = answer("OPTIONS", "localhost")
    assert own.headers["allow"] == told.headers["allow"]
    assert "access-control-allow-methods" not in own.headers
