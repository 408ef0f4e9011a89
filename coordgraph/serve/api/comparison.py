"""One measure side by side: at each level, or under each reading of the levels."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

import pyarrow as pa
import pyarrow.compute as pc

from coordgraph.actors import actors
from coordgraph.arrow import texts, whole
from coordgraph.namespace import LEVELS, slug
from coordgraph.network.centrality import numbers
from coordgraph.network.projection import project
from coordgraph.network.selection import Selection
from coordgraph.network.tabulation import with_names
from coordgraph.network.weights import Weight
from coordgraph.serve.api.taking import takings_of
from coordgraph.store import Store, text

__all__ = ["BY", "By", "compared", "readings", "side_by_side"]

By = Literal["level", "reading"]
BY: Sequence[By] = ("level", "reading")

_READINGS = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
SELECT DISTINCT ?reading { ?claim cg:reading ?reading ; cg:claimsLevel ?level }
ORDER BY ?reading
"""
_WHO = ("actor", "label", "kind", "country")


def readings(store: Store) -> list[str]:
    """Return the readings of the levels that claims belong to, by slug; first all of them."""
    found = [slug(text(row["reading"])) for row in store.select(_READINGS)]
    return ["any", "all", *found] if found else []


def compared(  # noqa: PLR0913 - what to measure, each by name
    store: Store,
    measure: str,
    by: By,
    *,
    selection: Selection,
    weight: Weight,
    weighted: bool,
    lang: str,
    most: int | None = None,
) -> tuple[list[str], list[dict[str, Any]]]:
    """
    Return columns and rows: one row an actor, one column a level or a reading.

    Parameters
    ----------
    store
        The data.
    measure
        A name out of `MEASURES` or `FURTHER`.
    by
        What is compared.
    selection, weight, weighted, lang
        As `project` and `centrality` take them; the selection's own level or reading gives way.
    most
        How many rows at most.

    Returns
    -------
    tuple
        ``actor, label, kind, country`` and a column a level or a reading, by slug; a value is
        null where the actor is not in that network.  Rows come by their highest value.
    """
    table = side_by_side(
        store, measure, by, selection=selection, weight=weight, weighted=weighted
    )
    shown = table.slice(0, most)
    columns = [*_WHO, *shown.column_names[1:]]
    known = actors(store, shown.column("actor").to_pylist(), lang=lang)
    return columns, with_names(shown, known).select(columns).to_pylist()


def side_by_side(  # noqa: PLR0913 - what to measure, each by name
    store: Store,
    measure: str,
    by: By,
    *,
    selection: Selection,
    weight: Weight,
    weighted: bool,
) -> pa.Table:
    """
    Return the rows of `compared` with IRIs in place of all else that is known of actors.

    Parameters
    ----------
    store, measure, by, selection, weight, weighted
        As for `compared`.
    """
    names = [slug(level) for level in LEVELS] if by == "level" else readings(store)
    takings = takings_of(store)
    found: dict[str, pa.Table] = {}
    for name in names:
        chosen = (
            replace(selection, level=name)
            if by == "level"
            else replace(selection, reading=name)
        )
        network = project(
            store, weight=weight, takings=takings, described=False, selection=chosen
        )
        found[name] = numbers(network, measures=[measure], weighted=weighted)
    return _joined(found, measure)


def _joined(found: Mapping[str, pa.Table], measure: str) -> pa.Table:
    """Return tables of one measure as one of a column each."""
    of_each = {name: whole(table.column("actor")) for name, table in found.items()}
    everybody = texts(sorted(set().union(*(column.to_pylist() for column in of_each.values()))))
    columns = {
        name: whole(table.column(measure)).take(pc.index_in(everybody, value_set=of_each[name]))
        for name, table in found.items()
    }
    if not columns:
        return pa.table({"actor": everybody})
    known = [column.cast(pa.float64()).fill_null(0) for column in columns.values()]
    order = pc.sort_indices(
        pa.table({"highest": pc.max_element_wise(*known), "actor": everybody}),
        sort_keys=[("highest", "descending"), ("actor", "ascending")],
    )
    return pa.table({"actor": everybody, **columns}).take(order)
