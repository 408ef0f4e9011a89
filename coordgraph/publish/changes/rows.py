"""A difference as rows for programs."""

from typing import Any

from coordgraph.changes.comparison import Difference
from coordgraph.publish.changes.naming import naming
from coordgraph.store import text
from coordgraph.tables import csv_text

__all__ = ["COLUMNS", "as_csv", "as_document", "as_rows"]

COLUMNS = (
    "group",
    "change",
    "thing",
    "label",
    "property",
    "language",
    "other",
    "other_label",
    "level",
    "before",
    "after",
)
"""The columns of a row."""

Row = dict[str, Any]


def as_rows(difference: Difference, *, lang: str = "en") -> list[Row]:
    """Return one row a change, with the columns `COLUMNS`; things by IRI, and by label."""
    names = naming(difference, lang)
    return [
        {
            "group": change.group,
            "change": change.what,
            "thing": change.thing,
            "label": names.of(change.thing),
            "property": change.property or None,
            "language": change.language or None,
            "other": change.other or None,
            "other_label": names.of(change.other) if change.other else None,
            "level": change.level or None,
            "before": [text(value) for value in change.before],
            "after": [text(value) for value in change.after],
        }
        for change in difference.changes
    ]


def as_csv(difference: Difference, *, lang: str = "en") -> str:
    """Return one row a change as comma-separated values; several values stand after `; `."""
    rows = as_rows(difference, lang=lang)
    for row in rows:
        row.update({side: "; ".join(row[side]) for side in ("before", "after")})
    return csv_text(COLUMNS, rows)


def as_document(difference: Difference, *, lang: str = "en", everything: bool = False) -> Row:
    """
    Return all of a difference as JSON knows it.

    ``statements`` counts all that only one version has; ``changes`` are rows, each with the
    ``details`` of what came or went; ``other`` counts what no change tells of, which
    ``untold`` lists if everything is asked for.
    """
    pair = difference.pair
    rows = as_rows(difference, lang=lang)
    for row, change in zip(rows, difference.changes, strict=True):
        row["details"] = {
            name: [text(value) for value in values] for name, values in change.details.items()
        }
    told: Row = {
        "statements": {"added": len(pair.added), "removed": len(pair.removed)},
        "graphs_left_aside": pair.flat,
        "changes": rows,
        "other": [remainder._asdict() for remainder in difference.rest],
    }
    if everything:
        told["untold"] = {
            "added": sorted(f"{quad} ." for quad in difference.untold & pair.added),
            "removed": sorted(f"{quad} ." for quad in difference.untold & pair.removed),
        }
    return told
