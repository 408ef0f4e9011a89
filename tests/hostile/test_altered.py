"""Statements that say other things than they should end no command, and no server's worker."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from coordgraph.ingest.dataset import load
from coordgraph.namespace import CG, ID, PREFIXES, term
from coordgraph.store import Term, text
from tests.hostile.calling import Caller, Outcome
from tests.hostile.drawing import drawn
from tests.hostile.labels import LABELS, OBEYED
from tests.servers import coordgraph_served

Thing = NamedNode | BlankNode | Triple
MECHANISMS = 12
DATES = (
    *("2001", "2001-02", "2001-1-1", "2001-02-30", "0001-00-00", " 2001 "),
    *("-2001-01-01", "12001", "2001-01-01Z", "1e400", "NaN", "INF", "-1", "9" * 23, "0.1"),
    *("true", "maybe", "12:30", r"20\d \1", "{?value}", "_:other", "two words", "../../x", ""),
)
KINDS = ("date", "gYear", "gYearMonth", "integer", "boolean", "dateTime", "decimal", "anyURI")
IRIS = (
    *("urn:none", "javascript:alert(1)", "http://[::1]/", "mailto:a@b", "data:text/html,x"),
    *("https://example.org/a%20b", "https://example.org/é", "file:///etc/passwd"),
    *(f"{CG}Explicit", ID, f"{ID}actor/", f"{ID}level/policy", f"{ID}actor/../x"),
)
COMMANDS = (
    "ties --data",
    "centrality --data",
    "structure --data",
    "communities --data",
    "layers --data",
    "brokerage --by kind --data",
    "backbone --data",
    "plan --data",
    "test cug --draws 99 --data",
    "robustness --leave mechanism --data",
    "explain anses --measure strength --data",
    "assess load --data",
    "assess dependence --data",
    "assess gaps --data",
    "assess scope --data",
    "network --out {out}.graphml --data",
    "incidence --out {out}.parquet --data",
    "diff --all shipped",
    "resolve BPS INPS --data",
    "load --derive --store {out}",
    "export --out {out}.xlsx --data",
    "validate --engine pyshacl",
    "validate --engine shacl",
    "publish --langs en --base https://example.org/x/ --out {out} --data",
)
"""What is called, before the file that it reads."""


PATHS = (
    *("en/", "es/agreements", "pt/network", "en/quality", "en/data", "en/measures"),
    *(
        f"api/{name}"
        for name in ("ties", "centrality", "graph", "report", "vocabulary", "spots")
    ),
    *("api/search?q=BPS", "api/path?from=anses&to=afip", "void.ttl"),
    *("api/explain?actor=anses&measure=strength", "api/comparison?as_of=2001&level=policy"),
)
"""What the server is asked for; besides, a page of each thing that a change is about."""


@cache
def sample() -> list[Quad]:
    """Return the statements about some mechanisms, and about what they lead to in two steps."""
    store = load(derived=False).oxigraph
    linked = store.quads_for_pattern(None, term("participation"), None, None)
    known = sorted({quad.subject for quad in linked}, key=str)
    things = known[:: len(known) // MECHANISMS]
    found: dict[Quad, None] = {}
    for _ in range(3):
        said = [quad for thing in things for quad in store.quads_for_pattern(thing, None, None)]
        found.update(dict.fromkeys(said))
        things = [quad.object for quad in said if not isinstance(quad.object, Literal)]
    return sorted(found, key=str)


def values() -> st.SearchStrategy[Term]:
    things = sorted({quad.subject for quad in sample()}, key=str)
    words = st.sampled_from((*LABELS, *DATES))
    return st.one_of(
        st.builds(Literal, words),
        st.builds(
            lambda words, kind: Literal(words, datatype=NamedNode(PREFIXES["xsd"] + kind)),
            st.sampled_from(DATES),
            st.sampled_from(KINDS),
        ),
        st.builds(
            lambda words, language: Literal(words, language=language),
            words,
            st.sampled_from(("en", "es", "ar", "x-none")),
        ),
        st.builds(NamedNode, st.sampled_from(IRIS)),
        st.sampled_from([*things, BlankNode("other")]),
    )


class Change(NamedTuple):
    """What is done to a statement: it goes, says something else, or its thing is renamed."""

    what: str
    place: int
    value: Term


def changes() -> st.SearchStrategy[list[Change]]:
    what = st.sampled_from(("less", "other", "more", "more", "name"))
    change = st.builds(Change, what, st.integers(0, len(sample()) - 1), values())
    return st.lists(change, min_size=1, max_size=40)


def altered(changes: Sequence[Change]) -> list[Quad]:
    """Return the sample with changes."""
    quads = sample().copy()
    for what, place, value in changes:
        quad = quads[place % len(quads)]
        if what == "less":
            quads.remove(quad)
        elif what == "name":
            name = BlankNode("a") if isinstance(value, Literal) else value
            quads = _renamed(quads, quad.subject, name)
        else:
            if what == "other":
                quads.remove(quad)
            quads.append(Quad(quad.subject, quad.predicate, value, quad.graph_name))
    return quads


def _renamed(quads: list[Quad], old: Thing, new: Thing) -> list[Quad]:
    """Call a thing by another name, wherever it stands."""
    return [
        Quad(
            new if quad.subject == old else quad.subject,
            quad.predicate,
            new if quad.object == old else quad.object,
            quad.graph_name,
        )
        for quad in quads
    ]


pytestmark = pytest.mark.long


def called(
    call: Caller, command: str, quads: list[Quad], folder: Path, lang: str = "en"
) -> Outcome:
    file = folder / "x.nq"
    file.write_bytes(serialize(quads, format=RdfFormat.N_QUADS) or b"")
    words = command.format(out=folder / "out").split()
    return call("--lang", lang, *words, file).check()


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_does_what_it_does_with_the_sample(
    call: Caller, tmp_path: Path, command: str
) -> None:
    assert called(call, command, sample(), tmp_path).code == 0


@pytest.mark.parametrize("command", COMMANDS)
@drawn(3)
@given(st.deferred(changes), st.sampled_from(("en", "es", "pt")))
def test_altered_statements_end_no_command(
    call: Caller, tmp_path: Path, command: str, changes: list[Change], lang: str
) -> None:
    ended = called(call, command, altered(changes), tmp_path, lang)
    assert "Warning" not in ended.errors
    assert not OBEYED.search(ended.errors)


@drawn(3, part=3)
@given(st.deferred(changes))
def test_altered_statements_end_no_worker_of_the_server(
    tmp_path: Path, changes: list[Change]
) -> None:
    quads = altered(changes)
    file = tmp_path / "x.nq"
    file.write_bytes(serialize(quads, format=RdfFormat.N_QUADS) or b"")
    things = [text(sample()[change.place].subject) for change in changes]
    resolved = [f"resolve?iri={quote(thing, safe='')}" for thing in things]
    with coordgraph_served("--data", str(file), "--workers", "2") as root:
        asked = {path: _status(root + path) for path in (*PATHS, *resolved)}
    assert {path: code for path, code in asked.items() if code >= 500} == {}
    assert asked["en/"] == asked["api/graph"] == 200


def _status(address: str) -> int:
    try:
        with urlopen(Request(address, headers={"Accept": "text/html, */*;q=0.5"})) as answer:  # noqa: S310
            answer.read()
            code: int = answer.status
            return code
    except HTTPError as error:
        return error.code
