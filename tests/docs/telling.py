"""What a page of the docs shows: commands, and the tables that they give."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

from click.testing import CliRunner

from coordgraph.cli import coordgraph
from coordgraph.namespace import slug

__all__ = ["Done", "Shown", "gives", "run", "shown"]

_ROOT = Path(__file__).parents[2]

_SHOWN = re.compile(r"```sh\ncoordgraph (.+)\n```\n\n((?:\|.*\|\n)+)")


class Shown(NamedTuple):
    """A command without its name, the columns that the page shows, and the cells below them."""

    command: str
    columns: list[str]
    rows: list[list[str]]


class Done(NamedTuple):
    """What commands printed."""

    stdout: str
    stderr: str

    @property
    def said(self) -> str:
        """Return all of it."""
        return self.stdout + self.stderr


def run(script: str, folder: Path) -> Done:
    """Run commands as a page shows them, one after the other, in a folder; none may fail."""
    named = f'coordgraph() {{ "{sys.executable}" -m coordgraph "$@"; }}\n{script}'
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", named],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    told = Done(done.stdout, done.stderr)
    assert done.returncode == 0, told.said
    return told


def shown(page: Path) -> list[Shown]:
    """Return each command of a page that a table follows."""
    found = []
    for command, table in _SHOWN.findall(page.read_text(encoding="utf-8")):
        head, _, *rows = [
            [cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()
        ]
        found.append(Shown(command, head, rows))
    return found


def gives(told: Shown) -> list[list[str]]:
    """Return the cells that the command gives today, as precisely as the page shows them."""
    result = CliRunner().invoke(coordgraph, [*told.command.split(), "--format", "json"])
    assert result.exit_code == 0, result.output
    rows = json.loads(result.stdout)[: len(told.rows)]
    return [
        [_as(row[name], cell) for name, cell in zip(told.columns, cells, strict=True)]
        for row, cells in zip(rows, told.rows, strict=True)
    ]


def _as(value: Any, cell: str) -> str:
    """Return a value as a cell of the page would show it."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(map(slug, value))
    if isinstance(value, float):
        return f"{value:.{len(cell.partition('.')[2])}f}"
    return slug(value) if isinstance(value, str) and "://" in value else str(value)
