"""What the JSON API can be asked: each operation, its parameters and what answers it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import islice
from typing import Any

from coordgraph.actors import find_actor
from coordgraph.linking import Index, candidates, index_names
from coordgraph.network.centrality import FURTHER, MEASURES, notes, numbers
from coordgraph.network.explain.explanation import EXPLAINED, explain
from coordgraph.network.explain.record import record
from coordgraph.network.projection import Network, project
from coordgraph.network.selection import Selection
from coordgraph.network.tabulation import with_names
from coordgraph.network.tie_rows import TIE_COLUMNS, tie_rows
from coordgraph.serve.api.comparison import BY, compared
from coordgraph.serve.api.graph import graph_of
from coordgraph.serve.api.parameters import FORMAT, LANG, LIMIT, SELECTION, WEIGHT, Parameter
from coordgraph.serve.api.path import path_of
from coordgraph.serve.api.report import COLUMNS, SEVERITIES, findings
from coordgraph.serve.api.roll import are_many
from coordgraph.serve.api.spots import COLUMNS as SPOTS
from coordgraph.serve.api.spots import placed
from coordgraph.serve.api.taking import takings_of
from coordgraph.serve.api.vocabulary import vocabulary
from coordgraph.serve.api.words import by_words
from coordgraph.serve.speech import later as _later
from coordgraph.store import EmbeddedStore, Store

__all__ = ["OPERATIONS", "Operation", "Rows", "names_of", "searched", "selected"]

_SELECTED = {field.name for field in fields(Selection)}
_LIKELY = 0.4


@dataclass(frozen=True, slots=True)
class Rows:
    """
    An answer in rows.

    Attributes
    ----------
    columns
        Their names, in order.
    rows
        One mapping a row.
    notes
        What a reader should know, a sentence each.
    """

    columns: Sequence[str]
    rows: Iterable[Mapping[str, Any]]
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Operation:
    """
    Something that the API can be asked.

    Attributes
    ----------
    name
        The last part of its address.
    says
        What it answers.
    parameters
        What a request may give.
    answer
        Answers it, from the store and the values of the parameters, and of ``sources``, the
        files that the data were read from: rows, or what JSON knows.
    """

    name: str
    says: str
    parameters: Sequence[Parameter]
    answer: Callable[[Store, Mapping[str, Any]], Rows | dict[str, Any]]


def selected(given: Mapping[str, Any]) -> Selection:
    """Return what the values of parameters select."""
    return Selection(**{name: value for name, value in given.items() if name in _SELECTED})


def _network(store: Store, given: Mapping[str, Any]) -> Network:
    selection = selected(given)
    weight, lang = given["weight"], given["lang"]
    return project(
        store,
        weight=weight,
        lang=lang,
        takings=takings_of(store),
        described=False,
        selection=selection,
    )


def _ties(store: Store, given: Mapping[str, Any]) -> Rows:
    ego = find_actor(store, given["actor"], lang=given["lang"]) if given["actor"] else None
    rows = tie_rows(_network(store, given), ego)
    return Rows(TIE_COLUMNS, islice(rows, given["limit"]))


def _centrality(store: Store, given: Mapping[str, Any]) -> Rows:
    network = _network(store, given)
    measures = given["measure"] or None
    table = numbers(network, measures=measures, weighted=given["weighted"])
    shown = with_names(table.slice(0, given["limit"]), network.actors)
    return Rows(shown.column_names, shown.to_pylist(), notes(table))


def _comparison(store: Store, given: Mapping[str, Any]) -> Rows:
    columns, rows = compared(
        store,
        given["measure"],
        given["by"],
        selection=selected(given),
        weight=given["weight"],
        weighted=given["weighted"],
        lang=given["lang"],
        most=given["limit"],
    )
    return Rows(columns, rows)


def _report(store: Store, given: Mapping[str, Any]) -> Rows:
    found = findings(
        store, lang=given["lang"], sources=given["sources"], severity=given["severity"]
    )
    return Rows(COLUMNS, list(islice(found, given["limit"])))


def _explain(store: Store, given: Mapping[str, Any]) -> dict[str, Any]:
    found = explain(
        _network(store, given),
        given["actor"],
        given["measure"],
        store=store,
        weighted=given["weighted"],
        lang=given["lang"],
    )
    return record(found, top=given["limit"])


def _search(store: Store, given: Mapping[str, Any]) -> Rows:
    assert isinstance(store, EmbeddedStore)
    limit = 20 if given["limit"] is None else given["limit"]
    columns = ("actor", "label", "kind", "country", "score", "reasons")
    return Rows(columns, searched(store, given["q"], lang=given["lang"], limit=limit))


def searched(store: EmbeddedStore, q: str, *, lang: str, limit: int) -> list[dict[str, Any]]:
    """Return the actors that a name may mean, best first; by words alone where many are."""
    if are_many(store):
        return by_words(store, q, lang=lang, limit=limit)
    return [
        {
            "actor": one.iri,
            "label": one.label,
            "kind": one.kind,
            "country": one.country,
            "score": round(one.score, 4),
            "reasons": list(one.reasons),
        }
        for one in candidates(names_of(store, lang), q, limit=limit, threshold=_LIKELY)
    ]


def _graph(store: Store, given: Mapping[str, Any]) -> dict[str, Any]:
    assert isinstance(store, EmbeddedStore)
    return graph_of(store, selected(given), given["lang"])


def _path(store: Store, given: Mapping[str, Any]) -> dict[str, Any]:
    network = _network(store, {**given, "weight": "count"})
    return path_of(store, network, given["from"], given["to"], lang=given["lang"])


@lru_cache(maxsize=3)
def names_of(store: EmbeddedStore, lang: str) -> Index:
    """Return the names of a store, which a worker reads once a language."""
    return index_names(store, lang=lang)


_ACTOR = _later("An actor: a slug, an IRI, an acronym or a label.")
_WEIGHTED = Parameter(
    "weighted",
    "Whether paths and Burt's measures use weights, too (distance = 1/weight).",
    kind="boolean",
    default=False,
)

OPERATIONS = (
    Operation(
        "ties",
        "Who coordinates with whom, at which level, through what.",
        (Parameter("actor", _ACTOR), *SELECTION, WEIGHT, LANG, LIMIT, FORMAT),
        _ties,
    ),
    Operation(
        "centrality",
        "How central each actor is, most central first.",
        (
            Parameter(
                "measure",
                "Only this measure.",
                choices=(*MEASURES, *FURTHER),
                repeated=True,
            ),
            _WEIGHTED,
            *SELECTION,
            WEIGHT,
            LANG,
            LIMIT,
            FORMAT,
        ),
        _centrality,
    ),
    Operation(
        "comparison",
        "A measure of each actor side by side at each level, or under each reading of levels.",
        (
            Parameter(
                "measure", "The measure.", choices=(*MEASURES, *FURTHER), default="degree"
            ),
            Parameter("by", "What is compared.", choices=BY, default="level"),
            _WEIGHTED,
            *SELECTION,
            WEIGHT,
            LANG,
            LIMIT,
            FORMAT,
        ),
        _comparison,
    ),
    Operation(
        "explain",
        "What a measure of an actor rests on: ties, mechanisms and passages.",
        (
            Parameter("actor", _ACTOR, required=True),
            Parameter(
                "measure", _later("The measure."), choices=tuple(EXPLAINED), required=True
            ),
            _WEIGHTED,
            *SELECTION,
            WEIGHT,
            LANG,
            LIMIT,
        ),
        _explain,
    ),
    Operation(
        "report",
        "What the shapes find in the data, gravest first, and where it is written.",
        (
            Parameter("severity", "Only findings of this one.", choices=SEVERITIES),
            LANG,
            LIMIT,
            FORMAT,
        ),
        _report,
    ),
    Operation(
        "search",
        "Which actors a name may mean, how well each fits, and why.",
        (Parameter("q", _later("A name."), required=True), LANG, LIMIT, FORMAT),
        _search,
    ),
    Operation(
        "vocabulary",
        "Which classes, properties, concepts and graphs a question in SPARQL may name.",
        (LANG,),
        vocabulary,
    ),
    Operation(
        "graph",
        "The network as a picture: where actors stand, and what ties them when.",
        (*SELECTION, LANG),
        _graph,
    ),
    Operation(
        "path",
        "A shortest path between two actors, and the mechanisms and passages on it.",
        (
            Parameter("from", _ACTOR, required=True),
            Parameter("to", _ACTOR, required=True),
            *SELECTION,
            LANG,
        ),
        _path,
    ),
    Operation(
        "spots",
        "Where countries are: longitude and latitude by ISO 3166-1 alpha-3 code.",
        (FORMAT,),
        lambda store, given: Rows(SPOTS, placed(store, given)),
    ),
)
