"""
The API described for programs [1]_.

References
----------
.. [1] *OpenAPI Specification* 3.1.0. OpenAPI Initiative, 2021.
"""

from typing import Any

from coordgraph.queries import Query, library
from coordgraph.serve.api.arrangement import SHAPE
from coordgraph.serve.api.operations import OPERATIONS, Operation
from coordgraph.serve.api.parameters import LANG, Parameter
from coordgraph.serve.media import ROWS
from coordgraph.version import __version__

__all__ = ["openapi"]

_TEXT = {"text/plain": {"schema": {"type": "string"}}}
_ERRORS = {
    "400": {"description": "A parameter is none.", "content": _TEXT},
    "404": {"description": "Nothing has this name.", "content": _TEXT},
    "413": {"description": "The answer is too large.", "content": _TEXT},
    "503": {"description": "All workers are busy; Retry-After says when.", "content": _TEXT},
    "504": {"description": "It took too long.", "content": _TEXT},
}
_TABLE = {
    "type": "object",
    "required": ["rows"],
    "properties": {
        "rows": {"type": "array", "items": {"type": "object"}},
        "notes": {"type": "array", "items": {"type": "string"}},
    },
}
_PLACES = {
    "operationId": "places",
    "summary": "Where the actors of a part of a network stand in a picture.",
    "requestBody": {"required": True, "content": {"application/json": {"schema": SHAPE}}},
    "responses": {
        "200": {
            "description": "A row of x and y an actor.",
            "content": {"application/json": {"schema": {"type": "object"}}},
        },
        **{status: told for status, told in _ERRORS.items() if status != "404"},
        "422": {"description": "It is more than a picture holds.", "content": _TEXT},
    },
}


def openapi(root: str) -> dict[str, Any]:
    """Return the description of the API that stands under an address."""
    paths = {f"/api/{one.name}": {"get": _operation(one)} for one in OPERATIONS}
    paths |= {"/api/places": {"post": _PLACES}}
    paths["/queries"] = {"get": _list()}
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
    names = {parameter.name for parameter in one.parameters}
    table = "format" in names
    content: dict[str, Any] = {
        "application/json": {"schema": _TABLE if table else {"type": "object"}}
    }
    if table:
        content |= {
            media: {"schema": {"type": "string"}}
            for media in ("text/csv", "text/tab-separated-values")
        }
    return {
        "operationId": one.name,
        "summary": one.says,
        "parameters": [_parameter(parameter) for parameter in one.parameters],
        "responses": {"200": {"description": one.says, "content": content}, **_ERRORS},
    }


def _list() -> dict[str, Any]:
    says = "The questions of the library: what each asks, and what its parameters can be."
    content = {"application/json": {"schema": {"type": "object", "required": ["queries"]}}}
    return {
        "operationId": "queries",
        "summary": says,
        "parameters": [_parameter(LANG)],
        "responses": {"200": {"description": says, "content": content}, **_ERRORS},
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": parameter.kind}
    if parameter.choices:
        schema["enum"] = list(parameter.choices)
    if parameter.repeated:
        schema = {"type": "array", "items": schema}
    elif parameter.default is not None:
        schema["default"] = parameter.default
    if parameter.kind == "integer":
        schema["minimum"] = 0
    return {
        "name": parameter.name,
        "in": "query",
        "description": parameter.says,
        "required": parameter.required,
        "schema": schema,
    }


def _query(query: Query) -> dict[str, Any]:
    parameters = [
        {
            "name": name,
            "in": "query",
            "description": says,
            "required": False,
            "schema": {"type": "string"},
        }
        for name, says in query.parameters.items()
    ]
    forms = {"enum": ["json", "xml", "csv", "tsv", "sheet"], "type": "string"}
    parameters.append(
        {
            "name": "format",
            "in": "query",
            "description": "How to write the rows; sheet is CSV that is safe in spreadsheets.",
            "required": False,
            "schema": forms,
        }
    )
    content: dict[str, Any] = {name: {"schema": {}} for name in ROWS}
    return {
        "operationId": query.name.replace("/", "_"),
        "summary": query.summary,
        "description": query.question,
        "parameters": parameters,
        "responses": {
            "200": {"description": query.summary, "content": content},
            "406": {"description": "No such form is given.", "content": _TEXT},
            **_ERRORS,
        },
    }
