"""The same by hand, of the fastest parts: pyoxigraph, scipy and igraph."""

import sys

import igraph
import numpy as np
import pandas as pd
from pyoxigraph import QuerySolutions, Store
from report import FEW, MEASURES, PATHS, Clock
from scipy import sparse

CG = "https://w3id.org/coordgraph/ns#"
PREFIXES = f"PREFIX cg: <{CG}> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
PARTIES = PREFIXES + "SELECT ?m ?a { ?m cg:participation ?p . ?p cg:actor ?a }"
LEVELS = PREFIXES + "SELECT ?m ?level { ?m cg:level ?level }"
KINDS = PREFIXES + "SELECT ?a ?value { ?a cg:actorKind ?value }"
COUNTRIES = PREFIXES + "SELECT ?a ?value { ?a cg:country ?value }"
LABELS = PREFIXES + "SELECT ?a ?value { ?a skos:prefLabel ?value }"


def rows_of(store: Store, sparql: str) -> QuerySolutions:
    """Return the rows that answer a query."""
    found = store.query(sparql)
    assert isinstance(found, QuerySolutions)
    return found


def ties_of(store: Store) -> tuple[pd.DataFrame, list[str]]:
    """Return the ties of each level as a table, and the actors in order."""
    pairs = {(row["m"].value, row["a"].value) for row in rows_of(store, PARTIES)}
    actors = sorted({actor for _, actor in pairs})
    mechanisms = sorted({mechanism for mechanism, _ in pairs})
    row_of = {actor: place for place, actor in enumerate(actors)}
    column_of = {mechanism: place for place, mechanism in enumerate(mechanisms)}
    rows = np.fromiter((row_of[actor] for _, actor in pairs), np.int64, len(pairs))
    columns = np.fromiter((column_of[name] for name, _ in pairs), np.int64, len(pairs))
    shape = (len(actors), len(mechanisms))
    whole = sparse.csr_array((np.ones(len(pairs)), (rows, columns)), shape=shape)
    at: dict[str, set[int]] = {}
    for row in rows_of(store, LEVELS):
        if (place := column_of.get(row["m"].value)) is not None:
            at.setdefault(row["level"].value, set()).add(place)
    stated = set().union(*at.values()) if at else set()
    at[""] = set(range(len(mechanisms))) - stated
    names = np.array(actors, dtype=object)
    tables = []
    for level, places in at.items():
        chosen = whole.tocsc()[:, sorted(places)].tocsr()
        product = sparse.triu(chosen @ chosen.T, k=1).tocoo()
        tables.append(
            pd.DataFrame(
                {
                    "source": pd.Categorical.from_codes(product.row, names),
                    "target": pd.Categorical.from_codes(product.col, names),
                    "level": level,
                    "weight": product.data,
                }
            )
        )
    table = pd.concat(tables, ignore_index=True)
    return table.sort_values(["source", "target", "level"]), actors


def centrality_of(
    table: pd.DataFrame, actors: list[str], store: Store, *, paths: bool
) -> pd.DataFrame:
    """Return the measures of the network in which all levels are one, with descriptions."""
    size = len(actors)
    keys = table["source"].cat.codes.astype("int64") * size + table["target"].cat.codes
    merged = table["weight"].groupby(keys).sum()
    source, target = np.divmod(merged.index.to_numpy(), size)
    weights = merged.to_numpy()
    graph = igraph.Graph(n=size, edges=zip(source.tolist(), target.tolist(), strict=True))
    degree = np.array(graph.degree())
    clustering = np.array(graph.transitivity_local_undirected(mode="zero"))
    found = {
        "degree": degree,
        "strength": graph.strength(weights=weights.tolist()),
        "eigenvector": graph.eigenvector_centrality(weights=weights.tolist(), scale=False),
        "pagerank": graph.pagerank(weights=weights.tolist()),
        "constraint": graph.constraint(),
        "effective_size": degree - clustering * (degree - 1),
        "core": graph.coreness(),
    }
    assert set(found) == set(MEASURES)
    if paths:
        found["betweenness"] = graph.betweenness()
        found["closeness"] = graph.closeness()
        found["harmonic"] = graph.harmonic_centrality(normalized=False)
        assert set(PATHS) <= set(found)
    described = {
        name: {row["a"].value: row["value"].value for row in rows_of(store, sparql)}
        for name, sparql in (("label", LABELS), ("kind", KINDS), ("country", COUNTRIES))
    }
    columns = {
        name: [known.get(actor) for actor in actors] for name, known in described.items()
    }
    frame = pd.DataFrame({"actor": actors, **columns, **found})
    return frame.sort_values(["strength", "actor"], ascending=[False, True])


def main() -> None:
    """Load a file, make its ties, measure its actors."""
    clock = Clock()
    with clock.step("load"):
        store = Store()
        store.load(path=sys.argv[1])
    with clock.step("ties"):
        table, actors = ties_of(store)
    with clock.step("centrality"):
        found = centrality_of(table, actors, store, paths=len(actors) <= FEW)
    clock.report(ties=len(table), actors=len(actors), strongest=found["actor"].iloc[0])


if __name__ == "__main__":
    main()
