"""A day is asked of what is known: it held, it did not, or nothing tells."""

import csv
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Literal

import pytest
from pyoxigraph import RdfFormat, Store

import coordgraph as cg
from coordgraph.dates import PartialDate
from coordgraph.errors import UnknownKind, UnknownStatus
from coordgraph.namespace import ID
from coordgraph.network.instruments import Instrument, subsidiary
from coordgraph.resources import DATA
from coordgraph.store import EmbeddedStore

NEVER = f"{ID}agreement-status/signed-not-in-force"
OVER = f"{ID}agreement-status/superseded"
DAY = date(1990, 1, 1)
SUBSIDIARY = {"administrative-arrangement", "amending-agreement", "application-agreement"}


@pytest.fixture(scope="module")
def dataset() -> EmbeddedStore:
    return cg.load(derived=False)


@pytest.mark.parametrize(
    ("instrument", "held"),
    [
        (Instrument(), None),
        (Instrument(starts={"1989-12-31"}), True),
        (Instrument(starts={"1990-01-02"}), False),
        (Instrument(starts={"1990"}), True),
        (Instrument(starts={"1980"}, ends={"1990-01-01"}), False),
        (Instrument(starts={"1980"}, ends={"1990-01"}), True),
        (Instrument(ends={"1985"}), False),
        (Instrument(ends={"1995"}), None),
        (Instrument(signed={"1990-01-02"}), False),
        (Instrument(signed={"1980"}), None),
        (Instrument(signed={"1980"}, statuses={NEVER}), False),
        (Instrument(starts={"1980"}, statuses={OVER}), None),
        (Instrument(starts={"1980"}, statuses={OVER}, successors={"1989-06-01"}), False),
        (Instrument(starts={"1980"}, statuses={OVER}, successors={"1995-06-01"}), None),
        (Instrument(starts={"1980"}, statuses={OVER}, ends={"1995"}), True),
    ],
)
def test_what_is_known_places_a_day_or_leaves_it_open(
    instrument: Instrument, *, held: bool | None
) -> None:
    assert instrument.held(DAY) is held


def test_what_is_part_of_an_agreement_or_amends_one_is_subsidiary() -> None:
    store = EmbeddedStore(Store())
    store.oxigraph.load(
        f"""PREFIX cg: <https://w3id.org/coordgraph/ns#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        <urn:part> dcterms:isPartOf <{ID}agreement/multi-cmiss-2007> .
        <urn:amendment> cg:mechanismKind <{ID}mechanism-kind/amending-agreement> .
        <urn:treaty> cg:mechanismKind <{ID}mechanism-kind/agreement> .""",
        format=RdfFormat.TURTLE,
    )
    assert set(subsidiary(store).to_pylist()) == {"urn:part", "urn:amendment"}


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / "agreements" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def dated_by_hand(day: date) -> Iterator[tuple[str, str]]:
    """Give the pairs of states that dated agreements tie on a day, from the tables alone."""
    dates: dict[tuple[str, str], str] = {
        (row["agreement"], row["which"]): row["date"]
        for row in rows("dates")
        if row["preferred"] == "yes"
    }
    entered = {
        row["replaces"]: dates[row["id"], "inForceFrom"]
        for row in rows("agreements")
        if row["replaces"] and (row["id"], "inForceFrom") in dates
    }
    parties: dict[str, list[dict[str, str]]] = {}
    for row in rows("parties"):
        parties.setdefault(row["agreement"], []).append(row)
    for agreement in rows("agreements"):
        name = agreement["id"]
        start = dates.get((name, "inForceFrom"))
        end = dates.get((name, "endedOn")) or entered.get(name)
        if agreement["kind"] in SUBSIDIARY or not start:
            continue
        if PartialDate.parse(start).earliest > day:
            continue
        if (end and PartialDate.parse(end).latest <= day) or (
            agreement["status"] == "superseded" and not dates.get((name, "endedOn"))
        ):
            continue
        own = any(party["from"] for party in parties[name])
        bound = [
            party["actor"]
            for party in parties[name]
            if not own or (party["from"] and PartialDate.parse(party["from"]).earliest <= day)
        ]
        yield from combinations(sorted(bound), 2)


@pytest.mark.parametrize(
    "day", ["1985-01-01", "1990-01-01", "2006-07-01", "2013-01-01", "2020"]
)
def test_the_network_of_a_day_is_the_one_of_the_tables(
    dataset: EmbeddedStore, day: str
) -> None:
    network = cg.project(
        dataset, network="agreements", between="states", as_of=day, undated="drop"
    )
    ties = network.ties
    found = {
        (
            ties.actors[one].removeprefix(f"{ID}actor/"),
            ties.actors[two].removeprefix(f"{ID}actor/"),
        )
        for one, two in zip(ties.source.tolist(), ties.target.tolist(), strict=True)
    }
    expected = set(dated_by_hand(PartialDate.parse(day).earliest))
    assert found == expected
    assert network.undated
    assert len(found) > 10


def weight(
    store: EmbeddedStore,
    one: str,
    two: str,
    *,
    subsidiary: Literal["keep", "drop"] = "drop",
    kinds: tuple[str, ...] = (),
) -> float:
    network = cg.project(
        store, network="agreements", between="states", subsidiary=subsidiary, kinds=kinds
    )
    pair = {f"{ID}actor/state-{one}", f"{ID}actor/state-{two}"}
    graph = network.to_networkx()
    return float(
        sum(data["weight"] for *ends, data in graph.edges(data=True) if set(ends) == pair)
    )


def test_arrangements_tie_states_only_when_asked(dataset: EmbeddedStore) -> None:
    assert weight(dataset, "che", "usa") == 2
    assert weight(dataset, "che", "usa", subsidiary="keep") == 3
    assert weight(dataset, "che", "usa", kinds=("administrative-arrangement",)) == 1


def test_arrangements_tie_institutions_either_way(dataset: EmbeddedStore) -> None:
    sizes = {
        len(
            cg.project(
                dataset, network="agreements", between="institutions", subsidiary=choice
            ).ties
        )
        for choice in ("keep", "drop")
    }
    assert len(sizes) == 1
    assert sizes.pop() > 100


def test_quebec_is_a_state_of_its_own_until_lifted(dataset: EmbeddedStore) -> None:
    apart = cg.project(dataset, network="agreements", between="states")
    merged = cg.project(dataset, network="agreements", between="states", lift=True)
    quebec, canada = f"{ID}actor/state-can-qc", f"{ID}actor/state-can"
    assert quebec in apart.actors
    assert quebec not in merged.actors
    assert len(merged.to_networkx()[canada]) >= len(apart.to_networkx()[canada])


def test_agreements_are_chosen_by_status(dataset: EmbeddedStore) -> None:
    mechanisms = cg.project(dataset, statuses=("signed-not-in-force",)).incidence.mechanisms
    assert len(mechanisms) == 4


def test_an_unknown_kind_or_status_is_suggested_a_near_one(dataset: EmbeddedStore) -> None:
    with pytest.raises(UnknownKind, match="Did you mean 'social-security-agreement'"):
        cg.project(dataset, kinds=("social-security-agrement",))
    with pytest.raises(UnknownStatus, match="No status is named 'gone'"):
        cg.project(dataset, statuses=("gone",))
