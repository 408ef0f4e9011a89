"""A network whose labels break what can be broken, with levels and dates."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from coordgraph.network.exports import export
from coordgraph.network.projection import Network, project
from coordgraph.store import EmbeddedStore

HOSTILE = (
    'Say "no"',
    "=1+1",
    "<script>alert('&amp;')</script>",
    "line\nbreak",
    "\x07bell\x01",
    "😀 emoji",
    "comma, here",
    "lone\rreturn",
    "وزارة العمل",
    "ends in \\",
    "Ministry",
    "MINISTRY",
    "x" * 10_000,
    "*Edges",
    "data:",
    "]]> | --",
    "\u202egnp.exe \u2066x",
    "two\u2028lines\u2029more\x85",
    "\ufffe\x0b\x1b[31m",
    "e\u0301 -->",
    "\tbetween tabs\t",
    "</script><script>",
)
ACTORS = len(HOSTILE) + 1
PAIRS = len(HOSTILE) * (len(HOSTILE) - 1) // 2
TIES = PAIRS + 2
"""All are tied at policy level, two of them at another and at none."""

LEVEL = "https://w3id.org/coordgraph/id/level/"


def hostile() -> EmbeddedStore:
    lines = ["@prefix cg: <https://w3id.org/coordgraph/ns#> ."]
    lines.append("@prefix skos: <http://www.w3.org/2004/02/skos/core#> .")
    lines.append("@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .")
    for place, label in enumerate(HOSTILE):
        escaped = "".join(f"\\u{ord(c):04x}" if ord(c) < 1 << 16 else c for c in label)
        lines.append(f'<urn:a{place:02}> skos:prefLabel "{escaped}"@en .')
        lines.append(f"<urn:m> cg:participation <urn:p{place:02}> .")
        lines.append(f"<urn:p{place:02}> cg:actor <urn:a{place:02}> .")
    lines.append(f"<urn:m> cg:level <{LEVEL}policy> .")
    lines.append('<urn:m> cg:inForceFrom "1996-02"^^xsd:gYearMonth .')
    lines.append('<urn:m> cg:endedOn "2001"^^xsd:gYear .')
    lines.append(f"<urn:m2> cg:participation <urn:p00>, <urn:p01> ; cg:level <{LEVEL}op> .")
    lines.append("<urn:m3> cg:participation <urn:p00>, <urn:p01> .")
    lines.append("<urn:m4> cg:participation <urn:px> . <urn:px> cg:actor <urn:lone> .")
    store = EmbeddedStore(Store())
    store.oxigraph.load("\n".join(lines), format=RdfFormat.TURTLE)
    return store


@pytest.fixture(scope="session")
def store() -> EmbeddedStore:
    return hostile()


@pytest.fixture(scope="session")
def network(store: EmbeddedStore) -> Network:
    return project(store)


Written = Callable[[str], Path]


@pytest.fixture
def written(network: Network, store: EmbeddedStore, tmp_path: Path) -> Written:
    """Return what writes the network and gives the first file."""

    def write(suffix: str) -> Path:
        return export(network, tmp_path / f"n.{suffix}", store=store)[0]

    return write
