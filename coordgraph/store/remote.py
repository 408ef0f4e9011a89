"""A store behind a SPARQL 1.1 endpoint."""

from collections.abc import Iterator
from http.client import HTTPException
from socket import timeout as timed_out
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
from SPARQLWrapper import POST, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from coordgraph.errors import EndpointError, QuerySyntaxError
from coordgraph.store.base import Row, Solutions

__all__ = ["RemoteStore"]

_RESULTS = "application/sparql-results+json"
_TRIPLES = "application/n-triples"
_LONGEST_GET = 2_000


class RemoteStore:
    """Statements held by a server that speaks the SPARQL 1.1 protocol."""

    def __init__(self, url: str, *, timeout: int = 60) -> None:
        self.url = url
        self.timeout = timeout

    def select(self, sparql: str) -> Solutions:
        """Answer a SELECT query."""
        answer = self._results(sparql)
        if not isinstance(answer, QuerySolutions):
            raise QuerySyntaxError("This is no SELECT query.")
        names = tuple(variable.value for variable in answer.variables)
        return Solutions(names, self._rows(answer, names))

    def ask(self, sparql: str) -> bool:
        """Answer an ASK query."""
        answer = self._results(sparql)
        if not isinstance(answer, QueryBoolean):
            raise QuerySyntaxError("This is no ASK query.")
        return bool(answer)

    def construct(self, sparql: str) -> Iterator[Triple]:
        """Answer a CONSTRUCT or DESCRIBE query."""
        body = self._fetch(sparql, _TRIPLES)
        try:
            return iter([quad.triple for quad in parse(body, format=RdfFormat.N_TRIPLES)])
        except (SyntaxError, ValueError) as error:
            raise EndpointError(self.url, f"the answer is no N-Triples: {error}.") from None

    def quads(self) -> Iterator[Quad]:
        """Yield every statement with its graph."""
        for triple in self.construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"):
            yield Quad(*triple)

    def _results(self, sparql: str) -> QuerySolutions | QueryBoolean:
        body = self._fetch(sparql, _RESULTS)
        try:
            return parse_query_results(body, format=QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            problem = f"the answer is no SPARQL result in JSON: {error}."
            raise EndpointError(self.url, problem) from None

    def _rows(self, answer: QuerySolutions, names: tuple[str, ...]) -> Iterator[Row]:
        try:
            for solution in answer:
                yield {name: term for name in names if (term := solution[name]) is not None}
        except (SyntaxError, ValueError) as error:
            raise EndpointError(self.url, f"the answer breaks off: {error}.") from None

    def _fetch(self, sparql: str, media_type: str) -> bytes:
        client = SPARQLWrapper(self.url)
        client.setTimeout(self.timeout)
        client.setQuery(sparql)
        client.setOnlyConneg(onlyConneg=True)
        client.addCustomHttpHeader("Accept", media_type)
        if len(sparql) > _LONGEST_GET:
            client.setMethod(POST)
        try:
            response = client.query().response
            body: bytes = response.read()
        except SPARQLWrapperException as error:
            raise EndpointError(self.url, _first_line(str(error))) from None
        except HTTPError as error:
            raise EndpointError(self.url, f"HTTP {error.code} {error.reason}.") from None
        except (URLError, timed_out, HTTPException, OSError, ValueError) as error:
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
