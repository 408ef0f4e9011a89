"""Marks stand in the order of their dates, between round years, none on another."""

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from coordgraph.publish.site.life import Moment
from coordgraph.publish.site.timeline import timeline


def moments(*dates: str) -> list[Moment]:
    what = NamedNode("urn:x:founded")
    return [
        Moment(Literal(date) if date else None, what, (), (), asserted=True, evidence=())
        for date in dates
    ]


@given(st.lists(st.integers(1700, 2100), min_size=2, max_size=60).map(sorted))
def test_no_mark_covers_another_and_all_stand_between_round_years(years: list[int]) -> None:
    drawn = timeline(moments(*map(str, years)))
    if drawn is None:
        assert len(set(years)) == 1
        return
    ends = drawn.ticks[0][1], drawn.ticks[-1][1]
    assert len(drawn.ticks) <= 9
    places = [(mark.x, mark.y) for mark in drawn.marks]
    assert all(ends[0] <= x <= ends[1] and 0 < y < drawn.base for x, y in places)
    for place, (x, y) in enumerate(places):
        assert all(abs(x - a) >= 10 or abs(y - b) >= 10 for a, b in places[:place])


def test_what_has_no_date_is_not_drawn() -> None:
    drawn = timeline(moments("1997-12-15", "2005-06-01", ""))
    assert drawn is not None
    assert [mark.moment.date.value for mark in drawn.marks if mark.moment.date] == [
        "1997-12-15",
        "2005-06-01",
    ]


def test_one_date_makes_no_line() -> None:
    assert timeline(moments("1997", "1997")) is None
    assert timeline(moments("soon", "1997")) is None


def test_too_many_marks_to_tell_apart_are_left_to_the_table() -> None:
    assert timeline(moments(*(str(1700 + place) for place in range(300)))) is None
