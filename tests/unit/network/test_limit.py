"""What would not fit is known before it is made, and named."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given

from coordgraph.errors import TooLarge
from coordgraph.namespace import LEVELS
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.limit import affordable, foreseen
from coordgraph.network.projection import tie
from coordgraph.network.takings import Named
from tests.properties.strategies import takings


def crowd(size: int) -> Incidence:
    """Return one mechanism of this many actors, and a small one."""
    names = pa.array([f"urn:a{place:06}" for place in range(size)])
    places = np.append(np.arange(size), [0, 1])
    mechanism = np.append(np.zeros(size, dtype=np.int64), [1, 1])
    nowhere = np.full(size + 2, -1)
    return Incidence.of_columns(
        Named(names, places),
        Named(pa.array(["urn:crowd", "urn:pair"]), mechanism),
        Named(pa.array([], pa.string()), nowhere),
    )


def test_a_mechanism_of_fifty_thousand_is_refused_and_named() -> None:
    incidence = crowd(50_000)
    assert foreseen(incidence) == 50_000 * 49_999 // 2
    with pytest.raises(TooLarge, match=r"1,249,975,000 ties.*urn:crowd \(50,000\).*--two-mode"):
        tie(incidence, max_ties=10_000_000)


def test_a_limit_is_kept_to_the_tie() -> None:
    incidence = crowd(20)
    assert len(tie(incidence, max_ties=190)) == 190
    with pytest.raises(TooLarge, match="190 ties"):
        tie(incidence, max_ties=189)


def test_mechanisms_of_the_same_actors_tie_them_once() -> None:
    rows = {
        Taking(f"urn:a{actor}", f"urn:m{mechanism}", level)
        for actor in range(10)
        for mechanism in range(50)
        for level in LEVELS[:2]
    }
    assert foreseen(Incidence.of(rows)) == 2 * 45


@given(takings())
def test_no_more_ties_are_made_than_foreseen(rows: set[Taking]) -> None:
    incidence = Incidence.of(rows)
    assert len(tie(incidence)) <= foreseen(incidence)


def test_a_machine_holds_a_million_ties_at_least() -> None:
    assert affordable() > 1_000_000
