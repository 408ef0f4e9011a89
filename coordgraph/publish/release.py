"""
The whole dataset as a folder: RDF in six formats, tables, figures, a report and a summary.

Nothing is written unless everything went well and the data has no violation.
"""

import json
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import Any

import pyarrow as pa

from coordgraph.errors import DataError
from coordgraph.files import check_replaceable, new_folder
from coordgraph.ingest.dataset import dataset_locator, load
from coordgraph.namespace import GRAPHS, PREFIXES, graph
from coordgraph.network.centrality import centrality
from coordgraph.network.exports import export
from coordgraph.network.projection import Network, project
from coordgraph.publish.answers import rows_of
from coordgraph.publish.measures import measure
from coordgraph.publish.pictures import Measured, draw
from coordgraph.publish.rdf import FORMATS, document
from coordgraph.store import EmbeddedStore, open_store, text
from coordgraph.store.generations import check_ours, publish, writing
from coordgraph.tables import csv_text
from coordgraph.validation import Report, validate
from coordgraph.validation.formats import as_turtle

__all__ = ["MARK", "Release", "build"]

MARK = "coordgraph-build.json"
"""The file by which a folder is known as one that `build` made."""

Progress = Callable[[str], None]


def _nothing(step: str) -> None:
    """Say nothing of a step."""
    del step


_TABLES = {
    "actors": "network/actors",
    "mechanisms": "network/incidence",
    "agreements": "agreements/dates",
    "levels": "levels/readings-side-by-side",
    "discrepancies": "sources/discrepancies",
}
_PREFIX = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
_CLASSES = (
    "Practice",
    "Mechanism",
    "Agreement",
    "Participation",
    "Institution",
    "Unit",
    "ActorGroup",
    "State",
    "Person",
    "LevelClaim",
    "Discrepancy",
    "Source",
    "Passage",
)


@dataclass(frozen=True, slots=True)
class Release:
    """
    What was built.

    Attributes
    ----------
    folder
        Where the files are.
    files
        Their paths below the folder, sorted.
    counts
        How many things of each class the graph describes.
    statements
        How many statements each named graph holds.
    report
        What the shapes found.
    network, table
        The network of the practices, and how central its actors are.
    states, states_table
        The network of states that agreements make, and how central they are.
    """

    folder: Path
    files: tuple[str, ...]
    counts: Mapping[str, int]
    statements: Mapping[str, int]
    report: Report
    network: Network
    table: pa.Table
    states: Network
    states_table: pa.Table


def build(
    out: Path,
    *,
    store: Path | None = None,
    lang: str = "en",
    progress: Progress = _nothing,
) -> Release:
    """
    Build the shipped dataset into a folder, and into an on-disk store if one is named.

    Parameters
    ----------
    out
        The folder to make, or to replace if an earlier build made it.
    store
        The folder of the store to make, or to replace.
    lang
        The language of labels in tables and figures.
    progress
        Called with a few words at each step.

    Raises
    ------
    DataError
        If the data violates a shape; nothing is written then.
    UnwritableTarget
        If a folder cannot be made, or holds what no build made.
    """
    check_replaceable(out, mark=MARK)
    if store is not None:
        check_ours(store)
    progress(_("reading the sources, deriving the ties"))
    dataset = load()
    progress(_("measuring the network"))
    measure(dataset)
    progress(_("checking against the shapes"))
    report = validate(dataset, locator=dataset_locator())
    if not report.conforms:
        raise DataError(
            _(
                "The data violates its shapes; nothing was written. `coordgraph validate` "
                "shows where."
            )
        )
    network = project(dataset, lang=lang, network="practices")
    states = project(dataset, lang=lang, network="agreements", between="states")
    measured = Measured(network, centrality(network), states, centrality(states))
    with new_folder(out, mark=MARK) as folder:
        progress(_("writing RDF, tables and figures"))
        _write(folder, dataset, measured, lang)
        (folder / "validation.ttl").write_bytes(as_turtle(report))
        files = tuple(sorted(str(path.relative_to(folder)) for path in folder.rglob("*.*")))
        if store is not None:
            progress(_("writing the store"))
            _write_store(store, dataset)
    return Release(out, files, _counts(dataset), _statements(dataset), report, *measured)


def _write(folder: Path, dataset: EmbeddedStore, measured: Measured, lang: str) -> None:
    for suffix, form in FORMATS.items():
        (folder / f"coordgraph.{suffix}").write_bytes(document(dataset.quads(), form))
    _write_tables(folder / "tables", dataset, measured, lang)
    draw(folder / "figures", dataset, measured, lang)
    counted = {"counts": _counts(dataset), "statements": _statements(dataset)}
    (folder / MARK).write_text(json.dumps(counted, indent=2) + "\n", encoding="utf-8")


def _write_tables(folder: Path, dataset: EmbeddedStore, measured: Measured, lang: str) -> None:
    folder.mkdir()
    for name, query in _TABLES.items():
        columns, rows = rows_of(query, dataset, lang)
        _write_csv(folder / f"{name}.csv", columns, rows)
    network, table, states, states_table = measured
    for name, rows in (("centrality", table), ("centrality-of-states", states_table)):
        _write_csv(folder / f"{name}.csv", rows.column_names, rows.to_pylist())
    for suffix in ("csv", "graphml", "gexf"):
        export(network, folder / f"network.{suffix}", store=dataset, lang=lang)
        export(states, folder / f"network-of-states.{suffix}", store=dataset, lang=lang)


def _write_csv(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    path.write_text(csv_text(columns, rows), encoding="utf-8")


def _write_store(target: Path, dataset: EmbeddedStore) -> None:
    with writing(target) as draft:
        shutil.rmtree(draft, ignore_errors=True)
        stored = open_store(draft)
        stored.oxigraph.bulk_extend(dataset.oxigraph)
        stored.oxigraph.flush()
        stored.oxigraph.optimize()
        del stored
        publish(target)


def _counts(dataset: EmbeddedStore) -> dict[str, int]:
    """Return how many things each class has; a subclass counts for its superclass, too."""
    sparql = f"""{_PREFIX}
        SELECT ?class (COUNT(DISTINCT ?thing) AS ?number)
        {{ ?thing a/rdfs:subClassOf* ?class }} GROUP BY ?class"""
    found = {text(row["class"]): int(text(row["number"])) for row in dataset.select(sparql)}
    return {name: found.get(PREFIXES["cg"] + name, 0) for name in _CLASSES}


def _statements(dataset: EmbeddedStore) -> dict[str, int]:
    stored = dataset.oxigraph
    counted = {
        name: sum(1 for _ in stored.quads_for_pattern(None, None, None, graph(name)))
        for name in GRAPHS
    }
    return {name: number for name, number in counted.items() if number}
