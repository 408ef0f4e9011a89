"""What a page of the docs shows: commands, and the tables that they give."""

import json
import os
import re
import shlex
import subprocess
import sys
from contextlib import chdir
from pathlib import Path
from typing import Any, NamedTuple

from click.testing import CliRunner

from coordgraph.cli import coordgraph
from coordgraph.namespace import slug

__all__ = ["Done", "Shown", "commands", "gives", "run", "shown"]

_ROOT = Path(__file__).parents[2]

_PLAIN = re.compile(r"coordgraph [^|<>&$;*]*")

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


def commands(script: str) -> list[str]:
    """
    Part a block into commands; what stands below ``<<'END'`` or ``'{`` belongs to them.

    >>> len(commands("coordgraph ties\\ncat > a <<'END'\\nb\\nEND\\ncoordgraph build"))
    3
    """
    joined = script.replace("\\\n", " ")
    return re.findall(
        r"^.+<<'END'\n(?:.*\n)*?END$|^.+'\{\n(?:.*\n)*?.*\}'$|^.+$", joined, re.MULTILINE
    )


def run(script: str, folder: Path) -> Done:
    """
    Run commands as a page shows them, one after the other, in a folder; none may fail.

    Those of this package that need nothing of a shell run in this process.
    """
    parts = [part for command in commands(script) for part in command.split(" && ")]
    done = [
        _called(part, folder) if _PLAIN.fullmatch(part) else _typed(part, folder)
        for part in parts
    ]
    return Done("".join(part.stdout for part in done), "".join(part.stderr for part in done))


def _called(command: str, folder: Path) -> Done:
    words = shlex.split(command, comments=True)[1:]
    with chdir(folder):
        result = CliRunner().invoke(coordgraph, words)
    assert result.exit_code == 0, (command, result.output)
    return Done(result.stdout, result.stderr)


def _typed(script: str, folder: Path) -> Done:
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
