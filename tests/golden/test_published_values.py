"""
Measures give the values that the literature prints.

Kite: D. Krackhardt (1990), Assessing the political landscape, *Administrative Science
Quarterly* 35, 342-369.  Florentine families: J. F. Padgett and C. K. Ansell (1993), Robust
action and the rise of the Medici; values as printed in S. Wasserman and K. Faust (1994),
chapter 5, for the 16 families with Pucci an isolate.  Davis: A. Davis et al. (1941),
*Deep South*.
"""

import networkx as nx
import pytest

from coordgraph.engines.networkx import measure, simple
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.projection import tie
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
