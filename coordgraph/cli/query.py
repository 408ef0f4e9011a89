"""``coordgraph query``: a question of the library, or any SPARQL."""

import re
import sys
from collections.abc import Iterator
from gettext import gettext as _
from io import BytesIO, TextIOWrapper
from itertools import chain, islice
from pathlib import Path
from typing import Any

import click
from pyoxigraph import Literal

from coordgraph.actors import find_actor
from coordgraph.cli import options
from coordgraph.cli.output import chosen, rows_as
from coordgraph.cli.progress import waiting
from coordgraph.cli.reading import store_of
from coordgraph.errors import CallError, UnreadableFile
from coordgraph.files import check_file
from coordgraph.infer import derive
from coordgraph.ingest.dataset import load_context
from coordgraph.namespace import CG, ID, PREFIXES
from coordgraph.publish.measures import measure
from coordgraph.publish.rdf import FORMATS, document
from coordgraph.queries import Query, find, library
from coordgraph.reasons import reason
from coordgraph.store import EmbeddedStore, Solutions, Store, Term, placed, text

__all__ = ["query"]

_NUMBERS = {PREFIXES["xsd"] + name for name in ("integer", "decimal", "double", "float", "int")}


@click.command(name="query")
@click.argument("name", metavar="NAME|FILE.rq|-", required=False)
@click.option(
    "-p", "--param", "pairs", metavar="name=value", multiple=True, help="A parameter."
)
@click.option("--list", "listed", is_flag=True, help="List the library.")
@options.source
@options.language
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "tsv", "json", "jsonl", *FORMATS]),
    help="How to print; a table on a terminal, else csv; Turtle for statements.",
)
@options.quiet
def query(  # noqa: PLR0913 - one parameter an option
    name: str | None,
    pairs: tuple[str, ...],
    *,
    listed: bool,
    data: tuple[str, ...],
    store_dir: str | None,
    endpoint: str | None,
    lang: str,
    form: str | None,
    quiet: bool,
) -> None:
    """
    Ask a question of the library by name, or SPARQL from a file or standard input.

    With --data, a question of the library also sees the ontology and what follows by rule;
    SPARQL of your own sees your statements only.
    """
    if listed:
        _list(chosen(form))
        return
    if name is None:
        raise CallError(_("Name a query, a file that ends in .rq, or - for standard input."))
    asked = _asked(name)
    store = store_of(data, store_dir, endpoint)
    if data and asked.name in library():
        _complete(store)
    if asked.name.startswith("measures/") and not (data or store_dir or endpoint):
        _measure(store, quiet=quiet)
    values = _values(asked, pairs, store, lang)
    some = _print(store.answer(asked.filled(values)), form)
    if not (some or quiet) and asked.name in library():
        _tell_missing(store)


def _list(form: str) -> None:
    rows = [
        {"name": found.name, "summary": found.summary, "parameters": list(found.parameters)}
        for found in library().values()
    ]
    rows_as(form, ("name", "summary", "parameters"), rows)


def _asked(name: str) -> Query:
    if name == "-":
        return _free("standard input", _typed())
    if not name.endswith(".rq"):
        return find(name)
    check_file(Path(name), given=True)
    try:
        return _free(name, Path(name).read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise UnreadableFile(name, _("this is no UTF-8 text.")) from None
    except OSError as error:
        raise UnreadableFile(name, f"{reason(error)}.") from None


def _typed() -> str:
    """Return what stands on standard input, as it would be read from a file."""
    body = BytesIO(sys.stdin.buffer.read())
    try:
        return TextIOWrapper(body, encoding="utf-8-sig").read()
    except UnicodeDecodeError:
        raise UnreadableFile("standard input", _("this is no UTF-8 text.")) from None


def _free(name: str, sparql: str) -> Query:
    """Return a query of the user's own; each VALUES line of one variable is a parameter."""
    names = re.findall(r"VALUES \?(\w+) \{[^{}]*\}", sparql)
    return Query(name, "", "", dict.fromkeys(names, ""), {}, None, sparql)


def _complete(store: Store) -> None:
    assert isinstance(store, EmbeddedStore)
    load_context(store)
    derive(store)


def _measure(store: Store, *, quiet: bool) -> None:
    """Add the measures of the shipped dataset, which takes a while."""
    assert isinstance(store, EmbeddedStore)
    with waiting("measuring networks", quiet=quiet):
        measure(store)


def _values(asked: Query, pairs: tuple[str, ...], store: Store, lang: str) -> dict[str, Term]:
    values: dict[str, Term] = {}
    if "lang" in asked.parameters:
        values["lang"] = Literal(lang)
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise CallError(_("{pair!r} is no parameter. Write name=value.").format(pair=pair))
        if asked.default(name).startswith(f"<{ID}actor/") and "/" not in value:
            value = find_actor(store, value, lang=lang)
        values[name] = asked.term(name, value)
    return values


def _tell_missing(store: Store) -> None:
    """Say what questions of the library ask for and a store need not hold."""
    wanted = {
        f"ASK {{ ?tie <{CG}between> ?actor }}": _(
            "No row, and nothing here that follows by rule, such as ties and parties, which the"
            " question may ask for: `coordgraph load --derive` adds it to a store."
        ),
        f"ASK {{ <{CG}Mechanism> a ?class }}": _(
            "No row, and no ontology here, which the question may ask for: `coordgraph load"
            " --with-dataset` adds it to a store, with the shipped dataset."
        ),
    }
    for sparql, words in wanted.items():
        if not store.ask(sparql):
            click.echo(words, err=True)


def _print(answer: Any, form: str | None) -> bool:
    """Print an answer; return whether there is anything in it."""
    if isinstance(answer, bool):
        click.echo("true" if answer else "false")
        return True
    if isinstance(answer, Solutions):
        if form in FORMATS:
            raise CallError(
                _("Rows cannot be written as {form}; ask for csv, json or table.").format(
                    form=form
                )
            )
        rows = _rows(answer)
        first = list(islice(rows, 1))
        rows_as(chosen(form), answer.variables, chain(first, rows))
        return bool(first)
    shown = form or "ttl"
    if shown not in FORMATS:
        raise CallError(
            _("Statements cannot be written as {shown}; ask for ttl or jsonld.").format(
                shown=shown
            )
        )
    quads = [placed(triple) for triple in answer]
    click.echo(document(quads, FORMATS[shown]), nl=False)
    return bool(quads)


def _rows(answer: Solutions) -> Iterator[dict[str, Any]]:
    for row in answer:
        yield {name: _value(row.get(name)) for name in answer.variables}


def _value(term: Term | None) -> Any:
    """Return a term as JSON knows it: a number, true or false, a text, or nothing."""
    if not isinstance(term, Literal):
        return text(term) if term is not None else None
    if term.datatype.value in _NUMBERS:
        return _number(term.value)
    if term.datatype.value == PREFIXES["xsd"] + "boolean":
        return term.value in {"true", "1"}
    return term.value


def _number(lexical: str) -> int | float | str:
    try:
        return int(lexical)
    except ValueError:
        try:
            return float(lexical)
        except ValueError:
            return lexical
