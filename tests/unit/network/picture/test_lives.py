"""On each day a picture knows who takes part in what, as a selection of that day does."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import coordgraph as cg
from coordgraph.dates import Window
from coordgraph.network.holding import Spell, held_within, spells
from coordgraph.network.picture.lives import Course, lives, union
from coordgraph.network.takings import read_takings

_DAYS = st.dates(date(1990, 1, 1), date(1990, 1, 9))


@st.composite
def courses(draw: st.DrawFn) -> Course:
    days = sorted(draw(st.sets(_DAYS, max_size=4)) | {date.min})
    return tuple(Spell(day, draw(st.sampled_from([True, False, None]))) for day in days)


def on(course: Course, day: date) -> bool | None:
    return [spell.held for spell in course if spell.first <= day][-1]


@given(st.lists(courses(), min_size=1, max_size=4), _DAYS)
def test_a_union_holds_where_any_holds_and_may_where_any_may(
    given_: list[Course], day: date
) -> None:
    answers = [on(course, day) for course in given_]
    expected = True if True in answers else None if None in answers else False
    assert on(union(given_), day) is expected


def test_spells_say_of_each_day_what_a_window_of_the_day_says() -> None:
    store = cg.load()
    takings = read_takings(store, dated=True)
    found = spells(store, takings)
    for day in (date(1957, 6, 1), date(1990, 1, 1), date(1998, 3, 1), date(2024, 12, 31)):
        held = held_within(store, takings, Window(day, day))
        told = [{True: 1.0, False: 0.0, None: -1.0}[on(one, day)] for one in found]
        assert told == np.nan_to_num(held, nan=-1).tolist()


@pytest.mark.parametrize("lift", [True, False])
def test_all_who_take_part_are_there(*, lift: bool) -> None:
    store = cg.load()
    network = cg.project(store, lift=lift)
    everybody = list(range(len(network.ties.actors)))
    found = lives(store, network, network.ties.source[:0], lang="en")
    assert found == []
    found = lives(store, network, np.array(everybody), lang="en")
    pairs = {(part.actor, life.iri) for life in found for part in life.parts}
    incidence = network.incidence
    assert pairs == {
        (int(actor), incidence.mechanisms[mechanism])
        for actor, mechanism in zip(incidence.actor, incidence.mechanism, strict=True)
    }
