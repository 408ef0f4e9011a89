from typing import Any

import pytest
from pyspark.sql import DataFrame

from coordgraph.errors import (
    CallError,
    InvalidDate,
    UnknownKind,
    UnknownLevel,
    UnknownPractice,
    UnknownReading,
)
from coordgraph.network.projection import project
from coordgraph.network.selection import Selection
from coordgraph.spark.read import Statements
from coordgraph.spark.selection import select
from coordgraph.spark.ties import projection, vertices
from coordgraph.spark.work import Work
from coordgraph.store import EmbeddedStore

QUICK: list[dict[str, Any]] = [
    {},
    {"level": "policy"},
    {"practice": "siaci"},
    {"lift": True, "groups": "drop"},
    {"lift_to": "state"},
    {"as_of": "1997", "undated": "drop"},
    {"reading": "all"},
    {"kinds": ("social-security-agreement",), "statuses": ("in-force",)},
]
OTHERS: list[dict[str, Any]] = [
    {"level": "none"},
    {"network": "practices"},
    {"network": "agreements"},
    {"between": "states"},
    {"between": "institutions"},
    {"groups": "drop"},
    {"lift": True},
    {"as_of": "1997-06-01"},
    {"during": "1990/1999", "undated": "drop"},
    {"during": "/1980"},
    {"reading": "table-2"},
    {"reading": "any", "level": "operational"},
    {"subsidiary": "keep"},
    {"lift_to": "institution", "between": "states", "subsidiary": "keep"},
    {"network": "practices", "groups": "drop", "reading": "prose", "as_of": "2010"},
]


@pytest.mark.parametrize(
    "choices", [*QUICK, *(pytest.param(one, marks=pytest.mark.spark) for one in OTHERS)]
)
def test_a_selection_leaves_what_it_leaves_on_one_machine(
    work: Work,
    taken: DataFrame,
    said: Statements,
    dataset: EmbeddedStore,
    choices: dict[str, Any],
) -> None:
    network = project(dataset, **choices)
    found = select(work, taken, said, Selection(**choices))
    assert (found.undated, found.unlevelled) == (network.undated, network.unlevelled)
    actors = vertices(found.incidence).toArrow().column("actor").to_pylist()
    assert sorted(actors) == list(network.actors)
    rows = projection(found.incidence).drop("mechanisms").toArrow().to_pylist()
    expected = network.ties.to_arrow().to_pylist()
    assert sorted(map(str, rows)) == sorted(
        str({**row, "weight": int(row["weight"])}) for row in expected
    )


@pytest.mark.parametrize(
    ("choices", "error"),
    [
        ({"level": "high"}, UnknownLevel),
        ({"practice": "none"}, UnknownPractice),
        ({"kinds": ("none",)}, UnknownKind),
        ({"reading": "none"}, UnknownReading),
        ({"as_of": "1997-13"}, InvalidDate),
        ({"as_of": "1997", "during": "1990/"}, CallError),
    ],
)
def test_what_is_not_there_is_refused_as_on_one_machine(
    work: Work,
    taken: DataFrame,
    said: Statements,
    choices: dict[str, Any],
    error: type[Exception],
) -> None:
    with pytest.raises(error):
        select(work, taken, said, Selection(**choices))


@pytest.mark.parametrize(
    ("choices", "option"),
    [
        ({"practice": "siaci"}, "--practice"),
        ({"network": "practices"}, "--network"),
        ({"between": "states"}, "--between"),
        ({"groups": "drop"}, "--groups"),
        ({"lift": True}, "--lift"),
        ({"reading": "any"}, "--reading"),
        ({"kinds": ("a",)}, "--kind"),
        ({"statuses": ("a",)}, "--status"),
    ],
)
def test_a_table_is_not_asked_for_what_it_does_not_tell(
    work: Work, taken: DataFrame, choices: dict[str, Any], option: str
) -> None:
    with pytest.raises(CallError, match=f"does not tell what {option} asks for"):
        select(work, taken, None, Selection(**choices))


def test_a_table_is_asked_for_levels_and_dates(work: Work) -> None:
    rows = [
        ("m", "a", "l", "1990", "1999"),
        ("m", "b", "l", "1995-06", None),
        ("m", "c", "l", None, None),
        ("m", "d", None, "1990", None),
    ]
    takings = work.spark.createDataFrame(
        rows, "mechanism string, actor string, level string, start string, end string"
    )
    chosen = Selection(level="l", as_of="1994", undated="drop")
    found = select(work, takings, None, chosen)
    assert [row["actor"] for row in found.incidence.toArrow().to_pylist()] == ["a"]
    assert found.undated == 1
