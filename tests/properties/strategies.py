"""Random coordination: who takes part in which mechanism, and statements of all kinds."""

from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from coordgraph.namespace import LEVELS
from coordgraph.network.incidence import Taking

__all__ = ["statements", "takings"]

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
