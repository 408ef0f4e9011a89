"""
The addresses of standards, described for programs: SPARQL, graphs, dumps, names, IRIs.

What is asked and answered there, the standards themselves say; here stands what this server
takes and gives of it.
"""

from collections.abc import Mapping
from typing import Any

from coordgraph.publish.site.frame import DATA
from coordgraph.serve.api.parameters import LANG, Parameter
from coordgraph.serve.api.telling import (
    JSON,
    answered,
    operation,
    parameter,
    refusals,
    sent,
)
from coordgraph.serve.dumps import names
from coordgraph.serve.media import ROWS, STATEMENTS, SUFFIXES

__all__ = ["TOGETHER", "standards"]

TOGETHER: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "query": {"type": "string", "description": "SPARQL; what the files hold, without it."},
        "files": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["name", "text"],
                "properties": {
                    "name": {"type": "string", "description": "Its suffix says the format."},
                    "text": {"type": "string"},
                },
            },
        },
    },
}
"""What is sent with files, as JSON Schema says it."""

_FORM = "application/x-www-form-urlencoded"
_EVERYTHING = {"type": "string"}
_ASKED = (
    Parameter("query", "A question in SPARQL 1.1; the server describes itself without one."),
    Parameter("default-graph-uri", "A graph to ask in place of all.", repeated=True),
    Parameter("named-graph-uri", "A graph that GRAPH may name.", repeated=True),
    Parameter("format", "How to write the answer: a short name, or a media type."),
)
_CHANGED = (
    Parameter("update", "An update in SPARQL 1.1."),
    Parameter("using-graph-uri", "A graph to look at in place of all.", repeated=True),
    Parameter("using-named-graph-uri", "A graph that GRAPH may name.", repeated=True),
)
_GRAPH = (
    Parameter("graph", "The IRI of a graph."),
    Parameter("default", "The graph of what is in none; it has no value."),
)
_SUFFIX = Parameter("format", "How to write it.", choices=tuple(SUFFIXES))
_QUERIES = Parameter("queries", "A batch of queries, as JSON.")
_CHANGES = ("401", "403", "404", "409", "415", "422")
_MADE = {"204": {"description": "It is done."}}


def standards() -> dict[str, dict[str, Any]]:
    """Return the operations at the addresses of standards, by path and method."""
    return {
        "/sparql": {"get": _question(), "post": _posted()},
        "/sparql/together": {"post": _together()},
        "/store": _graphs("stored", *_GRAPH),
        "/store/{name}": _graphs("stored_by_address", path="A graph by its own address here."),
        "/dump/{name}": {"get": _dump()},
        "/reconcile": {"get": _names("reconcile"), "post": _names_posted()},
        "/reconcile/suggest/entity": {"get": _suggested()},
        "/queries/{group}/{name}.{suffix}": {"get": _file()},
        "/resolve": {"get": _resolved()},
        "/api/openapi.json": {"get": _itself()},
    }


def _question() -> dict[str, Any]:
    return operation(
        "sparql",
        "Answer a question in SPARQL, or describe the endpoint.",
        [parameter(one) for one in _ASKED],
        answered("The answer.", {**ROWS, **STATEMENTS}, "406"),
    )


def _posted() -> dict[str, Any]:
    properties = {one.name: parameter(one)["schema"] for one in (*_ASKED, *_CHANGED)}
    bodies: dict[str, Mapping[str, Any]] = {
        _FORM: {"type": "object", "properties": properties},
        "application/sparql-query": _EVERYTHING,
        "application/sparql-update": _EVERYTHING,
    }
    graphs = [one for one in (*_ASKED, *_CHANGED) if one.repeated]
    responses = answered("The answer.", {**ROWS, **STATEMENTS}, "406", *_CHANGES)
    return operation(
        "sparql_posted",
        "Answer a question in SPARQL, or make an update, which needs the server's token.",
        [parameter(one) for one in graphs],
        {**responses, **_MADE},
        requestBody=sent(bodies),
    )


def _together() -> dict[str, Any]:
    return operation(
        "sparql_together",
        "Answer a question on the data together with files that come along, or say what these "
        "hold; nothing of them stays.",
        [],
        answered("The answer.", {**ROWS, **STATEMENTS}, "406", "422"),
        requestBody=sent({JSON: TOGETHER}),
    )


def _graphs(name: str, *known: Parameter, path: str = "") -> dict[str, Any]:
    """Return what can be done with a graph."""
    place = Parameter("name", path, required=True)
    which = [parameter(place, place="path")] if path else [parameter(one) for one in known]
    triples = dict.fromkeys(STATEMENTS.keys() - {"application/trig", "text/plain"}, _EVERYTHING)
    made = {**_MADE, "201": {"description": "It is new."}, **refusals(*_CHANGES)}
    changes = {
        "put": "Put a graph in the place of one.",
        "post": "Add to a graph.",
        "delete": "Remove a graph.",
    }
    return {
        "get": operation(
            name,
            "A graph of the data, whole.",
            [*which, parameter(_SUFFIX)],
            answered("Its statements.", STATEMENTS, "404", "406"),
        ),
        **{
            method: operation(
                f"{name}_{method}",
                f"{says} This needs the server's token.",
                which,
                made,
                **({} if method == "delete" else {"requestBody": sent(triples)}),
            )
            for method, says in changes.items()
        },
    }


def _dump() -> dict[str, Any]:
    files = (*names().values(), *names(packed=True).values())
    name = Parameter("name", "Plain, or packed.", choices=files, required=True)
    return operation(
        "dump",
        "All data as one file.",
        [parameter(name, place="path")],
        answered("The file.", (*SUFFIXES.values(), "application/gzip"), "404"),
    )


def _names(name: str) -> dict[str, Any]:
    return operation(
        name,
        "Reconcile names with actors (Reconciliation Service API 0.2), or say what there is.",
        [parameter(one) for one in (_QUERIES, LANG)],
        answered("Candidates by the keys of the queries.", [JSON], "404"),
    )


def _names_posted() -> dict[str, Any]:
    properties = {"queries": {"type": "string"}, "lang": parameter(LANG)["schema"]}
    body = sent({_FORM: {"type": "object", "properties": properties}}, required=False)
    return {**_names("reconcile_posted"), "parameters": [], "requestBody": body}


def _suggested() -> dict[str, Any]:
    return operation(
        "suggest",
        "Actors of whom a name begins so.",
        [parameter(Parameter("prefix", "The beginning of a name.")), parameter(LANG)],
        answered("Actors.", [JSON]),
    )


def _file() -> dict[str, Any]:
    parts = (
        Parameter("group", "What the question is about.", required=True),
        Parameter("name", "Its name.", required=True),
        Parameter("suffix", "The format.", choices=("rq", *DATA), required=True),
    )
    return operation(
        "question",
        "A question of the library itself: its text, or its description as data.",
        [parameter(one, place="path") for one in parts],
        answered("The question.", ("application/sparql-query", *DATA.values()), "404"),
    )


def _resolved() -> dict[str, Any]:
    iri = Parameter("iri", "An IRI.", required=True)
    led = {"303": {"description": "Location says where its page or its data stand."}}
    return operation(
        "resolve",
        "Lead to what is said of a thing, as a page or as data, by Accept.",
        [parameter(iri), parameter(LANG)],
        {**led, **refusals("404", "406")},
    )


def _itself() -> dict[str, Any]:
    return operation("openapi", "This description.", [], answered("It.", [JSON]))
