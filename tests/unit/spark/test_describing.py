import pytest
from pyspark.sql import DataFrame

from coordgraph.actors import actors
from coordgraph.namespace import slug
from coordgraph.spark.describing import described
from coordgraph.spark.read import Statements
from coordgraph.spark.ties import vertices
from coordgraph.spark.work import Work
from coordgraph.store import EmbeddedStore


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


@pytest.mark.parametrize("iri", ["x:a/b#c/", "x:a#b/c", "urn:x", "/", "x:a//#"])
def test_of_a_table_actors_have_what_ends_their_iri(work: Work, iri: str) -> None:
    frame = work.spark.createDataFrame([(iri,)], "actor string")
    (row,) = described(None, frame, lang="en").toArrow().to_pylist()
    assert row == {"actor": iri, "label": slug(iri), "kind": "", "country": "", "group": False}
