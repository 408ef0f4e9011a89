"""Arcs lead from actors to those towards whom their roles act."""

from typing import Any

import pytest
from pyoxigraph import RdfFormat
from pyoxigraph import Store as Oxigraph

import coordgraph as cg
from coordgraph.errors import CallError, TooLarge, UnknownMeasure, UnknownWeight
from coordgraph.namespace import slug
from coordgraph.network.directed import Directed, directed
from coordgraph.network.directed_centrality import directed_centrality
from coordgraph.network.selection import Selection, select
from coordgraph.store import EmbeddedStore, Store, text
from coordgraph.ties import NO_LEVEL

DATA = """
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix org: <http://www.w3.org/ns/org#> .
@base <https://w3id.org/coordgraph/id/> .

<m/plan> cg:level <level/policy>, <level/operational> ; cg:participation
    [ cg:actor <actor/lead> ; cg:role <role/lead> ] ,
    [ cg:actor <actor/desk> ; cg:role <role/participant> ] ,
    [ cg:actor <actor/office> ; cg:role <role/participant> , <role/supporter> ] .
<m/talk> cg:participation
    [ cg:actor <actor/office> ; cg:role <role/lead> ] ,
    [ cg:actor <actor/desk> ; cg:role <role/participant> ] ,
    [ cg:actor <actor/lead> ; cg:role <role/participant> ] .
<m/treaty> cg:participation
    [ cg:actor <actor/lead> ; cg:role <role/party> ] ,
    [ cg:actor <actor/other> ; cg:role <role/party> ] .
<m/unsaid> cg:participation [ cg:actor <actor/lead> ] , [ cg:actor <actor/other> ] .
<m/alone> cg:participation [ cg:actor <actor/hermit> ; cg:role <role/lead> ] .
<actor/desk> org:unitOf <actor/office> .
"""
TWO = """
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@base <https://w3id.org/coordgraph/id/> .

<m/visit> cg:participation
    [ cg:actor <actor/host> ; cg:role <role/lead> ] ,
    [ cg:actor <actor/guest> ; cg:role <role/participant> ] .
"""
OWN = "<role/party> cg:actsTowards <role/party> ."
POLICY, OPERATIONAL, NONE = "policy", "operational", ""
NAMES = "label", "kind", "country", "group"


def store_of(data: str) -> EmbeddedStore:
    store = EmbeddedStore(Oxigraph())
    store.oxigraph.load(data, format=RdfFormat.TURTLE)
    return store


def network(more: str = "", **choices: Any) -> Directed:
    return directed(store_of(DATA + more), **choices)


def arcs(found: Directed) -> set[tuple[str, str, str]]:
    return {
        (slug(one), slug(other), slug(level) if level else NONE)
        for one, other, level in found.to_networkx().edges(keys=True)
    }


def test_an_actor_acts_towards_those_that_its_role_acts_towards() -> None:
    assert arcs(network()) == {
        ("lead", "desk", POLICY),
        ("lead", "desk", OPERATIONAL),
        ("lead", "office", POLICY),
        ("lead", "office", OPERATIONAL),
        ("office", "desk", NONE),
        ("office", "lead", NONE),
    }


def test_two_roles_are_enough_for_an_arc() -> None:
    assert arcs(directed(store_of(TWO))) == {("host", "guest", NONE)}


def test_acts_are_in_order_and_those_at_no_level_come_last() -> None:
    found = network()
    acts, actors = found.acts, [slug(iri) for iri in found.incidence.actors]
    levels = {NO_LEVEL: NONE, **dict(enumerate(map(slug, found.incidence.levels)))}
    mechanisms = [slug(iri) for iri in found.incidence.mechanisms]
    rows = zip(acts.source, acts.target, acts.level, acts.mechanism, strict=True)
    assert [(actors[a], actors[b], levels[c], mechanisms[d]) for a, b, c, d in rows] == [
        ("lead", "desk", POLICY, "plan"),
        ("lead", "desk", OPERATIONAL, "plan"),
        ("lead", "office", POLICY, "plan"),
        ("lead", "office", OPERATIONAL, "plan"),
        ("office", "desk", NONE, "talk"),
        ("office", "lead", NONE, "talk"),
    ]
    assert found.ties.level.tolist() == acts.level.tolist()


def test_what_was_asked_and_what_it_leaves_open_is_kept(dataset: Store) -> None:
    chosen = Selection(reading="any", as_of="2020-01-01")
    found, selected = cg.directed(dataset, selection=chosen), select(dataset, chosen)
    assert (found.undated, found.unlevelled) == (selected.undated, selected.unlevelled)
    assert None not in (found.undated, found.unlevelled)
    assert (found.weight, found.selection) == ("count", chosen)
    assert network(weight="newman").weight == "newman"


def test_several_roles_make_one_act() -> None:
    assert set(network(level="policy").ties.weight) == {1.0}


def test_the_weight_of_newman_divides_by_all_other_participants() -> None:
    assert set(network(level="policy", weight="newman").ties.weight) == {1 / 2}


def test_mechanisms_that_no_role_orders_are_counted_and_their_actors_kept() -> None:
    found = network()
    assert found.unordered == 2
    assert {slug(iri) for iri in found.actors} == {"lead", "desk", "office", "other", "hermit"}


def test_a_unit_that_counts_as_its_institution_does_not_act_towards_it() -> None:
    assert arcs(network(lift=True)) == {
        ("lead", "office", POLICY), ("lead", "office", OPERATIONAL), ("office", "lead", NONE)
    }  # fmt: skip


def test_merging_keeps_directions_apart() -> None:
    merged = network(lift=True).merged()
    names = [slug(actor) for actor in merged.actors]
    rows = zip(merged.source, merged.target, merged.weight, strict=True)
    assert {(names[one], names[other]): weight for one, other, weight in rows} == {
        ("lead", "office"): 2.0, ("office", "lead"): 1.0
    }  # fmt: skip


def test_data_may_say_which_roles_act_towards_which() -> None:
    assert arcs(network(OWN)) == {("lead", "other", NONE), ("other", "lead", NONE)}


def test_arcs_are_those_of_the_query(dataset: Store) -> None:
    expected = {
        tuple(text(row[name]) if name in row else "" for name in columns)
        for columns in [("source", "target", "level", "mechanism")]
        for row in cg.find("network/arcs").run(dataset)
    }
    edges = cg.directed(dataset).to_networkx().edges(keys=True, data=True)
    found = {(*arc, name) for *arc, tie in edges for name in tie["mechanisms"]}
    assert found == expected


def test_each_of_some_arcs_has_its_own_mechanisms_behind_it(dataset: Store) -> None:
    found = cg.directed(dataset)
    every = found.behind(found.ties).to_pylist()
    backwards = found.ties.part(slice(None, None, -1))
    assert found.behind(backwards).to_pylist() == every[::-1]
    assert found.behind(found.ties.part(slice(3, None, 5))).to_pylist() == every[3::5]


def test_nodes_carry_what_is_known_of_actors_in_english_unless_told(dataset: Store) -> None:
    found = cg.directed(dataset, practice="joint-responsibility")
    drawn: Any = found.to_networkx()
    nodes = dict(drawn.nodes(data=True))
    assert {iri: tuple(nodes[iri][name] for name in NAMES) for iri in nodes} == {
        actor.iri: (actor.label, actor.kind, actor.country, actor.is_group)
        for actor in found.actors.values()
    }
    assert {node["group"] for node in nodes.values()} == {True, False}
    plain, english, spanish = (
        [actor.label for actor in one.actors.values()]
        for one in (
            cg.directed(dataset),
            cg.directed(dataset, lang="en"),
            cg.directed(dataset, lang="es"),
        )
    )
    assert plain == english != spanish


def test_who_approves_is_acted_towards_by_those_who_submit(dataset: Store) -> None:
    table = directed_centrality(cg.directed(dataset, practice="joint-responsibility"))
    first = table.to_pylist()[0]
    assert slug(first["actor"]) == "sss-ar"
    assert (first["in_degree"], first["in_strength"], first["out_degree"]) == (4, 6.0, 0)


def test_without_arcs_hubs_and_authorities_are_not_defined(dataset: Store) -> None:
    table = directed_centrality(cg.directed(dataset, network="agreements"))
    assert set(table.column("hub").to_pylist()) == {None}
    assert set(table.column("authority").to_pylist()) == {None}
    assert set(table.column("out_degree").to_pylist()) == {0}
    assert sum(table.column("pagerank").to_pylist()) == pytest.approx(1)


def test_what_cannot_be_asked_is_refused(dataset: Store) -> None:
    why = r"^jaccard is a share .+ the same both ways\. Weigh arcs by count or newman\.$"
    with pytest.raises(CallError, match=why):
        network(weight="jaccard")
    with pytest.raises(UnknownWeight):
        network(weight="heavy")
    why = (
        r"^Roles may make 8 acts, and at most 7 are looked at here\. "
        r"Select fewer mechanisms, or allow more with --max-ties\.$"
    )
    with pytest.raises(TooLarge, match=why):
        network(max_ties=7)
    assert len(network(max_ties=8).ties) == len(network().ties)
    with pytest.raises(UnknownMeasure, match="Known are: in_degree"):
        directed_centrality(cg.directed(dataset), measures=["betweenness"])
