"""A store behind a SPARQL 1.1 endpoint."""

from collections.abc import Iterator
from http.client import HTTPException
from urllib.error import HTTPError, URLError

from pyoxigraph import (
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)
from SPARQLWrapper import CONSTRUCT, DESCRIBE, POST, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from coordgraph.errors import EndpointError
from coordgraph.store.base import Answer, Row, Solutions, Store, placed

__all__ = ["RemoteStore"]

_RESULTS = "application/sparql-results+json"
_TRIPLES = "application/n-triples"
_LONGEST_GET = 2_000


class RemoteStore(Store):
    """Statements held by a server that speaks the SPARQL 1.1 protocol."""

    def __init__(self, url: str, *, timeout: int = 60) -> None:
        self.url = url
        self.timeout = timeout

    def answer(self, sparql: str) -> Answer:
        """Answer a query of any form."""
        client = self._client(sparql)
        if client.queryType in {CONSTRUCT, DESCRIBE}:
            return self._triples(self._fetch(client, _TRIPLES))
        return self._results(self._fetch(client, _RESULTS))

    def quads(self) -> Iterator[Quad]:
        """Yield every statement with its graph."""
        for triple in self.construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"):
            yield placed(triple)

    def _triples(self, body: bytes) -> Iterator[Triple]:
        try:
            return iter([quad.triple for quad in parse(body, format=RdfFormat.N_TRIPLES)])
        except (SyntaxError, ValueError) as error:
            raise EndpointError(self.url, f"the answer is no N-Triples: {error}.") from None

    def _results(self, body: bytes) -> Solutions | bool:
        try:
            found = parse_query_results(body, format=QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            problem = f"the answer is no SPARQL result in JSON: {error}."
            raise EndpointError(self.url, problem) from None
        if isinstance(found, QueryBoolean):
            return bool(found)
        assert isinstance(found, QuerySolutions), "no result in JSON holds statements"
        names = tuple(variable.value for variable in found.variables)
        return Solutions(names, self._rows(found, names))

    def _rows(self, answer: QuerySolutions, names: tuple[str, ...]) -> Iterator[Row]:
        try:
            for solution in answer:
                yield {name: term for name in names if (term := solution[name]) is not None}
        except (SyntaxError, ValueError) as error:
            raise EndpointError(self.url, f"the answer breaks off: {error}.") from None

    def _client(self, sparql: str) -> SPARQLWrapper:
        client = SPARQLWrapper(self.url)
        client.setTimeout(self.timeout)
        client.setQuery(sparql)
        client.setOnlyConneg(onlyConneg=True)
        if len(sparql) > _LONGEST_GET:
            client.setMethod(POST)
        return client

    def _fetch(self, client: SPARQLWrapper, media_type: str) -> bytes:
        client.addCustomHttpHeader("Accept", media_type)
        try:
            response = client.query().response
            body: bytes = response.read()
        except SPARQLWrapperException as error:
            raise EndpointError(self.url, _first_line(str(error))) from None
        except HTTPError as error:
            raise EndpointError(self.url, f"HTTP {error.code} {error.reason}.") from None
        except (TimeoutError, URLError, HTTPException, OSError, ValueError) as error:
            problem = f"no answer: {error}. Is the address right, and the server up?"
            raise EndpointError(self.url, problem) from None
        found = response.headers.get_content_type()
        if found != media_type:
            problem = f"the answer is {found}, not {media_type}. Is this a SPARQL endpoint?"
            raise EndpointError(self.url, problem)
        return body


def _first_line(message: str) -> str:
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    return " ".join(lines[:3]) or "the endpoint refused the query."
