"""A store behind a SPARQL 1.1 endpoint."""

import os
from collections.abc import Iterator
from gettext import gettext as _
from textwrap import shorten

import pyarrow as pa
from pyoxigraph import BlankNode, NamedNode, Quad, Triple

from coordgraph.errors import EndpointError, QuerySyntaxError
from coordgraph.store.access import address, login
from coordgraph.store.answers import (
    ROWS,
    TABLE,
    TRIPLES,
    batches,
    columns,
    is_table,
    rows,
    triples,
)
from coordgraph.store.base import Answer, Row, Solutions, Store, placed
from coordgraph.store.body import Body
from coordgraph.store.exchange import Exchange, Patience
from coordgraph.store.exchange import patience as usual
from coordgraph.store.forms import form_of, is_update, page, pattern_of

__all__ = ["RemoteStore"]

_SHOWN = 200
"""Characters of an answer that a message repeats."""

_UPDATE_URL = "COORDGRAPH_ENDPOINT_UPDATE_URL"
_NAMED = "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }"
_UNNAMED = "SELECT ?s ?p ?o { ?s ?p ?o FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } }"


class RemoteStore(Store):
    """
    Statements held by a server that speaks the SPARQL 1.1 protocol.

    Rows and statements are read while they are asked for, so that an answer of any length needs
    little memory; the connection is closed after the last one.

    Parameters
    ----------
    url
        The address of the endpoint; parameters in it, such as ``default-graph-uri``, go with
        each query.  Who asks is said elsewhere: see `coordgraph.store.access`.
    patience
        How long an answer is waited for; as the environment says if not given.

    Raises
    ------
    CallError
        If this is no address of an endpoint.
    """

    def __init__(self, url: str, *, patience: Patience | None = None) -> None:
        self.url = url
        self._patience = patience or usual()
        self._exchange = Exchange(address(url), login(url), self._patience)
        self._writes_tables = True

    def answer(self, sparql: str) -> Answer:
        """
        Answer a query of any form.

        Raises
        ------
        EndpointError
            If the server does not answer, or not with the whole answer: now, or while it is
            read.
        """
        form = form_of(sparql)
        if form in {"SELECT", "ASK"}:
            return self._rows(sparql, form)
        body = self._ask(sparql, form, TRIPLES)
        if form == "CONSTRUCT" and body.from_virtuoso:
            self._check_whole(sparql)
        return triples(body)

    def columns(self, sparql: str) -> pa.Table:
        """Answer a SELECT query with columns; no object of Python is made for a row."""
        body = self._asked_table(sparql)
        return super().columns(sparql) if body is None else columns(body)

    def batches(self, sparql: str) -> Iterator[pa.RecordBatch]:
        """Answer a SELECT query with columns, some rows at a time, while they come."""
        body = self._asked_table(sparql)
        return super().batches(sparql) if body is None else batches(body)

    def _asked_table(self, sparql: str) -> Body | None:
        """Return the answer as a table, unread; None if the server writes no such thing."""
        if form_of(sparql) != "SELECT":
            raise QuerySyntaxError(_("This is no SELECT query."))
        if not self._writes_tables:
            return None
        body = self._ask(sparql, "SELECT", TABLE)
        if is_table(body) and not body.most_rows:
            return body
        body.close()
        self._writes_tables = False
        return None

    def quads(self) -> Iterator[Quad]:
        """
        Yield every statement with its graph.

        One that stands in the default graph and in a named one is met in the named one only:
        the default graph may be the union of all.
        """
        for row in self._all_rows(_NAMED, " ORDER BY ?g ?s ?p ?o"):
            graph = row.get("g")
            if not isinstance(graph, NamedNode | BlankNode):
                raise self._no_statement(row)
            yield placed(self._triple(row), graph)
        for row in self._all_rows(_UNNAMED, " ORDER BY ?s ?p ?o"):
            yield placed(self._triple(row))

    def update(self, sparql: str) -> None:
        """
        Change what the server holds; ``COORDGRAPH_ENDPOINT_UPDATE_URL`` names another address.

        Raises
        ------
        QuerySyntaxError
            If this is a query.
        EndpointError
            If the server refuses, or does not confirm; nothing is sent twice.
        """
        if not is_update(sparql):
            raise QuerySyntaxError(_("This is no update: it opens with none of its words."))
        url = os.environ.get(_UPDATE_URL) or self.url
        Exchange(address(url), login(url), self._patience).update(sparql)

    def _ask(self, sparql: str, form: str, accept: str) -> Body:
        body = self._exchange.query(sparql, form, accept)
        if body.stopped:
            body.close()
            problem = _("the answer is not whole: {problem}. Ask for less.").format(
                problem=body.stopped
            )
            raise EndpointError(self.url, problem)
        return body

    def _rows(self, sparql: str, form: str) -> Solutions | bool:
        body = self._ask(sparql, form, ROWS)
        found = rows(body)
        if isinstance(found, bool) or body.most_rows is None:
            return found
        body.close()
        if page(sparql, found.variables, limit=1, offset=0) is None:
            raise self._cut(body.most_rows)
        return Solutions(found.variables, self._pages(sparql, found.variables, body.most_rows))

    def _all_rows(self, sparql: str, order: str) -> Iterator[Row]:
        """Return the rows of a SELECT, which needs to be in order only if it is cut."""
        body = self._ask(sparql, "SELECT", ROWS)
        if body.most_rows is None:
            found = rows(body)
        else:
            body.close()
            found = self._rows(sparql + order, "SELECT")
        assert isinstance(found, Solutions)
        return found.rows

    def _pages(self, sparql: str, names: tuple[str, ...], size: int) -> Iterator[Row]:
        offset, full = 0, True
        while full:
            asked = page(sparql, names, limit=size, offset=offset)
            assert asked is not None, "it was found to be ordered"
            body = self._ask(asked, "SELECT", ROWS)
            found = rows(body)
            assert isinstance(found, Solutions)
            count = 0
            for count, row in enumerate(found, start=1):  # noqa: B007 - used after the loop
                yield row
            full = count == size
            offset += count

    def _check_whole(self, construct: str) -> None:
        """Make sure that a CONSTRUCT is not cut, which Virtuoso says of a SELECT only."""
        with self._ask(pattern_of(construct), "SELECT", ROWS) as body:
            if body.most_rows is not None:
                raise self._cut(body.most_rows)

    def _cut(self, most: int) -> EndpointError:
        remedy = _(
            "End it with ORDER BY, so that it can be asked page by page, or ask for less."
        )
        return EndpointError(
            self.url,
            _("the answer is cut after {most} rows. {remedy}").format(most=most, remedy=remedy),
        )

    def _triple(self, row: Row) -> Triple:
        subject, predicate, value = row.get("s"), row.get("p"), row.get("o")
        if (
            not isinstance(subject, NamedNode | BlankNode)
            or not isinstance(predicate, NamedNode)
            or value is None
        ):
            raise self._no_statement(row)
        return Triple(subject, predicate, value)

    def _no_statement(self, row: Row) -> EndpointError:
        found = shorten(" ".join(str(term) for term in row.values()), _SHOWN)
        return EndpointError(
            self.url, _("the answer holds what is no statement: {found}.").format(found=found)
        )
