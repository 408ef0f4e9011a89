"""Write the catalogues in coordgraph/locale from the code: run `python docs/messages.py`."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import click
from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from coordgraph.cli import VERBS, coordgraph
from coordgraph.cli.speech import paragraphs
from coordgraph.resources import LOCALE

LANGUAGES = ("es", "pt")
DATED = datetime(2026, 1, 1, tzinfo=UTC)
"""The date in the heads of catalogues: the same words make the same files."""
KEYWORDS = {"_": None, "_later": None, "ngettext": (1, 2)}
OF_CLICK: tuple[str | tuple[str, str], ...] = (
    "Usage:",
    "Options",
    "Commands",
    "Positional arguments",
    "[OPTIONS]",
    "Show this message and exit.",
    "default: {default}",
    "env var: {var}",
    "required",
    "deprecated",
    "Error: {message}",
    "Try '{command} {option}' for help.",
    "Missing command.",
    "Missing argument",
    "Missing option",
    "Missing parameter",
    "No such command {name!r}.",
    "No such option {name!r}.",
    "No such option: {name}",
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ("(Possible option: {possibilities})", "(Possible options: {possibilities})"),
    "Invalid value for {param_hint}: {message}",
    "Invalid value: {message}",
    "Option {name!r} does not take a value.",
    (
        "Option {name!r} requires an argument.",
        "Option {name!r} requires {nargs} arguments.",
    ),
    (
        "Got unexpected extra argument ({args})",
        "Got unexpected extra arguments ({args})",
    ),
    (
        "Takes {nargs} values but 1 was given.",
        "Takes {nargs} values but {len} were given.",
    ),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
    "{name} {filename!r} does not exist.",
    "{name} {filename!r} is a directory.",
    "{name} {filename!r} is a file.",
    "{name} {filename!r} is not readable.",
    "{name} {filename!r} is not writable.",
    "directory",
    "file",
    "path",
    "Aborted!",
)
"""What click says to those who call the command line, in its versions since 8.1."""


@cache
def messages() -> tuple[str | tuple[str, ...], ...]:
    """Return everything that catalogues hold; what has a singular and a plural, as both."""
    return tuple(one if isinstance(one, str) else tuple(one) for one in _said() if one)


def _said() -> Iterator[str | Sequence[str]]:
    yield from VERBS.values()
    yield from map(paragraphs, _helped(coordgraph))
    context = click.Context(coordgraph)
    for verb in VERBS:
        command = coordgraph.get_command(context, verb)
        assert command is not None
        yield from map(paragraphs, _helped(command))
    for path in sorted(LOCALE.parent.rglob("*.py")):
        source = path.read_bytes()
        if b"gettext" in source or b"serve.speech" in source:
            found = extract("python", BytesIO(source), KEYWORDS)
            yield from (message for _line, message, _comments, _context in found)
    yield from OF_CLICK


def _helped(command: click.Command) -> Iterator[str]:
    yield command.help or ""
    for one in command.params:
        if isinstance(one, click.Option):
            yield one.help or ""
            if isinstance(one.show_default, str):
                yield one.show_default
    if isinstance(command, click.Group):
        for name in command.commands:
            yield from _helped(command.commands[name])


def catalogue(language: str) -> Catalog:
    """Return what is said, with what is known of it in a language."""
    path = place(language, "po")
    known = read_po(BytesIO(path.read_bytes() if path.exists() else b""), locale=language)
    made = Catalog(language, "messages", fuzzy=False, creation_date=DATED, revision_date=DATED)
    for message in messages():
        before = known.get(message if isinstance(message, str) else message[0])
        made.add(message, before.string if before else None)
    return made


def place(language: str, suffix: str) -> Path:
    """Return where a catalogue is: `po` for people, `mo` for gettext."""
    return LOCALE / language / "LC_MESSAGES" / f"messages.{suffix}"


def write(made: Catalog, language: str) -> None:
    """Write a catalogue in both forms."""
    place(language, "po").parent.mkdir(parents=True, exist_ok=True)
    with place(language, "po").open("wb") as file:
        write_po(file, made, width=96, no_location=True)
    with place(language, "mo").open("wb") as file:
        write_mo(file, made)


if __name__ == "__main__":
    for language in LANGUAGES:
        made = catalogue(language)
        write(made, language)
        open_ = [message.id for message in made if message.id and not message.string]
        click.echo(f"{language}: {len(made)} messages, {len(open_)} of them to be translated")
