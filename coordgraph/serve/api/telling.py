"""How OpenAPI says what an operation is asked and what it answers."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from coordgraph.names import LANGUAGES
from coordgraph.serve.api.parameters import Parameter

__all__ = ["JSON", "TEXT", "answered", "operation", "parameter", "refusals", "sent"]

TEXT = "text/plain"
JSON = "application/json"

_REFUSALS = {
    "400": "The request is none that is understood; the text says what is wrong.",
    "401": "Changes need the server's token: Authorization: Bearer TOKEN.",
    "403": "The server only answers; its data cannot be changed.",
    "404": "Nothing has this name.",
    "406": "It is given in none of the forms that are accepted.",
    "409": "Another change is being made.",
    "413": "The request or the answer is too large.",
    "415": "The body is of no type that is taken here.",
    "422": "The data do not allow it; the text says why.",
    "503": "All workers are busy; Retry-After says when.",
    "504": "It took too long.",
    "507": "It takes more memory, or more of the disk, than it may.",
}
_ALWAYS = ("400", "413", "503", "504", "507")

_LANGUAGE = {
    "description": "en, es or pt: as `lang` says, else as Accept-Language prefers.",
    "schema": {"type": "string", "enum": list(LANGUAGES)},
}


def refusals(*further: str) -> dict[str, Any]:
    """Return the answers in words that say why there is no other: those of all, and further."""
    return {
        status: {
            "description": words,
            "headers": {"Content-Language": _LANGUAGE},
            "content": {TEXT: {"schema": {"type": "string"}}},
        }
        for status, words in _REFUSALS.items()
        if status in {*_ALWAYS, *further}
    }


def answered(says: str, media: Iterable[str], *further: str) -> dict[str, Any]:
    """Return the answers of an operation: one of some media types, or a refusal."""
    content: dict[str, Any] = {one: {"schema": {}} for one in media}
    return {"200": {"description": says, "content": content}, **refusals(*further)}


def operation(
    name: str,
    says: str,
    parameters: Sequence[Mapping[str, Any]],
    responses: Mapping[str, Any],
    **further: Any,
) -> dict[str, Any]:
    """Return an operation."""
    return {
        "operationId": name,
        "summary": says,
        "parameters": list(parameters),
        **further,
        "responses": dict(responses),
    }


def sent(schemas: Mapping[str, Mapping[str, Any]], *, required: bool = True) -> dict[str, Any]:
    """Return the body of a request by media type."""
    content = {media: {"schema": schema} for media, schema in schemas.items()}
    return {"required": required, "content": content}


def parameter(known: Parameter, *, place: str = "query") -> dict[str, Any]:
    """Return a parameter, in the address after the question mark or in its path."""
    schema: dict[str, Any] = {"type": known.kind}
    if known.choices:
        schema["enum"] = list(known.choices)
    if known.repeated:
        schema = {"type": "array", "items": schema}
    elif known.default is not None:
        schema["default"] = known.default
    if known.kind == "integer":
        schema["minimum"] = 0
    return {
        "name": known.name,
        "in": place,
        "description": known.says,
        "required": known.required,
        "schema": schema,
    }
