"""Options and commands that texts name exist."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest

from coordgraph.cli import VERBS, coordgraph
from tests.docs.following import commands
from tests.docs.pages import ROOT, blocks, pages

_FOREIGN = {"--union-default-graph", "--properties"}
"""Options of Oxigraph, and of who makes clusters."""


@cache
def options(command: click.Command) -> frozenset[str]:
    """Return the options of a command, and of those below it."""
    own = {name for param in command.params for name in (*param.opts, *param.secondary_opts)}
    below = command.commands.values() if isinstance(command, click.Group) else ()
    return frozenset(own.union({"--help", "-h"}, *(options(part) for part in below)))


@cache
def verbs() -> dict[str, click.Command]:
    assert isinstance(coordgraph, click.Group)
    context = click.Context(coordgraph)
    found = {verb: coordgraph.get_command(context, verb) for verb in VERBS}
    return {verb: command for verb, command in found.items() if command is not None}


ALL = frozenset({"--version", "--quiet", "-q"}).union(*map(options, verbs().values()))


def told(page: Path) -> Iterator[str]:
    """Yield words of code, and the commands of blocks."""
    text = page.read_text(encoding="utf-8")
    yield from re.findall(
        r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
    )
    for block in blocks(page, "sh"):
        yield from commands(block.text)


def wrong(said: str) -> set[str]:
    """Return options that no command has, or not the one that is named."""
    known = ALL | _FOREIGN
    named = re.match(r"coordgraph (\w+)", said)
    if named:
        if named[1] not in verbs():
            return {said}
        known = options(verbs()[named[1]])
    elif not said.startswith("--"):
        return set()
    first = re.split(r"\s[|&>#]", said)[0]
    return set(re.findall(r"(?<!\S)--[a-z][\w-]*", first)) - known


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_each_option_that_a_page_names_exists(page: Path) -> None:
    found = {said: wrong(said) for said in told(page)}
    assert {said: names for said, names in found.items() if names} == {}


def test_an_option_of_another_command_is_noticed() -> None:
    assert wrong("coordgraph load --derived") == {"--derived"}
    assert wrong("coordgraph nonsense") == {"coordgraph nonsense"}
    assert wrong("--nonsense") == {"--nonsense"}
    assert wrong("coordgraph load a.ttl --store db --derive") == set()
