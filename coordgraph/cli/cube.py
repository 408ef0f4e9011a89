"""Measures as RDF on standard output: what ``centrality`` prints in an RDF format."""

from collections.abc import Mapping
from gettext import gettext as _
from typing import Any

import click
import pyarrow as pa
from pyoxigraph import NamedNode

from coordgraph.clock import stated_time, today
from coordgraph.errors import CallError
from coordgraph.network.observations import Measuring, observations
from coordgraph.network.projection import Network
from coordgraph.publish.measures import sources
from coordgraph.publish.rdf import FORMATS, document
from coordgraph.publish.site.addresses import Addresses
from coordgraph.store import Store, placed

__all__ = ["cube_as", "root_of"]


def root_of(base: str | None, choices: Mapping[str, Any]) -> str:
    """
    Return what the IRIs of measures begin with; nobody's names are taken for others' data.

    Raises
    ------
    CallError
        If data of one's own is read and no base is named.
    """
    own = any(choices[name] for name in ("data", "store_dir", "endpoint"))
    if own and base is None:
        raise CallError(
            _(
                "Name what the IRIs of measures of your own data begin with, such as --base "
                "https://example.org/kg/."
            )
        )
    return Addresses.under(base).base


def cube_as(  # noqa: PLR0913 - what is said, each by name
    form: str, store: Store, network: Network, table: pa.Table, *, root: str, weighted: bool
) -> None:
    """Print a table of measures as observations of a data cube."""
    told = Measuring(today(), stated_time(), weighted=weighted, used=sources(store), root=root)
    place = NamedNode(f"{root}graph/measures")
    quads = [placed(triple, place) for triple in observations(network, table, told)]
    click.echo(document(quads, FORMATS[form]), nl=False)
