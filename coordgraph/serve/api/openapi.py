"""
The API described for programs [1]_.

References
----------
.. [1] *OpenAPI Specification* 3.1.0. OpenAPI Initiative, 2021.
"""

from itertools import starmap
from typing import Any

from coordgraph.queries import Query, library
from coordgraph.serve.api.arrangement import SHAPE
from coordgraph.serve.api.operations import OPERATIONS, Operation
from coordgraph.serve.api.parameters import LANG, Parameter
from coordgraph.serve.api.standards import standards
from coordgraph.serve.api.telling import (
    JSON,
    answered,
    operation,
    parameter,
    refusals,
    sent,
)
from coordgraph.serve.media import ROWS
from coordgraph.version import __version__

__all__ = ["openapi"]

_TABLES = ("text/csv", "text/tab-separated-values")
_TABLE = {
    "type": "object",
    "required": ["rows"],
    "properties": {
        "rows": {"type": "array", "items": {"type": "object"}},
        "notes": {"type": "array", "items": {"type": "string"}},
    },
}
_FORM = Parameter(
    "format",
    "How to write the rows; sheet is CSV that is safe in spreadsheets.",
    choices=("json", "xml", "csv", "tsv", "sheet"),
)
_PLACES = operation(
    "places",
    "Where the actors of a part of a network stand in a picture.",
    [],
    answered("A row of x and y an actor.", [JSON], "422"),
    requestBody=sent({JSON: SHAPE}),
)


def openapi(root: str) -> dict[str, Any]:
    """Return the description of the API that stands under an address."""
    paths = {f"/api/{one.name}": {"get": _operation(one)} for one in OPERATIONS}
    paths |= {"/api/places": {"post": _PLACES}, "/queries": {"get": _list()}, **standards()}
    paths |= {f"/queries/{one.name}": {"get": _query(one)} for one in library().values()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "coordgraph",
            "version": __version__,
            "summary": "Who coordinates with whom in social security.",
            "license": {"name": "Apache 2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": root.rstrip("/")}],
        "paths": paths,
    }


def _operation(one: Operation) -> dict[str, Any]:
    table = "format" in {known.name for known in one.parameters}
    content: dict[str, Any] = {JSON: {"schema": _TABLE if table else {"type": "object"}}}
    if table:
        content |= {media: {"schema": {"type": "string"}} for media in _TABLES}
    told = {"200": {"description": one.says, "content": content}, **refusals("404", "422")}
    return operation(one.name, one.says, [parameter(known) for known in one.parameters], told)


def _list() -> dict[str, Any]:
    says = "The questions of the library: what each asks, and what its parameters can be."
    content = {JSON: {"schema": {"type": "object", "required": ["queries"]}}}
    told = {"200": {"description": says, "content": content}, **refusals()}
    return operation("queries", says, [parameter(LANG)], told)


def _query(query: Query) -> dict[str, Any]:
    known = [*starmap(Parameter, query.parameters.items()), _FORM]
    return operation(
        query.name.replace("/", "_"),
        query.summary,
        [parameter(one) for one in known],
        answered(query.summary, ROWS, "404", "406"),
        description=query.question,
    )
