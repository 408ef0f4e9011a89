"""``coordgraph explain``: what a number is made of."""

import json
from gettext import gettext as _
from typing import Any

import click
import pyarrow as pa

from coordgraph.cli import options
from coordgraph.cli.output import chosen, rows_as
from coordgraph.cli.progress import waiting
from coordgraph.cli.reading import network_of
from coordgraph.cli.visible import visible
from coordgraph.errors import CallError
from coordgraph.network.explain.explanation import EXPLAINED, Explanation
from coordgraph.network.explain.explanation import explain as explanation_of
from coordgraph.network.explain.record import record
from coordgraph.network.explain.wording import WORDS, more

__all__ = ["explain"]

_SHOWN = 10
_COLUMNS = ("label", "contribution", "level", "title", "kind", "places")
_PARTS = ("label", "distance", "one_label", "other_label", "share", "contribution")


@click.command(name="explain")
@click.argument("actor")
@click.option(
    "--measure",
    metavar="M",
    required=True,
    help=f"The measure to explain: {', '.join(EXPLAINED)}.",
)
@click.option(
    "--top",
    type=click.IntRange(min=0),
    metavar="N",
    help="Only the N ties and parts that give most; without it, 10 in a table and all in "
    "other formats.",
)
@click.option(
    "--parts",
    is_flag=True,
    help="In csv, tsv and jsonl: the actors that are reached, or the pairs whose paths pass "
    "through the actor, in place of the ties.",
)
@click.option(
    "--weighted",
    is_flag=True,
    help="Paths and Burt's measures use weights, too (distance = 1/weight).",
)
@options.selection
@options.source
@options.language
@options.table_format
@options.quiet
def explain(  # noqa: PLR0913 - one parameter an option
    actor: str,
    form: str | None,
    *,
    measure: str,
    top: int | None,
    parts: bool,
    weighted: bool,
    **choices: Any,
) -> None:
    """
    Tell what a measure of an actor is made of: ties, mechanisms, passages.

    ACTOR is a slug, an IRI, an acronym or a label. Each tie is listed with what it gives to
    the value and, by mechanism, with the places where it is written; what all give sums to
    the value, but for core and community, which are no sums. Measures that rest on paths
    are told by actors that are reached, or by pairs, too.
    """
    store, network = network_of(**choices)
    lang = choices["lang"]
    with waiting("following ties and paths", quiet=choices["quiet"]):
        found = explanation_of(
            network, actor, measure, store=store, weighted=weighted, lang=lang
        )
    shown = chosen(form)
    if shown == "json":
        click.echo(json.dumps(record(found, top=top), ensure_ascii=False, indent=2))
    elif shown == "table":
        _tell(found, _SHOWN if top is None else top)
    else:
        _list(shown, found, top, parts=parts, quiet=choices["quiet"])


def _tell(found: Explanation, top: int) -> None:
    """Print an explanation for people."""
    words = WORDS[found.lang]
    click.echo(visible("\n".join(found.heading())))
    shown = set(found.ties.slice(0, top).column("counterpart").to_pylist())
    rows = [row for row in found.rows.to_pylist() if row["counterpart"] in shown]
    if rows:
        rows_as("table", _filled(_COLUMNS, rows), rows, title=words["ties"])
    _say_more(found.ties, top, found.lang)
    if found.parts is not None and found.parts.num_rows:
        title = words["pairs" if "one" in found.parts.column_names else "actors"]
        columns = [name for name in found.parts.column_names if name in _PARTS]
        rows_as("table", columns, found.parts.slice(0, top).to_pylist(), title=title)
        _say_more(found.parts, top, found.lang)


def _filled(columns: tuple[str, ...], rows: list[dict[str, Any]]) -> list[str]:
    """Return the columns in which a row has something."""
    return [name for name in columns if any(row[name] not in (None, "", []) for row in rows)]


def _say_more(table: pa.Table, top: int, lang: str) -> None:
    if rest := more(table, top, lang):
        click.echo(rest)


def _list(form: str, found: Explanation, top: int | None, *, parts: bool, quiet: bool) -> None:
    """Print rows for programs: mechanisms of ties, or actors or pairs."""
    if parts and found.parts is None:
        raise CallError(
            _("{measure} rests on ties alone: leave out --parts.").format(measure=found.measure)
        )
    shown = found.parts if parts else found.ties
    assert shown is not None
    if parts:
        rows = shown.slice(0, top).to_pylist()
        rows_as(form, shown.column_names, rows)
    else:
        kept = set(shown.slice(0, top).column("counterpart").to_pylist())
        rows = [row for row in found.rows.to_pylist() if row["counterpart"] in kept]
        if form != "jsonl":
            rows = [{**row, "places": "; ".join(row["places"])} for row in rows]
        rows_as(form, found.rows.column_names, rows)
    if not quiet:
        for line in found.heading():
            click.echo(line, err=True)
        if top is not None and (rest := more(shown, top, found.lang)):
            click.echo(rest, err=True)
