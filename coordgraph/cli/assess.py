"""``coordgraph assess``: what those who shape coordination ask of a network."""

from gettext import gettext as _
from typing import Any

import click
import pyarrow as pa

from coordgraph.actors import find_actor
from coordgraph.cli import options
from coordgraph.cli.output import chosen, rows_as
from coordgraph.cli.reading import network_of
from coordgraph.namespace import slug
from coordgraph.network.projection import Network
from coordgraph.network.questions.dependence import assess_dependence, falling_apart
from coordgraph.network.questions.gaps import COMPARED, assess_gaps
from coordgraph.network.questions.load import assess_load
from coordgraph.network.questions.replacement import assess_replacement
from coordgraph.network.questions.scope import assess_scope, scopes

__all__ = ["assess"]

_IRIS = {"actor", "source", "target", "counterpart", "successor", "event"}
"""Columns that people do without, as labels stand beside them."""


@click.group(name="assess")
def assess() -> None:
    """Answer questions of policy: who carries the load, who is missed, what is missing."""


@assess.command(name="load")
@options.selection
@options.source
@options.language
@options.table_format
@options.quiet
def load(form: str | None, **choices: Any) -> None:
    """
    List how much coordination each actor has to carry.

    The load is counterparts x levels x countries; the weighted load takes the strength of ties
    for their number, and counts levels and countries by how evenly ties are spread over them.
    """
    _store, network = network_of(**choices)
    _print(assess_load(network), form)


@assess.command(name="dependence")
@click.argument("actor", required=False)
@options.selection
@options.source
@options.language
@options.table_format
@options.quiet
def dependence(actor: str | None, form: str | None, **choices: Any) -> None:
    """
    List what falls apart if an actor goes.

    Without ACTOR, a row an actor: how many pairs of others would be cut off from each other,
    into how many pieces the rest falls, how many counterparts are left with nobody, how many
    mechanisms with one actor. With ACTOR, who would be in which piece, and the mechanisms that
    each alone has with ACTOR.
    """
    store, network = network_of(**choices)
    if actor is None:
        _print(assess_dependence(network), form)
        return
    iri = find_actor(store, actor, lang=choices["lang"])
    _print(falling_apart(network, iri), form)


@assess.command(name="gaps")
@click.option(
    "--levels",
    nargs=2,
    default=COMPARED,
    show_default=True,
    metavar="LEVEL LEVEL",
    help="The two levels.",
)
@options.selection
@options.source
@options.language
@options.table_format
@options.quiet
def gaps(levels: tuple[str, str], form: str | None, **choices: Any) -> None:
    """
    List pairs tied at one of two levels and not at the other, with the mechanisms behind.

    Whether a gap is one, sources do not say: a pair may also meet in mechanisms of no stated
    level, which are counted beside it. --lift lets units speak for their institution.
    """
    _store, network = network_of(**choices)
    found = assess_gaps(network, levels=levels)
    if not choices["quiet"]:
        one, other = map(slug, found.levels)
        click.echo(
            _("Tied at {one}: {first}; at {other}: {second}; at both: {both}.").format(
                one=one,
                first=_many(found.tied[0], "pair"),
                other=other,
                second=found.tied[1],
                both=found.both,
            ),
            err=True,
        )
    _print(found.table, form)


@assess.command(name="scope")
@click.option(
    "--by",
    type=click.Choice(["tie", "level"]),
    default="tie",
    show_default=True,
    help="A row a tie, or how many ties of a level reach how far.",
)
@options.selection
@options.source
@options.language
@options.table_format
@options.quiet
def scope(by: str, form: str | None, **choices: Any) -> None:
    """
    List how far ties reach: within an institution or the sector, across sectors or borders.

    What is not known of an actor leaves the scope of its ties unknown.
    """
    store, network = network_of(**choices)
    table = assess_scope(network, store)
    _print(table if by == "tie" else scopes(table), form)


@assess.command(name="replace")
@click.argument("actor")
@click.option(
    "--with",
    "successor",
    metavar="ACTOR",
    help="Who comes; those whom recorded events name, if not given.",
)
@options.selection
@options.source
@options.language
@options.table_format
@options.quiet
def replace(actor: str, successor: str | None, form: str | None, **choices: Any) -> None:
    """
    List what becomes of an actor's ties when another takes its place.

    A tie is kept by the successor, doubled where the successor had it already, or lost where
    it was with the successor, or nobody succeeds.
    """
    store, network = network_of(**choices)
    found = assess_replacement(
        network, actor, store=store, successor=successor, lang=choices["lang"]
    )
    if not choices["quiet"]:
        click.echo(f"Before: {_size(network)}.", err=True)
        for iri, after in found.after.items():
            who = f"With {after.actors[iri].label}" if iri else "Nobody is known to succeed"
            click.echo(f"{who}: {_size(after)}.", err=True)
    _print(found.table, form)


def _size(network: Network) -> str:
    actors, pairs = len(network.actors), len(network.ties.merged())
    return f"{_many(actors, 'actor')}, {_many(pairs, 'pair')} tied"


def _many(count: int, thing: str) -> str:
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def _print(table: pa.Table, form: str | None) -> None:
    shown = chosen(form)
    labelled = {"label", "source_label", "counterpart_label"} & set(table.column_names)
    hidden = _IRIS if shown == "table" and labelled else set()
    columns = [name for name in table.column_names if name not in hidden]
    rows_as(shown, columns, table.to_pylist())
