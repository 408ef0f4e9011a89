"""What changed since the release before: for people, for programs, and as patches."""

import json
from dataclasses import dataclass
from pathlib import Path

from coordgraph.changes.blank_nodes import has_blank_nodes
from coordgraph.changes.comparison import Difference, compare
from coordgraph.ingest.source import read_version
from coordgraph.publish.changes.patch import as_patch, as_sparql, as_trig, digest
from coordgraph.publish.changes.rows import as_csv, as_document
from coordgraph.publish.changes.wording import as_text
from coordgraph.publish.site.description.release import Previous
from coordgraph.publish.site.description.vocabulary import iri
from coordgraph.publish.site.description.words import WORDS
from coordgraph.publish.site.frame import Frame
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.output import Output
from coordgraph.publish.site.reader import Reader
from coordgraph.publish.site.rendering import rendered
from coordgraph.store import EmbeddedStore, text

__all__ = ["CHANGELOG", "Past", "read_past", "write_changes"]

CHANGELOG = "CHANGELOG.md"
_FOLDER = "changes"


@dataclass(frozen=True, slots=True)
class Past:
    """
    The release before.

    Attributes
    ----------
    store
        Its statements.
    previous
        What it is called.
    told
        What its own changelog says; empty if it has none.
    """

    store: EmbeddedStore
    previous: Previous
    told: str = ""


def read_past(name: str, *, base: str) -> Past:
    """
    Read the release before.

    Parameters
    ----------
    name
        A published folder, or anything that `read_version` reads.
    base
        Where the dataset is published.

    Raises
    ------
    UnreadableFile, ParseError, EmptyData
        If it cannot be read.
    """
    store = read_version(name)
    folder = Path(name)
    told, version = "", ""
    if (folder / CHANGELOG).is_file():
        told = (folder / CHANGELOG).read_text("utf-8")
    if (folder / "dataset.ttl").is_file():
        version = _version(read_version(str(folder / "dataset.ttl")), base)
    return Past(store, Previous(digest(store.quads()).value, version), told)


def _version(catalogue: EmbeddedStore, base: str) -> str:
    stated = catalogue.oxigraph.quads_for_pattern(None, iri("dcat:version"), None)
    found = {text(quad.subject): text(quad.object) for quad in stated}
    return found.get(f"{base}dataset", "")


def write_changes(knowledge: Knowledge, past: Past, version: str, output: Output) -> None:
    """
    Write what changed: a changelog that goes on, a page a language, rows, and patches.

    Parameters
    ----------
    knowledge
        The dataset.
    past
        The release before.
    version
        What the new version is called; empty if nothing states it.
    output
        The site.
    """
    found = compare(past.store, knowledge.store)
    main = knowledge.langs[0]
    output.write(CHANGELOG, _log(as_text(found, lang=main), past, version, main))
    pages = tuple((code, f"changes.{code}.html") for code in knowledge.langs)
    files = _write_data(found, past, version, knowledge, output)
    for lang, place in pages:
        words = WORDS[lang]
        body = rendered(
            "changes.html",
            reader=Reader(knowledge, lang, place),
            frame=Frame(title=words["changes"], pages=pages),
            words=words,
            told=as_text(found, lang=lang, everything=True),
            versions=(past.previous.version, version),
            files=files,
        )
        output.write(place, body)


def _log(told: str, past: Past, version: str, lang: str) -> str:
    head = f"# {WORDS[lang]['changes']}\n"
    title = version or WORDS[lang]["unnamed"]
    older = past.told.removeprefix(head).lstrip("\n")
    return f"{head}\n## {title}\n\n```text\n{told}```\n" + (f"\n{older}" if older else "")


def _write_data(
    found: Difference, past: Past, version: str, knowledge: Knowledge, output: Output
) -> list[str]:
    """
    Write rows and patches, and return their places.

    Only TriG carries blank nodes from one store to another.
    """
    made: dict[str, str | bytes] = {}
    for lang in knowledge.langs:
        document = as_document(found, lang=lang, everything=True)
        made[f"changes.{lang}.json"] = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    made["changes.csv"] = as_csv(found, lang=knowledge.langs[0])
    names = (past.previous.version or "old", version or "new")
    made["changes.trig"] = as_trig(found, names=names)
    if not any(map(has_blank_nodes, found.pair.added | found.pair.removed)):
        made |= {"changes.ru": as_sparql(found), "changes.rdfp": as_patch(found)}
    for name, body in made.items():
        output.write(f"{_FOLDER}/{name}", body)
    return [f"{_FOLDER}/{name}" for name in made]
