"""The table of brokers has a row an actor or a role, and says what it cannot say."""

import numpy as np
import pytest
from scipy import sparse

from coordgraph.engines.arrays import adjacency
from coordgraph.errors import CallError
from coordgraph.network.brokerage import brokerage, brokers
from coordgraph.network.brokerage_chance import of_actors, of_network
from coordgraph.network.brokerage_roles import ROLES
from coordgraph.network.directed import directed
from coordgraph.network.partition import partition
from coordgraph.network.projection import Network
from coordgraph.store import Store
from tests.unit.network.brokers import counted


def test_a_row_is_an_actor_and_roles_sum_to_the_total(network: Network) -> None:
    table = brokerage(network, "kind")
    rows = table.to_pylist()
    numbers = [way + role for way in ("", "z_", "expected_", "sd_") for role in ROLES]
    known = ["actor", "label", "kind", "country", "part"]
    assert table.column_names == [*known, *numbers, "group"]
    assert {row["actor"] for row in rows} == set(network.actors)
    totals = [row["total"] for row in rows]
    assert totals == sorted(totals, reverse=True)
    assert totals[0] > 0
    for row in rows:
        assert sum(row[role] for role in ROLES[:-1]) == row["total"]
        assert row["part"] == row["kind"]
        if row["sd_total"]:
            departs = (row["total"] - row["expected_total"]) / row["sd_total"]
            assert row["z_total"] == pytest.approx(departs)


def test_counts_are_those_of_a_walk_along_every_path(network: Network) -> None:
    names = partition(network, "country")
    parts = np.unique(names, return_inverse=True)[1]
    ties = adjacency(network.merged(), weighted=False).toarray()
    expected = counted(ties[np.newaxis], parts)[0]
    rows = {row["actor"]: row for row in brokerage(network, unknown="part").to_pylist()}
    found = [[rows[actor][role] for role in ROLES] for actor in network.actors]
    assert found == expected.tolist()


def test_actors_of_an_unknown_part_have_no_values_and_close_no_pair(network: Network) -> None:
    rows = brokerage(network, "sector").to_pylist()
    unknown = [row for row in rows if not row["part"]]
    assert len(unknown) == 4
    assert {row[name] for row in unknown for name in ("total", "z_total")} == {None}
    whole = {row["role"]: row for row in brokerage(network, "sector", of="network").to_pylist()}
    assert whole["total"]["count"] == sum(row["total"] or 0 for row in rows)


def test_the_network_has_a_row_a_role(network: Network) -> None:
    table = brokerage(network, of="network")
    assert table.column_names == ["role", "count", "expected", "sd", "z"]
    assert table.column("role").to_pylist() == list(ROLES)
    assert table.column("count").to_pylist()[2] == table.column("count").to_pylist()[3]


def test_ways_made_by_themselves_vary_less(network: Network) -> None:
    graph, digraph = (
        brokerage(network, model=model).to_pylist() for model in ("graph", "digraph")
    )
    for one, other in zip(graph, digraph, strict=True):
        assert one["total"] == other["total"]
        if other["sd_total"]:
            assert one["sd_total"] / other["sd_total"] == pytest.approx(2**0.5)
            assert one["sd_gatekeeper"] == pytest.approx(other["sd_gatekeeper"])


def test_a_departure_that_chance_leaves_no_room_for_is_null() -> None:
    complete = brokers(sparse.csr_array(np.ones((4, 4))), np.array([0, 0, 1, 1]))
    assert np.isnan(complete.z()).all()
    assert np.isnan(complete.whole_z()).all()
    assert not complete.counts.any()


@pytest.mark.parametrize("asked", [{}, {"directed": True}, {"directed": False}])
def test_chance_makes_as_many_ties_as_there_are_but_those_to_oneself(
    asked: dict[str, bool],
) -> None:
    ties = np.eye(5)
    ties[[0, 1, 2, 3, 1], [1, 2, 3, 4, 0]] = 1
    parts, sizes = np.array([0, 1, 0, 1, 1]), np.array([2, 3])
    found = brokers(sparse.csr_array(ties), parts, **asked)
    directed = asked.get("directed", True)
    each = of_actors(sizes, 5 / 20, directed=directed)
    whole = of_network(sizes, 5 / 20, directed=directed)
    assert found.chance.expected == pytest.approx(each.expected[parts])
    assert found.chance.deviation == pytest.approx(each.deviation[parts])
    assert found.whole.expected == pytest.approx(whole.expected)
    assert found.whole.deviation == pytest.approx(whole.deviation)
    departs = (found.counts.sum(axis=0) - whole.expected)[1:4] / whole.deviation[1:4]
    assert found.whole_z()[1:4] == pytest.approx(departs)


def test_a_network_of_nobody_has_no_brokers() -> None:
    none = brokers(sparse.csr_array((0, 0)), np.array([], dtype=int))
    assert none.counts.shape == (0, 6)


def test_any_property_parts_actors(network: Network, dataset: Store) -> None:
    table = brokerage(network, "cg:actorKind", store=dataset)
    assert table.column("total").equals(brokerage(network, "kind").column("total"))


def test_arcs_go_from_who_acts_to_whom_one_acts_towards(dataset: Store) -> None:
    arcs = directed(dataset, network="practices")
    ties = arcs.merged()
    matrix = np.zeros((1, len(arcs.actors), len(arcs.actors)))
    matrix[0, ties.source, ties.target] = 1
    names = partition(arcs, "kind")
    expected = counted(matrix, np.unique(names, return_inverse=True)[1])[0]
    table = brokerage(arcs, "kind")
    rows = {row["actor"]: row for row in table.to_pylist()}
    assert [[rows[actor][role] for role in ROLES] for actor in arcs.actors] == expected.tolist()
    assert expected[:, 2].sum() + expected[:, 3].sum() > 0
    assert table.equals(brokerage(arcs, "kind", model="digraph"))
    told = r"^Chains through mechanisms have no direction: leave out one of both\.$"
    with pytest.raises(CallError, match=told):
        brokerage(arcs, "kind", two_mode=True)
