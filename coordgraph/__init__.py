"""
Who coordinates with whom in the social security of the Americas.

The names that most uses need are here; each is imported when it is first asked for, so that
the command line starts quickly.
"""

import importlib

_HOMES = {
    "CoordgraphError": "coordgraph.errors",
    "Directed": "coordgraph.network.directed",
    "Network": "coordgraph.network.projection",
    "Report": "coordgraph.validation",
    "Selection": "coordgraph.network.selection",
    "Store": "coordgraph.store",
    "__version__": "coordgraph.version",
    "assess_dependence": "coordgraph.network.questions.dependence",
    "assess_gaps": "coordgraph.network.questions.gaps",
    "assess_load": "coordgraph.network.questions.load",
    "assess_replacement": "coordgraph.network.questions.replacement",
    "assess_scope": "coordgraph.network.questions.scope",
    "backbone": "coordgraph.network.backbone.finding",
    "bootstrap": "coordgraph.network.robustness.resampling",
    "brokerage": "coordgraph.network.brokerage",
    "centrality": "coordgraph.network.centrality",
    "communities": "coordgraph.network.communities.finding",
    "cug": "coordgraph.network.significance.cug",
    "ei": "coordgraph.network.significance.ei",
    "mrqap": "coordgraph.network.significance.mrqap",
    "qap": "coordgraph.network.significance.qap",
    "derive": "coordgraph.infer",
    "explain": "coordgraph.network.explain.explanation",
    "directed": "coordgraph.network.directed",
    "directed_centrality": "coordgraph.network.directed_centrality",
    "find": "coordgraph.queries",
    "layers": "coordgraph.network.layers",
    "library": "coordgraph.queries",
    "load": "coordgraph.ingest.dataset",
    "open_store": "coordgraph.store",
    "read_files": "coordgraph.ingest.source",
    "plot": "coordgraph.publish.plotting",
    "project": "coordgraph.network.projection",
    "robustness": "coordgraph.network.robustness.leaving",
    "structure": "coordgraph.network.structure.properties",
    "show": "coordgraph.network.display",
    "to_rdflib": "coordgraph.store",
    "validate": "coordgraph.validation",
    "windows": "coordgraph.network.windows",
}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - a test holds it to the stub beside this file


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for."""
    try:
        home = _HOMES[name]
    except KeyError:
        raise AttributeError(f"module 'coordgraph' has no attribute {name!r}") from None
    value: object = getattr(importlib.import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names."""
    return [*globals(), *__all__]
