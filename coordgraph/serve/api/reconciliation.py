"""
Names in a table reconciled with actors, as OpenRefine asks for it [1]_.

References
----------
.. [1] A. Delpeuch et al. (2023). *Reconciliation Service API v0.2*. W3C Community Group.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import parse_qsl

from coordgraph.actors import Actor, actors
from coordgraph.errors import CallError
from coordgraph.linking import Candidate, Index, candidates, index_names
from coordgraph.names import LANGUAGES
from coordgraph.namespace import ID, slug
from coordgraph.serve.api.nearby import beginning_with, near
from coordgraph.serve.api.operations import names_of
from coordgraph.serve.api.roll import are_many
from coordgraph.serve.api.written import as_json
from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.speech import answering_in, spoken
from coordgraph.serve.speech import gettext as _
from coordgraph.serve.worker import Reply, plain
from coordgraph.store import EmbeddedStore, Store

__all__ = ["reconciled"]

_MOST_QUERIES, _MOST_CANDIDATES, _SUGGESTED = 1000, 100, 20
_LIKELY = 0.4
_ACTORS = f"{ID}actor/"
_KINDS = "SELECT DISTINCT ?kind { ?actor <https://w3id.org/coordgraph/ns#actorKind> ?kind }"


def reconciled(store: Store, message: Message, limits: Limits) -> Reply:
    """
    Answer a batch of queries, propose actors for the beginning of a name, or say what there is.

    The head of the message says ``path``, ``search`` and ``root``; its body is a form.
    """
    assert isinstance(store, EmbeddedStore)
    given = _given(message)
    lang = given.get("lang", "en")
    if lang not in LANGUAGES:
        words = _("{given} is none of {known}.")
        raise CallError(words.format(given=f"lang={lang[:20]!r}", known=", ".join(LANGUAGES)))
    with answering_in(lang if "lang" in given else spoken()):
        return _answered(store, message, given, lang, limits)


def _answered(
    store: EmbeddedStore, message: Message, given: Mapping[str, str], lang: str, limits: Limits
) -> Reply:
    path = message.head["path"].strip("/")
    if path == "suggest/entity":
        found = _suggested(store, given.get("prefix", ""), lang)
    elif path:
        words = _("There is {first}, and {second}.")
        return plain(404, words.format(first="/reconcile", second="/reconcile/suggest/entity"))
    elif "queries" in given:
        found = _batch(store, given["queries"], lang)
    else:
        found = _manifest(store, message.head["root"])
    return as_json(found, message, most=limits.answer_bytes)


def _given(message: Message) -> dict[str, str]:
    try:
        body = message.body.decode("ascii")
        pairs = [
            *parse_qsl(message.head["search"], errors="strict", max_num_fields=20),
            *parse_qsl(body, errors="strict", max_num_fields=20),
        ]
    except ValueError:
        words = _("Queries come as a form, percent-encoded, in UTF-8.")
        raise CallError(words) from None
    return dict(pairs)


def _manifest(store: EmbeddedStore, root: str) -> dict[str, Any]:
    used = store.columns(_KINDS).column("kind").to_pylist()
    kinds = sorted({slug(kind) for kind in used})
    return {
        "versions": ["0.1", "0.2"],
        "name": "coordgraph: actors of social security",
        "identifierSpace": _ACTORS,
        "schemaSpace": f"{ID}actor-kind/",
        "defaultTypes": [_type(kind) for kind in kinds],
        "view": {"url": "{{id}}"},
        "suggest": {
            "entity": {
                "service_url": root.rstrip("/"),
                "service_path": "/reconcile/suggest/entity",
            }
        },
    }


def _type(kind: str) -> dict[str, str]:
    return {"id": kind, "name": kind.replace("-", " ")}


def _batch(store: EmbeddedStore, text: str, lang: str) -> dict[str, Any]:
    try:
        queries = json.loads(text)
    except (ValueError, RecursionError):
        raise CallError(_("{name} is no JSON.").format(name="queries")) from None
    if not isinstance(queries, dict) or not all(
        isinstance(query, dict) and isinstance(query.get("query"), str)
        for query in queries.values()
    ):
        raise CallError(_('`queries` is an object of objects, each with a `"query"`.'))
    if len(queries) > _MOST_QUERIES:
        words = _("There are more than {most} queries; send fewer at once.")
        raise CallError(words.format(most=_MOST_QUERIES))
    index = _index(store, [query["query"] for query in queries.values()], lang)
    return {key: {"result": _results(index, query)} for key, query in queries.items()}


def _index(store: EmbeddedStore, names: Iterable[str], lang: str) -> Index:
    """Return the names that are compared with some: all, or the nearest of very many."""
    if are_many(store):
        return index_names(store, lang=lang, among=near(store, names))
    return names_of(store, lang)


def _results(index: Index, query: Mapping[str, Any]) -> list[dict[str, Any]]:
    limit, kind = query.get("limit", 5), query.get("type", "")
    if not isinstance(limit, int) or not isinstance(kind, str):
        raise CallError(_("`limit` is a number, and `type` a text."))
    found = candidates(
        index,
        query["query"],
        country=_country(query.get("properties", [])),
        kind=kind,
        limit=max(0, min(limit, _MOST_CANDIDATES)),
        threshold=_LIKELY,
    )
    return [_result(one) for one in found]


def _country(properties: Any) -> str:
    """Return the country that a query gives as a property, the only one that is known."""
    if not isinstance(properties, list):
        raise CallError(_("`properties` is a list."))
    for one in properties:
        if isinstance(one, dict) and one.get("pid") == "country":
            value = one.get("v", "")
            return str(value.get("id", "") if isinstance(value, dict) else value)
    return ""


def _result(one: Candidate) -> dict[str, Any]:
    return {
        "id": one.iri,
        "name": one.label,
        "description": "; ".join(one.reasons),
        "type": [_type(one.kind)] if one.kind else [],
        "score": round(100 * one.score, 1),
        "match": one.certain,
    }


def _suggested(store: EmbeddedStore, prefix: str, lang: str) -> dict[str, Any]:
    if are_many(store):
        found = beginning_with(store, prefix, most=_SUGGESTED) if prefix else []
        known = actors(store, found, lang=lang)
        return {"result": [_suggestion(actor) for actor in known.values()]}
    index = names_of(store, lang)
    start = prefix.casefold()
    iris = dict.fromkeys(
        name.actor for name in index.names if name.text.casefold().startswith(start)
    )
    shown = list(iris)[:_SUGGESTED] if prefix else []
    return {"result": [_suggestion(index.actors[iri]) for iri in shown]}


def _suggestion(actor: Actor) -> dict[str, Any]:
    kinds = [_type(actor.kind)] if actor.kind else []
    return {"id": actor.iri, "name": actor.label, "notable": kinds}
