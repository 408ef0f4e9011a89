"""Templates are filled from the cells of a row, and read back where that is possible."""

import pytest

from coordgraph.ingest.template import EmptySlot, Template


def test_slots_of_any_kind_are_filled() -> None:
    asked = Template("https://x.org/find{?name}")
    assert asked.fill({"name": "ñ a"}) == "https://x.org/find?name=%C3%B1%20a"
    assert asked.match("https://x.org/find?name=a") is None
    assert asked.stem == "https://x.org/find"


def test_a_slot_that_is_there_twice_is_filled_and_not_read_back() -> None:
    twice = Template("https://x.org/{a}/{a}")
    assert twice.fill({"a": "1"}) == "https://x.org/1/1"
    assert twice.match("https://x.org/1/1") is None


def test_an_empty_cell_fills_no_slot() -> None:
    with pytest.raises(EmptySlot) as told:
        Template("https://x.org/{a}").fill({"a": ""})
    assert told.value.args == ("a",)
