"""Tables of layers say of the dataset what its queries say, and name levels plainly."""

import pytest

import coordgraph as cg
from coordgraph.actors import Actor
from coordgraph.errors import CallError
from coordgraph.namespace import LEVELS
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.layers import left_out
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
    assert left_out(network, "drop").startswith("Left out: 55 of 98 ties")
    assert left_out(network, "keep") == ""


def test_levels_of_one_name_keep_their_whole_iri() -> None:
    rows = {Taking(actor, "m", level) for actor in "ab" for level in ("urn:x/low", "urn:y/low")}
    names = cg.layers(small(rows), by="actor").column_names
    assert {"degree_urn:x/low", "degree_urn:y/low"} <= set(names)


def test_an_unknown_row_is_an_error(network: Network) -> None:
    with pytest.raises(CallError, match="'country'"):
        cg.layers(network, by="country")  # type: ignore[arg-type]
