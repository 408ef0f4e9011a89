"""Ties stay inside parts or lead out of them, as NetworkX's table of mixing has them."""

import networkx as nx
import numpy as np

from coordgraph.network.ei import External, external, index


def test_ties_are_those_of_the_table_of_mixing() -> None:
    numbers = np.random.default_rng(1)
    for seed in range(5):
        graph = nx.gnp_random_graph(14, 0.3, seed=seed)
        parts = numbers.permutation(np.arange(14) % 3)
        nx.set_node_attributes(graph, dict(enumerate(parts.tolist())), "part")
        source, target = np.array(list(graph.edges)).T
        found = external(source, target, parts)
        # Undirected, ties inside stand once on the diagonal and twice beside it.
        mixed = nx.attribute_mixing_matrix(
            graph, "part", mapping={0: 0, 1: 1, 2: 2}, normalized=False
        )
        inside = np.diag(mixed) / 2
        assert found["parts"].internal.tolist() == inside.tolist()
        assert found["parts"].external.tolist() == (mixed.sum(axis=1) - 2 * inside).tolist()
        assert found["network"].internal.tolist() == [inside.sum()]
        assert found["network"].external.tolist() == [len(graph.edges) - inside.sum()]
        for actor in graph:
            own = [parts[other] == parts[actor] for other in graph[actor]]
            assert found["actors"].internal[actor] == sum(own)
            assert found["actors"].external[actor] == len(own) - sum(own)


def test_all_ties_inside_are_minus_one_and_all_that_lead_out_are_one() -> None:
    assert index(External(np.array([2, 0]), np.array([0, 3]))).tolist() == [-1, 1]


def test_without_ties_nothing_is_said() -> None:
    none = np.array([], dtype=int)
    found = external(none, none, np.array([0, 1]))
    assert all(np.isnan(index(ties)).all() for ties in found.values())
    assert external(none, none, none)["parts"].internal.tolist() == []
