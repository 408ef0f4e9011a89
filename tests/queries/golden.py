"""Golden answers: how rows are written down and where."""

import csv
import io
from pathlib import Path

from coordgraph.queries import Query
from coordgraph.store import Solutions, text

GOLDEN = Path(__file__).parents[1] / "golden" / "queries"


def rows_of(answer: Solutions) -> list[list[str]]:
    """Return rows as texts; decimals are rounded, since engines keep unlike many digits."""
    return [[_cell(text(row.get(name))) for name in answer.variables] for row in answer]


def _cell(value: str) -> str:
    try:
        number = float(value)
    except ValueError:
        return value
    return f"{number:.9g}" if "." in value else value


def golden_file(query: Query) -> Path:
    return GOLDEN / f"{query.name}.csv"


def as_csv(header: list[str], rows: list[list[str]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows([header, *rows])
    return buffer.getvalue()
