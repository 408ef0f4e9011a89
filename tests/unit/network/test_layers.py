"""Tables of layers say of the dataset what its queries say, and name levels plainly."""

from typing import get_args

import pytest

import coordgraph as cg
from coordgraph.actors import Actor
from coordgraph.errors import CallError
from coordgraph.namespace import LEVELS
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.layers import By, left_out
from coordgraph.network.projection import Network, tie
from coordgraph.store import Store, text


def small(rows: set[Taking]) -> Network:
    incidence = Incidence.of(rows)
    known = {iri: Actor(iri, iri, "", "", frozenset({"Actor"})) for iri in incidence.actors}
    return Network(incidence, tie(incidence), known, "count")


AFIP = "https://w3id.org/coordgraph/id/actor/afip"


def test_levels_count_what_the_query_of_levels_counts(dataset: Store, network: Network) -> None:
    asked = {
        text(row["level"]): (int(text(row["actors"])), int(text(row["ties"])))
        for row in cg.find("levels/ties").run(dataset).rows
        if "level" in row
    }
    found = {
        row["level"]: (row["actors"], row["ties"]) for row in cg.layers(network).to_pylist()
    }
    assert found == {level: asked[level] for level in LEVELS}


def test_an_actor_has_a_degree_at_each_level(network: Network) -> None:
    table = cg.layers(network, by="actor").to_pylist()
    row = next(row for row in table if row["actor"] == AFIP)
    degrees = ("degree_policy", "degree_operational", "degree_service_delivery")
    assert [row[name] for name in degrees] == [3, 2, 2]
    assert (row["levels"], row["neighbours"], row["overlapping"]) == (3, 4, 7)
    assert row["participation"] == pytest.approx(3 / 2 * (1 - (9 + 4 + 4) / 49))
    assert len(table) == len(network.actors)


def test_the_ministry_alone_joins_what_happens_in_the_fields(network: Network) -> None:
    table = cg.layers(network, by="actor").to_pylist()
    bridging = {row["actor"].rpartition("/")[2]: row["bridges"] for row in table}
    assert bridging["mteyss"] > 0
    assert bridging["afip"] == 0


def test_relevance_is_of_an_actor_at_a_level(network: Network) -> None:
    table = cg.layers(network, by="actor-level").to_pylist()
    (row,) = [row for row in table if row["actor"] == AFIP and row["level"] == f"{LEVELS[1]}"]
    assert (row["degree"], row["exclusive"]) == (2, 1)
    assert (row["relevance"], row["exclusive_relevance"]) == (0.5, 0.25)


def test_two_levels_are_one_row(network: Network) -> None:
    found = cg.layers(network, by="pair").to_pylist()
    assert [(row["level"], row["other_level"]) for row in found] == [
        (LEVELS[0], LEVELS[1]),
        (LEVELS[0], LEVELS[2]),
        (LEVELS[1], LEVELS[2]),
    ]


def test_no_stated_level_is_null_and_comes_last(network: Network) -> None:
    kept = cg.layers(network, unstated="keep")
    assert kept["level"].to_pylist() == [*LEVELS, None]
    assert "degree_none" in cg.layers(network, by="actor", unstated="keep").column_names


def test_what_is_left_out_is_said(network: Network) -> None:
    assert left_out(network, "drop") == (
        "Left out: 55 of 98 ties, at no stated level. --unstated keep looks at them as one "
        "more layer."
    )
    assert left_out(network, "keep") == ""


LOW, HIGH = "urn:x/low", "urn:x/high"


def two_levels() -> Network:
    low = {Taking(actor, "m", LOW) for actor in "bcd"}
    return small({*low, *(Taking(actor, "n", HIGH) for actor in "cd"), Taking("a", "o", HIGH)})


def test_a_level_has_a_row_of_counts() -> None:
    high, low = cg.layers(two_levels()).to_pylist()
    counted = ("level", "mechanisms", "actors", "ties", "exclusive_ties")
    shapes = ("density", "parts", "largest")
    assert high == dict(zip((*counted, *shapes), (HIGH, 2, 2, 1, 0, 1.0, 1, 2), strict=True))
    assert low == dict(zip((*counted, *shapes), (LOW, 1, 3, 3, 2, 1.0, 1, 3), strict=True))


def test_an_actor_has_a_row_at_each_of_its_levels() -> None:
    found = cg.layers(two_levels(), by="actor-level").to_pylist()
    assert [(row["actor"], row["level"]) for row in found] == [
        ("b", LOW), ("c", HIGH), ("c", LOW), ("d", HIGH), ("d", LOW)
    ]  # fmt: skip
    assert found[2] == {
        "actor": "c",
        "label": "c",
        "level": LOW,
        "degree": 2,
        "strength": 2.0,
        "exclusive": 1,
        "relevance": 1.0,
        "exclusive_relevance": 0.5,
    }


def test_a_pair_of_levels_has_a_row_of_what_they_share() -> None:
    (row,) = cg.layers(two_levels(), by="pair").to_pylist()
    assert list(row.items()) == [
        ("level", HIGH),
        ("other_level", LOW),
        ("actors", 2),
        ("jaccard_actors", 2 / 3),
        ("ties", 1),
        ("jaccard_ties", 1 / 3),
        ("overlap", 1.0),
        ("overlap_other", 1 / 3),
        ("degree_correlation", None),
        ("rank_correlation", None),
    ]


def test_an_actor_has_a_row_with_its_degrees_most_ties_first() -> None:
    found = cg.layers(two_levels(), by="actor").to_pylist()
    assert [row["actor"] for row in found] == ["c", "d", "b", "a"]
    assert found[0] == {
        "actor": "c",
        "label": "c",
        "kind": "",
        "country": "",
        "levels": 2,
        "neighbours": 2,
        "overlapping": 3,
        "participation": pytest.approx(2 * (1 - 5 / 9)),
        "bridges": 0,
        "degree_high": 1,
        "degree_low": 2,
        "group": False,
    }


def test_more_ties_come_before_more_levels() -> None:
    pairs = {Taking(actor, level, level) for actor in "ab" for level in (LOW, HIGH)}
    found = cg.layers(
        small({*pairs, *(Taking(actor, "m", LOW) for actor in "cdef")}), by="actor"
    )
    assert found["actor"].to_pylist() == [*"cdefab"]


def test_a_level_at_which_nobody_meets_is_a_layer_without_ties() -> None:
    rows = {*(Taking(actor, "m", "urn:x/a") for actor in "ab"), Taking("a", "n", "urn:x/b")}
    last = cg.layers(small(rows)).to_pylist()[-1]
    counted = ("mechanisms", "actors", "ties", "density", "parts", "largest")
    assert [last[name] for name in counted] == [1, 0, 0, None, 0, 0]


def test_nothing_has_no_layers() -> None:
    for by in get_args(By):
        assert cg.layers(small(set()), by=by).num_rows == 0


def test_levels_of_one_name_keep_their_whole_iri() -> None:
    rows = {Taking(actor, "m", level) for actor in "ab" for level in ("urn:x/low", "urn:y/low")}
    names = cg.layers(small(rows), by="actor").column_names
    assert {"degree_urn:x/low", "degree_urn:y/low"} <= set(names)


def test_an_unknown_row_is_an_error(network: Network) -> None:
    with pytest.raises(CallError) as caught:
        cg.layers(network, by="country")  # type: ignore[arg-type]
    assert str(caught.value) == (
        "'country' is no row of layers. Known are level, actor, actor-level, pair."
    )
