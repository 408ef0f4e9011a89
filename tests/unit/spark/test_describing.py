"""Actors are described on a cluster as they are on one machine."""

import random
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat
from pyspark.sql import DataFrame

from coordgraph.actors import actors, labels
from coordgraph.namespace import NAMING, slug
from coordgraph.spark.describing import described
from coordgraph.spark.read import Statements, statements
from coordgraph.spark.ties import vertices
from coordgraph.spark.work import Work
from coordgraph.store import EmbeddedStore, open_store


@pytest.mark.parametrize("lang", ["en", "es"])
def test_actors_are_described_as_on_one_machine(
    said: Statements, taken: DataFrame, dataset: EmbeddedStore, lang: str
) -> None:
    rows = described(said, vertices(taken), lang=lang).toArrow().to_pylist()
    known = actors(dataset, [row["actor"] for row in rows], lang=lang)
    for row in rows:
        one = known[row["actor"]]
        expected = (one.label, one.kind, one.country, one.is_group)
        assert (row["label"], row["kind"], row["country"], row["group"]) == expected


def test_of_many_labels_the_one_is_taken_that_one_machine_takes(
    work: Work, tmp_path: Path
) -> None:
    store = open_store()
    things = [NamedNode(f"urn:x:{number}") for number in range(60)]
    drawn = random.Random(7)
    for thing in things:
        for _ in range(drawn.randint(1, 4)):
            word, tongue = (
                drawn.choice("abáz"),
                drawn.choice([None, "en", "es", "pt", "fr", "de"]),
            )
            label = Literal(word, language=tongue) if tongue else Literal(word)
            store.oxigraph.add(Quad(thing, NamedNode(drawn.choice(NAMING)), label))
    dump = tmp_path / "labels.nq"
    store.oxigraph.dump(str(dump), format=RdfFormat.N_QUADS)
    iris = [thing.value for thing in things]
    frame = work.spark.createDataFrame([(iri,) for iri in iris], "actor string")
    found = described(statements(work, [str(dump)]), frame, lang="pt").toArrow().to_pylist()
    assert {row["actor"]: row["label"] for row in found} == labels(store, iris, lang="pt")


@pytest.mark.parametrize("iri", ["x:a/b#c/", "x:a#b/c", "urn:x", "/", "x:a//#"])
def test_of_a_table_actors_have_what_ends_their_iri(work: Work, iri: str) -> None:
    frame = work.spark.createDataFrame([(iri,)], "actor string")
    (row,) = described(None, frame, lang="en").toArrow().to_pylist()
    assert row == {"actor": iri, "label": slug(iri), "kind": "", "country": "", "group": False}
