"""``coordgraph plan``: how large a network will be, and what it takes to measure it."""

import math
from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from coordgraph.cli import options
from coordgraph.cli.output import chosen, rows_as
from coordgraph.cli.reading import store_of
from coordgraph.network.dump.reading import read_dump
from coordgraph.network.foresight import Foresight, foresee, memory_for
from coordgraph.network.limit import BYTES_A_TIE
from coordgraph.network.selection import Selection, select
from coordgraph.store import Store, open_store

__all__ = ["plan"]

_COLUMNS = ("what", "value", "unit", "note")
_BYTES_A_MEETING = 200
_PARTITION = 128 << 20
_MB = 1 << 20

Row = dict[str, Any]


@click.command(name="plan")
@options.selection
@options.source
@options.language
@options.table_format
@options.quiet
def plan(  # noqa: PLR0913 - one parameter an option
    *,
    form: str | None,
    weight: str,
    max_ties: int | None,
    data: tuple[str, ...],
    store_dir: str | None,
    endpoint: str | None,
    quiet: bool,
    lang: str,
    **selection: Any,
) -> None:
    """
    Tell how many ties a network will have, what they need, and which engine takes them.

    Participations are read, and no tie is made. --data also takes the Parquet of
    `coordgraph incidence`. Memory is told within a factor of two.
    """
    del weight, lang
    takings, store = None, _opened(data, store_dir, endpoint)
    if _is_table(data):
        takings = read_dump(Path(data[0]))
    found = select(store, Selection(**selection), takings=takings)
    foreseen = foresee(found.incidence)
    if not quiet and foreseen.ties_at_most > _allowed(foreseen, max_ties) >= foreseen.ties:
        click.echo(
            _("Give --max-ties {ties} to make them here.").format(ties=foreseen.ties_at_most),
            err=True,
        )
    rows_as(
        chosen(form), _COLUMNS, [*_network(foreseen), *_memory(foreseen), *_spark(foreseen)]
    )


def _opened(data: tuple[str, ...], store_dir: str | None, endpoint: str | None) -> Store:
    if _is_table(data) and not (store_dir or endpoint):
        return open_store()
    return store_of(data, store_dir, endpoint, derived=False)


def _is_table(data: tuple[str, ...]) -> bool:
    return len(data) == 1 and data[0].endswith(".parquet")


def _allowed(foreseen: Foresight, max_ties: int | None) -> int:
    return foreseen.here if max_ties is None else max_ties


def _network(foreseen: Foresight) -> Iterator[Row]:
    for name in ("participations", "actors", "mechanisms", "meetings"):
        yield _row(name, getattr(foreseen, name))
    yield _row("ties_at_most", foreseen.ties_at_most, note=_("by the sizes of mechanisms"))
    near = _("within {error:,} (95 %)").format(error=foreseen.error)
    exact = near if foreseen.error else _("counted")
    yield _row("ties", foreseen.ties, note=exact)


def _memory(foreseen: Foresight) -> Iterator[Row]:
    size = {"participations": foreseen.participations, "ties": foreseen.ties}
    yield _row("memory_ties", memory_for("ties", **size) // _MB, "MB", _("while they are made"))
    for tool in ("igraph", "networkx"):
        needed = memory_for(tool, **size) // _MB
        what = _("ties, and all measures that are no paths")
        yield _row(f"memory_{tool}", needed, "MB", what)
    allowed = foreseen.here * BYTES_A_TIE // _MB
    yield _row("memory_allowed", allowed, "MB", _("half of this machine"))
    yield _row("engine", foreseen.engine, note=foreseen.why)


def _spark(foreseen: Foresight) -> Iterator[Row]:
    """Yield settings of Spark by rule of thumb: parts that fit into memory, room for pairs."""
    size = foreseen.meetings * _BYTES_A_MEETING
    parts = max(8, math.ceil(size / _PARTITION))
    yield _row("spark.sql.shuffle.partitions", parts, note=_("128 MB of pairs in each"))
    memory = 2 if size < 1 << 30 else 4 if size < 100 << 30 else 8
    yield _row("spark.executor.memory", f"{memory}g", note=_("for one or two cores each"))
    yield _row("spark.driver.memory", "2g")
    yield _row("spark.local.dir", max(1, size >> 30), "GB", _("free on the workers together"))


def _row(what: str, value: object, unit: str = "", note: str = "") -> Row:
    return {"what": what, "value": value, "unit": unit or None, "note": note or None}
