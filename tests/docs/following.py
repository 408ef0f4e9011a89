"""A page that is followed step by step: its commands run, and print what it shows."""

import re
import shlex
from pathlib import Path
from typing import NamedTuple

import click
from click.testing import CliRunner

from coordgraph.cli import coordgraph
from tests.docs.pages import Block, blocks
from tests.docs.telling import commands, run

__all__ = ["Step", "commands", "differs", "follow", "steps"]

_FAILS = "# exits with "


class Step(NamedTuple):
    """A block of commands, and what the page says they print; nothing, if it does not say."""

    script: str
    shown: str


def steps(page: Path) -> list[Step]:
    """Return the steps of a page, in their order."""
    found = blocks(page, "sh", "text")
    following = [*found[1:], Block("", "")]
    return [
        Step(block.text, after.text if after.language == "text" else "")
        for block, after in zip(found, following, strict=True)
        if block.language == "sh"
    ]


def follow(step: Step) -> str:
    """Run the commands of a step in this folder; return what they print, all together."""
    return "".join(map(_ran, commands(step.script)))


def _ran(command: str) -> str:
    called, _, comment = command.partition("  #")
    expected = int(comment.partition(_FAILS[2:])[2] or 0)
    if not re.fullmatch(r"coordgraph [^|<>&$]*", called):
        return run(called, Path.cwd()).said
    words = shlex.split(called)[1:]
    result = CliRunner().invoke(coordgraph, [*words, *_on_a_terminal(words)])
    assert result.exit_code == expected, (command, result.output)
    return result.output


def _on_a_terminal(words: list[str]) -> list[str]:
    """Return what makes a command print as it does on a terminal: a table."""
    command: click.Command | None = coordgraph
    for word in words:
        if isinstance(command, click.Group):
            command = command.get_command(click.Context(command), word) or command
    assert command is not None
    form = next((param for param in command.params if param.name == "form"), None)
    tables = form is not None and "table" in getattr(form.type, "choices", ())
    return ["--format", "table"] if tables and "--format" not in words else []


def differs(shown: str, said: str) -> str:
    """
    Return the first line of a page that was not said in its place; nothing if all were.

    Three dots stand for lines left out, or for a part of one.

    >>> differs("one\\n...\\nfo...r", "one\\ntwo\\nthree\\nfooour")
    ''
    >>> differs("one\\nthree", "one\\ntwo\\nthree")
    'three'
    """
    rest, skipping = _lines(said), False
    for line in _lines(shown):
        if line == "...":
            skipping = True
            continue
        pattern = re.compile(".*".join(map(re.escape, line.split("..."))))
        places = range(len(rest)) if skipping else range(min(1, len(rest)))
        place = next((n for n in places if pattern.fullmatch(rest[n])), None)
        if place is None:
            return line
        rest, skipping = rest[place + 1 :], False
    return "" if skipping or not rest else f"(the page lacks) {rest[0]}"


def _lines(text: str) -> list[str]:
    """Return the lines that are not empty; space and rules count once, however long."""
    plain = (re.sub(r"[\s─]+", " ", line).strip() for line in text.splitlines())
    return [line for line in plain if line]
