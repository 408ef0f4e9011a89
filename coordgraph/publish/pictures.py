"""The figures of a release, each with what it tells those who cannot see it."""

from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
from matplotlib.figure import Figure

from coordgraph.namespace import ID, PREFIXES
from coordgraph.network.instruments import undated_parties
from coordgraph.network.projection import Network
from coordgraph.network.questions.load import assess_load
from coordgraph.publish import figures
from coordgraph.publish.answers import rows_of
from coordgraph.store import EmbeddedStore, text

__all__ = ["Measured", "acronyms", "draw", "states_of"]

_PREFIX = f"PREFIX cg: <{PREFIXES['cg']}>\nPREFIX skosxl: <{PREFIXES['skosxl']}>\n"


class Measured(NamedTuple):
    """The networks of a release, and how central their actors are."""

    network: Network
    table: pa.Table
    states: Network
    states_table: pa.Table


class _Drawn(NamedTuple):
    """A figure, and the facts that its description tells."""

    figure: Figure
    facts: tuple[object, ...]


def draw(folder: Path, dataset: EmbeddedStore, measured: Measured, lang: str) -> None:
    """Make a folder, and draw into it the figures of the practices and of the agreements."""
    folder.mkdir()
    drawn = {**_practices(dataset, measured, lang), **_agreements(dataset, measured, lang)}
    for name, (figure, facts) in drawn.items():
        described = figures.said(f"{name}_described", lang).format(*facts)
        title = figures.said(name, lang)
        figures.save(figure, folder / name, title=title, description=described)


def _practices(dataset: EmbeddedStore, measured: Measured, lang: str) -> dict[str, _Drawn]:
    network, table = measured.network, measured.table
    _, levels = rows_of("levels/readings-side-by-side", dataset, lang)
    named = [{**row, "practice": row["name"]} for row in levels]
    conflicts = sum(row["status"] == "CONFLICT" for row in levels)
    leaders = ", ".join(table["label"].to_pylist()[:3])
    carried = assess_load(network)
    loaded = ", ".join(f"{row['label']} ({row['load']})" for row in carried.to_pylist()[:5])
    picture = figures.network_figure(network, lang=lang, short=acronyms(dataset))
    return {
        "network": _Drawn(picture, (len(network.actors), len(network.ties))),
        "levels": _Drawn(
            figures.levels_figure(named, lang=lang), (len(levels) // 3, conflicts)
        ),
        "centrality": _Drawn(figures.centrality_figure(table, lang=lang), (leaders,)),
        "load": _Drawn(figures.load_figure(network, carried, lang=lang), (loaded,)),
    }


def _agreements(dataset: EmbeddedStore, measured: Measured, lang: str) -> dict[str, _Drawn]:
    states = states_of(dataset, measured.states, lang=lang)
    drawn, american = states.in_force(), states.american()
    leading = sorted(states.states.values(), key=lambda state: (-state.partners, state.iri))
    leaders = ", ".join(f"{state.name} ({state.partners})" for state in leading[:3])
    _, lives = rows_of("agreements/entries-into-force", dataset, lang)
    years = sorted(row["in_force"][:4] for row in lives if "in_force" in row)
    seen = states.pairs.keys() - set(states.outside())
    return {
        "map": _Drawn(
            figures.map_figure(states, lang=lang), (len(states.states), len(drawn), leaders)
        ),
        "timeline": _Drawn(
            figures.timeline_figure(lives, lang=lang),
            (len(years), years[0], years[-1], len(lives) - len(years)),
        ),
        "matrix": _Drawn(
            figures.matrix_figure(states, lang=lang),
            (
                len(american),
                len(states.states),
                len(seen & drawn.keys()),
                len(seen - drawn.keys()),
            ),
        ),
    }


def states_of(
    dataset: EmbeddedStore, network: Network, *, lang: str = "en"
) -> figures.StateNetwork:
    """Return where the states of a network are, and what ties each pair."""
    _, places = rows_of("actors/places", dataset, lang)
    _, lives = rows_of("agreements/entries-into-force", dataset, lang)
    return figures.state_network(network, places, lives, unbound=undated_parties(dataset))


def acronyms(dataset: EmbeddedStore) -> dict[str, str]:
    """Return the acronyms of the actors that have one, by IRI."""
    sparql = f"""{_PREFIX}
        SELECT ?actor ?acronym
        {{ ?name cg:nameOf ?actor ; skosxl:literalForm ?acronym ;
                 cg:nameKind <{ID}name-kind/acronym> }}"""
    found = sorted((text(row["actor"]), text(row["acronym"])) for row in dataset.select(sparql))
    return dict(reversed(found))
