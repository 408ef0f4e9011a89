"""``coordgraph resolve``: which actors the names in a list mean."""

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from coordgraph.cli import options
from coordgraph.cli.asking import ask
from coordgraph.cli.output import chosen, rows_as
from coordgraph.cli.progress import paced
from coordgraph.cli.reading import store_of
from coordgraph.errors import CallError, UnreadableFile
from coordgraph.files import check_file
from coordgraph.linking import (
    LIMIT,
    THRESHOLD,
    Asked,
    Candidate,
    Decision,
    Decisions,
    Index,
    candidates,
    index_names,
    read_column,
    read_decisions,
    read_lines,
    same_once,
    write_decisions,
)
from coordgraph.reasons import reason

__all__ = ["resolve"]

COLUMNS = (
    "name", "country", "actor", "label", "kind", "actor_country", "score", "certain",
    "reasons", "decision",
)  # fmt: skip
_SHORT = ("name", "actor", "label", "score", "certain", "reasons", "decision")
_INTERRUPTED = 130
Found = Sequence[tuple[Asked, list[Candidate]]]


@click.command(name="resolve")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option(
    "--names",
    "listed",
    metavar="FILE|-",
    type=options.PATH,
    help="Names a line each, or with --column a table: CSV or a workbook (.xlsx).",
)
@click.option("--column", metavar="TITLE", help="The column of --names that holds names.")
@click.option(
    "--country-column", metavar="TITLE", help="The column that says the country of each name."
)
@click.option(
    "--country", default="", metavar="CODE|NAME", help="The country, where no column says it."
)
@click.option(
    "--kind", default="", help="Only actors of this kind, such as ministry, or class, as State."
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=LIMIT,
    show_default=True,
    help="How many candidates a name gets at most.",
)
@click.option(
    "--threshold",
    type=click.FloatRange(0, 1),
    default=THRESHOLD,
    show_default=True,
    help="The least score of a candidate.",
)
@click.option(
    "--decisions",
    metavar="FILE.csv",
    type=options.PATH,
    help="Add candidates to this file, for people to decide on; `import` takes it.",
)
@click.option("--ask", "asking", is_flag=True, help="Ask about each name that is open.")
@click.option(
    "--accept-exact",
    is_flag=True,
    help="Say yes where the candidate is certain: the same name, no other one near, the "
    "country plain.",
)
@click.option(
    "--undo", "undone", multiple=True, metavar="NAME", help="Open anew what was decided on it."
)
@click.option("--by", default="", metavar="WHO", help="Who decides, for the file.")
@options.source
@options.language
@options.table_format
@options.quiet
def resolve(names: tuple[str, ...], form: str | None, **choices: Any) -> None:
    """
    Find the actors that names mean, with scores and reasons.

    Nothing is decided unless you say so: candidates are printed, and with --decisions they
    are written to a file as open, until somebody writes yes or no there, or answers --ask.
    What is decided is never altered; --undo keeps it as history.
    """
    path: Path | None = choices["decisions"]
    _check(names, path, choices)
    store = store_of(choices["data"], choices["store_dir"], choices["endpoint"], derived=False)
    index = index_names(store, lang=choices["lang"])
    _check_kind(index, choices["kind"])
    decisions = _decisions(path, index, must_exist=bool(choices["undone"]))
    for name in choices["undone"]:
        decisions.undo(name, on=_today())
    found = _found(index, _asked(index, names, choices), choices)
    finished = path is None or _decide(decisions, found, path, choices)
    shown = chosen(form)
    if found:
        rows_as(shown, _SHORT if shown == "table" else COLUMNS, _rows(found, decisions))
    if not choices["quiet"]:
        _tell(found, decisions, path)
    sys.exit(0 if finished else _INTERRUPTED)


def _check(names: tuple[str, ...], path: Path | None, choices: dict[str, Any]) -> None:
    listed = choices["listed"]
    if path is None and (choices["asking"] or choices["accept_exact"] or choices["undone"]):
        raise click.UsageError(_("--ask, --accept-exact and --undo need --decisions FILE.csv."))
    if not names and listed is None and not choices["undone"]:
        raise click.UsageError(_("Give names, or a list of them with --names FILE."))
    if choices["country_column"] and not choices["column"]:
        raise click.UsageError(
            _("--country-column needs --column, which says where names are.")
        )
    if choices["column"] and (listed is None or str(listed) == "-"):
        raise click.UsageError(_("--column is of a table: name it with --names FILE."))
    if choices["asking"] and str(listed) == "-":
        raise click.UsageError(_("Standard input cannot hold both names and answers to --ask."))


def _check_kind(index: Index, kind: str) -> None:
    known = {one for actor in index.actors.values() for one in (actor.kind, *actor.classes)}
    if kind and kind not in known:
        listed = ", ".join(sorted(filter(None, known)))
        raise CallError(
            _("No actor is of the kind {kind!r}. Known are: {listed}.").format(
                kind=kind, listed=listed
            )
        )


def _decisions(path: Path | None, index: Index, *, must_exist: bool) -> Decisions:
    if path is None:
        return Decisions()
    if not path.exists():
        if must_exist:
            raise UnreadableFile(str(path), _("there is no such file to undo decisions in."))
        return Decisions()
    return read_decisions(path, known=index.actors, countries=index.countries)


def _asked(index: Index, names: tuple[str, ...], choices: dict[str, Any]) -> list[Asked]:
    """Return the names to resolve, each once: those in the call, then those in the list."""
    code = index.countries.code(choices["country"])
    listed: Path | None = choices["listed"]
    asked = read_lines("\n".join(names), country=code)
    if listed is not None and choices["column"]:
        asked += read_column(
            listed,
            choices["column"],
            country_column=choices["country_column"],
            countries=index.countries,
            country=code,
        )
    elif listed is not None:
        asked += read_lines(_text(listed), country=code)
    return list(same_once(asked))


def _text(path: Path) -> str:
    if str(path) == "-":
        return sys.stdin.read()
    if path.suffix.lower() not in {".txt", ""}:
        raise click.UsageError(
            _("{path} is a table: say with --column which column has names.").format(path=path)
        )
    check_file(path, given=True)
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFile(str(path), _("this is no UTF-8 text.")) from None
    except OSError as error:
        raise UnreadableFile(str(path), f"{reason(error)}.") from None


def _found(index: Index, asked: Sequence[Asked], choices: dict[str, Any]) -> Found:
    found: list[tuple[Asked, list[Candidate]]] = []

    def word() -> str:
        return _("{done:,} of {total:,} names").format(done=len(found), total=len(asked))

    say = paced(word, quiet=choices["quiet"])
    for one in asked:
        proposed = candidates(
            index,
            one.name,
            country=one.country,
            kind=choices["kind"],
            limit=choices["limit"],
            threshold=choices["threshold"],
        )
        found.append((one, proposed))
        say()
    return found


def _decide(decisions: Decisions, found: Found, path: Path, choices: dict[str, Any]) -> bool:
    """Propose, accept and ask as told, and write the file; say whether all was asked."""
    for one, proposed in found:
        decisions.propose(one.name, one.country, proposed)
        certain = [candidate.iri for candidate in proposed if candidate.certain]
        if choices["accept_exact"] and certain and _may_accept(decisions, one, certain[0]):
            by = choices["by"] or "accepted as exact"
            decisions.decide(one.name, one.country, certain[0], by=by, on=_today())
    write_decisions(path, decisions)  # before questions, so that no answer meets a closed door
    if not choices["asking"]:
        return True
    return ask(
        decisions,
        found,
        by=choices["by"] or "answered when asked",
        on=_today(),
        keep=lambda: write_decisions(path, decisions),
    )


def _may_accept(decisions: Decisions, one: Asked, actor: str) -> bool:
    """Say whether no person has said anything on a name, or on this actor for it."""
    is_open = decisions.word_on(one.name, one.country, actor) == "open"
    return is_open and not decisions.was_decided(one.name, one.country)


def _today() -> str:
    return datetime.now(tz=UTC).date().isoformat()


def _rows(found: Found, decisions: Decisions) -> Iterator[dict[str, Any]]:
    for one, proposed in found:
        said = {"name": one.name, "country": one.country}
        if not proposed:
            yield {**said, "reasons": "nobody found"}
        for candidate in proposed:
            yield {
                **said,
                "actor": candidate.iri,
                "label": candidate.label,
                "kind": candidate.kind,
                "actor_country": candidate.country,
                "score": candidate.score,
                "certain": candidate.certain,
                "reasons": "; ".join(candidate.reasons),
                "decision": decisions.word_on(one.name, one.country, candidate.iri),
            }


def _tell(found: Found, decisions: Decisions, path: Path | None) -> None:
    nobody = sum(not proposed for _asked_for, proposed in found)
    if nobody:
        click.echo(
            _("{nobody} of {found} names fit nobody.").format(nobody=nobody, found=len(found)),
            err=True,
        )
    if path is not None:
        made = sum(row.is_made and row.decision == "yes" for row in decisions)
        still = len({(row.name, row.country) for row in decisions if _is_open(row, decisions)})
        click.echo(
            _("{path}: names decided on: {made}; open: {still}.").format(
                path=path, made=made, still=still
            ),
            err=True,
        )


def _is_open(row: Decision, decisions: Decisions) -> bool:
    return not decisions.is_decided(row.name, row.country)
