"""The table of ties and the centrality table, by coordgraph."""

import sys
from importlib import import_module

from report import FEW, MEASURES, PATHS, Clock

from coordgraph.ingest.source import read_files
from coordgraph.network.centrality import centrality
from coordgraph.network.projection import project

# The package imports engines when it needs them; the others import what they use at the top.
for engine in ("networkx", "igraph"):
    import_module(f"coordgraph.engines.{engine}")


def main() -> None:
    """Load a file, make its ties, measure its actors."""
    clock = Clock()
    with clock.step("load"):
        store = read_files([sys.argv[1]])
    with clock.step("ties"):
        network = project(store)
        table = network.ties.to_arrow()
    measures = (*MEASURES, *(PATHS if len(network.actors) <= FEW else ()))
    with clock.step("centrality"):
        found = centrality(network, measures=measures, approximate=0)
    for name in ("degree", "pagerank"):
        with clock.step(name):
            centrality(network, measures=[name])
    clock.report(
        ties=len(table),
        actors=len(network.actors),
        strongest=found.column("actor")[0].as_py(),
    )


if __name__ == "__main__":
    main()
