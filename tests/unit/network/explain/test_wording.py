"""An explanation says what the value is, what it means and what is left out."""

import pyarrow as pa
import pytest

import coordgraph as cg
from coordgraph.network.explain.explanation import EXPLAINED, explain
from coordgraph.network.explain.wording import WORDS, more
from coordgraph.network.projection import Network
from coordgraph.store import Store


def test_every_measure_is_defined_in_words() -> None:
    assert set(EXPLAINED) <= set(WORDS["en"])


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "rank 2 of 42"), ("es", "puesto 2 de 42"), ("pt", "posição 2")]
)
def test_the_heading_gives_value_and_rank(lang: str, said: str, network: Network) -> None:
    first, second = explain(network, "afip", "betweenness", lang=lang).heading()
    assert "betweenness 0.04878" in first
    assert said in first
    assert second == WORDS[lang]["betweenness"]


def test_what_comes_from_no_tie_is_said(network: Network) -> None:
    *_, last = explain(network, "afip", "pagerank").heading()
    assert last.endswith("comes from no tie.")


def test_a_community_has_no_rank(network: Network) -> None:
    first, _ = explain(network, "afip", "community").heading()
    assert "rank" not in first


def test_what_is_not_defined_is_said(dataset: Store) -> None:
    network = cg.project(dataset, network="practices", level="operational")
    alone = next(
        iri
        for iri, ties in ((iri, network.ties.of(iri)) for iri in network.actors)
        if not len(ties)
    )
    (only,) = explain(network, alone, "constraint").heading()
    assert only.endswith("is not defined, as the actor has no tie")


def test_what_is_left_out_is_counted() -> None:
    table = pa.table({"contribution": [0.5, 0.25, 0.125]})
    assert more(table, 1, "en") == "and 2 more, which give 0.375"
    assert more(table, 3, "en") == ""
    nothing = pa.table({"contribution": pa.array([None, None], pa.float64())})
    assert more(nothing, 1, "es") == "y 1 más"
