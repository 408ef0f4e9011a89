"""What bounds the life of an actor in a mechanism is told with what it is of."""

import pytest
from pyoxigraph import RdfFormat, Store

from coordgraph.errors import DataError
from coordgraph.network.exports.lives import ALWAYS, NEVER, Lives, read_lives
from coordgraph.network.projection import project
from coordgraph.store import EmbeddedStore

BOTH = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX status: <https://w3id.org/coordgraph/id/agreement-status/>
<urn:m> cg:participation <urn:1>, <urn:2> .
<urn:1> cg:actor <urn:a> .
<urn:2> cg:actor <urn:b> .
"""
FORCE, TAKING = "in-force", "participation"


def lives(said: str) -> Lives:
    store = EmbeddedStore(Store())
    store.oxigraph.load(BOTH + said, format=RdfFormat.TURTLE)
    return read_lives(store, project(store))


def bounds(said: str) -> list[tuple[str, str] | None]:
    """Return what bounds the life of the first actor."""
    found = lives(said)
    return [
        None if place < 0 else found.bounds[place] for place in (found.first[0], found.last[0])
    ]


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("", None, None),
        ('<urn:m> cg:signedOn "1990" .', ("1990", "signature"), None),
        (
            '<urn:m> cg:signedOn "1990" ; cg:inForceFrom "1992-05" .',
            ("1992-05", FORCE),
            None,
        ),
        ('<urn:m> cg:inForceFrom "1992", "1991" .', ("1991", FORCE), None),
        ('<urn:m> cg:endedOn "1999", "2001" .', None, ("2001", "end")),
        ('<urn:n> cg:replaces <urn:m> ; cg:inForceFrom "2003" .', None, ("2003", "successor")),
        (
            '<urn:1> cg:from "1995" ; cg:until "1998" .',
            ("1995", TAKING),
            ("1998", TAKING),
        ),
        (
            '<urn:m> cg:inForceFrom "1996" . <urn:1> cg:from "1995" .',
            ("1996", FORCE),
            None,
        ),
        (
            '<urn:m> cg:endedOn "1996" . <urn:1> cg:until "1995" .',
            None,
            ("1995", TAKING),
        ),
    ],
)
def test_the_bound_that_binds_is_told(
    said: str, first: tuple[str, str] | None, last: tuple[str, str] | None
) -> None:
    assert bounds(said) == [first, last]


def test_what_was_never_in_force_ends_as_it_begins() -> None:
    found = lives(
        '<urn:m> cg:signedOn "1990" ; cg:agreementStatus status:signed-not-in-force .'
    )
    assert found.start.tolist() == found.end.tolist()
    undated = lives("<urn:m> cg:agreementStatus status:signed-not-in-force .")
    assert (undated.start.tolist(), undated.end.tolist()) == ([NEVER] * 2, [NEVER] * 2)


def test_an_actor_that_left_and_came_back_has_two_lives() -> None:
    found = lives(
        '<urn:1> cg:until "1990" . <urn:m> cg:participation <urn:3> .'
        '<urn:3> cg:actor <urn:a> ; cg:from "1995" .'
    )
    assert found.key.tolist() == [0, 0, 1]
    assert sorted(found.end[:2])[1] == ALWAYS


def test_a_date_that_is_none_is_named_with_its_mechanism() -> None:
    with pytest.raises(DataError, match="urn:m: 'soon' is no date"):
        lives('<urn:m> cg:endedOn "soon" .')
