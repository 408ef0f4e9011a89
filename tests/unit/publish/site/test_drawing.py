"""Drawings are the same each time, hold what fits, and say what they leave out."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from coordgraph.namespace import LEVELS
from coordgraph.publish.site.drawing import MOST, draw_ego, draw_ring, draw_star
from coordgraph.publish.site.neighbours import SharedTie


def ties(count: int) -> list[SharedTie]:
    return [
        SharedTie("me", f"other-{place:03}", LEVELS[place % 3], ("m",))
        for place in range(count)
    ]


@given(st.integers(1, 60))
def test_no_two_labels_share_a_line_of_a_side(count: int) -> None:
    drawn = draw_ego("me", ties(count), ())
    assert len(drawn.nodes) == min(count, MOST)
    assert drawn.total == count
    for side in (-1, 1):
        heights = sorted(node.y for node in drawn.nodes if node.side == side)
        assert all(after - before > 30 for before, after in pairwise(heights))
    assert all(abs(node.y) <= drawn.height / 2 for node in drawn.nodes)


def test_levels_between_two_actors_lie_apart_in_looks_of_their_own() -> None:
    both = [SharedTie("me", "you", level, ("m",)) for level in (LEVELS[0], "")]
    drawn = draw_ego("me", both, ())
    assert [curve.look for curve in drawn.curves] == ["policy", "no-level"]
    assert len({curve.path for curve in drawn.curves}) == 2
    assert drawn.levels == (LEVELS[0], "")


def test_counterparts_that_meet_are_joined_faintly() -> None:
    drawn = draw_ego("me", ties(3), [("other-000", "other-002"), ("other-001", "unknown")])
    assert [curve.look for curve in drawn.curves].count("between") == 1


def test_the_drawing_says_when_it_leaves_actors_out() -> None:
    assert draw_ego("me", ties(MOST), ()).word == "drawing_ego"
    assert draw_ego("me", ties(MOST + 1), ()).word == "drawing_cut"
    many = [f"actor-{place}" for place in range(MOST + 1)]
    assert draw_star("m", many, []).word == "drawing_star_cut"


def test_a_ring_has_a_line_a_tie() -> None:
    drawn = draw_ring("practice", ties(5))
    assert len(drawn.nodes) == 6
    assert len(drawn.curves) == 5
