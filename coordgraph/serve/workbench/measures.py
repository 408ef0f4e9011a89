"""The measures of all actors, side by side, and what each number is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa

from coordgraph.actors import actors, countries_of, labels
from coordgraph.arrow import integers, texts
from coordgraph.errors import CoordgraphError
from coordgraph.names import plain
from coordgraph.namespace import LEVELS, slug
from coordgraph.network.centrality import FURTHER, MEASURES, notes, numbers
from coordgraph.network.explain.explanation import EXPLAINED
from coordgraph.network.explain.wording import WORDS
from coordgraph.network.projection import project
from coordgraph.network.selection import Selection
from coordgraph.network.tabulation import with_names
from coordgraph.network.weights import Weight
from coordgraph.serve.api.comparison import BY, side_by_side
from coordgraph.serve.api.taking import takings_of
from coordgraph.serve.workbench.asking import Choice, chosen, fields
from coordgraph.serve.workbench.names import choices, concepts, places, readings_named
from coordgraph.serve.workbench.texts import texts_of
from coordgraph.serve.workbench.texts.measures import MEASURE_NAMES
from coordgraph.serve.workbench.view import Asked, View
from coordgraph.store import EmbeddedStore

__all__ = ["MEASURED", "QUICK", "measured"]

_TEXTS = {
    lang: {
        **said,
        **{f"m_{name}": told for name, told in MEASURE_NAMES[lang].items()},
        **{f"about_{name}": WORDS[lang][name] for name in EXPLAINED},
    }
    for lang, said in texts_of("measures").items()
}
_SHOWN, _EVERY = 300, 10_000
_LARGE = 30_000
QUICK = ("degree", "strength", "core")
"""Measures that take next to no time, whatever the size."""

_LEVELS = (*(slug(level) for level in LEVELS), "none")


@dataclass(frozen=True, slots=True)
class Column:
    """
    A column of numbers.

    Attributes
    ----------
    name
        Of the measure, level or reading.
    head
        What it is called.
    measure
        Which measure it has.
    further
        The level or reading that it stands for, as parameters of the API.
    explained
        Whether its numbers can be explained.
    """

    name: str
    head: str
    measure: str
    further: Mapping[str, str]
    explained: bool


@dataclass(frozen=True, slots=True)
class Table:
    """
    What is measured.

    Attributes
    ----------
    columns
        What is shown of it.
    numbers
        One row an actor, by IRI, and the columns.
    notes
        What a reader should know of them.
    """

    columns: Sequence[Column]
    numbers: pa.Table
    notes: Sequence[str] = ()


_NOTHING = Table((), pa.table({"actor": texts([])}))


def _shown(asked: Asked) -> Mapping[str, Any]:
    by = asked.search.get("by", "")
    by = by if by in BY else ""
    of = asked.search.get("measure", "")
    of = of if of in (*MEASURES, *FURTHER) else ("degree" if by else "")
    problem, choice, table = "", None, _NOTHING
    try:
        choice = chosen(asked)
        table = _compared(asked, choice, by, of) if by else _measured(asked, choice, of)
    except CoordgraphError as error:
        problem = str(error)
    return {
        "by": by,
        "of": of,
        "problem": problem,
        "choice": choice,
        "measures": (*MEASURES, *FURTHER),
        **_fields(asked),
        **_rows(asked, table),
    }


@lru_cache(maxsize=4)
def measured(
    store: EmbeddedStore, selection: Selection, weight: Weight, of: str, *, weighted: bool
) -> tuple[pa.Table, bool]:
    """
    Return a measure, or all, of the actors of a selection, as a worker works it out once.

    Returns
    -------
    tuple
        One row an actor, by IRI, and whether only `QUICK` ones were measured, as so many ties
        take long.
    """
    network = project(
        store, weight=weight, takings=takings_of(store), described=False, selection=selection
    )
    large = not of and len(network.ties.weight) > _LARGE
    names = [of] if of else list(QUICK if large else MEASURES)
    return numbers(network, measures=names, weighted=weighted), large


def _measured(asked: Asked, choice: Choice, of: str) -> Table:
    table, large = measured(
        asked.store, choice.selection, choice.weight, of, weighted=choice.weighted
    )
    told = list(notes(table))
    if large:
        told.append(_TEXTS[asked.lang]["large"])
    columns = [
        Column(name, _TEXTS[asked.lang][f"m_{name}"], name, {}, name in EXPLAINED)
        for name in table.column_names[1:]
    ]
    return Table(columns, table, told)


def _compared(asked: Asked, choice: Choice, by: str, of: str) -> Table:
    table = side_by_side(
        asked.store,
        of,
        "level" if by == "level" else "reading",
        selection=choice.selection,
        weight=choice.weight,
        weighted=choice.weighted,
    )
    heads = _heads(asked, by)
    columns = [
        Column(name, heads.get(name, name), of, {by: name}, of in EXPLAINED)
        for name in table.column_names[1:]
    ]
    return Table(columns, table)


def _heads(asked: Asked, by: str) -> Mapping[str, str]:
    said = _TEXTS[asked.lang]
    if by == "level":
        return {name: said[f"level_{name}"] for name in _LEVELS}
    return dict(readings_named(asked.store, asked.lang))


def _fields(asked: Asked) -> Mapping[str, Any]:
    said = _TEXTS[asked.lang]
    return {
        "fields": fields(said),
        "levels": [(name, said[f"level_{name}"]) for name in _LEVELS],
        "practices": choices(asked.store, asked.lang),
        "readings": readings_named(asked.store, asked.lang),
    }


def _rows(asked: Asked, table: Table) -> Mapping[str, Any]:
    """Return what is shown of a table: some of its rows, those of a country if one is asked."""
    names, kinds = places(asked.store, asked.lang), concepts(asked.store, asked.lang)
    iris: list[str] = table.numbers.column("actor").to_pylist()
    of = countries_of(asked.store, iris)
    countries = sorted(
        set(of.values()), key=lambda code: (plain(names.get(code) or code), code)
    )
    wanted = asked.search.get("country", "")
    rows = [at for at, iri in enumerate(iris) if not wanted or of.get(iri) == wanted]
    sort, falling = _order(asked, table)
    if sort:
        rows = _sorted(rows, _keys(asked, table, sort), falling=falling)
    most = _EVERY if "all" in asked.search else _SHOWN
    return {
        "table": table,
        "sort": sort,
        "falling": falling,
        "rows": _named(asked, table.numbers, rows[:most]),
        "among": len(rows),
        "countries": [(code, names.get(code, code)) for code in countries],
        "country": wanted,
        "named": lambda code: names.get(code, code or ""),
        "kind": lambda name: kinds.get(f"actor-kind/{name}", name or ""),
    }


def _order(asked: Asked, table: Table) -> tuple[str, bool]:
    """Return the column by which rows come, if one is asked for, and whether from the top."""
    names = {"label", *(column.name for column in table.columns)}
    sort = asked.search.get("sort", "")
    sort = sort if sort in names else ""
    return sort, asked.search.get("order", "asc" if sort == "label" else "desc") != "asc"


def _keys(asked: Asked, table: Table, sort: str) -> Sequence[Any]:
    """Return by what each row of a table is put in order; None for one without a value."""
    if sort != "label":
        found: list[Any] = table.numbers.column(sort).to_pylist()
        return found
    iris = table.numbers.column("actor").to_pylist()
    return [plain(name) for name in labels(asked.store, iris, lang=asked.lang).values()]


def _sorted(rows: Sequence[int], keys: Sequence[Any], *, falling: bool) -> list[int]:
    """Return rows in an order; those without a value last."""
    known = (row for row in rows if keys[row] is not None)
    return [
        *sorted(known, key=keys.__getitem__, reverse=falling),
        *(row for row in rows if keys[row] is None),
    ]


def _named(
    asked: Asked, numbers_of: pa.Table, rows: Sequence[int]
) -> Sequence[Mapping[str, Any]]:
    """Return some rows with what is known of their actors."""
    table = numbers_of.take(integers(np.array(rows, dtype=np.int64)))
    known = actors(asked.store, table.column("actor").to_pylist(), lang=asked.lang)
    found: list[dict[str, Any]] = with_names(table, known).to_pylist()
    return found


MEASURED = View("measures", _TEXTS, _shown)
