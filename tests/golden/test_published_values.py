"""
Measures give the values that the literature prints.

Kite: D. Krackhardt (1990), Assessing the political landscape, *Administrative Science
Quarterly* 35, 342-369.  Florentine families: J. F. Padgett and C. K. Ansell (1993), Robust
action and the rise of the Medici; values as printed in S. Wasserman and K. Faust (1994),
chapter 5, for the 16 families with Pucci an isolate.  Davis: A. Davis et al. (1941),
*Deep South*; two-mode values as S. P. Borgatti and D. S. Halgin print them (2011, Analyzing
affiliation networks).  Burt's example of a network of contacts: S. P. Borgatti (1997),
Structural holes: unpacking Burt's redundancy measures, *Connections* 20, 35-38; constraint as
UCINET gives it.  The best partition of the karate club: U. Brandes et al. (2008), On modularity
clustering, *IEEE Transactions on Knowledge and Data Engineering* 20, 172-188.
"""

import networkx as nx
import numpy as np
import pytest

from coordgraph.engines.networkx import measure, simple
from coordgraph.engines.partitions import modularity, partitioned
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.measures.by_name import BY_NAME
from coordgraph.network.projection import tie
from coordgraph.network.structure.cliques import cliques
from coordgraph.network.structure.cohesion import cohesion
from coordgraph.network.twomode import two_mode
from coordgraph.ties import Ties


def network(edges: list[tuple[str, str]], isolates: tuple[str, ...] = ()) -> Ties:
    """Return the ties of an edge list: one mechanism an edge, one of its own an isolate."""
    rows = {
        Taking(str(actor), f"m{place}", "")
        for place, edge in enumerate([*edges, *((actor,) for actor in isolates)])
        for actor in edge
    }
    return tie(Incidence.of(rows))


def values(ties: Ties, name: str) -> dict[str, float]:
    if name in BY_NAME:
        return dict(zip(ties.actors, BY_NAME[name](ties.merged()).tolist(), strict=True))
    graph = simple(ties.merged())
    return dict(zip(graph, measure(graph, name).tolist(), strict=True))


KITE = [
    ("Andre", "Beverley"), ("Andre", "Carol"), ("Andre", "Diane"), ("Andre", "Fernando"),
    ("Beverley", "Diane"), ("Beverley", "Ed"), ("Beverley", "Garth"), ("Carol", "Diane"),
    ("Carol", "Fernando"), ("Diane", "Ed"), ("Diane", "Fernando"), ("Diane", "Garth"),
    ("Ed", "Garth"), ("Fernando", "Garth"), ("Fernando", "Heather"), ("Garth", "Heather"),
    ("Heather", "Ike"), ("Ike", "Jane"),
]  # fmt: skip


def test_the_kite_has_three_most_central_actors() -> None:
    ties = network(KITE)
    degree, closeness, betweenness = (
        values(ties, name) for name in ("degree", "closeness", "betweenness")
    )
    assert max(degree, key=degree.__getitem__) == "Diane"
    assert degree["Diane"] == 6
    assert closeness["Fernando"] == closeness["Garth"] == pytest.approx(0.643, abs=5e-4)
    assert max(betweenness, key=betweenness.__getitem__) == "Heather"
    assert betweenness["Heather"] == pytest.approx(14 / 36)
    assert betweenness["Ike"] == pytest.approx(8 / 36)
    assert betweenness["Fernando"] == pytest.approx(0.231, abs=5e-4)


def test_the_medici_stand_between_the_families_with_pucci() -> None:
    ties = network(list(nx.florentine_families_graph().edges), isolates=("Pucci",))
    assert len(ties.actors) == 16
    degree, betweenness = values(ties, "degree"), values(ties, "betweenness")
    assert degree["Medici"] == 6
    assert degree["Pucci"] == betweenness["Pucci"] == 0
    assert betweenness["Medici"] == pytest.approx(0.452, abs=5e-4)
    assert betweenness["Guadagni"] == pytest.approx(0.221, abs=5e-4)
    assert betweenness["Albizzi"] == pytest.approx(0.184, abs=5e-4)


def test_without_pucci_there_are_fifteen_families() -> None:
    ties = network(list(nx.florentine_families_graph().edges))
    assert len(ties.actors) == 15
    assert values(ties, "betweenness")["Medici"] == pytest.approx(0.522, abs=5e-4)


def southern_women() -> set[Taking]:
    graph = nx.davis_southern_women_graph()
    women = graph.graph["top"]
    return {Taking(woman, event, "") for woman in women for event in graph[woman]}


def test_southern_women_make_139_of_153_pairs() -> None:
    assert len(tie(Incidence.of(southern_women()))) == 139


def test_southern_women_keep_their_number_of_events_by_newman() -> None:
    rows = southern_women()
    strength = values(tie(Incidence.of(rows), weight="newman"), "strength")
    for woman, found in strength.items():
        assert found == pytest.approx(sum(row.actor == woman for row in rows))


WOMEN = {
    "Evelyn Jefferson": (0.57, 0.80, 0.10),
    "Theresa Anderson": (0.57, 0.80, 0.09),
    "Nora Fayette": (0.57, 0.80, 0.11),
    "Sylvia Avondale": (0.50, 0.77, 0.07),
    "Olivia Carleton": (0.14, 0.59, 0.01),
}


def test_southern_women_are_as_central_among_events_as_printed() -> None:
    incidence = Incidence.of(southern_women())
    found = two_mode(incidence).values
    for woman, (degree, closeness, betweenness) in WOMEN.items():
        place = incidence.actors.index(woman)
        assert found["degree"][place] == pytest.approx(degree, abs=5e-3)
        assert found["closeness"][place] == pytest.approx(closeness, abs=5e-3)
        assert found["betweenness"][place] == pytest.approx(betweenness, abs=5e-3)
    assert incidence.actors[found["eigenvector"].argmax()] == "Theresa Anderson"


CONTACTS = [
    ("A", "B"), ("A", "E"), ("A", "F"), ("A", "G"), ("B", "D"), ("B", "G"), ("C", "G"),
    ("D", "G"), ("E", "G"), ("F", "G"),
]  # fmt: skip


def test_burts_example_has_four_and_two_thirds_effective_contacts() -> None:
    ties = network(CONTACTS)
    size, efficiency = values(ties, "effective_size"), values(ties, "efficiency")
    assert size["G"] == pytest.approx(4.67, abs=5e-3)
    assert size["A"] == pytest.approx(2.5)
    assert efficiency["G"] == pytest.approx(0.78, abs=5e-3)
    constraint = values(ties, "constraint")
    assert constraint["G"] == pytest.approx(0.400, abs=5e-4)
    assert constraint["A"] == pytest.approx(0.595, abs=5e-4)
    assert constraint["C"] == values(ties, "hierarchy")["C"] == 1


def test_the_families_are_as_dense_and_centralized_as_printed() -> None:
    found = cohesion(network(list(nx.florentine_families_graph().edges), isolates=("Pucci",)))
    assert found["density"] == pytest.approx(0.167, abs=5e-4)
    assert found["degree_centralization"] == pytest.approx(0.267, abs=5e-4)
    assert (found["components"], found["isolates"]) == (2, 1)


def test_southern_women_are_tied_by_cliques_alone() -> None:
    found = cliques(Incidence.of(southern_women()), 139)
    assert found["participations"] == 89
    assert found["two_mode_density"] == pytest.approx(0.353, abs=5e-4)
    assert found["clique_share"] == 1


def test_the_best_partition_of_the_karate_club_is_found() -> None:
    club = [(f"{one:02}", f"{other:02}") for one, other in nx.karate_club_graph().edges]
    ties = network(club).merged()
    runs = [
        partitioned(np.random.default_rng(seed), ties=ties, method="leiden", resolution=1.0)
        for seed in range(5)
    ]
    best = max(modularity(ties, run) for run in runs)
    assert best == pytest.approx(0.4198, abs=5e-5)
