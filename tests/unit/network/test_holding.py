"""Whether something held in a window of time, or whether nothing tells."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from coordgraph.dates import PartialDate, Window
from coordgraph.network.holding import held_within
from coordgraph.network.projection import project
from coordgraph.network.takings import read_takings
from coordgraph.store import EmbeddedStore

CG = "https://w3id.org/coordgraph/ns#"
DATA = """
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <urn:x> .
<urn:m> cg:participation <urn:p>, <urn:q> .
<urn:p> cg:actor <urn:a> .
<urn:q> cg:actor <urn:b> .
"""


def store(more: str = "") -> EmbeddedStore:
    found = EmbeddedStore(Store())
    found.oxigraph.load(DATA + more, format=RdfFormat.TURTLE)
    return found


def held(where: EmbeddedStore, window: Window) -> set[float]:
    return set(held_within(where, read_takings(where, dated=True), window).tolist())


TREATY = '<urn:m> cg:inForceFrom "1990-03"^^xsd:gYearMonth ; cg:endedOn "1995"^^xsd:gYear .'


@pytest.mark.parametrize(
    ("window", "answer"),
    [
        ("1980/1990-02", 0.0),
        ("1980/1990-03", 1.0),
        ("1980/2000", 1.0),
        ("1992-05-01/1992-05-01", 1.0),
        ("1995-12-31/", 1.0),
        ("1996/", 0.0),
        ("/1989", 0.0),
    ],
)
def test_one_day_of_the_window_is_enough(window: str, answer: float) -> None:
    assert held(store(TREATY), Window.parse(window)) == {answer}


def test_what_has_no_dates_is_not_placed() -> None:
    assert np.isnan(held(store(), Window.parse("1990/1999")).pop())


def test_what_was_signed_in_the_window_is_not_placed_and_before_it_did_not_hold() -> None:
    signed = store('<urn:m> cg:signedOn "1990"^^xsd:gYear .')
    assert held(signed, Window.parse("1980/1989")) == {0.0}
    assert np.isnan(held(signed, Window.parse("1980/1990")).pop())


def test_a_participation_has_a_window_of_its_own() -> None:
    more = TREATY + '<urn:q> cg:from "1992"^^xsd:gYear ; cg:until "1993-01-01"^^xsd:date .'
    for window, ties in [("1990/1991", 0), ("1990/1992", 1), ("1993/1994", 0)]:
        assert len(project(store(more), during=window).ties) == ties


def test_two_that_follow_each_other_in_the_window_are_tied() -> None:
    more = TREATY + ('<urn:p> cg:until "1991"^^xsd:gYear . <urn:q> cg:from "1992"^^xsd:gYear .')
    assert len(project(store(more), during="1990/1995").ties) == 1
    assert len(project(store(more), during="1990/1991").ties) == 0


partly = st.sampled_from(["1990", "1990-06", "1990-06-15", "1991", "1991-01-01", "1992-12"])
properties = st.sampled_from(["signedOn", "inForceFrom", "endedOn"])
START = date(1989, 12, 1)


@given(
    st.dictionaries(properties, partly),
    st.dictionaries(st.sampled_from(["from", "until"]), partly),
    st.integers(0, 1200),
    st.integers(0, 500),
)
def test_a_window_answers_what_its_days_answer(
    life: dict[str, str], spell: dict[str, str], offset: int, length: int
) -> None:
    where = store()
    for subject, found in (("urn:m", life), ("urn:p", spell)):
        for name, value in found.items():
            quad = Quad(NamedNode(subject), NamedNode(CG + name), Literal(value))
            where.oxigraph.add(quad)
    takings = read_takings(where, dated=True)
    first = START + timedelta(offset)
    window = Window(first, first + timedelta(length))
    days = sorted({first + timedelta(day) for day in range(0, length + 1, 1)})
    bounds = {PartialDate.parse(value) for value in [*life.values(), *spell.values()]}
    near = {
        day + timedelta(shift)
        for bound in bounds
        for day in (bound.earliest, bound.latest)
        for shift in (-1, 0, 1)
    }
    asked = [day for day in days if day in near or day in (first, window.last)]
    daily = np.array([held_within(where, takings, Window(day, day)) for day in asked])
    held_ever = (daily == 1).any(axis=0)
    expected = np.where(held_ever, 1.0, np.where(np.isnan(daily).any(axis=0), np.nan, 0.0))
    assert np.array_equal(held_within(where, takings, window), expected, equal_nan=True)
