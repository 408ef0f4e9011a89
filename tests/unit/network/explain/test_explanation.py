"""A number leads to its ties, their mechanisms and the passages that tell of them."""

from collections.abc import Iterable

import pytest

import coordgraph as cg
from coordgraph.actors import Actor, actors
from coordgraph.engines import geodesics
from coordgraph.engines.base import MEASURES
from coordgraph.errors import (
    AmbiguousActor,
    CallError,
    EmptyData,
    TooLarge,
    UnexplainedMeasure,
    UnknownActor,
)
from coordgraph.network.explain import explanation
from coordgraph.network.explain.explanation import Explanation, explain
from coordgraph.network.projection import Network
from coordgraph.store import Store


def total(found: Explanation, table: str) -> float:
    given: list[float] = getattr(found, table).column("contribution").to_pylist()
    return sum(given) + found.base


@pytest.mark.parametrize("measure", MEASURES)
def test_the_value_is_that_of_the_table(measure: str, network: Network) -> None:
    table = cg.centrality(network, measures=[measure]).to_pylist()
    (row,) = [row for row in table if row["actor"].endswith("/afip")]
    found = explain(network, "afip", measure)
    assert found.value == row[measure]
    if measure not in {"core", "community"}:
        assert total(found, "ties") == pytest.approx(found.value)
        assert total(found, "rows") == pytest.approx(found.value)


@pytest.mark.parametrize("weight", ["newman", "jaccard"])
@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("measure", ["betweenness", "constraint", "strength"])
def test_other_weights_sum_as_well(
    dataset: Store, weight: str, measure: str, *, weighted: bool
) -> None:
    found = explain(
        dataset, "mteyss", measure, weighted=weighted, weight=weight, network="practices"
    )
    assert total(found, "rows") == pytest.approx(found.value)


def test_pairs_are_named_and_sum_to_the_value(network: Network) -> None:
    found = explain(network, "afip", "betweenness")
    assert found.parts is not None
    assert found.parts.column_names == [
        "one", "one_label", "other", "other_label", "share", "contribution"
    ]  # fmt: skip
    assert total(found, "parts") == pytest.approx(found.value)


def test_a_row_leads_to_a_line_of_the_article(dataset: Store) -> None:
    found = explain(dataset, "afip", "degree", practice="digital-payroll", level="policy")
    (first, second) = found.rows.to_pylist()
    assert first["title"] == "AFIP and MTEySS agree to implement the one-stop shop"
    assert first["contribution"] == second["contribution"] == 0.5
    assert first["places"][0].endswith("Table 7, item 1 (line 123)")


def test_a_network_alone_knows_mechanisms_by_name(network: Network, dataset: Store) -> None:
    bare = explain(network, "afip", "degree")
    known = explain(network, "afip", "degree", store=dataset)
    assert bare.rows.column("mechanism") == known.rows.column("mechanism")
    assert set(bare.rows.column("places").to_pylist()[0]) == set()
    assert known.rows.column("places").to_pylist()[0]


def test_an_actor_is_found_by_label_in_a_network(network: Network) -> None:
    label = "Federal Administration of Public Resources"
    assert explain(network, label, "degree").actor.iri.endswith("/afip")
    with pytest.raises(UnknownActor, match="nobody"):
        explain(network, "nobody", "degree")


def test_only_actors_that_are_named_are_read(
    dataset: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def reading(store: Store, iris: Iterable[str], *, lang: str) -> dict[str, Actor]:
        wanted = list(iris)
        read.extend(wanted)
        return actors(store, wanted, lang=lang)

    monkeypatch.setattr("coordgraph.actors.actors", reading)
    network = cg.project(dataset, described=False)
    found = explain(network, "afip", "degree", store=dataset)
    assert len(set(read)) == len(read) == found.ties.num_rows + 1 < len(network.ties.actors)


def test_a_label_of_two_actors_is_refused() -> None:
    graph = cg.to_rdflib(cg.open_store())
    graph.parse(
        data="""@prefix cg: <https://w3id.org/coordgraph/ns#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <urn:m> cg:participation [ cg:actor <urn:a> ], [ cg:actor <urn:b> ] .
        <urn:a> skos:prefLabel "same" . <urn:b> skos:prefLabel "same" .""",
        format="turtle",
    )
    with pytest.raises(AmbiguousActor, match="urn:b"):
        explain(cg.project(graph), "same", "degree")


def test_a_unit_is_explained_as_its_institution_if_lifted(dataset: Store) -> None:
    found = explain(dataset, "sss-ar", "degree", lift=True)
    assert found.actor.iri.endswith("/mteyss")


def test_an_actor_without_ties_has_undefined_constraint(dataset: Store) -> None:
    table = cg.centrality(cg.project(dataset), measures=["constraint"]).to_pylist()
    alone = next(row["actor"] for row in table if row["constraint"] is None)
    found = explain(dataset, alone, "constraint")
    assert (found.value, found.rank, found.ties.num_rows) == (None, None, 0)


def test_ranks_count_those_that_are_higher(network: Network) -> None:
    table = cg.centrality(network, measures=["strength"]).to_pylist()
    found = explain(network, table[2]["actor"], "strength")
    higher = [row for row in table if row["strength"] > table[2]["strength"]]
    assert (found.rank, found.among) == (len(higher) + 1, len(table))
    assert explain(network, "afip", "community").rank is None


def test_one_actor_alone_is_followed_where_all_are_too_many(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    for measure in ("closeness", "harmonic"):
        whole = explain(network, "afip", measure)
        with monkeypatch.context() as patched:
            patched.setattr(explanation, "PATHS", 0)
            alone = explain(network, "afip", measure)
        assert alone.value == pytest.approx(whole.value)
        assert (whole.rank is None, alone.rank) == (False, None)


def test_too_many_pairs_are_refused(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geodesics, "LIMIT", 100)
    with pytest.raises(TooLarge, match="--level"):
        explain(network, "afip", "betweenness")


def test_other_measures_and_calls_are_refused(dataset: Store, network: Network) -> None:
    with pytest.raises(UnexplainedMeasure, match="degree, strength"):
        explain(dataset, "afip", "coreness")
    with pytest.raises(CallError, match="level cannot be chosen any more"):
        explain(network, "afip", "degree", level="policy")
    with pytest.raises(EmptyData, match="takes part in no mechanism"):
        explain(dataset, "afip", "degree", practice="siaci")
