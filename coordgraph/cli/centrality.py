"""``coordgraph centrality``: how central each actor is."""

from gettext import gettext as _
from typing import Any, Literal

import click

from coordgraph.cli import options
from coordgraph.cli.cluster import cluster_of, measures_there, refuse_without_spark
from coordgraph.cli.cube import cube_as, root_of
from coordgraph.cli.output import chosen, rows_as
from coordgraph.cli.reading import directed_of, network_of
from coordgraph.engines.choice import EngineName
from coordgraph.errors import CallError
from coordgraph.network.centrality import (
    FURTHER,
    MEASURES,
    TWO_MODE,
    notes,
    two_mode_centrality,
)
from coordgraph.network.centrality import centrality as table_of
from coordgraph.network.directed_centrality import DIRECTED, directed_centrality
from coordgraph.publish.rdf import FORMATS

__all__ = ["centrality"]

_SLOW = 10_000_000
"""Steps, actors times ties, of a network whose measures are said before they are taken."""


@click.command(name="centrality")
@options.selection
@click.option(
    "--measure",
    "measures",
    metavar="M",
    multiple=True,
    help=f"Only this measure (repeatable): {', '.join(MEASURES)}; or, only by name, "
    f"{', '.join(FURTHER)}.",
)
@click.option(
    "--two-mode",
    is_flag=True,
    help="Measure actors among mechanisms, without making ties; the measures are "
    f"{', '.join(TWO_MODE)}.",
)
@click.option(
    "--weighted",
    is_flag=True,
    help="Paths, Burt's measures, clustering, coreness and currents use weights, too "
    "(distance = 1/weight).",
)
@click.option(
    "--engine",
    type=click.Choice(["auto", "networkx", "igraph", "networkit", "spark"]),
    default="auto",
    show_default=True,
    help="What measures; auto takes NetworkX for small networks, igraph for large ones. Spark "
    "reads files that outgrow a machine, and measures degree, strength, harmonic, pagerank and "
    "core; by name also component, propagation, triangles and clustering.",
)
@click.option(
    "--out",
    metavar="DIR",
    help="With --engine spark: write a folder of measures and of a summary instead of "
    "printing; as CSV with --format csv.",
)
@options.cluster
@click.option(
    "--approximate",
    type=click.FloatRange(0, 1, max_open=True),
    metavar="ERROR",
    help="Estimate betweenness, closeness and harmonic within this error; 0 follows every "
    "path. Without it, only networks too large for that are estimated.",
)
@click.option(
    "--directed",
    is_flag=True,
    help="Measure who acts towards whom, where roles order actors; the measures are "
    f"{', '.join(DIRECTED)}.",
)
@click.option(
    "--base",
    metavar="IRI",
    help="With an RDF format: what the IRIs of the measures begin with; needed for data of "
    "your own.",
)
@options.source
@options.language
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "tsv", "json", "jsonl", *FORMATS]),
    help="How to print; a table on a terminal, else csv. RDF has the measures as "
    "observations of a data cube, with the options and software that made them.",
)
@options.quiet
def centrality(  # noqa: PLR0913 - one parameter an option
    measures: tuple[str, ...],
    form: str | None,
    *,
    two_mode: bool,
    weighted: bool,
    engine: EngineName | Literal["spark"],
    approximate: float | None,
    directed: bool,
    base: str | None,
    out: str | None,
    **choices: Any,
) -> None:
    """
    List how central each actor is, one row an actor, isolates too.

    Measures are NetworkX's, on the undirected projection; ties at several levels between two
    actors are one, its weight their sum. The last column marks actors known only by kind.
    """
    there = {name: choices.pop(name) for name in options.CLUSTER}
    if engine == "spark":
        _refuse_there(
            two_mode=two_mode,
            directed=directed,
            weighted=weighted,
            approximate=approximate is not None,
            base=base is not None or form in FORMATS,
        )
        quiet = choices.pop("quiet")
        measures_there(measures, form, out, cluster_of(**there, quiet=quiet), **choices)
        return
    refuse_without_spark(**there, out=out)
    root = _root(form, base, choices, two_mode=two_mode, directed=directed)
    how: dict[str, Any] = {
        "measures": measures or None,
        "engine": engine,
        "approximate": approximate,
    }
    if directed:
        _refuse_beside_arcs(two_mode=two_mode, weighted=weighted, **how)
        table = directed_centrality(directed_of(**choices)[1], measures=measures or None)
    elif two_mode:
        if weighted:
            raise CallError(
                _("Participations have no weight: leave out --weighted or --two-mode.")
            )
        table = two_mode_centrality(network_of(tied=False, **choices)[1], **how)
    else:
        store, network = network_of(**choices)
        long = len(network.actors) * len(network.ties) > _SLOW and not choices["quiet"]
        tick = _say if long else None
        table = table_of(network, weighted=weighted, tick=tick, **how)
    if not choices["quiet"]:
        for note in notes(table):
            click.echo(note, err=True)
    if form is not None and root is not None:
        cube_as(form, store, network, table, root=root, weighted=weighted)
        return
    shown = chosen(form)
    columns = [name for name in table.column_names if shown != "table" or name != "actor"]
    rows_as(shown, columns, table.to_pylist())


def _root(
    form: str | None, base: str | None, choices: dict[str, Any], **apart: bool
) -> str | None:
    """Return what IRIs of measures begin with, where RDF is asked for."""
    if form not in FORMATS:
        return None
    for name, given in apart.items():
        if given:
            option = f"--{name.replace('_', '-')}"
            raise CallError(
                _("Measures of {option} have no terms yet: ask for a table.").format(
                    option=option
                )
            )
    return root_of(base, choices)


def _refuse_there(**given: bool) -> None:
    for name, is_given in given.items():
        if is_given:
            option = "RDF" if name == "base" else f"--{name.replace('_', '-')}"
            raise CallError(
                _("Spark measures without {option}: leave that out, or the engine.").format(
                    option=option
                )
            )


def _say(measures: str) -> None:
    click.echo(f"... {measures}", err=True)


def _refuse_beside_arcs(
    *,
    two_mode: bool,
    weighted: bool,
    engine: EngineName,
    approximate: float | None,
    **_others: Any,
) -> None:
    for given, option in (
        (two_mode, "--two-mode"),
        (weighted, "--weighted"),
        (engine != "auto", "--engine"),
        (approximate is not None, "--approximate"),
    ):
        if given:
            raise CallError(
                _("{option} does not go with --directed: leave out one of them.").format(
                    option=option
                )
            )
