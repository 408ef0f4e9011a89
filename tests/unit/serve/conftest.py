"""A server with a few statements, for as long as the tests of a module need it."""

import http.client
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from tests.servers import coordgraph_served

DATA = "\n".join(f"<urn:s{number}> <urn:p> <urn:s{number % 7}> ." for number in range(200))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answers."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Client:
    """Asks one server, one connection a request."""

    root: str

    def request(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
    ) -> Answer:
        """Return what the server answers."""
        parts = urlsplit(self.root)
        connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=60)
        try:
            connection.request(method, path, body or None, dict(headers or {}))
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, found, response.read())
        finally:
            connection.close()

    def ask(self, sparql: str, **headers: str) -> Answer:
        """Ask a question in SPARQL."""
        return self.request("GET", f"/sparql?query={quote(sparql)}", headers)


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of 200 statements."""
    path = tmp_path_factory.mktemp("served") / "data.nt"
    path.write_text(DATA, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def client(data: Path) -> Iterator[Client]:
    """A server of these that ends a question after a second, and has two workers."""
    options = ("--timeout", "1", "--workers", "2", "--max-memory", "300")
    with coordgraph_served("--data", str(data), *options) as root:
        yield Client(root)
