"""``coordgraph test``: whether what is seen in a network is more than chance makes."""

from collections.abc import Mapping
from typing import Any

import click
import pyarrow as pa

from coordgraph.cli import drawing, options
from coordgraph.cli.comparing import another, differing, same_parts
from coordgraph.cli.output import chosen, rows_as
from coordgraph.cli.reading import directed_of, network_of
from coordgraph.network.directed import Projected
from coordgraph.network.parts import Unknown
from coordgraph.network.significance import cug as cug_test
from coordgraph.network.significance import ei as ei_test
from coordgraph.network.significance import mrqap as mrqap_test
from coordgraph.network.significance import qap as qap_test
from coordgraph.network.significance.statistics import STATISTICS
from coordgraph.store import Store

__all__ = ["test"]

_SAME = "same="


@click.group(name="test")
@options.quiet
@click.pass_context
def test(context: click.Context, *, quiet: bool) -> None:
    """
    Test whether what is seen in a network is more than chance makes.

    Networks too small to test are refused (exit code 1), not given a p-value. The same --seed
    gives the same numbers.
    """
    if quiet:
        context.default_map = {name: {"quiet": True} for name in test.commands}


_among = click.option(
    "--actors",
    type=click.Choice(["either", "both"]),
    default="either",
    show_default=True,
    help="The actors of one of the networks at least, or only of all of them.",
)
_weighted = click.option(
    "--weighted", is_flag=True, help="Compare weights, not only who is tied."
)


@test.command(name="qap")
@options.selection
@click.option(
    "--against",
    metavar="NETWORK",
    required=True,
    help="The other network: what differs from the selection, as level=policy; several with "
    "commas.",
)
@_among
@_weighted
@drawing.draws
@drawing.seed
@options.directed
@options.source
@options.language
@options.table_format
@options.quiet
def qap(  # noqa: PLR0913 - one parameter an option
    against: str,
    actors: qap_test.Among,
    draws: int,
    seed: int,
    form: str | None,
    *,
    weighted: bool,
    directed: bool,
    **choices: Any,
) -> None:
    """
    Test whether two networks are alike: the correlation of who is tied to whom.

    Actors of one network change places at random (Krackhardt 1988). p_low and p_high are the
    shares of draws no greater and no less than what is observed.
    """
    different = differing(against)
    store, network = _network(directed=directed, **choices)
    other = another(store, different, choices, arcs=directed)
    table = qap_test.qap(
        network,
        other,
        actors=actors,
        weighted=weighted,
        draws=draws,
        seed=seed,
        tick=drawing.ticker(draws, quiet=choices["quiet"]),
    )
    _print(table, form)


@test.command(name="mrqap")
@options.selection
@click.option(
    "--against",
    metavar="NETWORK",
    multiple=True,
    required=True,
    help="What may explain it (repeatable): what differs from the selection, as level=policy, "
    "several with commas; or same=country for who shares one.",
)
@_among
@_weighted
@drawing.draws
@drawing.seed
@options.directed
@options.source
@options.language
@options.table_format
@options.quiet
def mrqap(  # noqa: PLR0913 - one parameter an option
    against: tuple[str, ...],
    actors: qap_test.Among,
    draws: int,
    seed: int,
    form: str | None,
    *,
    weighted: bool,
    directed: bool,
    **choices: Any,
) -> None:
    """
    Test what a network owes to others, each beside the rest.

    A regression on pairs of actors, tested by double semi-partialing (Dekker, Krackhardt and
    Snijders 2007): a row a term, with its coefficient and its t statistic.
    """
    different = {text: differing(text) for text in against if not text.startswith(_SAME)}
    store, network = _network(directed=directed, **choices)
    networks = {
        text: another(store, one, choices, arcs=directed) for text, one in different.items()
    }
    parts = {
        text: same_parts(store, text.removeprefix(_SAME), [network, *networks.values()])
        for text in against
        if text not in networks
    }
    found: dict[str, Projected | Mapping[str, str]] = {**networks, **parts}
    others = {text: found[text] for text in against}
    table = mrqap_test.mrqap(
        network,
        others,
        actors=actors,
        weighted=weighted,
        draws=draws,
        seed=seed,
        tick=drawing.ticker(draws * len(others), quiet=choices["quiet"]),
    )
    _print(table, form)


@test.command(name="cug")
@options.selection
@click.option(
    "--statistic",
    "statistics",
    metavar="S",
    multiple=True,
    help=f"Only this number (repeatable): {', '.join(STATISTICS)}.",
)
@click.option(
    "--given",
    type=click.Choice(["size", "edges", "dyads"]),
    default="edges",
    show_default=True,
    help="What the networks drawn have in common with this one: as many actors; as many ties, "
    "too; or with --directed as many pairs tied both ways, one way and not at all.",
)
@drawing.draws
@drawing.seed
@options.directed
@options.source
@options.language
@options.table_format
@options.quiet
def cug(  # noqa: PLR0913 - one parameter an option
    statistics: tuple[str, ...],
    given: cug_test.Given,
    draws: int,
    seed: int,
    form: str | None,
    *,
    directed: bool,
    **choices: Any,
) -> None:
    """
    Test whether a network is more than its size, or its number of ties, makes it.

    Compared with networks drawn uniformly (Butts 2008). These have single ties, while a
    mechanism ties all its actors at once: transitivity beyond them is no finding by itself.
    """
    _, network = _network(directed=directed, **choices)
    tick = drawing.ticker(draws, quiet=choices["quiet"])
    _print(
        cug_test.cug(network, statistics, given=given, draws=draws, seed=seed, tick=tick), form
    )


@test.command(name="ei")
@options.selection
@options.parting
@click.option(
    "--of",
    type=click.Choice(["network", "parts", "actors"]),
    default="network",
    show_default=True,
    help="A row the network, a part, or an actor; actors are not tested.",
)
@drawing.draws
@drawing.seed
@options.directed
@options.source
@options.language
@options.table_format
@options.quiet
def ei(  # noqa: PLR0913 - one parameter an option
    by: str,
    form: str | None,
    *,
    unknown: Unknown,
    of: Any,
    draws: int,
    seed: int,
    directed: bool,
    **choices: Any,
) -> None:
    """
    Test whether ties keep to the parts of actors: the E-I index.

    It is the ties between parts less those inside, of all ties, from -1 to 1 (Krackhardt and
    Stern 1988). Parts are dealt anew to the actors at random.
    """
    store, network = _network(directed=directed, **choices)
    how: dict[str, Any] = {"store": store, "of": of, "unknown": unknown}
    if of == "actors":
        table = ei_test.ei_index(network, by, **how)
    else:
        tick = drawing.ticker(draws, quiet=choices["quiet"])
        table = ei_test.ei(network, by, draws=draws, seed=seed, tick=tick, **how)
    _print(table, form)


def _network(*, directed: bool, **choices: Any) -> tuple[Store, Projected]:
    return directed_of(**choices) if directed else network_of(**choices)


def _print(table: pa.Table, form: str | None) -> None:
    rows_as(chosen(form), list(table.column_names), table.to_pylist())
