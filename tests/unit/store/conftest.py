"""An endpoint that does as it is told."""

from collections.abc import Callable, Iterator

import pytest

from tests.serving import served
from tests.unit.store.misbehaving import Misbehaving, Reply

Told = Callable[..., str]


@pytest.fixture(autouse=True)
def _nobody(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Know of no login."""
    for name in ("TOKEN", "USER", "PASSWORD", "TIMEOUT", "UPDATE_URL"):
        monkeypatch.delenv(f"COORDGRAPH_ENDPOINT_{name}", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")


@pytest.fixture
def asked() -> list[tuple[str, str, dict[str, str]]]:
    """What the endpoint was asked."""
    Misbehaving.requests.clear()
    Misbehaving.bodies.clear()
    return Misbehaving.requests  # type: ignore[return-value]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with served(Misbehaving) as address:
        yield address


@pytest.fixture
def told(server: str, asked: object) -> Told:
    """Return the address of an endpoint that sends these replies, one after the other."""
    del asked

    def tell(*replies: Reply, path: str = "/sparql") -> str:
        Misbehaving.replies[path] = list(replies)
        return server + path

    return tell
