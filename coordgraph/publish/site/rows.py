"""The rows of tables as HTML, for a page has hundreds of them."""

from collections.abc import Sequence

from markupsafe import Markup

from coordgraph.publish.site.fragments import joined, quoted
from coordgraph.publish.site.reader import Reader
from coordgraph.publish.site.tables import Row, Table

__all__ = ["has_evidence", "table_rows"]


def has_evidence(rows: Sequence[Row]) -> bool:
    """Say whether a row names where it is written, so that there is a column for it."""
    return any(row.evidence for row in rows)


def table_rows(reader: Reader, table: Table, rows: Sequence[Row]) -> Markup:
    """
    Return rows of a table, each with its evidence if any of these has some.

    A row that says what is not followed is marked; where a tie has no level, this is said.
    """
    none = f'<span class="level no-level">{quoted(reader.said("no_level"))}</span>'
    empty = [none if head == "word:level" else "" for head in table.heads]
    denied = f' <small class="remark">{quoted(reader.said("not_asserted"))}</small>'
    proven = has_evidence(rows)
    pieces = []
    for row in rows:
        pieces.append("<tr>" if row.asserted else '<tr class="denied">')
        for place, terms in enumerate(row.cells):
            remark = denied if place == 0 and not row.asserted else ""
            shown = reader.cell(terms) if terms else empty[place]
            pieces.append(f"<td>{shown}{remark}</td>")
        if proven:
            pieces.append(f"<td>{reader.evidence(row.evidence)}</td>")
        pieces.append("</tr>\n")
    return joined(pieces)
