"""Random coordination: who takes part in which mechanism, and statements of all kinds."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from coordgraph.actors import Actor
from coordgraph.namespace import LEVELS
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.projection import Network, Weight, tie
from coordgraph.ties import NO_LEVEL, Ties

__all__ = [
    "Holding",
    "dated_mechanisms",
    "holdings",
    "merged_ties",
    "networks",
    "statements",
    "takings",
    "xml_texts",
]

_ACTORS = [f"urn:actor:{letter}" for letter in "ABCDEFGH"]
_MECHANISMS = [f"urn:mechanism:{number}" for number in range(7)]


@st.composite
def takings(draw: st.DrawFn) -> set[Taking]:
    """Mechanisms of none, one or several levels, each with none to eight actors."""
    found = set()
    for mechanism in draw(st.lists(st.sampled_from(_MECHANISMS), unique=True)):
        levels = draw(st.sets(st.sampled_from(LEVELS))) or {""}
        actors = draw(st.sets(st.sampled_from(_ACTORS)))
        found |= {Taking(actor, mechanism, level) for actor in actors for level in levels}
    return found


_COUNTRIES = ["", "ARG", "BRA", "ARG BRA", "URY"]
_SECTORS = ["", "labour", "health", "health labour"]
_KINDS = ["ministry", "international-organisation"]


@st.composite
def networks(draw: st.DrawFn, *, weights: tuple[Weight, ...] = ("count", "newman")) -> Network:
    """Networks of actors whose countries and sectors are known, or not, or several."""
    incidence = Incidence.of(draw(takings()))
    actors = {
        iri: Actor(
            iri,
            iri.upper(),
            draw(st.sampled_from(_KINDS)),
            draw(st.sampled_from(_COUNTRIES)),
            frozenset({"Actor"}),
            draw(st.sampled_from(_SECTORS)),
        )
        for iri in incidence.actors
    }
    weight = draw(st.sampled_from(weights))
    return Network(incidence, tie(incidence, weight=weight), actors, weight)


class Holding(NamedTuple):
    """One actor holds one role in one mechanism, of one level or of none (an empty text)."""

    actor: str
    mechanism: str
    level: str
    role: str


@st.composite
def holdings(draw: st.DrawFn) -> set[Holding]:
    """Up to six actors in up to four mechanisms, in one role or several of four."""
    mechanisms, roles = _MECHANISMS[:4], [f"urn:role:{name}" for name in "abcd"]
    levels = [draw(st.sampled_from([[""], [LEVELS[0]], LEVELS[:2]])) for _ in mechanisms]
    held = st.tuples(
        st.sampled_from(_ACTORS[:6]), st.sampled_from(range(4)), st.sampled_from(roles)
    )
    return {
        Holding(actor, mechanisms[place], level, role)
        for actor, place, role in draw(st.sets(held, max_size=14))
        for level in levels[place]
    }


_CG = "https://w3id.org/coordgraph/ns#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_NAMED = [NamedNode(f"urn:{letter}") for letter in "abcmn"]
_BLANK = [BlankNode(name) for name in "xyz"]
_PROPERTIES = [
    NamedNode(iri)
    for iri in (
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        "http://www.w3.org/2004/02/skos/core#prefLabel",
        *(
            _CG + name
            for name in (
                "actor",
                "evidence",
                "from",
                "happenedOn",
                "level",
                "ofAgreement",
                "participation",
                "role",
                "signedOn",
            )
        ),
    )
]
_VALUES = [
    *(
        NamedNode(_CG + name)
        for name in ("Agreement", "AgreementEvent", "State", "Tie", "Unit")
    ),
    *(NamedNode(level) for level in LEVELS),
    Literal("Aa", language="es"),
    Literal('a "quoted"\n'),
    Literal("1990", datatype=NamedNode(f"{_XSD}gYear")),
    Literal("1990-02", datatype=NamedNode(f"{_XSD}gYearMonth")),
]
_GRAPHS = [DefaultGraph(), NamedNode("urn:g"), NamedNode("https://w3id.org/coordgraph/graph/x")]


def statements(*, blank: bool = True) -> st.SearchStrategy[frozenset[Quad]]:
    """Statements of few things by few properties, so that they often make something."""
    nodes = [*_NAMED, *_BLANK] if blank else _NAMED
    quads = st.builds(
        Quad,
        st.sampled_from(nodes),
        st.sampled_from(_PROPERTIES),
        st.sampled_from([*nodes, *_VALUES]),
        st.sampled_from(_GRAPHS),
    )
    return st.frozensets(quads, max_size=25)


@st.composite
def merged_ties(draw: st.DrawFn, *, connected_from: int | None = None) -> Ties:
    """
    Ties of one to nine actors, some without any, weighted by fractions; often in parts.

    If a smallest number of actors is given, these are so many or more, and all connected.
    """
    size = draw(st.integers(connected_from or 1, 9))
    pairs = [(one, other) for one in range(size) for other in range(one + 1, size)]
    chosen = draw(st.sets(st.sampled_from(pairs))) if pairs else set()
    if connected_from:
        chosen |= {(draw(st.integers(0, place - 1)), place) for place in range(1, size)}
    source, target = (np.array([pair[end] for pair in sorted(chosen)], int) for end in (0, 1))
    weights = st.sampled_from([1, 2, 3, 4, 5, 6, 7, 0.25, 0.5, 1 / 3, 1 / 3 + 1 / 7])
    weight = draw(st.lists(weights, min_size=len(chosen), max_size=len(chosen)))
    return Ties(
        tuple(f"urn:{place}" for place in range(size)),
        (),
        source,
        target,
        np.full(len(chosen), NO_LEVEL),
        np.array(weight, dtype=np.float64),
    )


_STATUS = "https://w3id.org/coordgraph/id/agreement-status/"
_STATUSES = [_STATUS + name for name in ("in-force", "superseded", "signed-not-in-force")]
_DATED = st.sampled_from(
    [
        Literal(text, datatype=NamedNode(_XSD + kind))
        for text, kind in (
            ("1990", "gYear"),
            ("1990-06", "gYearMonth"),
            ("1990-06-15", "date"),
            ("1995", "gYear"),
            ("1995-06-15", "date"),
            ("2000-01", "gYearMonth"),
        )
    ]
)


@st.composite
def dated_mechanisms(draw: st.DrawFn) -> list[Quad]:
    """Mechanisms of one to four actors, with and without dates that agree and disagree."""
    found = []
    for number in range(draw(st.integers(1, 3))):
        mechanism = NamedNode(f"urn:m{number}")
        levels = draw(st.sets(st.sampled_from(LEVELS), max_size=2))
        statuses = draw(st.sets(st.sampled_from(_STATUSES), max_size=1))
        found += _said(mechanism, "level", map(NamedNode, levels))
        found += _said(mechanism, "agreementStatus", map(NamedNode, statuses))
        found += _said(mechanism, "replaces", [NamedNode("urn:m0")][: draw(st.integers(0, 1))])
        for name in ("signedOn", "inForceFrom", "endedOn"):
            found += _said(mechanism, name, draw(st.lists(_DATED, max_size=2)))
        for part in range(draw(st.integers(1, 4))):
            taking = NamedNode(f"urn:m{number}p{part}")
            actor = NamedNode(f"urn:{draw(st.sampled_from('abc'))}")
            found += _said(mechanism, "participation", [taking])
            found += _said(taking, "actor", [actor])
            for name in ("from", "until"):
                found += _said(taking, name, draw(st.lists(_DATED, max_size=1)))
    return found


def _said(
    one: NamedNode, name: str, values: Iterable[NamedNode] | Iterable[Literal]
) -> list[Quad]:
    return [Quad(one, NamedNode(_CG + name), value) for value in values]


def xml_texts() -> st.SearchStrategy[list[str]]:
    """A few texts of characters that XML can hold, of those most often that it reads oddly."""
    odd = st.sampled_from([*"\r\n\t <>&'\"=]-\x7f\x85\u2028\ufeff\ufffd", "]]>", "&#13;"])
    legal = st.characters(
        exclude_categories=["Cs"],
        exclude_characters=[*map(chr, {*range(0x20)} - {9, 10, 13}), "\ufffe", "\uffff"],
    )
    words = st.lists(odd | legal, min_size=1, max_size=12).map("".join)
    return st.lists(words, min_size=1, max_size=6)
