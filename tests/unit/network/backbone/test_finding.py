"""The backbone keeps ties that are more than chance makes, and says when it cannot tell."""

import networkx as nx
import numpy as np
import pyarrow as pa
import pytest
from scipy import stats

import coordgraph as cg
from coordgraph.actors import Actor
from coordgraph.errors import CallError, TooSmall
from coordgraph.network.backbone.correction import CORRECTIONS, corrected
from coordgraph.network.backbone.finding import backbone
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.projection import Network, tie
from coordgraph.store import Store


def network_of(pairs: list[tuple[str, str]]) -> Network:
    incidence = Incidence.of({Taking(actor, mechanism, "") for actor, mechanism in pairs})
    actors = {
        iri: Actor(iri, iri, "ministry", "", frozenset({"Actor"}), "")
        for iri in incidence.actors
    }
    return Network(incidence, tie(incidence), actors, "count")


@pytest.fixture(scope="module")
def women() -> Network:
    graph = nx.davis_southern_women_graph()
    top = graph.graph["top"]
    return network_of([(one, other) for one in top for other in graph[one]])


def test_davis_women_meet_in_139_pairs_of_which_few_are_more_than_chance(
    women: Network,
) -> None:
    table = backbone(women, model="fdsm", correction="none")
    assert table.num_rows == 139
    assert 0 < sum(table.column("kept").to_pylist()) < 40
    with pytest.raises(TooSmall, match="18 actors in 14 mechanisms"):
        backbone(women, model="sdsm")


def test_both_models_agree_in_the_main(women: Network) -> None:
    found = [
        backbone(women, model=model, correction="none", alpha=0.2).sort_by(
            [("source", "ascending"), ("target", "ascending")]
        )
        for model in ("sdsm", "fdsm")
    ]
    one, other = (table.column("p").to_numpy() for table in found)
    assert stats.spearmanr(one, other).statistic > 0.9
    expected = [table.column("expected").to_numpy() for table in found]
    assert np.abs(expected[0] - expected[1]).max() < 0.6


def test_the_same_seed_draws_the_same(women: Network) -> None:
    one, same, other = (
        backbone(women, model="fdsm", draws=200, seed=seed, correction="none")
        for seed in (1, 1, 2)
    )
    assert one.equals(same)
    assert not one.equals(other)


def test_a_group_that_always_meets_is_told_from_those_who_meet_at_random() -> None:
    numbers = np.random.default_rng(5)
    pairs = [(f"urn:a{actor}", f"urn:m{m}") for m in range(12) for actor in (0, 1)]
    pairs += [
        (f"urn:a{actor}", f"urn:m{m}")
        for m in range(12, 60)
        for actor in numbers.choice(np.arange(2, 20), 3, replace=False)
    ]
    table = backbone(network_of(pairs), correction="holm")
    first = table.slice(0, 1).to_pylist()[0]
    assert (first["source"], first["target"], first["kept"]) == ("urn:a0", "urn:a1", True)
    assert sum(table.column("kept").to_pylist()) == 1


def test_names_of_actors_and_order_change_nothing(women: Network) -> None:
    table = backbone(women, alpha=0.2)
    renamed = network_of(
        [
            (f"urn:{1000 - place}", women.incidence.mechanisms[mechanism])
            for place, mechanism in zip(
                women.incidence.actor.tolist(), women.incidence.mechanism.tolist(), strict=True
            )
        ]
    )
    again = backbone(renamed, alpha=0.2)
    assert sorted(table.column("p").to_pylist()) == pytest.approx(
        sorted(again.column("p").to_pylist())
    )


def test_what_is_too_small_to_tell_is_refused(dataset: Store) -> None:
    few = [(f"urn:a{actor}", "urn:m") for actor in range(7)]
    with pytest.raises(TooSmall, match="7 actors: too small"):
        backbone(network_of(few))
    one = [(f"urn:a{actor}", "urn:m") for actor in range(10)]
    with pytest.raises(TooSmall, match="not be told from chance"):
        backbone(network_of(one))
    with pytest.raises(TooSmall):
        backbone(cg.project(dataset, practice="canpat"))


def test_too_few_draws_are_refused_before_any_is_made(women: Network) -> None:
    with pytest.raises(CallError, match="draw 3,060"):
        backbone(women, model="fdsm", correction="holm", draws=999)


@pytest.mark.parametrize("by", CORRECTIONS)
def test_corrected_values_keep_their_order_and_never_shrink(by: str) -> None:
    values = np.random.default_rng(1).uniform(size=50)
    found = corrected(values, 60, by=by)  # type: ignore[arg-type]
    assert np.all(found >= values)
    assert np.all(found <= 1)
    assert np.all(np.diff(found[np.argsort(values)]) >= 0)


def test_benjamini_and_hochberg_are_scipys() -> None:
    values = np.random.default_rng(2).uniform(size=40)
    assert corrected(values, 40, by="bh") == pytest.approx(
        stats.false_discovery_control(values)
    )


def test_the_table_says_who_and_how_often(women: Network) -> None:
    table = backbone(women, alpha=0.2)
    assert isinstance(table, pa.Table)
    meetings = dict(
        zip(
            zip(table["source"].to_pylist(), table["target"].to_pylist(), strict=True),
            table["meetings"].to_pylist(),
            strict=True,
        )
    )
    graph = nx.bipartite.weighted_projected_graph(
        nx.davis_southern_women_graph(), nx.davis_southern_women_graph().graph["top"]
    )
    expected = {
        tuple(sorted((one, other))): data["weight"]
        for one, other, data in graph.edges(data=True)
    }
    assert meetings == expected
