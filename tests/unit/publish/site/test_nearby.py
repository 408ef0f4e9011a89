"""Ties read around an actor are those of the whole dataset."""

import pytest
from pyoxigraph import RdfFormat

from coordgraph.namespace import CG
from coordgraph.publish.site.drawing import chosen_counterparts
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.nearby import Nearby
from coordgraph.publish.site.neighbours import Neighbours
from coordgraph.store import EmbeddedStore, open_store


@pytest.fixture(scope="module")
def nearby(dataset: EmbeddedStore) -> Nearby:
    return Nearby(dataset)


def test_each_actor_has_the_same_ties(nearby: Nearby, knowledge: Knowledge) -> None:
    actors = [iri for iri in knowledge.things() if "/id/actor/" in iri]
    for actor in actors[::3]:
        ties = knowledge.neighbours.ties(actor)
        assert nearby.ties(actor) == ties
        chosen = chosen_counterparts(ties)
        assert nearby.met(chosen) == knowledge.neighbours.met(chosen)


def test_so_have_mechanisms_together(nearby: Nearby, knowledge: Knowledge) -> None:
    mechanisms = [iri for iri in knowledge.things() if "/id/mechanism/" in iri]
    assert nearby.among(mechanisms) == knowledge.neighbours.among(mechanisms)
    assert nearby.most(5) == knowledge.neighbours.most(5)


def test_nobody_is_tied_by_nothing(nearby: Nearby) -> None:
    assert nearby.ties("urn:nobody") == nearby.ties("no name") == []
    assert nearby.among([]) == []
    assert nearby.met([]) == set()


ODD = f"""
@prefix cg: <{CG}> .
<urn:m> cg:participation [ cg:actor <urn:a> ], [ cg:actor _:x ], [ cg:actor "who" ], "none" .
[] cg:participation [ cg:actor <urn:a> ], [ cg:actor _:x ], [ cg:actor <urn:b> ] .
"""


def test_what_has_no_name_ties_too_and_texts_break_nothing() -> None:
    store = open_store()
    store.oxigraph.load(ODD.encode(), format=RdfFormat.TURTLE)
    whole, near = Neighbours.of(store), Nearby(store)
    ties = near.ties("urn:a")
    assert ties == whole.ties("urn:a")
    met = {tie.target for tie in ties}
    assert (len(met), met > {"urn:b", "who"}) == (3, True)
    assert near.met(met - {"who"}) == whole.met(met - {"who"})
    through = [one for tie in ties for one in tie.mechanisms]
    assert near.among([*through, "no name"]) == whole.among([*through, "no name"])


def test_participations_without_names_tie_too() -> None:
    store = open_store()
    rows = "".join(
        f"<urn:m> <{CG}participation> _:{n} . _:{n} <{CG}actor> <urn:{n}> .\n" for n in "ab"
    )
    store.oxigraph.load(rows.encode(), format=RdfFormat.TURTLE)
    assert Nearby(store).ties("urn:a") == Neighbours.of(store).ties("urn:a")
    assert [tie.target for tie in Nearby(store).ties("urn:a")] == ["urn:b"]
