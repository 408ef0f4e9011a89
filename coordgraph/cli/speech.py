"""
In which language the command line speaks, by GNU gettext.

What is said is looked up in ``coordgraph/locale``, in the domain that click uses, too, so that
its own words are in the same language. gettext takes the first of LANGUAGE, LC_ALL, LC_MESSAGES
and LANG that is set; --lang and COORDGRAPH_LANG come before them. For the time of a call
COORDGRAPH_LANG is what it asks for, so that --lang may stand before a command or behind it.
"""

import copy
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from gettext import bindtextdomain
from gettext import gettext as _
from inspect import cleandoc

import click

from coordgraph.names import LANGUAGES
from coordgraph.resources import LOCALE

__all__ = ["listened", "paragraphs", "spoken"]


@contextmanager
def listened(arguments: Sequence[str]) -> Iterator[None]:
    """Speak as a call, or else the environment, asks for; afterwards as before."""
    before = {name: os.environ.get(name) for name in ("LANGUAGE", "COORDGRAPH_LANG")}
    bindtextdomain("messages", str(LOCALE))
    wanted = _told(arguments) or before["COORDGRAPH_LANG"]
    if wanted in LANGUAGES:
        os.environ.update(dict.fromkeys(before, wanted))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _told(arguments: Sequence[str]) -> str | None:
    told = None
    for argument, after in zip(arguments, [*arguments, ""][1:], strict=True):
        if argument == "--lang":
            told = after
        elif argument.startswith("--lang="):
            told = argument.removeprefix("--lang=")
    return told


def spoken(command: click.Command) -> click.Command:
    """Return a command whose help is in the language that is spoken now."""
    made = copy.copy(command)
    made.help = _text(command.help)
    made.params = [_parameter(one) for one in command.params]
    if isinstance(made, click.Group):
        made.commands = {name: spoken(one) for name, one in made.commands.items()}
    return made


def _parameter(one: click.Parameter) -> click.Parameter:
    made = copy.copy(one)
    if isinstance(made, click.Option):
        made.help = _text(made.help)
        if isinstance(made.show_default, str):
            made.show_default = _(made.show_default)
    return made


def _text(text: str | None) -> str | None:
    return _(paragraphs(text)) if text else text


def paragraphs(text: str) -> str:
    """Return a text as catalogues have it: not indented, each paragraph in a line."""
    return re.sub(r"(?<!\n)\n(?!\n)", " ", cleandoc(text))
