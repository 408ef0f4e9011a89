"""What measures are called in three languages, as the ontology labels them, in short."""

from collections.abc import Mapping

__all__ = ["MEASURE_NAMES"]

_NAMES: Mapping[str, tuple[str, str, str]] = {
    "degree": ("degree", "grado", "grau"),
    "strength": ("strength", "fuerza", "força"),
    "betweenness": ("betweenness", "intermediación", "intermediação"),
    "closeness": ("closeness", "cercanía", "proximidade"),
    "harmonic": ("harmonic closeness", "cercanía armónica", "proximidade harmônica"),
    "eigenvector": ("eigenvector", "vector propio", "autovetor"),
    "pagerank": ("PageRank", "PageRank", "PageRank"),
    "constraint": ("constraint", "restricción", "restrição"),
    "effective_size": ("effective size", "tamaño efectivo", "tamanho efetivo"),
    "core": ("core", "núcleo", "núcleo"),
    "community": ("community", "comunidad", "comunidade"),
    "katz": ("Katz", "Katz", "Katz"),
    "current_flow_betweenness": (
        "current-flow betweenness",
        "intermediación por flujo",
        "intermediação por fluxo",
    ),
    "current_flow_closeness": (
        "current-flow closeness",
        "cercanía por flujo",
        "proximidade por fluxo",
    ),
    "efficiency": ("efficiency", "eficiencia", "eficiência"),
    "hierarchy": ("hierarchy", "jerarquía", "hierarquia"),
    "clustering": ("clustering", "agrupamiento", "agrupamento"),
    "coreness": ("coreness", "pertenencia al núcleo", "pertença ao núcleo"),
    "articulation": ("articulation point", "punto de articulación", "ponto de articulação"),
}

MEASURE_NAMES: Mapping[str, Mapping[str, str]] = {
    lang: {name: names[place] for name, names in _NAMES.items()}
    for place, lang in enumerate(("en", "es", "pt"))
}
"""By language, by the name that the API knows."""
