"""Things hold from when all that they need has begun until the first of it ends."""

from datetime import date

import numpy as np
import pytest

from coordgraph.network.exports.lives import ALWAYS, NEVER, Lives
from coordgraph.network.exports.spells import Spells, lasting, shared

DATES = ("1990", "1995", "2000", "2005")


def day(text: str) -> int:
    return date(int(text), 1, 1).toordinal()


def lives(*rows: tuple[int, str, str]) -> Lives:
    """Return rows of a key, a year of beginning and one of ending, or nothing."""
    return Lives(
        np.array([key for key, *_ in rows]),
        np.array([day(start) if start else NEVER for _, start, _ in rows]),
        np.array([day(end) if end else ALWAYS for *_, end in rows]),
        np.array([DATES.index(start) if start else -1 for _, start, _ in rows]),
        np.array([DATES.index(end) if end else -1 for *_, end in rows]),
        tuple((text, "in-force") for text in DATES),
    )


def tie(known: Lives, *pairs: tuple[int, int]) -> Spells:
    """Return when one tie holds that rests on some pairs of keys."""
    one, other = np.array(pairs).T
    return shared(known, np.zeros(len(pairs), dtype=np.int64), (one, other), 1)


def years(spells: Spells) -> list[tuple[str, str]]:
    def year(at: int) -> str:
        return "" if at in (NEVER, ALWAYS) else str(date.fromordinal(at).year)

    ends = zip(spells.start.tolist(), spells.end.tolist(), strict=True)
    return [(year(start), year(end)) for start, end in ends]


def told(spells: Spells) -> dict[str, str | None]:
    (row,) = spells.table.to_pylist()
    return dict(row)


def test_a_tie_holds_while_both_take_part() -> None:
    spells = tie(lives((0, "1990", "2000"), (1, "1995", "")), (0, 1))
    assert years(spells) == [("1995", "2000")]
    assert (told(spells)["first"], told(spells)["last"]) == ("1995", "2000")


def test_spells_that_touch_are_one_and_others_stay_apart() -> None:
    known = lives(
        (0, "1990", "1995"), (1, "1990", "1995"), (2, "1995", "2000"), (3, "2005", "")
    )
    assert years(tie(known, (0, 1), (2, 2), (3, 3))) == [("1990", "2000"), ("2005", "")]


def test_who_left_and_came_back_has_two_spells() -> None:
    known = lives((0, "1990", "1995"), (0, "2000", ""), (1, "", ""))
    spells = tie(known, (0, 1))
    assert years(spells) == [("1990", "1995"), ("2000", "")]
    assert (told(spells)["first"], told(spells)["last"]) == ("1990", None)


@pytest.mark.parametrize("pairs", [[(0, 0)], [(0, 0), (1, 1)]])
def test_what_nothing_dates_is_open_on_both_sides(pairs: list[tuple[int, int]]) -> None:
    spells = tie(lives((0, "", ""), (1, "", "")), *pairs)
    assert years(spells) == [("", "")]
    assert told(spells)["held"] == "undated"


def test_a_mechanism_that_is_not_found_is_open_too() -> None:
    assert years(tie(lives((0, "1990", "1995")), (7, 8))) == [("", "")]


def test_what_held_never_stands_on_the_day_of_its_beginning() -> None:
    spells = tie(lives((0, "1995", "1990")), (0, 0))
    assert (spells.end - spells.start).tolist() == [1]
    assert (told(spells)["held"], told(spells)["first"]) == ("never", "1995")


def test_what_held_never_and_began_no_one_knows_when_has_no_spell() -> None:
    known = lives((0, "", "1990"), (1, "1995", ""))
    never = Lives(
        known.key, known.start, np.array([NEVER, ALWAYS]), known.first, known.last, ()
    )
    spells = lasting(never, np.array([0]), np.array([0]), 1)
    assert (years(spells), told(spells)["held"]) == ([], "never")


def test_an_actor_is_there_while_any_of_its_mechanisms_is() -> None:
    known = lives((0, "1990", "1995"), (1, "2000", "2005"))
    spells = lasting(known, np.array([0, 0, 1]), np.array([0, 1, 1]), 2)
    assert years(spells) == [("1990", "1995"), ("2000", "2005"), ("2000", "2005")]
    assert spells.offset.tolist() == [0, 2, 3]
    assert spells.table.column("last").to_pylist() == ["2005", "2005"]
