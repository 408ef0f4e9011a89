"""What a call of the command line chooses: days, windows of time, and what to look at."""

import io
from contextlib import redirect_stderr, redirect_stdout, suppress
from datetime import date
from functools import cache
from itertools import islice

import click

from coordgraph.cli import coordgraph
from coordgraph.dates import PartialDate, Window, in_force
from coordgraph.errors import CallError, CoordgraphError, InvalidDate, InvalidWindow
from coordgraph.network.selection import Selection, select, window_of
from tests.hostile.fuzzing.small import DATA, small
from tests.hostile.fuzzing.surface import MARK, Surface, joined, scratch, texts

__all__ = ["SURFACES"]

_VERBS = ("ties", "centrality", "communities", "layers", "brokerage", "backbone", "query")
_OPTIONS = (
    *("--level", "--practice", "--network", "--between", "--groups", "--lift-to", "--as-of"),
    *("--undated", "--during", "--reading", "--kind", "--status", "--subsidiary", "--weight"),
    *("--max-ties", "--lang", "--format", "--by", "--measure", "--actor", "--limit", "--top"),
    *("--seed", "--alpha", "-p", "--resolution", "--unstated", "--unknown"),
)
"""Options that neither write nor ask elsewhere; not every command has all."""

_MOST = 6


def day(data: bytes) -> None:
    """Read days, and tell what holds between them."""
    one, start, end = texts(data, 3)
    with suppress(InvalidDate):
        found = PartialDate.parse(one)
        assert found.earliest <= found.latest
    with suppress(InvalidDate):
        in_force(date(2000, 1, 1), start or None, end or None)


def window(data: bytes) -> None:
    """Read a window of time; what is written of it is read as the same."""
    with suppress(InvalidWindow):
        found = Window.parse(data.decode("utf-8", "surrogateescape"))
        assert found.first <= found.last
        assert str(found) == "/" or Window.parse(str(found)) == found


def selection(data: bytes) -> None:
    """Select from a small network."""
    level, practice, as_of, during, reading, kind, status = texts(data, 7)
    chosen = Selection(
        level=level or None,
        practice=practice or None,
        as_of=as_of or None,
        during=during or None,
        reading=reading or None,
        kinds=(kind,) if kind else (),
        statuses=(status,) if status else (),
    )
    with suppress(CallError):
        window_of(chosen)
    with suppress(CoordgraphError):
        select(small(), chosen)


def command(data: bytes) -> None:
    """Call a command on a small file, with options by their place in a list."""
    verb, *chosen = data.split(MARK)
    arguments = [_VERBS[sum(verb) % len(_VERBS)], "--data", _file()]
    for one in islice(chosen, _MOST):
        value = one[1:].decode("utf-8", "surrogateescape").replace("\0", "")
        arguments += [_OPTIONS[one[0] % len(_OPTIONS)] if one else "--level", value]
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace")
    with (
        redirect_stdout(out),
        redirect_stderr(out),
        suppress(click.ClickException, SystemExit, CoordgraphError),
    ):
        coordgraph.main(arguments, standalone_mode=False)


@cache
def _file() -> str:
    path = scratch() / "small.ttl"
    path.write_bytes(DATA)
    return str(path)


SURFACES = {
    "days": Surface(
        day, (joined(b"1996-02", b"1990", b"2000-02-29"), joined(b"0001-01-01", b"", b"9999"))
    ),
    "windows": Surface(window, (b"1990/1994-06", b"1990/", b"/9999-12")),
    "selections": Surface(
        selection,
        (
            joined(b"policy", b"", b"1996", b"", b"", b"forum", b""),
            joined(b"none", b"", b"", b"1990/2000", b"any", b"", b"in-force"),
        ),
    ),
    "commands": Surface(
        command,
        (joined(b"\x00", b"\x06policy", b"\x011996-02"), joined(b"\x01", b"\x08newman")),
    ),
}
"""By name."""
