"""Measures become observations that say what they promise, and what they come from."""

import shlex
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

import click
import numpy as np
import pyarrow as pa
import pytest
import rdflib
from pyoxigraph import Triple
from rdflib import DCTERMS, PROV, RDF, Namespace

import coordgraph as cg
from coordgraph.cli import options
from coordgraph.errors import DataError, UnpublishedMeasure
from coordgraph.ingest.rdf import load_bytes
from coordgraph.namespace import CG, ID, graph
from coordgraph.network.centrality import FURTHER, MEASURES
from coordgraph.network.observations import PUBLISHED, Measuring, observations, options_of
from coordgraph.network.projection import Network
from coordgraph.network.selection import Selection
from coordgraph.publish.rdf import FORMATS, document
from coordgraph.store import Store, open_store, placed

NS = Namespace(CG)
QB = Namespace("http://purl.org/linked-data/cube#")
WHEN = Measuring(date(2026, 11, 23))
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def dataset() -> Store:
    return cg.load(derived=False)


@pytest.fixture(scope="module")
def network(dataset: Store) -> Network:
    return cg.project(dataset, level="operational")


@pytest.fixture(scope="module")
def table(network: Network) -> pa.Table:
    return cg.centrality(network, measures=[*MEASURES, *FURTHER])


def graph_of(triples: Iterable[Triple]) -> rdflib.Graph:
    body = document(map(placed, triples), FORMATS["nt"])
    return rdflib.Graph().parse(data=body, format="nt")


def test_there_is_a_term_for_every_measure() -> None:
    assert tuple(PUBLISHED) == (*MEASURES, *FURTHER)
    assert PUBLISHED["effective_size"].value == f"{CG}effectiveSize"


def test_every_defined_value_is_published_once(network: Network, table: pa.Table) -> None:
    found = graph_of(observations(network, table, WHEN))
    for name, term in PUBLISHED.items():
        published = {
            str(found.value(subject, NS.observedActor)): value.toPython()  # type: ignore[attr-defined]
            for subject, value in found.subject_objects(rdflib.URIRef(term.value))
        }
        expected = {
            row["actor"]: row[name] for row in table.to_pylist() if row[name] is not None
        }
        assert published == pytest.approx(expected, rel=1e-11)


def test_every_observation_gives_what_its_structure_promises(
    network: Network, table: pa.Table
) -> None:
    found = graph_of(observations(network, table, WHEN))
    sets = set(found.subjects(RDF.type, QB.DataSet))
    assert len(sets) == 2
    for one in sets:
        structure = found.value(one, QB.structure)
        promised = set(found.objects(structure, QB.component / QB.measure))
        for observation in found.subjects(QB.dataSet, one):
            given = {name for name in found.predicates(observation) if name in promised}
            assert given == promised


def test_actors_without_ties_are_in_one_data_set_only(
    network: Network, table: pa.Table
) -> None:
    found = graph_of(observations(network, table, WHEN))
    alone = next(row["actor"] for row in table.to_pylist() if row["constraint"] is None)
    (observation,) = found.subjects(NS.observedActor, rdflib.URIRef(alone))
    assert found.value(observation, NS.constraint) is None
    assert found.value(observation, NS.degree) == rdflib.Literal(0)


def test_numbers_have_twelve_digits_and_nobody_changes_more(
    network: Network, table: pa.Table
) -> None:
    values = table.column("pagerank").to_numpy() * (1 + 1e-15)
    place = table.column_names.index("pagerank")
    nudged = table.set_column(place, table.schema.field("pagerank"), pa.array(values))
    one, other = (set(map(str, observations(network, each, WHEN))) for each in (table, nudged))
    assert one == other


def test_what_made_them_is_told(network: Network, table: pa.Table) -> None:
    told = Measuring(WHEN.day, NOON, used=["urn:g"])
    found = graph_of(observations(network, table, told))
    one = rdflib.URIRef(f"{ID}measures/level-operational")
    assert found.value(one, DCTERMS.created) == rdflib.Literal(WHEN.day)
    assert found.value(one, PROV.generatedAtTime) == rdflib.Literal(NOON)
    activity = found.value(one, PROV.wasGeneratedBy)
    names = {
        str(found.value(agent, rdflib.SDO.name))
        for agent in found.objects(activity, PROV.wasAssociatedWith)
    }
    assert names == {"coordgraph", "networkx"}
    assert found.value(activity, PROV.used) == rdflib.URIRef("urn:g")
    projection = found.value(one, NS.projection)
    assert str(found.value(projection, NS.options)) == "--level operational"
    assert found.value(projection, NS.level) == rdflib.URIRef(f"{ID}level/operational")


def test_estimates_say_how_far_they_may_be_off(network: Network) -> None:
    table = cg.centrality(network, measures=["betweenness"], approximate=0.1)
    found = graph_of(observations(network, table, WHEN))
    (bound,) = found.objects(None, NS.errorBound)
    assert str(bound).startswith("betweenness: each value within 0.1")
    assert {str(name) for name in found.objects(None, rdflib.SDO.name)} == {
        "coordgraph",
        "networkit",
    }


CHOICES: list[dict[str, Any]] = [
    {},
    {"level": "policy", "lift": True, "groups": "drop"},
    {"network": "agreements", "between": "states", "as_of": "1990-01-01", "undated": "drop"},
    {"kinds": ("agreement", "joint-project"), "statuses": ("in-force",), "weight": "newman"},
    {"practice": "siaci", "subsidiary": "keep", "weight": "jaccard"},
]


@pytest.mark.parametrize("choices", CHOICES)
def test_options_make_the_projection_again(choices: dict[str, Any], dataset: Store) -> None:
    made = cg.project(dataset, **choices)
    command = options.selection(click.command()(lambda **_: None))
    context = command.make_context("again", shlex.split(options_of(made)))
    again = dict(context.params)
    weight, _ = again.pop("weight"), again.pop("max_ties")
    assert (Selection(**again), weight) == (made.selection, made.weight)


def test_a_projection_that_words_cannot_name_has_a_digest(dataset: Store) -> None:
    network = cg.project(dataset, level=f"{ID}level/policy")
    table = cg.centrality(network, measures=["degree"])
    found = graph_of(observations(network, table, WHEN))
    (projection,) = found.subjects(RDF.type, NS.Projection)
    assert len(str(projection).rpartition("/")[2]) == 16


def test_others_publish_under_a_root_of_their_own(network: Network) -> None:
    table = cg.centrality(network, measures=["degree"])
    own = Measuring(WHEN.day, root="https://example.org/", weighted=True)
    found = graph_of(observations(network, table, own))
    (one,) = found.subjects(RDF.type, QB.DataSet)
    assert str(one) == "https://example.org/id/measures/level-operational-weighted"
    assert str(found.value(one, NS.options)) == "--weighted"
    subjects = {str(subject) for subject in found.subjects()}
    assert all(subject.startswith("https://example.org/id/") for subject in subjects)


def test_what_has_no_term_or_no_name_is_refused(network: Network) -> None:
    table = cg.centrality(network, measures=["degree"]).rename_columns(
        ["actor", "label", "kind", "country", "fame", "group"]
    )
    with pytest.raises(UnpublishedMeasure, match="'fame'"):
        list(observations(network, table, WHEN))
    store = open_store()
    text = b"""@prefix cg: <https://w3id.org/coordgraph/ns#> .
    <urn:m> cg:participation [ cg:actor [] ], [ cg:actor <urn:a> ] ."""
    load_bytes(store, text, FORMATS["ttl"], graph=graph("article"), name="text")
    unnamed = cg.project(store)
    assert np.all(unnamed.ties.weight == 1)
    with pytest.raises(DataError, match="Give actors IRIs"):
        list(observations(unnamed, cg.centrality(unnamed), WHEN))
