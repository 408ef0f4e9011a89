"""Lifting parts into their wholes never adds actors, and loses no mechanism."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, NamedNode, Quad
from pyoxigraph import Store as Oxigraph

from coordgraph.network.incidence import Taking
from coordgraph.network.lifting import Whole, counted_as
from coordgraph.network.projection import Network, project
from coordgraph.store import EmbeddedStore
from tests.examples import examples
from tests.properties.strategies import takings

CG = "https://w3id.org/coordgraph/ns#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
UNIT_OF = "http://www.w3.org/ns/org#unitOf"
ACTORS = [f"urn:actor:{letter}" for letter in "ABCDEFGH"]
COUNTRIES = ["urn:country:x", "urn:country:y"]

Whose = dict[str, str]


@st.composite
def hierarchies(draw: st.DrawFn) -> Whose:
    """Some actors are units of others that come before them."""
    found = {}
    for place, actor in enumerate(ACTORS[1:], 1):
        above = draw(st.sampled_from([None, *ACTORS[:place]]))
        if above:
            found[actor] = above
    return found


countries = st.dictionaries(st.sampled_from(ACTORS), st.sampled_from(COUNTRIES))


def store(rows: set[Taking], units: Whose, where: Whose) -> EmbeddedStore:
    found = EmbeddedStore(Oxigraph())

    def say(subject: str | BlankNode, name: str, value: str | BlankNode) -> None:
        ends = (NamedNode(end) if isinstance(end, str) else end for end in (subject, value))
        one, other = ends
        found.oxigraph.add(Quad(one, NamedNode(name), other))

    for row in rows:
        node = BlankNode()
        say(row.mechanism, f"{CG}participation", node)
        say(node, f"{CG}actor", row.actor)
        if row.level:
            say(row.mechanism, f"{CG}level", row.level)
    for unit, whole in units.items():
        say(unit, UNIT_OF, whole)
    for actor, country in where.items():
        say(actor, f"{CG}country", country)
    for country in COUNTRIES:
        say(f"{country}:state", TYPE, f"{CG}State")
        say(f"{country}:state", f"{CG}country", country)
    return found


def pairs(network: Network) -> set[tuple[str, str]]:
    merged = network.merged()
    ends = zip(merged.source, merged.target, strict=True)
    return {(merged.actors[one], merged.actors[other]) for one, other in ends}


@pytest.mark.parametrize("whole", ["institution", "state"])
@given(rows=takings(), units=hierarchies(), where=countries)
@examples(40)
def test_lifting_never_adds_actors_and_ties_the_wholes_of_those_that_were_tied(
    *, whole: Whole, rows: set[Taking], units: Whose, where: Whose
) -> None:
    known = store(rows, units, where)
    plain, lifted = project(known), project(known, lift_to=whole)
    as_whom = counted_as(known, whole)

    def top(actor: str) -> str:
        return as_whom.get(actor, actor)

    assert len(lifted.actors) <= len(plain.actors)
    assert set(lifted.actors) == {top(actor) for actor in plain.actors}
    assert lifted.incidence.mechanisms == plain.incidence.mechanisms
    tied = {tuple(sorted((top(one), top(other)))) for one, other in pairs(plain)}
    assert pairs(lifted) == {(one, other) for one, other in tied if one != other}
