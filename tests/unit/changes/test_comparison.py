"""What a change tells of, and what it does not."""

import pytest
from pyoxigraph import Literal

from coordgraph.changes.comparison import compare
from coordgraph.changes.dates import compared
from coordgraph.namespace import CG
from tests.unit.changes.graphs import BASE, ID, A, M, changes, difference, store, without

SIGNED = """
agreement:m cg:signedOn "{0}"^^xsd:gYear .
event:s a cg:AgreementEvent ; cg:ofAgreement agreement:m ;
  cg:eventKind event-kind:signature ; cg:happenedOn "{0}"^^xsd:gYear .
fact:{0} a cg:Fact ; rdf:subject agreement:m ; rdf:predicate cg:signedOn ;
  rdf:object "{0}"^^xsd:gYear .
"""


def test_a_date_that_stands_in_several_places_is_told_once() -> None:
    found = difference(BASE + SIGNED.format("1990"), BASE + SIGNED.format("1991"))
    (change,) = found.changes
    assert (change.what, len(change.because)) == ("changed", 12)
    assert not found.rest


def test_a_new_agreement_tells_of_its_parties_acts_and_claims() -> None:
    actors_only = BASE.partition("agreement:m")[0]
    found = difference(actors_only, BASE + SIGNED.format("1990"))
    (whole,) = found.of("agreements")
    assert (whole.what, whole.thing) == ("added", M)
    assert (found.of("dates"), found.rest) == ((), ())


def test_an_actor_that_joins_is_new_in_itself_too() -> None:
    new = BASE + "agreement:m cg:participation [ cg:actor actor:d ] ."
    found = difference(BASE, new)
    assert [(change.group, change.what) for change in found.changes] == [
        ("actors", "added"),
        ("agreements", "joined"),
        ("ties", "added"),
        ("ties", "added"),
    ]


def test_who_is_replaced_in_a_participation_leaves_and_the_other_joins() -> None:
    new = BASE.replace("cg:actor actor:b", "cg:actor actor:c")
    found = [(change.what, change.other) for change in changes(BASE, new, "agreements")]
    assert found == [("left", f"{ID}actor/b"), ("joined", f"{ID}actor/c")]


def test_another_role_of_a_participation_without_name_tells_of_all_its_statements() -> None:
    old, new = (
        BASE + f"agreement:m cg:participation [ cg:actor actor:c ; cg:role role:{role} ;"
        " cg:basis cg:Explicit ] ."
        for role in ("lead", "host")
    )
    found = difference(old, new)
    (change,) = found.changes
    assert (change.what, change.property) == ("changed", f"{CG}role")
    assert not found.rest


def test_a_role_that_ends_while_another_goes_on_is_no_leaving() -> None:
    more = "agreement:m cg:participation [ cg:actor actor:a ; cg:role role:lead ] ."
    (change,) = changes(BASE + more, BASE, "agreements")
    assert (change.what, change.property, change.other) == ("removed", f"{CG}role", A)


def test_another_class_is_told() -> None:
    (change,) = changes(
        BASE, BASE.replace("actor:a a cg:Institution", "actor:a a cg:Unit"), "actors"
    )
    assert (change.what, len(change.because)) == ("changed", 2)


def test_an_event_may_be_gone() -> None:
    event = "event:1 a org:ChangeEvent ; org:originalOrganization actor:a ."
    assert [one.what for one in changes(BASE + event, BASE, "actors")] == ["event-removed"]


def test_an_event_of_other_actors_is_another_event() -> None:
    event = "event:1 a org:ChangeEvent ; org:originalOrganization actor:{} ."
    found = changes(BASE + event.format("a"), BASE + event.format("b"), "actors")
    assert [change.what for change in found] == ["event-removed", "event-added"]


def test_a_tie_on_other_mechanisms_is_as_strong() -> None:
    other = "agreement:n cg:participation [ cg:actor actor:a ] , [ cg:actor actor:b ] ."
    third = other.replace(":n", ":k")
    (change,) = changes(BASE + other, BASE + third, "ties")
    assert (change.what, len(change.before), len(change.after)) == ("as-strong", 2, 2)


def test_a_tie_gets_weaker() -> None:
    other = "agreement:n cg:participation [ cg:actor actor:a ] , [ cg:actor actor:b ] ."
    (change,) = changes(BASE + other, BASE, "ties")
    assert (change.what, len(change.before), len(change.after)) == ("weaker", 2, 1)


def test_only_what_is_asked_for_is_told_and_nothing_counted() -> None:
    old, new = store(BASE), store(BASE + SIGNED.format("1990") + "actor:a rdfs:comment 'x' .")
    found = compare(old, new, only=["dates"])
    assert ({change.group for change in found.changes}, found.rest) == ({"dates"}, ())


def test_what_follows_by_rule_is_counted_apart() -> None:
    (rest,) = difference(BASE, BASE + "actor:a cg:coordinatesWith actor:c .").rest
    assert (rest.about, rest.added, rest.removed) == ("derived", 1, 0)


def test_a_statement_that_moves_to_another_graph_is_counted() -> None:
    moved = BASE + "<urn:g> { actor:c skos:prefLabel 'Cc'@en }"
    old = moved.replace("<urn:g>", "<urn:h>")
    found = difference(old, moved)
    assert found.changes == ()
    assert [(rest.added, rest.removed) for rest in found.rest] == [(1, 1)]


def test_what_all_of_a_participation_was_is_told_when_it_ends() -> None:
    gone = " , participation:b"
    dropped = without(gone).replace(
        "participation:b a cg:Participation ; cg:actor actor:b ; cg:role role:party .", ""
    )
    found = difference(BASE, dropped)
    (change,) = found.of("agreements")
    assert (change.what, len(change.because), found.rest) == ("left", 4, ())


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ("1997", "1997-12", "more-precise"),
        ("1997-12", "1997-12-15", "more-precise"),
        ("1997-12-15", "1997", "less-precise"),
        ("1997", "1998", "changed"),
        ("1997-12", "1998-01-01", "changed"),
        ("1997", "once", "changed"),
        ("", "1997", "added"),
        ("1997", "", "removed"),
        ("1997", "1997 1998", "changed"),
    ],
)
def test_a_date_within_another_is_more_precise(before: str, after: str, what: str) -> None:
    old, new = ([Literal(date) for date in dates.split()] for dates in (before, after))
    assert compared(old, new) == what


def test_an_actor_that_goes_is_told() -> None:
    gone = BASE.replace(BASE[BASE.index("actor:c") : BASE.index("agreement:m")], "")
    (change,) = changes(BASE, gone, "actors")
    assert (change.what, change.thing) == ("removed", f"{ID}actor/c")


def test_an_act_under_another_name_is_the_same() -> None:
    found = difference(
        BASE + SIGNED.format("1990"), BASE + SIGNED.format("1990").replace(":s ", ":t ")
    )
    assert found.changes == ()


def test_what_else_is_said_of_an_event_makes_it_no_other() -> None:
    event = "event:1 a org:ChangeEvent ; org:originalOrganization actor:a ; rdfs:comment '{}' ."
    found = difference(BASE + event.format("a"), BASE + event.format("b"))
    assert found.changes == ()
    assert [(rest.added, rest.removed) for rest in found.rest] == [(1, 1)]
    assert found


def test_what_is_the_same_is_no_difference() -> None:
    assert not difference(BASE, BASE)


def test_what_claims_nothing_that_can_be_is_counted() -> None:
    fact = "fact:f a cg:Fact ; rdf:subject 'me' ; rdf:predicate cg:signedOn ; rdf:object 1 ."
    found = difference(BASE, BASE + fact)
    assert found.changes == ()
    assert sum(rest.added for rest in found.rest) == 4
