"""The same as most would write it first: rdflib, a double loop, NetworkX."""

import sys
from collections import defaultdict
from itertools import combinations
from typing import Any

import networkx as nx
import pandas as pd
import rdflib
from rdflib import SKOS
from report import FEW, MEASURES, PATHS, Clock

CG = rdflib.Namespace("https://w3id.org/coordgraph/ns#")


def ties_of(graph: rdflib.Graph) -> tuple[pd.DataFrame, list[str]]:
    """Return the ties of each level as a table, and the actors in order."""
    weights: defaultdict[tuple[str, str, str], int] = defaultdict(int)
    known: set[str] = set()
    for mechanism in set(graph.subjects(CG.participation)):
        parts = graph.objects(mechanism, CG.participation)
        actors = {str(graph.value(part, CG.actor)) for part in parts}
        levels = [str(level) for level in graph.objects(mechanism, CG.level)] or [""]
        known |= actors
        for one, other in combinations(sorted(actors), 2):
            for level in levels:
                weights[one, other, level] += 1
    rows = [(*key, weight) for key, weight in sorted(weights.items())]
    return pd.DataFrame(rows, columns=["source", "target", "level", "weight"]), sorted(known)


def centrality_of(
    table: pd.DataFrame, actors: list[str], data: rdflib.Graph, *, paths: bool
) -> pd.DataFrame:
    """Return the measures of the network in which all levels are one, with descriptions."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(actors)
    merged = table.groupby(["source", "target"], as_index=False)["weight"].sum()
    graph.add_weighted_edges_from(merged.itertuples(index=False))
    found: dict[str, Any] = {
        "degree": dict(graph.degree()),
        "strength": dict(graph.degree(weight="weight")),
        "eigenvector": nx.eigenvector_centrality(graph, weight="weight", max_iter=1000),
        "pagerank": nx.pagerank(graph),
        "constraint": nx.constraint(graph),
        "effective_size": nx.effective_size(graph),
        "core": nx.core_number(graph),
    }
    assert set(found) == set(MEASURES)
    if paths:
        found["betweenness"] = nx.betweenness_centrality(graph)
        found["closeness"] = nx.closeness_centrality(graph)
        found["harmonic"] = nx.harmonic_centrality(graph)
        assert set(PATHS) <= set(found)
    subjects = [rdflib.URIRef(actor) for actor in actors]
    described = {
        name: [data.value(subject, predicate) for subject in subjects]
        for name, predicate in (
            ("label", SKOS.prefLabel),
            ("kind", CG.actorKind),
            ("country", CG.country),
        )
    }
    columns = {name: [values[actor] for actor in actors] for name, values in found.items()}
    frame = pd.DataFrame({"actor": actors, **described, **columns})
    return frame.sort_values(["strength", "actor"], ascending=[False, True])


def main() -> None:
    """Load a file, make its ties, measure its actors; or only load it."""
    clock = Clock()
    path, only_load = sys.argv[1], sys.argv[2:] == ["load"]
    with clock.step("load"):
        graph = rdflib.Graph().parse(path, format="nt")
    if only_load:
        clock.report(ties=0, actors=0, strongest="")
        return
    with clock.step("ties"):
        table, actors = ties_of(graph)
    with clock.step("centrality"):
        found = centrality_of(table, actors, graph, paths=len(actors) <= FEW)
    clock.report(ties=len(table), actors=len(actors), strongest=found["actor"].iloc[0])


if __name__ == "__main__":
    main()
