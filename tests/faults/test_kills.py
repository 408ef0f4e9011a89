"""Whenever a command is killed, what it writes is as it was or new, and the next succeeds."""

import json
import signal
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import Request, urlopen
from zipfile import ZipFile

import pytest

from coordgraph.store import open_read_only
from tests.faults.warm import SECRET, TRIES, Warm, digest, files, seeded

pytestmark = pytest.mark.faults

Arguments = tuple[object, ...]
State = dict[str, object]


class Case(NamedTuple):
    """
    A command that writes.

    ``call`` gives its arguments, of where to write and of one of two versions; ``targets`` are
    what it writes there, each of which is as it was or new by itself.
    """

    call: Callable[[Path, int], Arguments]
    targets: tuple[str, ...]


def _tables(folder: Path, version: int) -> Path:
    """Write tables of one agreement."""
    tables = folder.parent / f"tables-{version}"
    tables.mkdir(exist_ok=True)
    rows = {
        "agreements": f"id,kind,title_en,signed_on,source\nacme,social-security-agreement,"
        f"Acme Convention {version},1999-05,law\n",
        "parties": "agreement,actor,role,basis,source\nacme,state-arg,party,Explicit,law\n"
        "acme,state-ury,party,Explicit,law\n",
        "sources": "id,title,class\nlaw,Law 1,official-legal-text\n",
    }
    for name, text in rows.items():
        (tables / f"{name}.csv").write_text(text, encoding="utf-8")
    return tables


def _statements(folder: Path, version: int) -> list[Path]:
    """Write a few files of statements with blank nodes."""
    made = []
    for part in range(3):
        path = folder.parent / f"part-{version}-{part}.nt"
        if not path.exists():
            lines = (f"<urn:s{part}-{n}> <urn:p{version}> _:b{n % 50} .\n" for n in range(9000))
            path.write_text("".join(lines), encoding="ascii")
        made.append(path)
    return made


def site(folder: Path, version: int) -> Path:
    """Write what is published: a few things, others in each version."""
    path = folder.parent / f"site-{version}.ttl"
    things = "".join(
        f"<https://w3id.org/coordgraph/id/actor/a{n}> a cg:Institution ; "
        f'skos:prefLabel "Actor {n} of version {version}"@en .\n'
        for n in range(version * 10, version * 10 + 15)
    )
    head = (
        "PREFIX cg: <https://w3id.org/coordgraph/ns#>\n"
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"
    )
    path.write_text(head + things, encoding="utf-8")
    return path


CASES = {
    "build": Case(
        lambda to, version: (
            *("build", "--quiet", "--out", to / "out", "--store", to / "db"),
            *("--lang", ("en", "es")[version]),
        ),
        ("out", "db"),
    ),
    "import": Case(
        lambda to, version: (
            "import",
            _tables(to, version),
            "--no-check",
            "--out",
            to / "out.trig",
        ),
        ("out.trig",),
    ),
    "load": Case(
        lambda to, version: ("load", *_statements(to, version), "--store", to / "db"), ("db",)
    ),
    "export to a folder": Case(
        lambda to, version: (
            *("export", "--quiet", "--out", to / "out"),
            *(() if version else ("--graph", "agreements")),
        ),
        ("out",),
    ),
    "export to a workbook": Case(
        lambda to, version: (
            *("export", "--quiet", "--graph", "agreements", "--out", to / "out.xlsx"),
            *("--lang", ("en", "es")[version]),
        ),
        ("out.xlsx",),
    ),
    "network": Case(
        lambda to, version: (
            *("network", "--quiet", "--out", to / "out.csv"),
            *("--level", ("policy", "operational")[version]),
        ),
        ("out.nodes.csv", "out.edges.csv"),
    ),
}


def state(path: Path) -> object:
    """Return what a target holds, read as whoever uses it reads it."""
    if path.suffix == ".xlsx":
        return _cells(path) if path.exists() else None
    if path.name != "db":
        return digest(path)
    if not (path / "CURRENT").exists():
        return None
    store = open_read_only(path)
    assert store.ask("ASK { ?s ?p ?o }")
    held: dict[str, int] = {}
    for quad in store.quads():
        key = f"{quad.predicate.value} {quad.graph_name}"
        held[key] = held.get(key, 0) + 1
    return json.dumps(held, sort_keys=True)


def _cells(path: Path) -> dict[str, int]:
    """Return the parts of a workbook, which is whole, but for what says when it was made."""
    with ZipFile(path) as book:
        assert book.testzip() is None
        return {
            part.filename: part.CRC for part in book.infolist() if "core" not in part.filename
        }


def strays(folder: Path) -> set[str]:
    """Return what is in a folder and was not asked for."""
    found = {path.name for path in folder.iterdir()}
    inside = {f"db/{path.name}" for path in (folder / "db").glob("*")}
    return {name for name in found if name.startswith(".")} | (inside - {"db/loading.lock"})


@pytest.mark.parametrize("name", CASES)
def test_what_is_written_is_as_it_was_or_new(name: str, ready: Warm, tmp_path: Path) -> None:
    case, rest, here = CASES[name], seeded(name), tmp_path / "here"
    expected: dict[str, list[object]] = {target: [] for target in case.targets}
    seconds = 0.0
    here.mkdir()
    for version in (0, 1):
        alone = tmp_path / f"alone-{version}"
        alone.mkdir()
        done = ready.run(*case.call(alone, version))
        assert done.code == 0, done.said
        seconds = max(seconds, done.seconds)
        for target, known in expected.items():
            known.append(state(alone / target))
    for target, known in expected.items():
        known.append(state(here / target))
    for _ in range(TRIES):
        version = rest.randrange(2)
        killed = ready.run(*case.call(here, version), after=rest.uniform(0, seconds * 1.1))
        assert not killed.orphans
        assert killed.code in {0, -signal.SIGKILL}, killed.said
        for target, known in expected.items():
            assert state(here / target) in known, (target, killed)
            if killed.code == 0:
                assert state(here / target) == known[version]
    done = ready.run(*case.call(here, 1))
    assert done.code == 0, done.said
    for target, known in expected.items():
        assert state(here / target) == known[1]
    left = {
        name for name in strays(here) if not name.startswith(("db/CURRENT", "db/generation-"))
    }
    assert left == set()
    assert len([name for name in strays(here) if "generation" in name]) <= 1


def test_a_site_has_whole_files_and_the_next_publication_clears_up(
    ready: Warm, tmp_path: Path
) -> None:
    rest, here = seeded("publish"), tmp_path / "here" / "site"
    known: list[dict[str, str]] = []
    here.parent.mkdir()

    def call(to: Path, version: int) -> Arguments:
        data = site(here.parent, version)
        return ("publish", "--quiet", "--langs", "en", "--data", data, "--out", to)

    seconds = 0.0
    for version in (0, 1):
        done = ready.run(*call(tmp_path / f"alone-{version}", version))
        assert done.code == 0, done.said
        seconds = max(seconds, done.seconds)
        known.append(files(tmp_path / f"alone-{version}"))
    for _ in range(TRIES):
        version = rest.randrange(2)
        killed = ready.run(*call(here, version), after=rest.uniform(0, seconds * 1.1))
        assert not killed.orphans
        assert killed.code in {0, -signal.SIGKILL}, killed.said
        for place, found in (files(here) if here.exists() else {}).items():
            if not place.startswith("."):
                assert found in {known[0].get(place), known[1].get(place)}, place
        if killed.code == 0:
            assert files(here) == known[version]
    done = ready.run(*call(here, 1))
    assert done.code == 0, done.said
    assert files(here) == known[1]


def test_a_server_that_is_killed_has_made_each_change_or_not(
    ready: Warm, tmp_path: Path
) -> None:
    rest, folder = seeded("serve"), tmp_path / "db"
    (tmp_path / "a.nt").write_text("<urn:s> <urn:p> <urn:o> .\n", encoding="ascii")
    done = ready.run("load", tmp_path / "a.nt", "--store", folder)
    assert done.code == 0, done.said
    made = 1
    for _ in range(TRIES):
        ready.begin(
            *("serve", "--store", folder, "--writable", "--port", "0", "--workers", "1"),
            after=rest.uniform(0.5, 4),
        )
        told: list[int] = []
        over = Event()
        sending = Thread(target=_send_until_gone, args=(ready, made, told, over))
        sending.start()
        killed = ready.outcome()
        over.set()
        sending.join()
        assert not killed.orphans
        assert killed.code == -signal.SIGKILL, killed.said
        held = sum(1 for _ in open_read_only(folder).quads())
        assert held - made in {len(told), len(told) + 1}
        made = held
    assert made > 1, "no server was ready before it was killed"
    (tmp_path / "b.nt").write_text("<urn:s> <urn:p> <urn:new> .\n", encoding="ascii")
    assert ready.run("load", "--add", tmp_path / "b.nt", "--store", folder).code == 0
    assert sum(1 for _ in open_read_only(folder).quads()) == made + 1
    assert len(list(folder.glob("generation-*"))) == 1
    assert not (folder / "next").exists()


def _send_until_gone(ready: Warm, first: int, told: list[int], over: Event) -> None:
    """Send one change after the other; note those that the server says it has made."""
    while "sparql answers" not in ready.said():
        if over.wait(0.02):
            return
    root = ready.said().partition("sparql ")[0]
    number = first
    while True:
        update = f"INSERT DATA {{ GRAPH <urn:g> {{ <urn:s> <urn:p> {number} }} }}".encode()
        headers = {
            "Authorization": f"Bearer {SECRET}",
            "Content-Type": "application/sparql-update",
        }
        try:
            with urlopen(Request(f"{root}sparql", update, headers), timeout=30) as answer:  # noqa: S310
                assert answer.status == 204
        except (URLError, HTTPException, OSError):
            return
        told.append(number)
        number += 1
