"""One measure side by side: at each level, or under each reading of the levels."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from coordgraph.namespace import LEVELS, slug
from coordgraph.network.centrality import centrality
from coordgraph.network.projection import project
from coordgraph.network.selection import Selection
from coordgraph.network.weights import Weight
from coordgraph.store import Store, text

__all__ = ["BY", "By", "compared", "readings"]

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

    Returns
    -------
    tuple
        ``actor, label, kind, country`` and a column a level or a reading, by slug; a value is
        null where the actor is not in that network.  Rows come by their highest value.
    """
    names = [slug(level) for level in LEVELS] if by == "level" else readings(store)
    rows: dict[str, dict[str, Any]] = {}
    for name in names:
        chosen = (
            replace(selection, level=name)
            if by == "level"
            else replace(selection, reading=name)
        )
        network = project(store, weight=weight, lang=lang, selection=chosen)
        table = centrality(network, measures=[measure], weighted=weighted)
        for row in table.select([*_WHO, measure]).to_pylist():
            who = {key: row[key] for key in _WHO}
            rows.setdefault(row["actor"], who)[name] = row[measure]
    columns = [*_WHO, *names]
    whole = [{key: row.get(key) for key in columns} for row in rows.values()]
    return columns, sorted(whole, key=lambda row: _order(row, names))


def _order(row: Mapping[str, Any], names: Sequence[str]) -> tuple[float, str]:
    return -max((row[name] or 0 for name in names), default=0), str(row["actor"])
